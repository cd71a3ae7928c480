/** A message as the slice that queued it asks what became of it. */
import type { Tx } from '../../platform/db/tx.ts'
import type { MessageState } from './message.types.ts'

/** `at`: when it came to stand so, Swedish local time, `YYYY-MM-DDTHH:MM`. */
export type KnownMessage = { readonly state: MessageState; readonly problem: string | null; readonly at: string }

/** What became of the message that `queueMessage` returned the id of; null when there is none. */
export async function findMessage(tx: Tx, id: number): Promise<KnownMessage | null> {
  const [row] = await tx.query<KnownMessage>(
    `select state, problem, to_char(coalesce(sent_at, settled_at, claimed_at, created_at) at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI') as at
     from messaging.message where id = $1`,
    [id],
  )
  return row ?? null
}
