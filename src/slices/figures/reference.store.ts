/** Figures from others that the municipality has written: one line in force for each key, earlier ones kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PastReference, Reference, ShownReference } from './reference.types.ts'

const columns = `r.key, r.name, r.row_key as row, r.whole_key as whole, r.period, r.value::float8 as value, r.kind, r.of_whom as "ofWhom", r.source, r.url,
  false as "isShipped", coalesce(s.name, r.said_by) as by, to_char(r.known_from, 'YYYY-MM-DD HH24:MI') as at`
const tables = 'figures.reference r left join access.staff s on s.id = r.staff_id'

export const listReferences = (tx: Tx): Promise<ShownReference[]> =>
  tx.query<ShownReference>(`select ${columns} from ${tables} where r.known_until = 'infinity' order by r.period desc, r.key`)

/** Every line there has been of a key, the latest first. */
export const listPastReferences = (tx: Tx, key: string): Promise<PastReference[]> =>
  tx.query<PastReference>(
    `select ${columns}, case when r.known_until < 'infinity' then to_char(r.known_until, 'YYYY-MM-DD HH24:MI') end as until
     from ${tables} where r.key = $1 order by r.id desc`,
    [key],
  )

/** Closes the line in force; false: there is none. */
export async function closeReference(tx: Tx, key: string): Promise<boolean> {
  const closed = await tx.query(
    `update figures.reference set known_until = clock_timestamp() where key = $1 and known_until = 'infinity' returning key`,
    [key],
  )
  return closed.length > 0
}

export const insertReference = (
  tx: Tx,
  { key, name, row, whole, period, value, kind, ofWhom, source, url }: Reference,
  by: { readonly name: string; readonly staffId: string | null },
): Promise<unknown> =>
  tx.query(
    `insert into figures.reference (key, name, row_key, whole_key, period, value, kind, of_whom, source, url, said_by, staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [key, name, row, whole, period, value, kind, ofWhom, source, url, by.name, by.staffId],
  )
