/** The words of the settings of consent and referral. */
import type { Lang } from '../../kernel/lang.ts'
import { consentLimits, type ConsentSettingName, type Under18 } from './consent-settings.rules.ts'

const sv = {
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
  save: 'Spara',
  saveAnyway: 'Spara mitt i stället',
  leave: 'Lämna som det är',
  saved: 'Inställningarna är sparade.',
  unchanged: 'Inget var ändrat.',
  nightRunning: 'Natten körs just nu. Försök igen om en stund; det du skrev är kvar.',
  history: 'Historik',
  noHistory: 'Inget har ändrats: det som följer med gäller.',
  columns: ['När', 'Vem', 'Inställning', 'Från', 'Till'],
  always: 'från början',
  above: 'Inställningar',
}
type Texts = typeof sv

const en: Texts = {
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
  save: 'Save',
  saveAnyway: 'Save mine instead',
  leave: 'Leave as it is',
  saved: 'The settings are saved.',
  unchanged: 'Nothing was changed.',
  nightRunning: 'The night is running. Try again in a while; what you wrote is kept.',
  history: 'History',
  noHistory: 'Nothing has been changed: what is shipped is in force.',
  columns: ['When', 'Who', 'Setting', 'From', 'To'],
  always: 'from the beginning',
  above: 'Settings',
}

export const consentSettingTexts: Readonly<Record<Lang, Texts>> = { sv, en }
