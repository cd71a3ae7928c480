/** What the person page shows of messages. */
import type { MessageChannel, MessageState } from './message.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** A message to a youth as the person page shows it. */
export type MessageOfYouth = {
  readonly channel: MessageChannel
  readonly templateKey: TemplateKey
  readonly round: string | null
  readonly state: MessageState
  readonly problem: string | null
  readonly isForwarded: boolean
  readonly tries: number
  /** Swedish local times. */
  readonly nextAt: string
  readonly at: string
}
