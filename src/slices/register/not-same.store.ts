/** Pairs of records that somebody has said are two persons, so that they are not proposed as duplicates again. */
import type { Tx } from '../../platform/db/tx.ts'

/** Says it of a pair, in either order. Returns false when it was said already. */
export async function sayNotSame(tx: Tx, pair: readonly [number, number], ground: string, by: string): Promise<boolean> {
  const [first, second] = pair
  const rows = await tx.query(
    `insert into register.not_same (first_id, second_id, ground, said_by) values (least($1::bigint, $2::bigint), greatest($1::bigint, $2::bigint), $3, $4)
     on conflict (first_id, second_id) where known_until = 'infinity' do nothing returning id`,
    [first, second, ground, by],
  )
  return rows.length > 0
}

/** Takes it back. Returns false when it was not said, or already taken back. */
export const takeBackNotSame = async (tx: Tx, id: number): Promise<boolean> =>
  (
    await tx.query(`update register.not_same set known_until = clock_timestamp() where id = $1 and known_until = 'infinity' returning id`, [
      id,
    ])
  ).length > 0
