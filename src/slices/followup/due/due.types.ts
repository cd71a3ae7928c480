/** What is due, late and coming for a youth, process by process. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Assessment, Presence } from '../assessments/assessments.types.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import type { InvestigationDecision, Judgement } from '../judgement/judgement.types.ts'
import type { Process } from '../members/members.types.ts'
import type { ListedYouth } from '../people/people.types.ts'
import type { DayRating } from '../ratings/ratings.types.ts'
import type { Signal } from '../signals/signals.types.ts'
import type { Report, Talk } from '../talks/talks.types.ts'

/** Everything that is known of a youth. */
export type History = {
  readonly presence: Presence
  readonly assessments: readonly Assessment[]
  /** The instruments that the assessments were begun with. */
  readonly instruments: readonly InstrumentVersion[]
  readonly signals: readonly Signal[]
  readonly ratings: readonly DayRating[]
  readonly talks: readonly Talk[]
  readonly reports: readonly Report[]
  readonly judgements: readonly Judgement[]
  readonly decisions: readonly InvestigationDecision[]
}

/** In the order of the work. */
export const dueKinds = ['assess', 'answer', 'acknowledge', 'rate', 'call', 'report', 'judge', 'decide'] as const
export type DueKind = (typeof dueKinds)[number]

/** Announced, due on the day itself, or passed without being done. */
export const dueStandings = ['late', 'due', 'coming'] as const
export type DueStanding = (typeof dueStandings)[number]

export type DueItem = {
  readonly process: Process
  readonly kind: DueKind
  readonly standing: DueStanding
  readonly dueOn: PlainDate
  /** What it is about: the quarter, the month of the report, the day to rate or the mark; the day of the proposal or the confirmation of a signal. */
  readonly about: PlainDate
  readonly signalId: string | null
  /** The areas that it is about; none for an assessment, which is about all. */
  readonly areas: readonly string[]
}

/** Something that is or was owed and is not done. What cannot be done any more is missed: it stays in the history as never made. */
export type Owed = Omit<DueItem, 'standing'> & { readonly canBeDone: boolean }

/** A youth that the reader sees, with everything known and what is due. */
export type YouthDue = { readonly youth: ListedYouth; readonly history: History; readonly due: readonly DueItem[] }
