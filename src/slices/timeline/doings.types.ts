/** What a youth is known to do, and what is done with the youth, as spans of time: measures, occupations, watches. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'

/** A measure that stands. It goes on until somebody ends it. */
export type DoneMeasure = {
  readonly measureId: string
  readonly name: Readonly<Record<Lang, string>>
  /** Whether it is a measure in the sense of the lists: a single talk is not. */
  readonly counts: boolean
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly endedOn: PlainDate | null
}

/** A statement about the occupation, and the day from which it counts as unknown again. */
export type SaidOccupation = {
  readonly kind: Occupation
  readonly source: 'youth' | 'school' | 'employer' | 'otherActor'
  readonly sinceOn: PlainDate | null
  readonly statedOn: PlainDate
  readonly reviewOn: PlainDate
  readonly by: string
  /** Taken back: said by mistake. */
  readonly isRetracted: boolean
}

export type WatchSpan = {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly ground: string
  readonly by: string
  readonly stoppedBy: string | null
}

export type Doings = {
  readonly measures: readonly DoneMeasure[]
  /** In the order that they were said. */
  readonly occupations: readonly SaidOccupation[]
  readonly watches: readonly WatchSpan[]
}
