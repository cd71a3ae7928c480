/** The settings of messages as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

export type MessagingSettings = {
  /** What one part of an SMS costs, in öre. */
  readonly smsOre: number
  /** How many days a reply code in a message lasts. */
  readonly replyDays: number
  /** In E.164: whom youths call when no colleague has them, or the colleague has no number. Null: not set. */
  readonly contactPhone: string | null
  /** Who writes to youths that no colleague has. Null: not set. */
  readonly contactName: string | null
  /** What the sender is called where a youth has no unit, or where the unit's own name would name the matter. */
  readonly unitName: string
  /** The sender of an SMS as the telephone shows it; null: as the gateway is set up. */
  readonly senderName: string | null
  /** Where a letter goes that does not find its way, on one line; null: none on the letter. */
  readonly returnAddress: string | null
  /** Languages that no translator has proofread may be sent, with a warning on the round. */
  readonly mayUnproofread: boolean
}

/** What is in force where nothing has been set. */
export const shippedMessaging: MessagingSettings = {
  smsOre: 35,
  replyDays: 60,
  contactPhone: null,
  contactName: null,
  unitName: 'Ungdomsteamet',
  senderName: null,
  returnAddress: null,
  mayUnproofread: true,
}

const line = z.string().trim().min(1).max(120)

/** The shape of each value. A sender's name is what telephones take: letters and digits, and a letter first. */
export const messagingShapes = {
  smsOre: z.int().min(0).max(1000),
  replyDays: z.int().min(1).max(366),
  contactPhone: z
    .string()
    .regex(/^\+[1-9]\d{6,14}$/)
    .nullable(),
  contactName: line.nullable(),
  unitName: line.max(80),
  senderName: z
    .string()
    .regex(/^[A-Za-z][A-Za-z0-9]{2,10}$/)
    .nullable(),
  returnAddress: line.nullable(),
  mayUnproofread: z.boolean(),
} as const

/** The key that a value is stored under. */
export const messagingKey = (name: keyof MessagingSettings): string => `messages.${name}`

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function messagingSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): MessagingSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = <Name extends keyof MessagingSettings>(name: Name): MessagingSettings[Name] => {
    const key = messagingKey(name)
    return stored.has(key) ? (messagingShapes[name].parse(stored.get(key)) as MessagingSettings[Name]) : shippedMessaging[name]
  }
  return {
    smsOre: valueOf('smsOre'),
    replyDays: valueOf('replyDays'),
    contactPhone: valueOf('contactPhone'),
    contactName: valueOf('contactName'),
    unitName: valueOf('unitName'),
    senderName: valueOf('senderName'),
    returnAddress: valueOf('returnAddress'),
    mayUnproofread: valueOf('mayUnproofread'),
  }
}
