/** Finding a person by a number, now or as known at an instant. Old numbers find the person too. */
import type { Tx } from '../../platform/db/tx.ts'
import type { AsOf } from './life-row.store.ts'

/** The person that has, or had, the number; null when nobody is known by it. */
export async function findPerson(tx: Tx, number: string, asOf: AsOf): Promise<number | null> {
  const [row] = await tx.query<{ person_id: number }>(
    'select person_id from register.identity where number = $1 and known_from < $2 and known_until >= $2 order by id desc limit 1',
    [number, asOf],
  )
  return row?.person_id ?? null
}
