/** What a provider's report says of a message. Reports come late, twice and in any order. */
import type { MessageState } from './message.types.ts'

export const reportStatuses = ['created', 'sent', 'delivered', 'failed'] as const
export type ReportStatus = (typeof reportStatuses)[number]

/**
 * Where the message stands after the report. Any report proves that it was handed over, also one that waits because we took the provider to be
 * down; delivered is the last word; failed stands against a late `sent`. A message that was cancelled stays so.
 */
export function afterReport(state: MessageState, status: ReportStatus): MessageState {
  if (state === 'cancelled' || state === 'delivered') return state
  if (status === 'delivered' || status === 'failed') return status
  return state === 'failed' ? 'failed' : 'sent'
}
