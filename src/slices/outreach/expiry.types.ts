/** The nouns of the desk of statements that lapse: whose, what was said, and what has been heard since. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, Outcome } from '../ladder/index.ts'
import type { SaidOccupation } from './occupation.types.ts'

/** What lapses within the days, what has lapsed, and both of those who are watched outside the target group: they are counted apart. */
export const expiryGroups = ['expiring', 'lapsed', 'watched'] as const
export type ExpiryGroup = (typeof expiryGroups)[number]

/** Which page of the desk. `mine`: those the reader has, or stands in for. */
export type ExpiryView = { readonly group: ExpiryGroup; readonly mine: boolean; readonly page: number }

/** Youths a page. */
export const expiriesPerPage = 25

/** An answer from the reply page that waits for somebody; what it says is null for a protected youth until a fresh sign-in. */
export type HeardReply = {
  readonly way: 'reply'
  readonly id: string
  readonly on: PlainDate
  readonly answer: 'callMe' | 'studying' | 'working' | 'somethingElse' | 'notNow' | null
  readonly since: PlainDate | null
}
/** An answered one-question link. */
export type HeardAnswer = {
  readonly way: 'question'
  readonly id: string
  readonly on: PlainDate
  readonly answer: 'yes' | 'no' | 'unknown'
  readonly since: PlainDate | null
  readonly receiver: 'school' | 'employer' | 'otherActor'
}
/** A contact or an attempt: that it was made, not what was said. */
export type HeardContact = {
  readonly way: 'contact'
  readonly id: string
  readonly on: PlainDate
  readonly channel: Channel
  readonly outcome: Outcome
}
/** Something heard after the statement. */
export type Heard = HeardReply | HeardAnswer | HeardContact

/** A row of the desk. */
export type ExpiryRow = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly isProtected: boolean
  readonly isWatched: boolean
  readonly staff: string | null
  readonly said: SaidOccupation
  /** The latest of each way, the newest first. */
  readonly heard: readonly Heard[]
}

export type ExpiryDesk = {
  readonly view: ExpiryView
  readonly counts: Readonly<Record<ExpiryGroup, number>>
  readonly rows: readonly ExpiryRow[]
}

/** A ticked row: whose, the statement that was seen, and the answer that it was ticked by; null: by hand. */
export type TickedExpiry = { readonly subjectId: string; readonly occupationId: string; readonly answerId: string | null }

/**
 * How it went for one row. `otherwise`: what has been heard says something else; `stale`: something has been said since the page was made;
 * `read-first`: the answer has words that somebody must read.
 */
export type ExpiryOutcome =
  | 'confirmed'
  | 'confirmedByAnswer'
  | 'otherwise'
  | 'read-first'
  | 'stale'
  | 'not-followed'
  | 'missing'
  | 'sign-in-again'
  | 'night-is-running'

/** The answer for one row; the name is null for what the reader may not see. */
export type ExpiryResult = { readonly subjectId: string; readonly name: string | null; readonly outcome: ExpiryOutcome }
