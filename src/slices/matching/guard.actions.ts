/** Answering the guard: a person looks at a stopped read and approves it, or leaves it. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'

export type StoppedRead = {
  readonly id: number
  readonly source: string
  readonly on_day: string
  readonly people: number
  readonly reason: string
}

/** Reads that wait for a person: the last read of a source, when it is a stopped one. */
export const listStopped = (pool: Pool): Promise<StoppedRead[]> =>
  inTransaction(pool, (tx) =>
    tx.query<StoppedRead>(
      `select id, source, on_day, people, reason from feeds.read r
       where state = 'stopped' and not exists (select from feeds.read l where l.source = r.source and l.kind = 'full' and l.id > r.id)
       order by id`,
    ),
  )

/**
 * Approves a stopped read: the next full read of the source is measured against its size, so that delivering the same again
 * goes through. The file itself is not kept; it is delivered again.
 */
export const approveStopped = (pool: Pool, readId: number, actor: string): Promise<Decision<StoppedRead, 'not-waiting'>> =>
  inTransaction(pool, async (tx) => {
    const [read] = await tx.query<StoppedRead>(
      `update feeds.read r set state = 'approved' where id = $1 and state = 'stopped'
         and not exists (select from feeds.read l where l.source = r.source and l.kind = 'full' and l.id > r.id)
       returning id, source, on_day, people, reason`,
      [readId],
    )
    await writeAuditLine(tx, { actor, action: 'feeds.approve', outcome: read === undefined ? 'not-waiting' : 'done', detail: { readId } })
    return read === undefined ? refuse('not-waiting') : grant(read)
  })
