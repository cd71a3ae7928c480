/** What the team's page counts besides the lists' own numbers, always through `worklist.seen`. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/**
 * Booked meetings from the one day to before the other, for each colleague; those with youths that the scope holds. `outside`: with those who
 * are not covered that day, counted apart.
 */
export const countMeetings = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  fromOn: PlainDate,
  untilOn: PlainDate,
): Promise<{ staffId: string; n: number; outside: number }[]> =>
  tx.prepared(
    `select m.staff_id as "staffId", count(*) filter (where c.covered)::int as n, count(*) filter (where not c.covered)::int as outside
     from meetings.meeting m join worklist.seen($1, $2) y on y.person_id = m.person_id
     cross join lateral (select coalesce(y.from_on <= d.day and (y.until_on is null or y.until_on > d.day), false) as covered
       from (select (m.starts_at at time zone 'Europe/Stockholm')::date as day) d) c
     where m.state = 'booked' and m.starts_at >= $3::date::timestamp at time zone 'Europe/Stockholm'
       and m.starts_at < $4::date::timestamp at time zone 'Europe/Stockholm' group by m.staff_id`,
    [units, mayReadProtected, fromOn, untilOn],
  )

/** Of a colleague's covered youths: how many are outside the substitute's sight, and how many more are protected. */
export async function countOutside(
  tx: Tx,
  { units, mayReadProtected }: Scope,
  staffId: string,
  substituteUnits: readonly number[] | null,
  today: PlainDate,
): Promise<{ readonly outside: number; readonly protected: number }> {
  const [row] = await tx.prepared<{ outside: number; protected: number }>(
    `select count(*) filter (where y.outside)::int as outside, count(*) filter (where not y.outside and y.hidden)::int as protected
     from (select $4::int[] is not null and coalesce(y.unit_id = any ($4), false) is false as outside,
         y.person_id in (select p.person_id from register.protected_now p) as hidden
       from worklist.seen($1, $2) y where y.staff_id = $3 and y.from_on <= $5 and (y.until_on is null or y.until_on > $5)) y`,
    [units, mayReadProtected, staffId, substituteUnits, today],
  )
  return row ?? { outside: 0, protected: 0 }
}
