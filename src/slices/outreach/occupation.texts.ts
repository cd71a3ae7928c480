/** Wording of what a youth is said to do. */
import type { Lang } from '../../kernel/lang.ts'
import type { OccupationSource } from './outreach.types.ts'

const sv = {
  heading: 'Sysselsättning',
  notAsked: 'Ingen har uppgett vad hen gör. Det skrivs in när du loggar en kontakt.',
  sources: {
    youth: 'ungdomen',
    school: 'skolan',
    employer: 'arbetsgivaren',
    otherActor: 'annan aktör',
  } satisfies Record<OccupationSource, string>,
  said: (source: string, on: string) => `enligt ${source} ${on}`,
  since: (on: string) => `sedan ${on}`,
  knownUntil: (on: string, days: number) => `Räknas som känt till ${on} (${days === 1 ? '1 dag' : `${days} dagar`} kvar).`,
  lapsed: (what: string, on: string) => `Förut: ${what}. Uppgiften gick ut ${on}.`,
  stillHolds: 'Stämmer fortfarande, säger:',
  confirmed: 'Sysselsättningen är bekräftad.',
  refusals: {
    stale: 'Någon har uppgett något annat sedan du öppnade sidan. Inget är ändrat.',
    'not-followed': 'Ungdomen omfattas inte och bevakas inte: nya uppgifter sparas inte.',
    'night-is-running': 'Natten körs just nu. Inget är ändrat. Försök igen om en stund.',
  },
  back: 'Tillbaka till ungdomen',
}

type Texts = typeof sv

const en: Texts = {
  heading: 'Occupation',
  notAsked: 'Nobody has said what the youth does. It is written down when you log a contact.',
  sources: { youth: 'the youth', school: 'the school', employer: 'the employer', otherActor: 'another actor' },
  said: (source, on) => `says ${source} ${on}`,
  since: (on) => `since ${on}`,
  knownUntil: (on, days) => `Counts as known until ${on} (${days === 1 ? '1 day' : `${days} days`} left).`,
  lapsed: (what, on) => `Before: ${what}. It lapsed ${on}.`,
  stillHolds: 'It still holds, says:',
  confirmed: 'The occupation is confirmed.',
  refusals: {
    stale: 'Somebody has said something else since you opened the page. Nothing is changed.',
    'not-followed': 'The youth is neither covered nor watched: nothing new is kept.',
    'night-is-running': 'The nightly match is running. Nothing is changed. Try again in a while.',
  },
  back: 'Back to the youth',
}

/** The words of what a youth is said to do. */
export const occupationTexts: Readonly<Record<Lang, Texts>> = { sv, en }
