/** Answering the guard: a person looks at a stopped read and approves or refuses it, once, with a ground. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'

export type StoppedRead = {
  readonly id: number
  readonly source: string
  readonly on_day: string
  readonly people: number
  /** The people of the full read it was measured against; null when there was none. */
  readonly before: number | null
  readonly reason: string
}

const columns = `r.id, r.source, r.on_day, r.people, r.reason,
  (select b.people from feeds.read b where b.source = r.source and b.kind = 'full' and b.state in ('good', 'approved') and b.id < r.id
    order by b.id desc limit 1) as before`
const waits = `r.state = 'stopped' and not exists (select from feeds.read l where l.source = r.source and l.kind = 'full' and l.id > r.id)`

/** Reads that wait for a person: the last full read of a source, when it is a stopped one. */
export const findStopped = (tx: Tx): Promise<StoppedRead[]> =>
  tx.query<StoppedRead>(`select ${columns} from feeds.read r where ${waits} order by r.id`)

/** The same in a transaction of its own. */
export const listStopped = (pool: Pool): Promise<StoppedRead[]> => inTransaction(pool, findStopped)

/** What a person says of a stopped read. */
export type GuardAnswer = {
  readonly readId: number
  readonly answer: 'approved' | 'refused'
  readonly ground: string
  readonly by: string
}

/**
 * Answers a stopped read. Approved: the next full read of the source is measured against its size, so that delivering the same again
 * goes through; the file itself is not kept. Refused: it stays out, and only another delivery is read. Either way it is answered once;
 * `not-waiting` when somebody answered before, or a newer delivery has come.
 */
export const answerStopped = (pool: Pool, { readId, answer, ground, by }: GuardAnswer): Promise<Decision<StoppedRead, 'not-waiting'>> =>
  change(pool, { actor: by, action: answer === 'approved' ? 'feeds.approve' : 'feeds.refuse', detail: { readId } }, async (tx) => {
    const [read] = await tx.query<StoppedRead>(
      `update feeds.read r set state = $2, answered_by = $3, answered_at = clock_timestamp(), ground = $4 where r.id = $1 and ${waits}
       returning ${columns}`,
      [readId, answer, by, ground],
    )
    return read === undefined ? refuse('not-waiting') : grant(read)
  })
