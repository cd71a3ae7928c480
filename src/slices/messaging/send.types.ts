/** The nouns of sending: what is known when it is a message's turn, how handing over went, and why something was not sent. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { WayResult } from '../outreach/index.ts'
import type { Composed, Message, MessageChannel, MessageState } from './message.types.ts'

/** Why a message that was queued is not to be sent. */
export const cancelReasons = [
  'protected',
  'opted-out',
  'dead-way',
  'way-ended',
  'cooling',
  'no-way',
  'not-covered',
  'round-cancelled',
  'too-late',
  'by-hand',
] as const
export type CancelReason = (typeof cancelReasons)[number]

/** Why a message waits, is unsure or has failed. `defect`: composing it broke, which is ours to mend. */
export const sendProblems = [
  'no-address',
  'field-missing',
  'template-missing',
  'defect',
  'refused',
  'channel-down',
  'not-delivered',
  'given-up',
  'no-answer',
  'interrupted',
  'not-known',
  'folder-full',
  'folder-unwritable',
  'file-gone',
] as const
export type SendProblem = (typeof sendProblems)[number]

/** A number or an e-mail address as sending asks about it. */
export type SendWay = {
  readonly id: number
  readonly value: string
  readonly deadOn: PlainDate | null
  readonly isEnded: boolean
  readonly cooldownUntil: PlainDate | null
  readonly lastResult: WayResult | null
}

/** What is known of the youth, the round and the way in the moment before a message is sent. */
export type SendFacts = {
  readonly isProtected: boolean
  readonly isOptedOut: boolean
  readonly isCovered: boolean
  readonly hasDied: boolean
  readonly isRoundCancelled: boolean
  /** The way it was queued with; null: any. */
  readonly way: SendWay | null
  /** What there is to choose from when it was queued with none, the newest found first. */
  readonly ways: readonly SendWay[]
}

/** Where the message goes: a number or an e-mail address, or for paper the name of the print folder. */
export type Destination = { readonly wayId: number | null; readonly to: string; readonly folderId: number | null }

/** A message that this process alone is to hand over. */
export type Claimed = {
  readonly message: Message
  readonly claimedAt: Date
  readonly callbackToken: string
  readonly composed: Composed
  /** A number, an e-mail address, or the print folder's name. */
  readonly to: string
}

/** How handing over went. `down` and `held` are certain not to have gone out; `unsure` is not certain of anything. */
export type SendOutcome =
  /** `providerId`: what the provider calls it, or the file's name. */
  | { readonly kind: 'sent'; readonly providerId: string | null }
  | { readonly kind: 'failed'; readonly problem: string }
  | { readonly kind: 'down'; readonly problem: string }
  /** Paper that is certain not to lie in its folder, through no fault of its own: it counts as no try. Null minutes: at once. */
  | { readonly kind: 'held'; readonly problem: SendProblem; readonly afterMinutes: number | null }
  | { readonly kind: 'unsure'; readonly problem: SendProblem }

/** What became of one message's turn. `nothing`: there was none to send. */
export type Turn = 'nothing' | 'sent' | 'cancelled' | 'failed' | 'waits' | 'unsure'

/** What a pass did, in numbers. */
export type SendCounts = Readonly<Record<Exclude<Turn, 'nothing'>, number>>

/** Where a message stands, as a settling reads it. */
export type SettleRow = {
  readonly id: number
  readonly messageId: string
  readonly templateKey: Message['templateKey']
  readonly personId: number | null
  readonly subjectId: string | null
  readonly channel: MessageChannel
  readonly state: MessageState
  readonly problem: string | null
  readonly tries: number
  readonly wayId: number | null
  readonly contactId: number | null
  readonly claimedAt: string | null
  readonly providerId: string | null
  readonly isProtected: boolean
  /** Nothing has been heard of the way since the message was claimed: what the provider says of it is the latest. */
  readonly isWayUnheard: boolean
  /** The colleague who queued it, when it was one, and who a contact is to be by. */
  readonly staffId: string | null
  readonly byName: string
}
