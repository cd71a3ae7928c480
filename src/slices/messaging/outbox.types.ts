/** The outbox as a page shows it. */
import type { MessageChannel, MessageState } from './message.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** What is asked for. `round`: the round's random id. */
export type OutboxFilter = {
  readonly state: MessageState | null
  readonly channel: MessageChannel | null
  readonly round: string | null
}

export type OutboxCounts = Readonly<Record<MessageState, number>>

/** A message with whose it is: a youth that the reader may see, or a colleague. */
export type OutboxRow = {
  readonly messageId: string
  readonly subjectId: string | null
  /** Empty when the register knows no name. */
  readonly name: string
  readonly channel: MessageChannel
  readonly templateKey: TemplateKey
  readonly roundId: string | null
  readonly round: string | null
  readonly state: MessageState
  readonly problem: string | null
  readonly tries: number
  /** Swedish local times. When it is tried next, for one that is queued; when it came to its present state. */
  readonly nextAt: string
  readonly at: string
}

export type OutboxRound = { readonly roundId: string; readonly name: string }

/** A print folder. `letters`: how many lie in it. */
export type OutboxFolder = {
  readonly folder: string
  readonly round: string | null
  readonly letters: number
  readonly closedAt: string | null
  readonly problem: string | null
}

/** How many wait because of the same thing. */
export type OutboxProblem = { readonly problem: string; readonly state: MessageState; readonly n: number }

export type Outbox = {
  /** Of the channel and round asked for, whatever the state. */
  readonly counts: OutboxCounts
  /** How many of those queued are due now. */
  readonly due: number
  readonly costOre: number
  readonly rows: readonly OutboxRow[]
  readonly rounds: readonly OutboxRound[]
  readonly folders: readonly OutboxFolder[]
  readonly problems: readonly OutboxProblem[]
}

/** Messages a page. */
export const messagesPerPage = 50

/** What a person can decide: that it got through, that it is sent again, that it is not, that it is stopped before it leaves. */
export const outboxChoices = ['arrived', 'again', 'giveUp', 'cancel'] as const
export type OutboxChoice = (typeof outboxChoices)[number]
