/** The words of the settings of consent and referral. */
import type { Lang } from '../../kernel/lang.ts'
import { groupPageTexts } from '../settings/index.ts'
import { consentLimits, type ConsentSettingName, type Under18 } from './consent-settings.rules.ts'

const sv = {
  ...groupPageTexts.sv,
  title: 'Inställningar för samtycken och hänvisningar',
  intro: 'Gäller nya samtycken direkt. De som redan är inskrivna ändras inte.',
  fields: {
    under18: 'Vem säger ja för den som är under 18 år?',
    longestDays: 'Längsta tid som ett samtycke gäller, i dagar',
    answerDays: 'Dagar som en mottagare har på sig att svara',
    outcomeDays: 'Dagar efter ett ja innan vi saknar besked om hur det gick',
  } satisfies Record<ConsentSettingName, string>,
  ways: { own: 'Ungdomen själv', guardianToo: 'Ungdomen och en vårdnadshavare' } satisfies Record<Under18, string>,
  wayHint: 'Vem vårdnadshavaren är sparas aldrig, bara vilken dag.',
  wrong: (name: ConsentSettingName) =>
    name === 'under18' ? 'Välj ett av alternativen.' : `Skriv ett helt tal mellan ${consentLimits[name][0]} och ${consentLimits[name][1]}.`,
}
type Texts = typeof sv

const en: Texts = {
  ...groupPageTexts.en,
  title: 'Settings of consents and referrals',
  intro: 'In force for new consents at once. Those that are recorded already are not changed.',
  fields: {
    under18: 'Who says yes for those under 18?',
    longestDays: 'The longest time that a consent holds, in days',
    answerDays: 'Days that a receiver has to answer',
    outcomeDays: 'Days after a yes until word of how it went is missed',
  },
  ways: { own: 'The youth alone', guardianToo: 'The youth and a guardian' },
  wayHint: 'Who the guardian is is never kept, only which day.',
  wrong: (name) =>
    name === 'under18' ? 'Choose one of these.' : `Write a whole number from ${consentLimits[name][0]} to ${consentLimits[name][1]}.`,
}

export const consentSettingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
