/** What a youth was said to do, as it stands. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { SaidOccupation } from './occupation.types.ts'

const endOfDay = `(($2::date + 1)::timestamp at time zone 'Europe/Stockholm')`

/** What stood at the end of the day, of one human being with the merged records, as the lists have it; null when nothing did. */
export async function findSaid(tx: Tx, personIds: readonly number[], on: PlainDate): Promise<SaidOccupation | null> {
  const [row] = await tx.prepared<SaidOccupation>(
    `select o.occupation_id as "occupationId", o.kind, o.source, o.since_on as "sinceOn", o.stated_on as "statedOn", o.review_on as "reviewOn"
     from outreach.occupation o where o.person_id = any ($1) and o.known_from < ${endOfDay} and o.known_until >= ${endOfDay}
     order by o.stated_on desc, o.id desc limit 1`,
    [personIds, on],
  )
  return row ?? null
}
