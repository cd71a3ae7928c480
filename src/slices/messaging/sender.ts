/** What the sender works with: a municipality, its channels, and how a message is composed. */
import type { Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { MailConfig } from '../../platform/mail.ts'
import type { SmsConfig } from '../../platform/sms-gateway.ts'
import type { Composed, ComposeRefusal, ComposeWith, Message } from './message.types.ts'
import type { MessagingSettings } from './messaging-settings.rules.ts'

/** The installation's ways out. Null: not set up, and what goes that way waits in the outbox. */
export type Channels = {
  readonly sms: SmsConfig | null
  readonly mail: MailConfig | null
  /** Under which each municipality has a folder of its own. */
  readonly printFolder: string
  /** Where browsers and the SMS provider reach the product, without a slash at the end. */
  readonly publicUrl: string
}

export type SendPlace = { readonly code: string; readonly name: string; readonly pool: Pool }

/**
 * What another slice puts in a message as it leaves, and the outbox never keeps: a secret link, a one-time code. By the field's name in the
 * template; nothing for a message that is none of its own. Refused: what the message was for is over, and it is not to be sent at all.
 */
export type SecretsOf = (
  tx: Tx,
  message: Pick<Message, 'id' | 'templateKey' | 'lang'>,
  around: { readonly publicUrl: string; readonly placeCode: string },
) => Promise<Decision<Readonly<Record<string, string>>, 'too-late'>>

export type Sender = Channels & {
  readonly place: SendPlace
  readonly settings: MessagingSettings
  readonly compose: (tx: Tx, message: Message, given: ComposeWith) => Promise<Decision<Composed, ComposeRefusal>>
  /** Left out: no message has secrets. */
  readonly secretsOf?: SecretsOf | undefined
  /** Told of defects; the message that met one has failed, and the others go on. */
  readonly report: (error: unknown) => void
  /** Whether to stop between two messages. */
  readonly isOver: () => boolean
}
