/** Kept absence of one human being. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AbsenceSums } from './prevention.types.ts'

/** The sums of the month and the one before; null when none is kept. */
export async function absenceOf(tx: Tx, personIds: readonly number[], month: PlainDate): Promise<AbsenceSums | null> {
  const [row] = await tx.query<AbsenceSums>(
    `select $2::date as month, coalesce(sum(a.invalid_minutes) filter (where a.month = $2::date), 0)::int as invalid,
       (sum(a.offered_minutes) filter (where a.month = $2::date))::int as offered,
       coalesce(sum(a.invalid_minutes) filter (where a.month < $2::date), 0)::int as before
     from prevention.absence a where a.person_id = any ($1) and a.month in ($2::date, ($2::date - interval '1 month')::date) having count(*) > 0`,
    [personIds, month],
  )
  return row ?? null
}
