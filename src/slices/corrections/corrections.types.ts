/** The words of correction cases: a line of somebody's chain that is not right, parked until its source is read again. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'
import type { LineName } from '../law/index.ts'

/** What is not right with the line. */
export const correctionReasons = ['wrong', 'missing', 'outdated', 'other-person', 'other'] as const
export type CorrectionReason = (typeof correctionReasons)[number]

/** How a case ends: the source mended it, it was right after all, or a decision by us settles it. */
export const correctionOutcomes = ['corrected', 'stands', 'decided'] as const
export type CorrectionOutcome = (typeof correctionOutcomes)[number]

/** What a person can answer an open case with: an end, or that it waits for the next read once more. */
export const correctionAnswers = [...correctionOutcomes, 'again'] as const
export type CorrectionAnswer = (typeof correctionAnswers)[number]

/** Parked until the source is read; read since, so that somebody should look; closed. The first two are derived. */
export type CorrectionState = 'waiting' | 'toCheck' | 'closed'

export type Correction = {
  readonly id: number
  readonly line: LineName
  readonly reason: CorrectionReason
  readonly note: string
  readonly source: string
  /** The text to the source; empty for a protected person. */
  readonly message: string
  readonly openedBy: string
  readonly openedAt: string
  readonly state: CorrectionState
  /** The day of the source's latest good read since, when there is one. */
  readonly readOn: PlainDate | null
  readonly closedBy: string | null
  readonly closedAt: string | null
  readonly outcome: CorrectionOutcome | null
  readonly closingNote: string
  readonly version: number
}

/** A case in a list or on its own page, with whose it is. */
export type SeenCorrection = Correction & {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string | null
  readonly isProtected: boolean
}

export type NewCorrection = {
  readonly line: LineName
  readonly reason: CorrectionReason
  readonly note: string
  readonly source: string
  readonly message: string
  /** What its writer was warned of and keeps. */
  readonly noteKept: Kept
}

/** How many cases there are of each state. */
export type CorrectionCounts = Readonly<Record<CorrectionState, number>>

/** A page of cases with the counts of all. */
export type CorrectionList = { readonly rows: readonly SeenCorrection[]; readonly counts: CorrectionCounts }

/** Cases a page. */
export const casesPerPage = 50
