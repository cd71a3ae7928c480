/** The nouns of guided coding: what happened in everyday words, the codes it becomes by a convention, and what was coded. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, Occupation } from '../ladder/index.ts'
import type { EndProblem, MeasureProblem } from '../measures/index.ts'
import type { OccupationSource } from '../outreach/index.ts'

/**
 * What can have happened to a youth, as it is kept. `otherActor` is one value for everybody else whose measure a youth may be in: prison care,
 * placement, clinics, authorities. Which of them is never kept, sent or logged (DOMAIN.md 6; förordning 2006:39 5 §).
 */
export const codingEvents = [
  'workFound',
  'workMunicipal',
  'workAbroad',
  'studiesAbroad',
  'abroad',
  'otherStudies',
  'militaryService',
  'parentalLeave',
  'other',
  'otherActor',
  'declines',
  'singleTalk',
  'nothing',
  'unknown',
] as const
export type CodingEvent = (typeof codingEvents)[number]

/** Events whose codes no convention decides: the law, what must not be kept, and that unknown and known none are two things (DOMAIN.md 2, 3, 6). */
export const lockedEvents = ['studiesAbroad', 'otherActor', 'nothing', 'unknown'] as const satisfies readonly CodingEvent[]
export type LockedEvent = (typeof lockedEvents)[number]
export type FreeEvent = Exclude<CodingEvent, LockedEvent>
/** Events whose codes a convention decides, in the order that pages show them. */
export const freeEvents: readonly FreeEvent[] = codingEvents.filter(
  (event): event is FreeEvent => !lockedEvents.some((one) => one === event),
)

/** Who is responsible for a measure (förordning 2006:39 8 §). */
export const responsibles = ['youth', 'municipality', 'other'] as const
export type Responsible = (typeof responsibles)[number]

/** A measure as a code: a key of the municipality's catalogue, and who is responsible. */
export type MeasureCode = { readonly item: string; readonly responsible: Responsible }

/** What an event is coded as, as far as somebody decides it. */
export type CodingLine = { readonly occupation: Occupation | null; readonly measure: MeasureCode | null }

/** Where a convention comes from: a text we can point at, our own example, or the municipality itself. */
export type ConventionOrigin = 'sourced' | 'example' | 'own'

/** How a municipality or region codes. A version's lines never change. */
export type Convention = {
  readonly key: string
  readonly version: number
  readonly origin: ConventionOrigin
  /** Its own name, for one that the municipality has made; shipped ones are named in the texts. */
  readonly name: string | null
  readonly lines: Readonly<Record<FreeEvent, CodingLine>>
}

/** Why an event is coded as it is: a sentence of the texts. */
export const becauseKeys = [
  'workFound',
  'workMunicipal',
  'workAbroad',
  'studiesAbroad',
  'abroad',
  'otherStudies',
  'militaryService',
  'parentalLeave',
  'other',
  'otherActor',
  'declines',
  'declinesAsTalk',
  'singleTalk',
  'singleTalkAsMeasure',
  'nothing',
  'unknown',
  'exampleMilitary',
  'exampleAbroad',
  'ownChoice',
] as const
export type Because = (typeof becauseKeys)[number]

/** What an event becomes. A contact is logged besides when the youth was talked to. */
export type Codes = CodingLine & {
  /** A no is a contact of its own kind. */
  readonly declines: boolean
  /** The manual fact that ends coverage is written: upper secondary studies abroad, and nothing else. */
  readonly endsCoverage: boolean
  readonly because: Because
}

/** Who says it and how: one answer, so that the two cannot contradict each other. */
export const heardWays = [
  'weCalled',
  'youthCalled',
  'met',
  'smsReply',
  'emailReply',
  'socialReply',
  'loggedBefore',
  'school',
  'employer',
  'actor',
] as const
export type HeardWay = (typeof heardWays)[number]

/** What was heard, as the rest of the system has it. `channel` null: no contact is logged. */
export type Heard = { readonly source: OccupationSource; readonly channel: Channel | null; readonly weBegan: boolean }

/** What somebody wrote in the form. `minute`: since midnight; null: now, or not said. */
export type CodingDraft = {
  readonly event: CodingEvent
  readonly on: PlainDate
  readonly minute: number | null
  readonly heard: HeardWay
  /** Since when it is so, for an occupation. */
  readonly sinceOn: PlainDate | null
  /** The last day: planned, of a measure; of the studies abroad. */
  readonly untilOn: PlainDate | null
  /** How we know, for the fact that ends coverage. */
  readonly ground: string
}

/** Why the measure that the codes say cannot be written: it cannot be recorded, or not ended the day that it was. */
export type MeasureRefusal = MeasureProblem | Exclude<EndProblem, 'missing'>

/** What stands in the way, in the order that it is told. */
export type CodingProblem =
  | 'in-the-future'
  | 'time-missing'
  | 'before-birth'
  | 'not-followed'
  | 'contact-needed'
  | 'since-after'
  | 'since-too-early'
  | 'until-before'
  | 'until-too-far'
  | 'ground-missing'
  | 'overlaps-abroad'
  | 'note-flags'

/** Why a coding is struck. A choice and no free text: nothing sensitive can be written there. */
export const strikeReasons = ['pressedWrong', 'wrongYouth', 'wrongEvent', 'wrongDay', 'notSo'] as const
export type StrikeReason = (typeof strikeReasons)[number]

/** A coding as it is shown: what happened, what stands written. */
export type ShownCoding = {
  readonly codedId: string
  readonly event: CodingEvent
  readonly on: PlainDate
  readonly source: OccupationSource
  readonly convention: string
  readonly version: number
  readonly occupation: Occupation | null
  readonly item: string | null
  readonly hasContact: boolean
  readonly endsCoverage: boolean
  /** Swedish local time. */
  readonly at: string
  readonly by: string
  readonly byId: string
  readonly struck: { readonly why: StrikeReason; readonly at: string; readonly by: string } | null
  /** The codes are those of a replay. */
  readonly isReplayed: boolean
}
