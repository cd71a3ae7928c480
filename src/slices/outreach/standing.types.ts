/** What the ladder is asked with, as the database gives it, and the line that comes of it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AgreedStep, Channel, Occupation, Outcome } from '../ladder/index.ts'

/** A contact as the ladder reads it; `minute` since midnight, Swedish time. */
export type EventRow = {
  readonly on: PlainDate
  readonly minute: number
  readonly at: string
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  readonly agreed: AgreedStep | null
  readonly agreedOn: PlainDate | null
}

/** Everything about one youth, in one row. */
export type StandingRow = {
  readonly personId: number
  readonly enteredOn: PlainDate | null
  readonly bornOn: PlainDate | null
  readonly isProtected: boolean
  readonly hasAddress: boolean
  readonly livePhones: number
  readonly deadPhones: number
  /** The day the first of the live numbers was found. */
  readonly phoneFoundOn: PlainDate | null
  readonly hasEmail: boolean
  readonly optedOut: readonly ('letter' | 'sms' | 'email' | 'phone' | 'homeVisit')[]
  readonly events: readonly EventRow[]
  readonly openReplyOn: PlainDate | null
  readonly meetingOn: PlainDate | null
  readonly visitOn: PlainDate | null
  readonly occupation: Occupation | null
  readonly occupationOn: PlainDate | null
  readonly occupationReviewOn: PlainDate | null
}

/** A line as it is saved; dates as text, `detail` what the sentence about the next step needs besides. */
export type StandingLine = {
  readonly personId: number
  readonly enteredOn: PlainDate | null
  readonly firstAttemptOn: PlainDate | null
  readonly firstReachedOn: PlainDate | null
  readonly lastAttemptAt: string | null
  readonly lastAttemptChannel: string | null
  readonly lastAttemptOutcome: string | null
  readonly lastReachedAt: string | null
  readonly lastReachedChannel: string | null
  readonly beginBy: PlainDate | null
  readonly waitsFor: string
  readonly step: string | null
  readonly stepNth: number | null
  readonly stepOf: number | null
  readonly stepFrom: PlainDate | null
  readonly stepDue: PlainDate | null
  readonly quietUntil: PlainDate | null
  readonly detail: object
  readonly livePhones: number
  readonly deadPhones: number
  readonly occupation: string | null
  readonly occupationOn: PlainDate | null
  readonly occupationReviewOn: PlainDate | null
}
