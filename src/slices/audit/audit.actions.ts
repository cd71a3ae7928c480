/** The two ways to do something to a person's data: reading it and changing it. Neither can be done without its line in the log. */
import type { Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { lineAsText, writeAuditLine } from './audit.store.ts'
import type { AuditLine } from './audit.types.ts'

type LineOf<Result, Line> = Line | ((result: Result) => Line)

const lineFor = <Result, Line extends object>(line: LineOf<Result, Line>, result: Result): Line =>
  typeof line === 'function' ? line(result) : line

/**
 * Reads, writes the read line and commits, in one transaction. What it read is handed on only when the line is committed.
 *
 * The commit does not wait for the disk (`synchronous_commit = off`): a power cut may lose the read lines of the last fraction of a second, never
 * a part of one, and never a change. That is why the work cannot write: PostgreSQL refuses it inside the read-only savepoint.
 */
export const readAs = <T>(pool: Pool, line: LineOf<T, AuditLine>, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(pool, work, 'lots_app', {
    opening: 'set local synchronous_commit = off; savepoint reading; set transaction read only',
    closing: (result) => `release savepoint reading; ${lineAsText(lineFor(line, result))}`,
  })

/**
 * Decides, saves and writes the line, in one transaction: the outcome is `done` or the refusal's name. A refusal is to have written nothing;
 * whatever it wrote all the same is undone, and only its line is left. What is thrown undoes the line too.
 */
export async function change<T, Reason extends string>(
  pool: Pool,
  line: LineOf<Decision<T, Reason>, Omit<AuditLine, 'outcome'>>,
  work: (tx: Tx) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason>> {
  return inTransaction(pool, async (tx) => {
    await tx.script('savepoint change')
    const decision = await work(tx)
    if (!decision.granted) await tx.script('rollback to savepoint change')
    await writeAuditLine(tx, { ...lineFor(line, decision), outcome: decision.granted ? 'done' : decision.reason })
    return decision
  })
}
