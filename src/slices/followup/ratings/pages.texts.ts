/** Wording of the day's ratings on a telephone: the list, the form, and the strip of days. */
import type { Lang } from '../../../kernel/lang.ts'
import type { DayStanding } from './day.rules.ts'
import type { TapFault } from './taps.rules.ts'

type Texts = {
  readonly title: string
  readonly lead: string
  readonly one: (day: string) => string
  readonly today: string
  readonly dayBefore: string
  readonly dayAfter: string
  readonly done: (done: number, of: number) => string
  readonly allDone: string
  readonly nobody: string
  readonly nobodyHint: string
  readonly rate: string
  readonly goOn: string
  readonly see: string
  readonly standings: Readonly<Record<DayStanding, string>>
  readonly strip: string
  readonly stripHint: string
  readonly missingOf: (missing: number, of: number) => string
  readonly last: (points: string, on: string) => string
  readonly lastNone: string
  readonly noPoints: string
  readonly addHalf: string
  readonly points: string
  readonly note: string
  readonly noteHint: string
  readonly why: string
  readonly whyHint: string
  readonly correcting: (rated: string) => string
  readonly saveNext: string
  readonly save: string
  readonly saved: string
  readonly savedAll: string
  readonly list: string
  readonly history: string
  readonly historyColumns: readonly [string, string, string, string]
  readonly left: string
  readonly closed: string
  readonly faults: Readonly<Record<TapFault['problem'], string>>
  readonly card: string
  readonly noneYet: string
}

const sv: Texts = {
  title: 'Dagens skattningar',
  lead: 'Skatta varje ungdom en gång om dagen, område för område. En dag utan skattning syns som saknad, aldrig som noll.',
  one: (day) => `Skattning ${day}`,
  today: 'I dag',
  dayBefore: 'Dagen före',
  dayAfter: 'Dagen efter',
  done: (done, of) => `${done} av ${of} är skattade.`,
  allDone: 'Alla är skattade.',
  nobody: 'Ingen ungdom ska skattas den här dagen',
  nobodyHint: 'Här står de ungdomar som boendet har en bekräftad signal för.',
  rate: 'Skatta',
  goOn: 'Fyll i det som saknas',
  see: 'Se eller rätta',
  standings: {
    rated: 'skattad',
    partly: 'delvis skattad',
    waiting: 'inte skattad än',
    missing: 'saknas',
    free: 'behöver inte skattas',
    none: 'ingen uppföljning',
  },
  strip: 'De senaste 14 dagarna',
  stripHint: '✓ skattad, ◐ delvis, – saknas. Tryck på en dag för att skatta eller rätta den.',
  missingOf: (missing, of) => (missing === 0 ? 'Ingen dag saknas.' : `${missing} av ${of} dagar saknas helt eller delvis.`),
  last: (points, on) => `Senast ${points} (${on})`,
  lastNone: 'Inte skattat förut.',
  noPoints: 'ingen skattning',
  addHalf: 'och en halv',
  points: 'Poäng',
  note: 'Anteckning',
  noteHint: 'Bara det som behövs för att förstå siffran.',
  why: 'Varför ändras skattningen?',
  whyHint: 'Behövs när en siffra ändras eller tas bort. Det som stod förut finns kvar i historiken.',
  correcting: (rated) => `Skattat: ${rated}. Det du ändrar sparas som en ny version.`,
  saveNext: 'Spara och gå till nästa',
  save: 'Spara',
  saved: 'Skattningen är sparad.',
  savedAll: 'Skattningen är sparad. Alla är skattade den här dagen.',
  list: 'Dagens lista',
  history: 'Historik',
  historyColumns: ['Sparad', 'Av', 'Skattning', 'Varför'],
  left: 'saknas',
  closed: 'Dagen går inte att skatta',
  faults: { 'not-points': 'Skriv poängen med siffror, högst två decimaler.', 'half-alone': 'Välj en siffra att lägga halvan till.' },
  card: 'Dagliga skattningar',
  noneYet: 'Boendet följer inte upp något område nu.',
}

const en: Texts = {
  title: 'Today’s ratings',
  lead: 'Rate each youth once a day, area by area. A day without a rating is shown as missing, never as zero.',
  one: (day) => `Rating of ${day}`,
  today: 'Today',
  dayBefore: 'The day before',
  dayAfter: 'The day after',
  done: (done, of) => `${done} of ${of} are rated.`,
  allDone: 'All are rated.',
  nobody: 'No youth is to be rated this day',
  nobodyHint: 'Youths for whom housing has a confirmed signal are listed here.',
  rate: 'Rate',
  goOn: 'Fill in what is missing',
  see: 'See or correct',
  standings: {
    rated: 'rated',
    partly: 'rated in part',
    waiting: 'not rated yet',
    missing: 'missing',
    free: 'need not be rated',
    none: 'no follow-up',
  },
  strip: 'The last 14 days',
  stripHint: '✓ rated, ◐ in part, – missing. Press a day to rate or correct it.',
  missingOf: (missing, of) => (missing === 0 ? 'No day is missing.' : `${missing} of ${of} days are missing, wholly or in part.`),
  last: (points, on) => `Last ${points} (${on})`,
  lastNone: 'Not rated before.',
  noPoints: 'no rating',
  addHalf: 'and a half',
  points: 'Points',
  note: 'Note',
  noteHint: 'Only what is needed to understand the number.',
  why: 'Why is the rating changed?',
  whyHint: 'Needed when a number is changed or taken away. What stood before stays in the history.',
  correcting: (rated) => `Rated: ${rated}. What you change is saved as a new version.`,
  saveNext: 'Save and go to the next',
  save: 'Save',
  saved: 'The rating is saved.',
  savedAll: 'The rating is saved. All are rated this day.',
  list: 'The day’s list',
  history: 'History',
  historyColumns: ['Saved', 'By', 'Rating', 'Why'],
  left: 'missing',
  closed: 'The day cannot be rated',
  faults: { 'not-points': 'Write the points in figures, with two decimals at most.', 'half-alone': 'Choose a number to add the half to.' },
  card: 'Daily ratings',
  noneYet: 'Housing does not follow any area up now.',
}

/** The words of the pages of ratings. */
export const ratingPageTexts: Readonly<Record<Lang, Texts>> = { sv, en }
