/** The nouns of logging by hand: what was written, what it becomes, and a contact as it is shown. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'
import type { AgreedStep, Channel, Occupation, Outcome } from '../ladder/index.ts'
import type { Moment, TimeProblem, WrittenTime } from './contact-time.rules.ts'
import type { ContactOrigin, Way } from './outreach.types.ts'

/** Who began: an attempt is ours, a call from the youth is not. */
export const directions = ['weContacted', 'youthContacted'] as const
export type Direction = (typeof directions)[number]

/** A contact as somebody wrote it. */
export type ContactDraft = WrittenTime & {
  readonly channel: Channel
  readonly direction: Direction
  readonly outcome: Outcome
  /** The entry of the ledger that was used; null: none, or one that is not in it. */
  readonly wayId: string | null
  /** The second of a home visit. */
  readonly secondStaffId: string | null
  readonly occupation: Occupation | null
  readonly nextStep: AgreedStep | null
  readonly nextOn: PlainDate | null
  /** Whose support the youth chose: a key of the setting. */
  readonly department: string | null
  readonly note: string
  /** What its writer was warned of in the note and keeps. */
  readonly noteKept: Kept
}

/** What is known when a draft is judged. */
export type KnownThen = {
  readonly now: Moment
  readonly by: string
  readonly bornOn: PlainDate | null
  /** Covered on the day of the contact, watched now, or on the restricted list: somebody whose contacts may be kept (förordning 2006:39 4 §). */
  readonly isFollowed: boolean
  readonly ways: readonly Way[]
  readonly colleagues: readonly string[]
  readonly departments: readonly string[]
}

/** What the draft is judged to be. `moment` null: now. */
export type JudgedContact = {
  readonly attempted: boolean
  readonly reached: boolean
  readonly moment: Moment | null
  readonly way: Way | null
}

export type ContactProblem =
  | TimeProblem
  | 'not-of-the-channel'
  | 'not-incoming'
  | 'before-birth'
  | 'not-followed'
  | 'unknown-way'
  | 'dead-number'
  | 'number-missing'
  | 'two-needed'
  | 'occupation-unheard'
  | 'support-unheard'
  | 'unknown-department'
  | 'step-missing'
  | 'next-day-passed'
  | 'next-day-too-far'

/** A contact as it is shown. Times are Swedish local time, `YYYY-MM-DD HH:MM`. */
export type ShownContact = {
  readonly contactId: string
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  readonly at: string
  readonly loggedAt: string
  /** The number or address that was used. */
  readonly way: Pick<Way, 'kind' | 'value'> | null
  readonly byId: string | null
  readonly by: string
  readonly secondBy: string | null
  readonly occupation: Occupation | null
  readonly nextStep: AgreedStep | null
  readonly nextOn: PlainDate | null
  readonly department: string | null
  readonly note: string
  readonly origin: ContactOrigin
  /** Logged just now: it can still be undone. */
  readonly isFresh: boolean
  /** Null: it stands. */
  readonly struck: { readonly at: string; readonly by: string; readonly why: string } | null
}
