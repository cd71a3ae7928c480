/** The settings of messages as a form says them: read, checked, and compared with those in force. */
import { parsePhone, phoneText, type E164Phone } from '../../platform/phone.ts'
import { messagingKey, messagingShapes, type MessagingSettings } from './messaging-settings.rules.ts'
import { matterWordsIn } from './template-words.ts'

/** Fields of text, in the order of the form. */
export const messagingFields = ['contactPhone', 'contactName', 'unitName', 'senderName', 'returnAddress', 'replyDays', 'smsOre'] as const
export type MessagingField = (typeof messagingFields)[number]

export type TypedMessaging = { readonly texts: Readonly<Record<MessagingField, string>>; readonly mayUnproofread: boolean }

export type MessagingProblem = 'not-a-phone' | 'too-long' | 'required' | 'not-a-sender' | 'not-days' | 'not-ore' | 'names-the-matter'
export type MessagingProblemAt = { readonly field: MessagingField; readonly problem: MessagingProblem }

/** The settings in force as the form shows them. */
export const typedMessaging = (settings: MessagingSettings): TypedMessaging => ({
  mayUnproofread: settings.mayUnproofread,
  texts: {
    contactPhone: settings.contactPhone === null ? '' : phoneText(settings.contactPhone as E164Phone),
    contactName: settings.contactName ?? '',
    unitName: settings.unitName,
    senderName: settings.senderName ?? '',
    returnAddress: settings.returnAddress ?? '',
    replyDays: String(settings.replyDays),
    smsOre: String(settings.smsOre),
  },
})

type Read = { readonly value: string | number | null } | { readonly problem: MessagingProblem }

const number = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : Number.NaN)
const phone = (text: string): Read => {
  const parsed = parsePhone(text)
  return parsed.granted ? { value: parsed.value } : { problem: 'not-a-phone' }
}

/** What is said of the unit stands where others may see it. */
function unitName(text: string): Read {
  if (text === '') return { problem: 'required' }
  return matterWordsIn('sv', text).length > 0 ? { problem: 'names-the-matter' } : { value: text }
}

const readers: Readonly<Record<MessagingField, (text: string) => Read>> = {
  contactPhone: (text) => (text === '' ? { value: null } : phone(text)),
  contactName: (text) => ({ value: text === '' ? null : text }),
  unitName,
  senderName: (text) => ({ value: text === '' ? null : text }),
  returnAddress: (text) => ({ value: text === '' ? null : text }),
  replyDays: (text) => ({ value: number(text) }),
  smsOre: (text) => ({ value: number(text) }),
}

const shapeProblems: Readonly<Record<MessagingField, MessagingProblem>> = {
  contactPhone: 'not-a-phone',
  contactName: 'too-long',
  unitName: 'too-long',
  senderName: 'not-a-sender',
  returnAddress: 'too-long',
  replyDays: 'not-days',
  smsOre: 'not-ore',
}

function readField(field: MessagingField, text: string): Read {
  const read = readers[field](text.replaceAll(/\s+/g, ' ').trim())
  if ('problem' in read) return read
  return messagingShapes[field].safeParse(read.value).success ? read : { problem: shapeProblems[field] }
}

/** The settings that the form says, or what is wrong field by field. */
export function readMessagingDraft({ texts, mayUnproofread }: TypedMessaging): {
  readonly draft: MessagingSettings | null
  readonly problems: readonly MessagingProblemAt[]
} {
  const read = messagingFields.map((field) => [field, readField(field, texts[field])] as const)
  const problems = read.flatMap(([field, one]) => ('problem' in one ? [{ field, problem: one.problem }] : []))
  const values = Object.fromEntries(read.map(([field, one]) => [field, 'value' in one ? one.value : null]))
  return { draft: problems.length > 0 ? null : ({ ...values, mayUnproofread } as unknown as MessagingSettings), problems }
}

/** What must be stored for the draft to be in force: only what differs. */
export const messagingChanges = (
  present: MessagingSettings,
  draft: MessagingSettings,
): { readonly key: string; readonly value: unknown }[] =>
  ([...messagingFields, 'mayUnproofread'] as const)
    .filter((name) => draft[name] !== present[name])
    .map((name) => ({ key: messagingKey(name), value: draft[name] }))
