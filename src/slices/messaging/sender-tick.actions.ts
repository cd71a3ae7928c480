/** The sender as a worker runs it: the same pass again and again, with a memory of which channels rest. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { composeMessage } from './compose.actions.ts'
import { outboxHealth, type OutboxHealth } from './outbox.store.ts'
import type { SendCounts } from './send.types.ts'
import { sendDue, type PassName } from './sender.actions.ts'
import type { Channels, Sender, SendPlace } from './sender.ts'

/** What every pass works with. */
export type SendingGiven = {
  readonly channels: Channels
  readonly report: Sender['report']
  readonly isOver: Sender['isOver']
  readonly secretsOf?: Sender['secretsOf']
}

/** One pass over a municipality's outbox. @throws when the database does not answer */
export const sendOutbox = (
  place: SendPlace,
  { channels, report, isOver, secretsOf }: SendingGiven,
  now: Date,
  rests?: Map<PassName, number>,
): Promise<SendCounts> => sendDue({ ...channels, place, compose: composeMessage, report, isOver, secretsOf }, now, rests)

/** A pass to be run every few seconds for each municipality. */
export function newSender(given: SendingGiven): (place: SendPlace, now: Date) => Promise<void> {
  const rests = new Map<string, Map<PassName, number>>()
  return async (place, now) => {
    const own = rests.get(place.code) ?? new Map<PassName, number>()
    rests.set(place.code, own)
    await sendOutbox(place, given, now, own)
  }
}

/** How the outbox of a municipality is doing, without anything about anybody. */
export const readOutboxHealth = (pool: Pool): Promise<OutboxHealth> => inTransaction(pool, outboxHealth)
