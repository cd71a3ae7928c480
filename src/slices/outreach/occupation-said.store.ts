/** What a youth was said to do: as it stands, and everything that was said before. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { SaidOccupation, ToldOccupation } from './occupation.types.ts'

const endOfDay = `(($2::date + 1)::timestamp at time zone 'Europe/Stockholm')`

const columns = `o.occupation_id as "occupationId", o.kind, o.source, o.since_on as "sinceOn", o.stated_on as "statedOn", o.review_on as "reviewOn"`

/** What stood at the end of the day, of one human being with the merged records, as the lists have it; null when nothing did. */
export async function findSaid(tx: Tx, personIds: readonly number[], on: PlainDate): Promise<SaidOccupation | null> {
  const [row] = await tx.prepared<SaidOccupation>(
    `select ${columns} from outreach.occupation o
     where o.person_id = any ($1) and o.known_from < ${endOfDay} and o.known_until >= ${endOfDay}
     order by o.stated_on desc, o.id desc limit 1`,
    [personIds, on],
  )
  return row ?? null
}

/** A statement that was said anew is one statement; it is told as it is now. */
const history = `
  with told as (
    select distinct on (coalesce(o.restates_id, o.id)) o.*, coalesce(o.restates_id, o.id) as root
    from outreach.occupation o where o.person_id = any ($1) order by coalesce(o.restates_id, o.id), o.id desc)
  select ${columns}, o.origin, coalesce(s.name, o.said_by) as by,
    case when r.occupation_id is not null then 'retracted' when o.known_until = 'infinity' then 'stands' else 'replaced' end as state
  from told o left join outreach.occupation_retraction r on r.occupation_id = o.root left join access.staff s on s.id::text = o.said_by
  order by o.stated_on desc, o.id desc limit 100`

/** Everything that was said of one human being, the latest first. */
export const listSaid = (tx: Tx, personIds: readonly number[]): Promise<ToldOccupation[]> =>
  tx.prepared<ToldOccupation>(history, [personIds])
