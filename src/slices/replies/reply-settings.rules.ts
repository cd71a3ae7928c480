/** What the reply page needs of the municipality's settings for messages. */
import { z } from 'zod'

const phone = z.string().regex(/^\+[1-9]\d{6,14}$/)

/** The telephone that youths are told to ring, in E.164; null when none is set. */
export function contactPhoneFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): string | null {
  const parsed = phone.safeParse(rows.find(({ key }) => key === 'messages.contactPhone')?.value)
  return parsed.success ? parsed.data : null
}
