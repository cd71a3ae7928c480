/** The words of the figures of referrals. */
import type { Lang } from '../../kernel/lang.ts'

const sv = {
  title: 'Hänvisningar',
  figures: 'Siffror',
  desk: 'Till hänvisningarna',
  lead: (smallBelow: number) =>
    `Vad som blev av hänvisningar som skickades under halvåret, som det ser ut i dag.${smallBelow > 1 ? ` Tal under ${smallBelow} visas inte, och inte heller tal som skulle avslöja dem.` : ''}`,
  label: 'Halvår',
  half: (key: string) => `${key.endsWith('1') ? 'våren' : 'hösten'} ${key.slice(0, 4)}`,
  none: 'Inget har skickats under halvåret',
  noneText: 'Välj ett annat halvår, eller hänvisa från en ungdoms sida.',
  columns: {
    receiver: 'Mottagare',
    sent: 'Skickade',
    accepted: 'Ja',
    rejected: 'Nej',
    revoked: 'Återkallade',
    withdrawn: 'Samtycket återkallat',
    expired: 'Gick ut utan svar',
    waits: 'Väntar',
    days: 'Dagar till svar',
  },
  all: 'Alla',
  kinds: { internal: 'Egna verksamheter', partner: 'Samverkanspartner', measure: 'Åtgärder' },
  share: (part: string, share: string) => `${part} (${share} %)`,
  hidden: 'dolt, litet tal',
  notTold: 'för få för att visas',
  why: 'Varför nej?',
  reason: 'Orsak',
  count: 'Antal',
  began: (count: string, of: string) => `Av dem som fick ja (${of}) har ${count} börjat.`,
  note: 'Dagar till svar är medianen: hälften fick svar på så många dagar eller färre. Partnernas namn sparas inte, så de räknas ihop.',
}
const en: typeof sv = {
  title: 'Referrals',
  figures: 'Figures',
  desk: 'To the referrals',
  lead: (smallBelow) =>
    `What came of the referrals that were sent in the half-year, as it stands today.${smallBelow > 1 ? ` Numbers below ${smallBelow} are not shown, nor those that would tell them.` : ''}`,
  label: 'Half-year',
  half: (key) => `${key.endsWith('1') ? 'spring' : 'autumn'} ${key.slice(0, 4)}`,
  none: 'Nothing was sent in the half-year',
  noneText: 'Choose another half-year, or refer from a youth’s page.',
  columns: {
    receiver: 'Receiver',
    sent: 'Sent',
    accepted: 'Yes',
    rejected: 'No',
    revoked: 'Called back',
    withdrawn: 'Consent withdrawn',
    expired: 'Ran out unanswered',
    waits: 'Waiting',
    days: 'Days to an answer',
  },
  all: 'All',
  kinds: { internal: 'Own services', partner: 'Partners', measure: 'Measures' },
  share: (part, share) => `${part} (${share} %)`,
  hidden: 'hidden, a small number',
  notTold: 'too few to be shown',
  why: 'Why no?',
  reason: 'Reason',
  count: 'Number',
  began: (count, of) => `Of those who got a yes (${of}), ${count} have begun.`,
  note: 'Days to an answer is the median: half were answered in so many days or fewer. The names of partners are not kept, so they are counted together.',
}

export const figureTexts: Readonly<Record<Lang, typeof sv>> = { sv, en }
