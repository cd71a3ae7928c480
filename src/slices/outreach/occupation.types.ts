/** The nouns of what a youth is said to do, as it is shown, written and confirmed. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { SeenYouth } from '../worklist/index.ts'
import type { OccupationOrigin, OccupationSource } from './outreach.types.ts'

export const occupationSources = ['youth', 'school', 'employer', 'otherActor'] as const satisfies readonly OccupationSource[]

/** What was said, by whom, and the day from which it counts as unknown again. */
export type SaidOccupation = {
  readonly occupationId: string
  readonly kind: Occupation
  readonly source: OccupationSource
  readonly sinceOn: PlainDate | null
  readonly statedOn: PlainDate
  readonly reviewOn: PlainDate
}

export type OccupationCardData = {
  /** The day that is shown: what was said by then. */
  readonly on: PlainDate
  readonly said: SaidOccupation | null
  /** What is said of the youth may be kept. */
  readonly isFollowed: boolean
}

/** Where an earlier statement is now: it stands, something else has taken its place, or it was taken back. */
export type StatementState = 'stands' | 'replaced' | 'retracted'

/** A statement in the history. */
export type ToldOccupation = SaidOccupation & {
  readonly origin: OccupationOrigin
  /** Who wrote it down. */
  readonly by: string
  readonly state: StatementState
}

/** Days that a youth was covered: from the first to the day after the last; null: still. */
export type CoveredDays = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** What lacks an occupation, where somebody comes to fill it in: the registration of the last period, or a contact. */
export type Lacking = 'registration' | { readonly contactId: string }

/** Everything about what one youth does. */
export type OccupationOfYouth = OccupationCardData & {
  readonly youth: SeenYouth
  readonly history: readonly ToldOccupation[]
  /** When the youth has been covered: what was done then can be written down also when nobody follows the youth any more. */
  readonly covered: readonly CoveredDays[]
  /** What lacks one, and its day. */
  readonly lacking: { readonly what: 'registration' | 'contact'; readonly on: PlainDate } | null
}

/** `stale`: something else has been said since. */
export type ConfirmRefusal = 'missing' | 'stale' | 'not-followed'
