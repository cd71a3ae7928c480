/** The words of measures that several pages share: states, who it rests on, decisions, and what is wrong. */
import type { Lang } from '../../kernel/lang.ts'
import type { DecisionOutcome, MeasureState, Named, ResponsibleParty } from './measures.types.ts'

const sv = {
  states: {
    waiting: 'väntar på beslut',
    refused: 'avslag',
    planned: 'planerad',
    ongoing: 'pågår',
    ended: 'avslutad',
    struck: 'struken',
  } satisfies Record<MeasureState, string>,
  overdue: 'planerat slut har passerat',
  responsible: { youth: 'Ungdomen', municipality: 'Kommunen', other: 'Annan aktör' } satisfies Record<ResponsibleParty, string>,
  outcomes: { approved: 'Beviljad', refused: 'Avslag', postponed: 'Uppskjuten' } satisfies Record<DecisionOutcome, string>,
  sources: { youth: 'Ungdomen', school: 'Skolan', employer: 'Arbetsgivaren', otherActor: 'Annan aktör' },
  protectedTag: 'Skyddade uppgifter',
  notCounted: 'räknas inte som åtgärd',
  nowNotThen: 'Kortet visar åtgärderna som de är i dag, med det som är känt nu.',
  span: (from: string, to: string) => `${from} – ${to}`,
  since: (from: string) => `från ${from}`,
  planned: (from: string, to: string) => `${from} – planerat slut ${to}`,
  problems: {
    'unknown-item': 'Välj en insats ur katalogen.',
    'item-not-valid': 'Insatsen gäller inte den dagen. Välj en annan dag eller en annan insats.',
    'outside-period':
      'Ungdomen omfattas inte av aktivitetsansvaret den dagen och bevakas inte heller. Välj en dag i perioden, eller börja bevaka ungdomen på hens sida först.',
    'start-too-far': 'Starten ligger mer än ett år fram. Välj en närmare dag.',
    'end-before-start': 'Slutet ligger före starten. Ändra den ena dagen.',
    'end-too-far': 'Slutet ligger mer än tre år efter starten. Välj en närmare dag.',
    overlaps: 'Ungdomen har redan en åtgärd de dagarna som inte går att förena med den här. Avsluta den först, eller välj andra dagar.',
    'note-too-long': 'Anteckningen är längre än 500 tecken. Korta den.',
    'ended-already': 'Åtgärden är redan avslutad.',
    'unknown-reason': 'Välj en orsak.',
    'end-ahead': 'Dagen har inte varit. Ändra det planerade slutet i stället, och avsluta när den dagen kommer.',
    'end-before-stage': 'Ett steg började eller slutade senare än så. Välj en senare dag, eller stryk steget först.',
    'only-never-began':
      'Åtgärden sades upphöra innan den börjat, och kan då bara ha blivit inte av. Blev den av ändå: ta bort slutet med Den har inte upphört, och avsluta den igen.',
    'never-began': 'Åtgärden blev aldrig av. Ta bort slutet först, och ändra sedan starten.',
    'start-after-end': 'Starten ligger efter slutet. Ändra den ena dagen.',
    'start-after-stage': 'Ett steg började före den dagen. Välj en tidigare start.',
    'start-before-decision': 'En placering börjar tidigast den dag den beviljades.',
    'offer-ahead': 'Dagen har inte varit.',
    'not-ongoing': 'Ett steg börjar i en åtgärd som pågår.',
    'unknown-stage': 'Välj ett steg.',
    'before-measure': 'Steget kan inte börja före åtgärden.',
    'before-last': 'Steget kan inte börja innan det förra började eller slutade.',
    ahead: 'Dagen har inte varit.',
    'no-open-stage': 'Inget steg pågår.',
    'before-stage': 'Steget började senare än så.',
    'say-why': 'Skriv varför, med några ord.',
    'too-long-ago': 'Dagen ligger mer än ett halvår tillbaka.',
    'nobody-present': 'Kryssa för dem som var med.',
    'not-present-yourself': 'Du som skriver in dragningen ska ha varit med. Kryssa för dig själv.',
    'not-a-colleague': 'Någon av dem arbetar inte här längre. Välj ur listan.',
    'stages-in-order': 'Stegen numreras 1, 2, 3 utan luckor. Alternativ till varandra har samma nummer.',
    'same-name': 'Det finns redan en insats med det namnet.',
    'stage-length': 'Skriv hur långt steget är, med ett tal från 1 till 400.',
  },
}

