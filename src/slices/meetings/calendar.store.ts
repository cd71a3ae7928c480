/** Calendars: a secret address for each colleague, of which only the hash is kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { CalendarMeeting } from './meetings.types.ts'

/** A new address for the colleague; the one before leads nowhere from now on. */
export const saveFeed = (tx: Tx, staffId: string, hash: Buffer): Promise<unknown> =>
  tx.query(
    `insert into meetings.feed (staff_id, token_hash) values ($1, $2)
     on conflict (staff_id) do update set token_hash = excluded.token_hash, made_at = clock_timestamp()`,
    [staffId, hash],
  )

/** Takes the address away. False when there was none. */
export const removeFeed = async (tx: Tx, staffId: string): Promise<boolean> =>
  (await tx.query('delete from meetings.feed where staff_id = $1 returning staff_id', [staffId])).length > 0

/** When the colleague's address was made; null when there is none. */
export async function feedMadeAt(tx: Tx, staffId: string): Promise<string | null> {
  const [row] = await tx.query<{ at: string }>(
    `select to_char(made_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI') as at from meetings.feed where staff_id = $1`,
    [staffId],
  )
  return row?.at ?? null
}

/** Whose the address is, while that colleague works here; null for an address that leads nowhere. */
export async function findFeed(tx: Tx, hash: Buffer): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'select s.id from meetings.feed f join access.staff s on s.id = f.staff_id and s.active where f.token_hash = $1',
    [hash],
  )
  return row?.id ?? null
}

type Row = Omit<CalendarMeeting, 'startsAt' | 'endsAt' | 'changedAt'> & { startsAt: number; endsAt: number; changedAt: number }
const ms = (instant: string): string => `(extract(epoch from ${instant}) * 1000)::float8`

/** The colleague's meetings from a month back to a year ahead, cancelled ones too: a calendar that has one must hear that it is off. */
export const listCalendar = async (tx: Tx, staffId: string): Promise<CalendarMeeting[]> =>
  (
    await tx.query<Row>(
      `select meeting_id as "meetingId", ${ms('starts_at')} as "startsAt", ${ms('ends_at')} as "endsAt", way, place,
         state in ('cancelledByYouth', 'cancelledByUs') as "isCancelled", sequence, ${ms('changed_at')} as "changedAt"
       from meetings.meeting where staff_id = $1 and starts_at between now() - interval '31 days' and now() + interval '366 days' order by starts_at, id`,
      [staffId],
    )
  ).map((row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt), changedAt: new Date(row.changedAt) }))
