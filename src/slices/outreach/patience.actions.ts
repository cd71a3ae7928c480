/** A change that does not wait out the night: it waits for a few seconds, and then says that the night is running. */
import { refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change, writeAuditLine, type AuditLine } from '../audit/index.ts'

/** As long as changes of the register wait for a running night. */
const patience = '3s'
/** PostgreSQL's names for a lock that was not let go in time, and for two that waited for each other. */
const heldCodes: ReadonlySet<unknown> = new Set(['55P03', '40P01'])

/** Whether it failed because somebody else held what it needed: nothing is wrong, and nothing was saved. */
export const isHeld = (error: unknown): boolean => error instanceof Error && 'code' in error && heldCodes.has(error.code)

type Line<T, Reason extends string> = (decision: Decision<T, Reason | 'night-is-running'>) => Omit<AuditLine, 'outcome'>

/** As `change`; the night holds the youth's line for longer than the patience: nothing is saved, and the refusal is on record. */
export async function changeSoon<T, Reason extends string>(
  pool: Pool,
  line: Line<T, Reason>,
  work: (tx: Tx) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | 'night-is-running'>> {
  try {
    return await change(pool, line, async (tx) => {
      await tx.script(`set local lock_timeout = '${patience}'`)
      return work(tx)
    })
  } catch (error) {
    if (!isHeld(error)) throw error
    // Nothing was decided: the line is that of somebody who was not let in.
    const refused = refuse('night-is-running')
    await inTransaction(pool, (tx) => writeAuditLine(tx, { ...line(refused), outcome: refused.reason }))
    return refused
  }
}
