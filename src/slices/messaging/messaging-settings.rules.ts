/** The settings of messages as stored, as the values that rules are handed. What is not set has the shipped value. */
import { z } from 'zod'

export type MessagingSettings = {
  /** What one part of an SMS costs, in öre. */
  readonly smsOre: number
  /** How many days a reply code in a message lasts. */
  readonly replyDays: number
}

/** What is in force where nothing has been set. */
export const shippedMessaging: MessagingSettings = { smsOre: 35, replyDays: 60 }

const shapes = {
  'messages.smsOre': z.int().min(0).max(1000),
  'messages.replyDays': z.int().min(1).max(366),
} as const

/** @throws ZodError when a stored value does not have its shape: it was written past the settings' own action */
export function messagingSettingsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): MessagingSettings {
  const stored = new Map(rows.map(({ key, value }) => [key, value]))
  const valueOf = (key: keyof typeof shapes, shipped: number): number => (stored.has(key) ? shapes[key].parse(stored.get(key)) : shipped)
  return {
    smsOre: valueOf('messages.smsOre', shippedMessaging.smsOre),
    replyDays: valueOf('messages.replyDays', shippedMessaging.replyDays),
  }
}