type Texts = typeof sv

const en: Texts = {
  states: {
    waiting: 'awaits decision',
    refused: 'refused',
    planned: 'planned',
    ongoing: 'ongoing',
    ended: 'ended',
    struck: 'struck',
  },
  overdue: 'planned end has passed',
  responsible: { youth: 'The youth', municipality: 'The municipality', other: 'Another actor' },
  outcomes: { approved: 'Approved', refused: 'Refused', postponed: 'Postponed' },
  sources: { youth: 'The youth', school: 'The school', employer: 'The employer', otherActor: 'Another actor' },
  protectedTag: 'Protected identity',
  notCounted: 'does not count as a measure',
  nowNotThen: 'The card shows the measures as they are today, by what is known now.',
  span: (from, to) => `${from} – ${to}`,
  since: (from) => `from ${from}`,
  planned: (from, to) => `${from} – planned end ${to}`,
  problems: {
    'unknown-item': 'Choose an item of the catalogue.',
    'item-not-valid': 'The item is not valid that day. Choose another day or another item.',
    'outside-period':
      'The youth is not covered that day, and not watched either. Choose a day in the period, or begin to watch the youth on the youth’s page first.',
    'start-too-far': 'The start is more than a year ahead. Choose a nearer day.',
    'end-before-start': 'The end is before the start. Change one of the days.',
    'end-too-far': 'The end is more than three years after the start. Choose a nearer day.',
    overlaps: 'The youth has a measure on those days that does not go together with this one. End it first, or choose other days.',
    'note-too-long': 'The note is longer than 500 characters. Please shorten it.',
    'ended-already': 'The measure has ended already.',
    'unknown-reason': 'Choose a reason.',
    'end-ahead': 'The day has not been. Change the planned end instead, and end the measure when the day comes.',
    'end-before-stage': 'A stage began or ended later than that. Choose a later day, or strike the stage first.',
    'only-never-began':
      'The measure was said to end before it had begun, and can then only never have begun. If it was held after all: take the end away with It has not ended, and end it again.',
    'never-began': 'The measure never began. Take the end away first, and then change the start.',
    'start-after-end': 'The start is after the end. Change one of the days.',
    'start-after-stage': 'A stage began before that day. Choose an earlier start.',
    'start-before-decision': 'A placement begins on the day it was approved at the earliest.',
    'offer-ahead': 'The day has not been.',
    'not-ongoing': 'A stage begins in a measure that is ongoing.',
    'unknown-stage': 'Choose a stage.',
    'before-measure': 'The stage cannot begin before the measure.',
    'before-last': 'The stage cannot begin before the one before began or ended.',
    ahead: 'The day has not been.',
    'no-open-stage': 'No stage is under way.',
    'before-stage': 'The stage began later than that.',
    'say-why': 'Say why, in a few words.',
    'too-long-ago': 'The day is more than half a year ago.',
    'nobody-present': 'Tick those who were there.',
    'not-present-yourself': 'You who write the round in must have been there. Tick yourself.',
    'not-a-colleague': 'One of them does not work here any more. Choose from the list.',
    'stages-in-order': 'Stages are numbered 1, 2, 3 without gaps. Alternatives to each other share a number.',
    'same-name': 'There is an item of that name already.',
    'stage-length': 'Write how long the stage is, as a number from 1 to 400.',
  },
}

export const measureWords: Readonly<Record<Lang, Texts>> = { sv, en }

/** A problem's own words; null when it is one of the common ones. */
export function ownProblem(lang: Lang, problem: string): string | null {
  const own: Readonly<Record<string, string>> = measureWords[lang].problems
  return Object.hasOwn(own, problem) ? (own[problem] ?? null) : null
}

/** A name in the reader's language; the key when the catalogue no longer has it. */
export const nameOf = (named: readonly { readonly key: string; readonly name: Named }[], key: string, lang: Lang): string =>
  named.find((one) => one.key === key)?.name[lang] ?? key
