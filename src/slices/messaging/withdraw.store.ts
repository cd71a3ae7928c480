/** Taking back what has not left yet. */
import type { Tx } from '../../platform/db/tx.ts'

/** Stops the messages whose `onceKey` begins so, as long as they wait. What has been handed over has left. */
export const withdrawQueued = (tx: Tx, onceKeyBegins: string): Promise<unknown> =>
  tx.query(
    `update messaging.message set state = 'cancelled', problem = 'by-hand', settled_at = clock_timestamp()
     where starts_with(once_key, $1) and state = 'queued'`,
    [onceKeyBegins],
  )

/** Ends messages whose matter is over: those that wait never leave, and those that nobody is sure of are nobody's to decide about. */
export const endLate = (tx: Tx, ids: readonly number[]): Promise<unknown> =>
  tx.query(
    `update messaging.message set state = case state when 'queued' then 'cancelled' else 'failed' end, problem = 'too-late', settled_at = clock_timestamp()
     where id = any ($1) and state in ('queued', 'unsure')`,
    [ids],
  )
