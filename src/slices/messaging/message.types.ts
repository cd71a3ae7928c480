/** The nouns of the outbox: a message to a youth, to a colleague or to whoever receives a referral, what becomes of it, and what composing it gives. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { TemplateChannel, TemplateKey } from './shipped/shipped.types.ts'

/** How a message leaves: a letter or a visit card by the print folder, an SMS by the gateway, an e-mail by SMTP. */
export type MessageChannel = TemplateChannel

/** `unsure`: handed over, but nobody knows whether it got through; a person decides. Never sent again by itself. */
export const messageStates = ['queued', 'sending', 'sent', 'delivered', 'failed', 'unsure', 'cancelled'] as const
export type MessageState = (typeof messageStates)[number]

/** To whom: a youth, a colleague (reminders, alarms), or whoever receives a referral: she is told that something waits, and nothing of any youth. */
type Addressee =
  | { readonly personId: number; readonly staffId: null; readonly referralId?: null }
  | { readonly personId: null; readonly staffId: string; readonly referralId?: null }
  | { readonly personId: null; readonly staffId: null; readonly referralId: string }

/**
 * A message to be queued. Names, numbers and addresses are fetched when it is sent and stand nowhere in it: `fields` holds only what
 * says nothing of a person (day, time, place), by the field's name in the template.
 */
export type NewMessage = Addressee & {
  /** The round it belongs to; null: a message by itself. */
  readonly roundId: number | null
  readonly channel: MessageChannel
  readonly templateKey: TemplateKey
  readonly lang: ContactLang
  /** 0: the shipped text. */
  readonly templateVersion: number
  /** The number or e-mail to use; null: the best one when it is sent (and always null for paper). */
  readonly wayId: number | null
  readonly fields: Readonly<Record<string, string>>
  /** The same thing is queued once, however often it is asked for; null: each time. */
  readonly onceKey: string | null
  /** An instant as PostgreSQL reads it; null: at once. */
  readonly notBefore: string | null
  /** A colleague's id, or the program's name. */
  readonly queuedBy: string
}

/** A message as composing is handed it. `personId` is the person's own record, also when the message was queued to one merged since. */
export type Message = Addressee & {
  readonly id: number
  readonly messageId: string
  readonly roundId: number | null
  readonly channel: MessageChannel
  readonly templateKey: TemplateKey
  readonly lang: ContactLang
  readonly templateVersion: number
  readonly fields: Readonly<Record<string, string>>
  readonly queuedBy: string
}

/** What composing needs beside the message. */
export type ComposeWith = {
  readonly place: { readonly code: string; readonly name: string }
  /** Where browsers reach the product, without a slash at the end: reply links begin with it. */
  readonly publicUrl: string
  /** Issued for this sending alone; null for a message to a colleague. */
  readonly replyCode: string | null
  /** What another slice made for this sending alone, by the field's name in the template: a secret link, a one-time code. Left out: nothing. */
  readonly secrets?: Readonly<Record<string, string>>
  readonly today: PlainDate
  /** A letter to a protected youth by the forwarding route: without address. */
  readonly isForwarded: boolean
}

/**
 * A letter or a card as markup (`documentSetUp` and its like): `pdfOf(setUp + part)` is its own PDF, and `mergedPdf(sharedSetUp, parts)` one of
 * many, so a part sets its own language, and all of a channel have the same `sharedSetUp`. `postalCode`: five digits, '' without an address.
 */
export type ComposedPaper = {
  readonly kind: 'paper'
  readonly setUp: string
  readonly sharedSetUp: string
  readonly part: string
  readonly postalCode: string
}
export type ComposedSms = { readonly kind: 'sms'; readonly text: string }
export type ComposedMail = { readonly kind: 'email'; readonly subject: string; readonly text: string }
export type Composed = ComposedPaper | ComposedSms | ComposedMail

/** Why a message cannot be composed: there is no address (any more), a field has no value, or the template's version is not there. */
export type ComposeRefusal = 'no-address' | 'field-missing' | 'template-missing'
