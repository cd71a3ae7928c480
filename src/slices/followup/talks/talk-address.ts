/** Where talks and reports are. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'

const slugs: Readonly<Record<Recipient, string>> = { labourMarket: 'arbetsmarknad', housing: 'boendedrift' }

/** The process of an address; null: there is no such. */
export const recipientAt = (slug: string): Recipient | null =>
  (Object.keys(slugs) as Recipient[]).find((recipient) => slugs[recipient] === slug) ?? null

const own = (youthId: string): string => `/uppfoljning/ungdom/${youthId}`

export const talksAddress = (youthId: string): string => `${own(youthId)}/samtal`
export const talkAddress = (youthId: string, talkId: string): string => `${own(youthId)}/samtal/${talkId}`
export const callAddress = (youthId: string): string => `${own(youthId)}/kalla`

/** The report of the month, by the process. */
export const reportAddress = (youthId: string, recipient: Recipient, month: PlainDate): string =>
  `${own(youthId)}/rapport/${slugs[recipient]}/${month.slice(0, 7)}`
