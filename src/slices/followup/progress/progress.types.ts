/** How an area has gone over a time: everything that a picture of it shows, and nothing of how it is drawn. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Way } from '../assessments/assessments.types.ts'
import type { Direction, Points, Recipient } from '../instrument/instrument.types.ts'
import type { Progression } from '../judgement/judgement.types.ts'
import type { RatedDay } from '../ratings/ratings.types.ts'
import type { TalkState } from '../talks/talks.types.ts'

/** From a day up to and including another. */
export type Period = { readonly firstOn: PlainDate; readonly lastOn: PlainDate }

/** The threshold in force from a day up to and including another. */
export type ThresholdTime = Period & { readonly threshold: Points; readonly direction: Direction }

/** An assessment's score. `isLow` by the instrument that it was begun with. */
export type ScoredDay = {
  readonly on: PlainDate
  readonly quarter: PlainDate
  readonly points: Points
  readonly difference: Points | null
  readonly way: Way | null
  readonly isLow: boolean
}

/** The ratings of a calendar month, of those days that were to be rated; `mean`, `least` and `most` are null when no day has a rating. */
export type RatedMonth = {
  readonly month: PlainDate
  readonly mean: Points | null
  readonly least: Points | null
  readonly most: Points | null
  readonly rated: number
  readonly missing: readonly PlainDate[]
}

/** A time that the area was followed up; `lastOn` null: it goes on. */
export type FollowedTime = { readonly firstOn: PlainDate; readonly lastOn: PlainDate | null; readonly recipient: Recipient }

export type AreaProgress = {
  readonly area: string
  readonly sv: string
  readonly en: string
  /** The greatest that a score can be. */
  readonly most: Points
  readonly thresholds: readonly ThresholdTime[]
  readonly scores: readonly ScoredDay[]
  /** Day by day; without points where there is no rating. */
  readonly ratings: readonly RatedDay[]
  readonly months: readonly RatedMonth[]
  readonly followed: readonly FollowedTime[]
  readonly talks: readonly { readonly on: PlainDate; readonly recipient: Recipient; readonly state: TalkState }[]
  readonly reports: readonly { readonly on: PlainDate; readonly recipient: Recipient; readonly month: PlainDate }[]
  readonly judgements: readonly {
    readonly on: PlainDate
    readonly month: PlainDate
    readonly progression: Progression
    readonly ground: string
  }[]
}

/** A position on opening an investigation: it is of the youth, and stands in every area's picture. */
export type Position = { readonly on: PlainDate; readonly opens: boolean; readonly ground: string }

export type Progress = { readonly period: Period; readonly areas: readonly AreaProgress[]; readonly positions: readonly Position[] }
