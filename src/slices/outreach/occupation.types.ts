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

/** Everything about what one youth does. */
export type OccupationOfYouth = OccupationCardData & { readonly youth: SeenYouth; readonly history: readonly ToldOccupation[] }

/** `stale`: something else has been said since. */
export type ConfirmRefusal = 'missing' | 'stale' | 'not-followed'
