/** One run at a time per municipality: the lock that a night, a delivery and a change by hand hold while they work. */
import { refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { Failure } from '../../platform/failure.ts'
import { writeAuditLine, type AuditLine } from '../audit/index.ts'
import type { Progress } from './delivery.actions.ts'
import { runLock } from './run.store.ts'

/** In seconds, when nothing else is said. */
const lockPatience = 600
/** How many seconds a page waits for a running night before it says that it runs. */
export const webPatience = 3
const ignore = () => {}

/** Somebody else's run took longer than the patience. Nothing is done. */
class NightIsRunning extends Failure {}

/** Holds the municipality's lock while the work runs. A lock whose process was killed is let go by the database itself. */
export async function alone<T>(pool: Pool, progress: Progress, work: () => Promise<T>, patience = lockPatience): Promise<T> {
  const client = await pool.connect()
  // The lock's own connection may be lost with the server; the work then fails by itself.
  client.on('error', ignore)
  try {
    for (let waited = 0; ; waited++) {
      const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [runLock])
      if (rows[0]?.got === true) break
      if (waited === 0) progress('en annan körning pågår; väntar')
      if (waited >= patience) {
        const long = patience >= 60 ? 'tio minuter' : `${patience} sekunder`
        throw new NightIsRunning(`En annan körning för kommunen har pågått i ${long}. Försök igen när den är klar.`)
      }
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock($1)', [runLock]).catch(() => {})
    client.off('error', ignore)
    client.release()
  }
}

/** A run that outlasts the patience refuses the change, on record: nothing is saved. */
export async function unlessRunning<T, Reason extends string>(
  pool: Pool,
  act: Omit<AuditLine, 'outcome'>,
  work: () => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | 'night-is-running'>> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof NightIsRunning)) throw error
    await inTransaction(pool, (tx) => writeAuditLine(tx, { ...act, outcome: 'night-is-running' }))
    return refuse('night-is-running')
  }
}
