/** Youths outside the target group whom somebody follows preventively (DOMAIN.md 4). */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** An open watch; its id is also its version. */
export type Watch = {
  readonly id: number
  readonly ground: string
  readonly fromOn: PlainDate
  /** The colleague's id, and name when there still is one. */
  readonly by: string
  readonly byName: string | null
}

/** The open watch of a youth that the reader has been let in to (findSeenYouth); null when nobody watches. */
export async function watchOf(tx: Tx, personId: number): Promise<Watch | null> {
  const [row] = await tx.query<Watch>(
    `select w.id, w.ground, w.from_on as "fromOn", w.started_by as by, t.name as "byName"
     from worklist.watch w left join access.staff t on t.id::text = w.started_by where w.person_id = $1 and w.known_until = 'infinity'`,
    [personId],
  )
  return row ?? null
}

export type NewWatch = { readonly personId: number; readonly ground: string; readonly fromOn: PlainDate; readonly by: string }

/** Opens a watch. Returns false when somebody watches already. */
export const insertWatch = async (tx: Tx, { personId, ground, fromOn, by }: NewWatch): Promise<boolean> =>
  (
    await tx.query(
      `insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, $2, $3, $4)
       on conflict (person_id) where known_until = 'infinity' do nothing returning id`,
      [personId, ground, fromOn, by],
    )
  ).length > 0

/** Closes the watch. Returns false when it was closed already. */
export const closeWatch = async (tx: Tx, id: number, personId: number, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update worklist.watch set known_until = clock_timestamp(), stopped_by = $3
       where id = $1 and person_id = $2 and known_until = 'infinity' returning id`,
      [id, personId, by],
    )
  ).length > 0

/** Whether the youth is covered on the day. */
export const isCoveredOn = async (tx: Tx, personId: number, today: PlainDate): Promise<boolean> =>
  (
    await tx.query('select from worklist.youth where person_id = $1 and from_on <= $2 and (until_on is null or until_on > $2)', [
      personId,
      today,
    ])
  ).length > 0
