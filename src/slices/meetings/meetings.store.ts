/** Meetings: booked, changed until they are over, and never taken away. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Booking, ListedMeeting, Meeting, MeetingCounts, MeetingState, MeetingWay } from './meetings.types.ts'

const wall = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')`
const columns = `m.meeting_id as "meetingId", ${wall('m.starts_at')}::date as on, to_char(${wall('m.starts_at')}, 'HH24:MI') as time,
  to_char(${wall('m.ends_at')}, 'HH24:MI') as "endsTime", (extract(epoch from m.ends_at - m.starts_at) / 60)::int as minutes, m.way, m.place, m.remind,
  m.state, m.staff_id as "staffId", s.name as staff, m.state = 'booked' and m.ends_at <= clock_timestamp() as "isUnsaid", m.version`

const startsAt = `(($2::date + $3::time) at time zone 'Europe/Stockholm')`

/** Holds a colleague's days until the transaction ends: of two who book the same time one is told that it is taken. */
export const holdHost = (tx: Tx, staffId: string): Promise<unknown> =>
  tx.query('select from access.staff where id = $1 for no key update', [staffId])

/** Books. Null when the colleague is in another meeting at that time. */
export async function insertMeeting(tx: Tx, personId: number, booking: Booking, bookedBy: string): Promise<string | null> {
  const { staffId, on, time, minutes, way, place, remind } = booking
  const [row] = await tx.query<{ id: string }>(
    `insert into meetings.meeting (person_id, starts_at, ends_at, staff_id, way, place, remind, booked_by)
     select $1, ${startsAt}, ${startsAt} + make_interval(mins => $4), $5::uuid, $6, $7, $8, $9
     where not exists (select from meetings.meeting o where o.staff_id = $5::uuid and o.state = 'booked'
       and tstzrange(o.starts_at, o.ends_at) && tstzrange(${startsAt}, ${startsAt} + make_interval(mins => $4)))
     returning meeting_id as id`,
    [personId, on, time, minutes, staffId, way, place, remind, bookedBy],
  )
  return row?.id ?? null
}

/** The meetings of a person, those to come first and then the latest. */
export const listMeetingsOf = (tx: Tx, personIds: readonly number[]): Promise<Meeting[]> =>
  tx.prepared<Meeting>(
    `select ${columns} from meetings.meeting m join access.staff s on s.id = m.staff_id where m.person_id = any ($1)
     order by m.state <> 'booked', case when m.state = 'booked' then m.starts_at end, m.starts_at desc limit 30`,
    [personIds],
  )

const seen = `join worklist.seen($1, $2) y on y.person_id = coalesce((select r.root_id from register.merged_now r where r.absorbed_id = m.person_id), m.person_id)`

/** Which meetings a list holds: of which colleagues (null: everybody's), on which days. */
export type MeetingList = { readonly staffIds: readonly string[] | null; readonly from: PlainDate; readonly until: PlainDate }

/** Theirs, or of a colleague who is away on the meeting's day and for whom they stand in. */
const isTheirs = `exists (select from unnest($3::uuid[]) o (id)
  where m.staff_id in (select cover.stands_in_for(o.id, (m.starts_at at time zone 'Europe/Stockholm')::date)))`

const within = `($3::uuid[] is null or ${isTheirs}) and m.starts_at >= ($4::date at time zone 'Europe/Stockholm')
  and m.starts_at < ($5::date at time zone 'Europe/Stockholm')`

/** Meetings within the scope, in the order they come. */
export const listMeetings = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { staffIds, from, until }: MeetingList,
): Promise<ListedMeeting[]> =>
  tx.query<ListedMeeting>(
    `select ${columns}, y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name, register.is_protected(y.person_id) as "isProtected"
     from meetings.meeting m join access.staff s on s.id = m.staff_id ${seen} where ${within} order by m.starts_at, m.id limit 500`,
    [units, mayReadProtected, staffIds, from, until],
  )

