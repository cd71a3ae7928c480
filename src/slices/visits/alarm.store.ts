/** Who is inside and has not been heard of, and the alarms of it. No youth is read here. */
import type { Tx } from '../../platform/db/tx.ts'
import type { OpenAlarm } from './visits.types.ts'

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`
const member = (alias: string): string =>
  `json_build_object('id', ${alias}.id, 'name', ${alias}.name, 'phone', ${alias}.phone, 'isReachable', num_nonnulls(${alias}.phone, ${alias}.email) > 0)`

const insideQuery = `
  select s.stop_id as "stopId", r.round_id as "roundId", r.area, ${ms('s.checked_in_at')} as "checkedInAt", ${ms('s.checked_out_at')} as "checkedOutAt",
    ${ms(`(r.on_day + r.ends_at) at time zone 'Europe/Stockholm'`)} as "endsAtMs", ${ms('m.raised_at')} as "raisedAt",
    ${member('a')} as first, ${member('b')} as second, r.watch_staff_id as "watchId"
  from visits.stop s join visits.round r on r.id = s.round_id join access.staff a on a.id = r.first_staff_id
    join access.staff b on b.id = r.second_staff_id left join visits.alarm m on m.stop_id = s.id
  where s.removed_at is null and m.answered_at is null and (m.id is not null or (s.checked_in_at is not null and s.checked_out_at is null))
  order by s.checked_in_at, s.id`

/** Those who are inside, and alarms that nobody has answered. Whether a clock has run out is asked of the rule. */
export const listInside = (tx: Pick<Tx, 'prepared'>): Promise<OpenAlarm[]> => tx.prepared<OpenAlarm>(insideQuery)

/** Raises the alarm of a stop; false when it was raised before. */
export async function raiseAlarm(tx: Tx, stopId: string): Promise<boolean> {
  const rows = await tx.query(
    `insert into visits.alarm (stop_id) select id from visits.stop where stop_id = $1 on conflict (stop_id) do nothing returning id`,
    [stopId],
  )
  return rows.length > 0
}

/** Answers the alarm of a stop; false when there is none, or somebody already has. */
export async function answerAlarm(tx: Tx, stopId: string, by: string, note: string): Promise<boolean> {
  const rows = await tx.query(
    `update visits.alarm m set answered_by = $2, answered_at = clock_timestamp(), note = $3 from visits.stop s
     where s.id = m.stop_id and s.stop_id = $1 and m.answered_at is null returning m.id`,
    [stopId, by, note],
  )
  return rows.length > 0
}

/** How a colleague is reached at work; the phone in E.164. */
export type StaffAddress = { readonly phone: string | null; readonly email: string | null }

export async function staffAddress(tx: Tx, staffId: string): Promise<StaffAddress> {
  const [row] = await tx.query<StaffAddress>('select phone, email from access.staff where id = $1', [staffId])
  return row ?? { phone: null, email: null }
}
