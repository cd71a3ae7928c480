/** The nouns of the outreach figures (DOMAIN.md 5, last lines; seeds/001 7.1). */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, Outcome } from '../ladder/index.ts'

/** A contact or attempt as the figures read it. `at` orders the contacts of a youth; nothing else is done with it. */
export type FigureContact = {
  readonly personId: number
  readonly on: PlainDate
  readonly at: number
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  /** The department whose support the youth chose; null: none. */
  readonly department: string | null
  /** Whether the reader counts it; the others only tell whether what is counted was answered. */
  readonly counts: boolean
  /** Whether the responsibility covered the youth that day; what was done with others is support outside the target group. */
  readonly isCovered: boolean
  /** Where the youth was then. */
  readonly unitId: number | null
  readonly districtId: number | null
}

/** A measure that stands and counts, begun in the period asked for, where the youth was when it was written down. */
export type FigureMeasure = {
  readonly personId: number
  /** Whether the responsibility covered the youth on its first day. */
  readonly isCovered: boolean
  readonly unitId: number | null
  readonly districtId: number | null
}

/** Measures begun, and distinct youths whose they are. */
export type MeasureFigures = { readonly begun: number; readonly youths: number }

/** A youth who was covered on some day of the period asked for, where she is now. */
export type FigurePlace = { readonly personId: number; readonly unitId: number | null; readonly districtId: number | null }

/** A period of responsibility that began in the period asked for, with the unit and district that the youth has now. */
export type FigureEntry = {
  readonly personId: number
  readonly enteredOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly unitId: number | null
  readonly districtId: number | null
}

export const groupings = ['none', 'unit', 'district'] as const
export type Grouping = (typeof groupings)[number]

/** Half-open: `untilOn` is the first day after. */
export type FigureQuestion = { readonly fromOn: PlainDate; readonly untilOn: PlainDate; readonly by: Grouping }

/** One channel: how many were sent or made, how many of them were answered, and how many youths were reached by them. */
export type ChannelFigures = { readonly made: number; readonly answered: number; readonly reached: number }

/** Distinct youths: each step holds those of the step before who went on. */
export type Funnel = { readonly written: number; readonly answered: number; readonly spokenWith: number; readonly choseSupport: number }

/** Days from entry, of those who got so far. `due`: begun, or the last day to begin has passed. `median` null: nobody has got so far. */
export type Waits = {
  readonly entered: number
  readonly due: number
  readonly begun: number
  readonly begunInTime: number
  readonly reached: number
  readonly medianToAttempt: number | null
  readonly medianToReached: number | null
}

/** Of the youths reached in the period, how many chose support of each department; one youth can choose several. */
export type Support = { readonly reached: number; readonly chose: Readonly<Record<string, number>> }

/** What was done with youths whom the responsibility did not cover that day: never among the others' figures. */
export type OutsideFigures = {
  /** Distinct youths whom somebody tried to reach, or who were heard. */
  readonly youths: number
  readonly channels: Readonly<Record<FigureChannel, ChannelFigures>>
  /** Distinct youths whose voice was heard, and of them those who chose support. */
  readonly reached: number
  readonly choseSupport: number
  readonly measures: MeasureFigures
}

/** The figures of one group; `group` null: everybody, or those without a unit or district. */
export type GroupFigures = {
  readonly group: number | null
  /** Distinct youths whom the responsibility covered on some day of the period. */
  readonly covered: number
  readonly channels: Readonly<Record<FigureChannel, ChannelFigures>>
  readonly funnel: Funnel
  readonly waits: Waits
  readonly support: Support
  readonly measures: MeasureFigures
  readonly outside: OutsideFigures
}

/** The channels that turn to the youth. Partners and schools are told or asked about somebody, which is no outreach step. */
export const figureChannels = [
  'letter',
  'sms',
  'email',
  'phone',
  'visitCard',
  'homeVisit',
  'socialMedia',
  'inPerson',
] as const satisfies readonly Channel[]
export type FigureChannel = (typeof figureChannels)[number]
