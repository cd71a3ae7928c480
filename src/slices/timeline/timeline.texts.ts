/** Wording of the page of everything in order of time, besides the entries' own. */
import type { Lang } from '../../kernel/lang.ts'
import type { EntryKind, SpanProblem } from './timeline.types.ts'

const sv = {
  title: 'Tidslinje',
  below: 'Allt om ungdomen i tidsordning, det senaste först.',
  list: 'Ungdomar',
  youth: 'Ungdomens sida',
  nameless: 'Namn saknas',
  picture: 'I en bild',
  filter: 'Vad visas?',
  chosen: 'Slag',
  kindsHint: 'Inget ikryssat: allt.',
  kindLabel: (name: string, n: number) => `${name} (${n})`,
  kinds: {
    coverage: 'Ansvarsperioder',
    residence: 'Bostad',
    school: 'Skola och betyg',
    notice: 'Besked från skolor',
    prevention: 'Förebyggande',
    radar: 'Sommarradarn',
    contact: 'Kontakter och försök',
    message: 'Brev och meddelanden',
    meeting: 'Möten',
    visit: 'Hembesök',
    question: 'Frågor till andra',
    reply: 'Ungdomens svar',
    measure: 'Åtgärder',
    occupation: 'Sysselsättning',
    plan: 'Plan',
    sharing: 'Samtycken och hänvisningar',
    transfer: 'Överflytt',
    turning20: 'Fyller 20',
    decision: 'Beslut och egna uppgifter',
    watch: 'Bevakning',
    assignment: 'Ansvarig',
    correction: 'Rättelser',
  } satisfies Record<EntryKind, string>,
  from: 'Från och med',
  until: 'Till och med',
  show: 'Visa',
  problems: {
    'not-a-date': 'Skriv dagen som ÅÅÅÅ-MM-DD. Alla dagar visas så länge.',
    'end-before-start': 'Sista dagen ligger före den första. Alla dagar visas så länge.',
  } satisfies Record<SpanProblem, string>,
  near: 'Nära till hands',
  all: 'Allt',
  lastYear: 'Senaste året',
  work: 'Det vi gör tillsammans',
  reach: 'Det vi gjort för att nå ungdomen',
  together: 'Skola och samverkan',
  entries: (n: number) => (n === 1 ? '1 händelse' : `${n} händelser`),
  coming: 'kommande',
  struck: (by: string, why: string) => `Struken${by === '' ? '' : ` av ${by}`}${why === '' ? '' : `: ${why}`}`,
  by: (name: string) => name,
  withheld:
    'Anteckningar, mål och grunder visas inte, och inte heller vad skolor anmält eller vad som delats: det läses av dem som arbetar med ungdomen.',
  empty: 'Ingenting att visa',
  emptyHelp: 'Välj fler slag, eller fler dagar.',
  protected: 'Skyddade personuppgifter',
  protectedText: 'Röj inte för någon obehörig att ungdomen finns här. Skriv inte ut och skicka inget vidare.',
  print: 'Skriv ut med webbläsarens utskrift: urvalet följer med, knappar och menyer inte.',
}

type Texts = typeof sv

const en: Texts = {
  title: 'Timeline',
  below: 'Everything about the youth in order of time, the latest first.',
  list: 'Youths',
  youth: 'The youth’s page',
  nameless: 'No name',
  picture: 'In one picture',
  filter: 'What is shown?',
  chosen: 'Kinds',
  kindsHint: 'Nothing ticked: everything.',
  kindLabel: (name, n) => `${name} (${n})`,
  kinds: {
    coverage: 'Periods of responsibility',
    residence: 'Home',
    school: 'School and certificates',
    notice: 'Notices from schools',
    prevention: 'Prevention',
    radar: 'Summer radar',
    contact: 'Contacts and attempts',
    message: 'Letters and messages',
    meeting: 'Meetings',
    visit: 'Home visits',
    question: 'Questions to others',
    reply: 'The youth’s answers',
    measure: 'Measures',
    occupation: 'Occupation',
    plan: 'Plan',
    sharing: 'Consents and referrals',
    transfer: 'Transfer',
    turning20: 'Turning 20',
    decision: 'Decisions and own facts',
    watch: 'Watch',
    assignment: 'Responsible',
    correction: 'Corrections',
  },
  from: 'From',
  until: 'To, that day included',
  show: 'Show',
  problems: {
    'not-a-date': 'Write the day as YYYY-MM-DD. All days are shown meanwhile.',
    'end-before-start': 'The last day is before the first. All days are shown meanwhile.',
  },
  near: 'Close at hand',
  all: 'Everything',
  lastYear: 'The last year',
  work: 'What we do together',
  reach: 'What we did to reach the youth',
  together: 'School and cooperation',
  entries: (n) => (n === 1 ? '1 entry' : `${n} entries`),
  coming: 'to come',
  struck: (by, why) => `Struck${by === '' ? '' : ` by ${by}`}${why === '' ? '' : `: ${why}`}`,
  by: (name) => name,
  withheld:
    'Notes, goals and grounds are not shown, nor what schools notified or what was shared: they are read by those who work with the youth.',
  empty: 'Nothing to show',
  emptyHelp: 'Choose more kinds, or more days.',
  protected: 'Protected personal data',
  protectedText: 'Do not let anybody without the right know that the youth is here. Do not print, and pass nothing on.',
  print: 'Print with the browser: what is chosen is printed, buttons and menus are not.',
}

/** The words of the page. */
export const timelineTexts: Readonly<Record<Lang, Texts>> = { sv, en }

const months: Readonly<Record<Lang, readonly string[]>> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
}

/** A month (`2026-11`) as a heading. */
export const monthText = (month: string, lang: Lang): string => {
  const name = months[lang][Number(month.slice(5, 7)) - 1] ?? ''
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${month.slice(0, 4)}`
}
