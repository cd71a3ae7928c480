/** The two ways to do something to a person's data: reading it and changing it. Neither can be done without its line in the log. */
import type { Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { lineAsText, listLines, ourPlace, writeLine } from './audit.store.ts'
import type { AuditLine, ChainHead, ChainReport, LogPlace, WrittenLine } from './audit.types.ts'
import { verifyChainIn } from './chain.actions.ts'

type LineOf<Result, Line> = Line | ((result: Result) => Line)

const lineFor = <Result, Line extends object>(line: LineOf<Result, Line>, result: Result): Line =>
  typeof line === 'function' ? line(result) : line

/** A log with its chain, and the two ways to do something that leave a line in it. */
export type Log = {
  /**
   * Reads, writes the read line and commits, in one transaction. What it read is handed on only when the line is committed.
   *
   * The commit does not wait for the disk (`synchronous_commit = off`): a power cut may lose the read lines of the last fraction of a second,
   * never a part of one, and never a change. That is why the work cannot write: PostgreSQL refuses it inside the read-only savepoint.
   */
  readonly readAs: <T>(pool: Pool, line: LineOf<T, AuditLine>, work: (tx: Tx) => Promise<T>) => Promise<T>
  /**
   * Decides, saves and writes the line, in one transaction: the outcome is `done` or the refusal's name. A refusal is to have written nothing;
   * whatever it wrote all the same is undone, and only its line is left. What is thrown undoes the line too.
   */
  readonly change: <T, Reason extends string>(
    pool: Pool,
    line: LineOf<Decision<T, Reason>, Omit<AuditLine, 'outcome'>>,
    work: (tx: Tx) => Promise<Decision<T, Reason>>,
  ) => Promise<Decision<T, Reason>>
  readonly write: (tx: Tx, line: AuditLine) => Promise<void>
  /** Who has read or changed what about a person: the newest lines first. */
  readonly linesAbout: (tx: Tx, subjectId: string, limit: number) => Promise<WrittenLine[]>
  readonly verify: (pool: Pool, earlier: ChainHead | null, actor: string) => Promise<ChainReport>
}

/** The log of a schema that has a table `line` and a table `link`, written under a role. Each has a chain of its own. */
export const newLog = (place: LogPlace): Log => ({
  readAs: (pool, line, work) =>
    inTransaction(pool, work, place.role, {
      opening: 'set local synchronous_commit = off; savepoint reading; set transaction read only',
      closing: (result) => `release savepoint reading; ${lineAsText(place, lineFor(line, result))}`,
    }),
  change: (pool, line, work) =>
    inTransaction(
      pool,
      async (tx) => {
        await tx.script('savepoint change')
        const decision = await work(tx)
        if (!decision.granted) await tx.script('rollback to savepoint change')
        await writeLine(tx, place, { ...lineFor(line, decision), outcome: decision.granted ? 'done' : decision.reason })
        return decision
      },
      place.role,
    ),
  write: (tx, line) => writeLine(tx, place, line),
  linesAbout: (tx, subjectId, limit) => listLines(tx, place, subjectId, limit),
  verify: (pool, earlier, actor) => verifyChainIn(pool, place, earlier, actor),
})

export const { change, readAs } = newLog(ourPlace)
