/** Figures from others that the municipality has written: one line in force for each key, earlier ones kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Reference, ShownReference } from './reference.types.ts'

export const listReferences = (tx: Tx): Promise<ShownReference[]> =>
  tx.query<ShownReference>(
    `select r.key, r.name, r.row_key as row, r.whole_key as whole, r.period, r.value::float8 as value, r.kind, r.of_whom as "ofWhom", r.source,
       false as "isShipped", coalesce(s.name, r.said_by) as by, to_char(r.known_from, 'YYYY-MM-DD HH24:MI') as at
     from figures.reference r left join access.staff s on s.id = r.staff_id where r.known_until = 'infinity' order by r.period desc, r.key`,
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
  { key, name, row, whole, period, value, kind, ofWhom, source }: Reference,
  by: { readonly name: string; readonly staffId: string | null },
): Promise<unknown> =>
  tx.query(
    `insert into figures.reference (key, name, row_key, whole_key, period, value, kind, of_whom, source, said_by, staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [key, name, row, whole, period, value, kind, ofWhom, source, by.name, by.staffId],
  )
