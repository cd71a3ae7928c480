/** The nouns of the youth's own page: the link that was sent, what stands in a way's way, and whoever holds a link. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { KnownMessage } from '../messaging/index.ts'

/** A link and its codes go the same way. */
export const linkChannels = ['sms', 'email'] as const
export type LinkChannel = (typeof linkChannels)[number]

/** Why a number or an address cannot be sent a link: it is dead, the youth has said no to the channel, or it takes no texts. */
export type WayProblem = 'dead' | 'optedOut' | 'fixedLine'

/** A number or an address of the youth, as the form offers it. */
export type WayChoice = {
  readonly id: number
  readonly wayId: string
  readonly channel: LinkChannel
  readonly value: string
  readonly deadOn: PlainDate | null
  readonly problem: WayProblem | null
}

/** `over`: it ran out by itself. `unreachable`: what it was sent to is no longer the youth's, or is said no to. */
export type LinkState = 'open' | 'over' | 'revoked' | 'replaced' | 'unreachable'

/** A link as staff see it. Times are Swedish, `YYYY-MM-DDTHH:MM`; null: not yet. Where it was opened from is known to nobody. */
export type SentLink = {
  readonly linkId: string
  readonly channel: LinkChannel
  readonly value: string
  readonly state: LinkState
  readonly sentBy: string
  readonly madeAt: string
  readonly expiresAt: string
  readonly openedAt: string | null
  readonly lastUsedAt: string | null
  readonly endedAt: string | null
  readonly endedBy: string | null
  readonly messageId: number
}

/** The link with what became of its message. */
export type ShownLink = SentLink & { readonly message: KnownMessage | null }

/** A live link, as whoever holds it meets us. */
export type LiveLink = {
  readonly id: number
  readonly personId: number
  readonly subjectId: string
  readonly channel: LinkChannel
  readonly wayId: number
}

/** The code that waits for its link. `salt` and `hash` null: it has not left yet, and no code is the right one. */
export type LiveCode = {
  readonly id: number
  readonly messageId: number
  readonly salt: Buffer | null
  readonly hash: Buffer | null
  readonly tries: number
  readonly isExpired: boolean
}

/** How many codes a link has asked for. */
export type CodeCounts = { readonly lastHour: number; readonly lastDay: number }
