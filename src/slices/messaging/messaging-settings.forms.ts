/** The form of the settings of messages, read once at the edge; what the texts mean is for `messaging-draft`. */
import { z } from 'zod'
import { optionalText, tickField, wholeField } from '../../platform/form.ts'
import { messagingFields, type MessagingField, type TypedMessaging } from './messaging-draft.ts'

const text = optionalText(200)

export const messagingSettingsForm = z.strictObject({
  version: wholeField,
  contactPhone: text,
  contactName: text,
  unitName: text,
  senderName: text,
  returnAddress: text,
  replyDays: text,
  smsOre: text,
  mayUnproofread: tickField,
})

/** The form as it came, whether or not it could be read: shown again with nothing lost. */
export const typedMessagingFrom = (typed: Readonly<Record<string, readonly string[]>>): TypedMessaging => ({
  texts: Object.fromEntries(messagingFields.map((field) => [field, (typed[field]?.[0] ?? '').slice(0, 200)])) as Record<
    MessagingField,
    string
  >,
  mayUnproofread: typed['mayUnproofread'] !== undefined,
})
