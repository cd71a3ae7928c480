/** The reads of a source over time, with what a person answered the guard. Nothing here is about a youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Part } from './runs.store.ts'
import type { ReadLine } from './sources.types.ts'

const line = `r.id, r.kind, r.on_day as "onDay", r.state, r.people, r.rows, r.new, r.changed, r.ended, r.rejected, r.reason,
  coalesce(t.name, r.answered_by) as "answeredBy", r.answered_at::date as "answeredOn", r.ground`
const reads = `feeds.read r left join access.staff t on t.id::text = r.answered_by`

/** A source's reads, newest first. */
export const listReads = (tx: Tx, source: string, { limit, offset }: Part): Promise<ReadLine[]> =>
  tx.prepared<ReadLine>(`select ${line} from ${reads} where r.source = $1 order by r.id desc limit $2 offset $3`, [source, limit, offset])

export const countReads = async (tx: Tx, source: string): Promise<number> =>
  (await tx.prepared<{ n: number }>('select count(*)::int as n from feeds.read where source = $1', [source]))[0]?.n ?? 0

/** One read with the source it is of; null when there is none. */
export async function findRead(tx: Tx, id: number): Promise<(ReadLine & { readonly source: string }) | null> {
  const [row] = await tx.prepared<ReadLine & { source: string }>(`select ${line}, r.source from ${reads} where r.id = $1`, [id])
  return row ?? null
}

/** The last read of every source, by the source's name. */
export async function lastReads(tx: Tx): Promise<ReadonlyMap<string, ReadLine>> {
  const rows = await tx.prepared<ReadLine & { source: string }>(
    `select distinct on (r.source) ${line}, r.source from ${reads} order by r.source, r.id desc`,
  )
  return new Map(rows.map((row) => [row.source, row]))
}
