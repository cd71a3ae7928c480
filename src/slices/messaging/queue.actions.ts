/**
 * Queuing in somebody else's transaction: rounds, meetings and visits put their messages here. The caller has asked whether the youth may be
 * seen, and writes the audit line. Whether a message may still be sent is asked again when it is its turn.
 */
import type { Tx } from '../../platform/db/tx.ts'
import type { NewMessage } from './message.types.ts'
import { insertMessages } from './queue.store.ts'

const batch = 1000

/**
 * Queues a message and returns its id. Null when there was nothing to queue: the same thing (`onceKey`, or this channel of the round) is
 * there already, or the youth is protected and is written to only by the forwarding route.
 */
export const queueMessage = async (tx: Tx, message: NewMessage): Promise<number | null> => (await insertMessages(tx, [message]))[0] ?? null

/** Queues many, as a round does, under the same rules. Returns how many were added. */
export async function queueMessages(tx: Tx, messages: readonly NewMessage[]): Promise<number> {
  let added = 0
  for (let first = 0; first < messages.length; first += batch) {
    added += (await insertMessages(tx, messages.slice(first, first + batch))).length
  }
  return added
}