/** How the meetings of the days ended, those that are still booked among them. */
export async function countMeetings(
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { staffIds, from, until }: MeetingList,
): Promise<MeetingCounts> {
  const rows = await tx.query<{ state: MeetingState; n: number }>(
    `select m.state, count(*)::int as n from meetings.meeting m ${seen} where ${within} group by m.state`,
    [units, mayReadProtected, staffIds, from, until],
  )
  const none = { booked: 0, held: 0, noShow: 0, cancelledByYouth: 0, cancelledByUs: 0 }
  return { ...none, ...Object.fromEntries(rows.map(({ state, n }) => [state, n])) }
}

/** Meetings that should be over, and nobody has said how they went: mine. */
export const listUnsaid = (tx: Tx, { units, mayReadProtected }: Scope, staffIds: readonly string[]): Promise<ListedMeeting[]> =>
  tx.query<ListedMeeting>(
    `select ${columns}, y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name, register.is_protected(y.person_id) as "isProtected"
     from meetings.meeting m join access.staff s on s.id = m.staff_id ${seen}
     where m.state = 'booked' and m.ends_at <= clock_timestamp() and ${isTheirs} order by m.starts_at limit 100`,
    [units, mayReadProtected, staffIds],
  )

/** A meeting held for a change. */
export type HeldMeeting = {
  readonly id: number
  readonly meetingId: string
  readonly state: MeetingState
  readonly way: MeetingWay
  readonly place: string
  readonly staffId: string
  readonly staff: string
  readonly hasBegun: boolean
  readonly startsAt: string
  readonly sequence: number
  readonly version: number
}

/** The meeting of one of the person's records; null when there is none such. */
export async function holdMeeting(tx: Tx, personIds: readonly number[], meetingId: string): Promise<HeldMeeting | null> {
  const [row] = await tx.query<HeldMeeting>(
    `select m.id, m.meeting_id as "meetingId", m.state, m.way, m.place, m.staff_id as "staffId", s.name as staff, m.starts_at <= clock_timestamp() as "hasBegun",
       m.starts_at::text as "startsAt", m.sequence, m.version
     from meetings.meeting m join access.staff s on s.id = m.staff_id where m.person_id = any ($1) and m.meeting_id = $2 for update of m`,
    [personIds, meetingId],
  )
  return row ?? null
}

/** Moves a booked meeting. False when the colleague is in another meeting at that time. */
export const moveMeeting = async (tx: Tx, id: number, { staffId, on, time, minutes, way, place, remind }: Booking): Promise<boolean> =>
  (
    await tx.query(
      `update meetings.meeting m set starts_at = ${startsAt}, ends_at = ${startsAt} + make_interval(mins => $4), staff_id = $5::uuid, way = $6,
         place = $7, remind = $8, changed_at = clock_timestamp(), sequence = sequence + 1, version = version + 1
       where m.id = $1 and not exists (select from meetings.meeting o where o.id <> m.id and o.staff_id = $5::uuid and o.state = 'booked'
         and tstzrange(o.starts_at, o.ends_at) && tstzrange(${startsAt}, ${startsAt} + make_interval(mins => $4))) returning m.id`,
      [id, on, time, minutes, staffId, way, place, remind],
    )
  ).length > 0

export const endMeeting = (tx: Tx, id: number, state: MeetingState, contactId: number | null): Promise<unknown> =>
  tx.query(
    `update meetings.meeting set state = $2, contact_id = $3, changed_at = clock_timestamp(), sequence = sequence + 1, version = version + 1 where id = $1`,
    [id, state, contactId],
  )

export type Host = { readonly id: string; readonly name: string }

/** Colleagues that a meeting can be with: those who work with youths, within the reader's units. A protected youth meets those with the right. */
export const listHosts = (tx: Tx, { units }: Scope, isProtected: boolean): Promise<Host[]> =>
  tx.query<Host>(
    `select id, name from access.staff where active and ($1::int[] is null or unit_id = any ($1))
       and roles && case when $2 then array['protectedHandler'] else array['coordinator', 'counsellor', 'unitManager', 'protectedHandler'] end
     order by name collate "sv-x-icu", id`,
    [units, isProtected],
  )
