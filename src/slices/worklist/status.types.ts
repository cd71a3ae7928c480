/** Where a youth stands on a day (DOMAIN.md 4), as values: what it is worked out from, why it is so, and what would change it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Tab } from './worklist.types.ts'

/** Days [fromOn, untilOn); null: without a known end. */
export type StatusSpan = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** A measure that counts and stands. It goes on until somebody ends it: a planned end that passes ends nothing. */
export type StatusMeasure = StatusSpan & { readonly name: string; readonly plannedUntilOn: PlainDate | null }

/** Studies in another school form, as they are called. */
export type StatusStudy = StatusSpan & { readonly name: string }

/** What a status is worked out from. Nothing in it is a status that somebody has set. */
export type StatusFacts = {
  /** Periods of responsibility in the municipality that asks; they never overlap. */
  readonly periods: readonly StatusSpan[]
  readonly measures: readonly StatusMeasure[]
  readonly otherForms: readonly StatusStudy[]
  readonly watches: readonly StatusSpan[]
  /** Protected registration whose stay nobody has confirmed, that day: on the restricted list, and on no other (DOMAIN.md 3.3). */
  readonly isUnconfirmed: boolean
}

/** Why somebody stands there. `others`: how many more measures say the same. */
export type StatusReason =
  | { readonly tab: 'measureOngoing'; readonly measure: StatusMeasure; readonly others: number; readonly after: CoveredTab }
  | { readonly tab: 'measurePlanned'; readonly measure: StatusMeasure; readonly others: number }
  | { readonly tab: 'otherSchoolForm'; readonly study: StatusStudy }
  /** `ended`: the measure whose end put the youth there; null when it was something else. */
  | { readonly tab: 'toAct'; readonly sinceOn: PlainDate; readonly ended: StatusMeasure | null }
  | { readonly tab: 'watching'; readonly sinceOn: PlainDate }
  | { readonly tab: 'closed'; readonly sinceOn: PlainDate }
  | { readonly tab: 'unconfirmedStay' }
  | { readonly tab: null }

/** The statuses of the covered. */
export type CoveredTab = Extract<Tab, 'toAct' | 'measurePlanned' | 'measureOngoing' | 'otherSchoolForm'>

/** Where a youth stands, why, and the first later day on which that changes by what is known already; null: on none. */
export type Status = {
  readonly reason: StatusReason
  readonly changes: { readonly on: PlainDate; readonly to: Tab | null } | null
}
