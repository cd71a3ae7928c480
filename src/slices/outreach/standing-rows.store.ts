/** What the ladder is asked with, read for many youths at once: each part by itself, and then put together by person. */
import type { Tx } from '../../platform/db/tx.ts'
import type { EventRow, StandingRow } from './standing.types.ts'

const swedish = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')`

/** `root` is the person; `same` each record that is the same human being: contacts and ways stay where they were written. */
const persons = [
  `root as materialized (select distinct coalesce(m.root_id, a.id) as id from unnest($1::bigint[]) a (id)
     left join register.merged_now m on m.absorbed_id = a.id)`,
  `same as materialized (select r.id as root, r.id from root r
     union all select m.root_id, m.absorbed_id from register.merged_now m join root r on r.id = m.root_id)`,
]

/** One part: a person's rows of a table made into one row. */
const part = (name: string, columns: string, table: string, where: string): string =>
  `${name} as (select s.root, ${columns} from same s join ${table} on t.person_id = s.id where ${where} group by s.root)`

/** As a list, column by column: a few thousand youths have tens of thousands of contacts, and their columns' names would be most of what is sent. */
const told = `told as (select s.root, json_agg(json_build_array(l.at::date, extract(hour from l.at)::int * 60 + extract(minute from l.at)::int,
    t.happened_at, t.channel, t.attempted, t.reached, t.outcome, t.next_step, t.next_on) order by t.happened_at, t.id) as events
  from same s join outreach.contact t on t.person_id = s.id cross join lateral (select ${swedish('t.happened_at')} as at) l
  where t.struck_at is null group by s.root)`

/** The same number in two merged records is one number, and dead when either is. */
const ways = [
  `way as (select s.root, t.kind, lower(t.value) as value, bool_or(t.dead_on is not null) as is_dead, min(t.found_on) as found_on
     from same s join outreach.way t on t.person_id = s.id where t.ended_at is null group by s.root, t.kind, lower(t.value))`,
  `reach as (select w.root, count(*) filter (where w.kind = 'phone' and not w.is_dead)::int as live,
     count(*) filter (where w.kind = 'phone' and w.is_dead)::int as dead, min(w.found_on) filter (where w.kind = 'phone' and not w.is_dead) as found_on,
     bool_or(w.kind = 'email' and not w.is_dead) as has_email, array_agg(w.value) filter (where w.kind = 'address' and w.is_dead) as returned
     from way w group by w.root)`,
]

const parts = [
  told,
  ...ways,
  part('refused', 'array_agg(distinct t.channel) as channels', 'messaging.opt_out t', `t.known_until = 'infinity'`),
  part('answered', `min(${swedish('t.answered_at')}::date) as on_day`, 'replies.answer t', `t.state = 'open'`),
  part('met', `min(${swedish('t.starts_at')}::date) as on_day`, 'meetings.meeting t', `t.state = 'booked'`),
  part(
    'visited',
    'min(r.on_day) as on_day',
    `visits.stop t join visits.round r on r.id = t.round_id and r.state in ('planned', 'underWay')`,
    't.removed_at is null and t.result is null',
  ),
  `said as (select distinct on (s.root) s.root, t.kind, t.stated_on, t.review_on from same s
     join outreach.occupation t on t.person_id = s.id where t.known_until = 'infinity' order by s.root, t.stated_on desc, t.id desc)`,
]

/** An address that came back is no address, until the population register has another. */
const hasAddress = `(y.street <> '' or y.postal_code <> '')
  and not coalesce(lower(outreach.address_line(y.street, y.postal_code, y.locality)) = any (reach.returned), false)`

const rowsQuery = `
  with ${[...persons, ...parts].join(',\n')}
  select y.person_id as "personId", y.from_on as "enteredOn", y.born_on as "bornOn",
    y.person_id in (select p.person_id from register.protected_now p) as "isProtected", ${hasAddress} as "hasAddress",
    coalesce(reach.live, 0) as "livePhones", coalesce(reach.dead, 0) as "deadPhones", reach.found_on as "phoneFoundOn",
    coalesce(reach.has_email, false) as "hasEmail", coalesce(refused.channels, '{}') as "optedOut", coalesce(told.events, '[]') as told,
    answered.on_day as "openReplyOn", met.on_day as "meetingOn", visited.on_day as "visitOn",
    said.kind as occupation, said.stated_on as "occupationOn", said.review_on as "occupationReviewOn"
  from root join worklist.youth y on y.person_id = root.id
  ${['told', 'reach', 'refused', 'answered', 'met', 'visited', 'said'].map((name) => `left join ${name} on ${name}.root = root.id`).join(' ')}
  where y.from_on is not null or told.events is not null or said.kind is not null`

type Told = readonly [
  on: EventRow['on'],
  minute: number,
  at: string,
  channel: EventRow['channel'],
  attempted: boolean,
  reached: boolean,
  outcome: EventRow['outcome'],
  agreed: EventRow['agreed'],
  agreedOn: EventRow['agreedOn'],
]
type Row = Omit<StandingRow, 'events'> & { readonly told: readonly Told[] }

const eventOf = ([on, minute, at, channel, attempted, reached, outcome, agreed, agreedOn]: Told): EventRow => ({
  on,
  minute,
  at,
  channel,
  attempted,
  reached,
  outcome,
  agreed,
  agreedOn,
})

/** The rows of these persons; one asked for by a merged record is answered as the person. */
export async function loadStandingRows(tx: Tx, personIds: readonly number[]): Promise<StandingRow[]> {
  const rows = await tx.prepared<Row>(rowsQuery, [personIds])
  return rows.map(({ told: events, ...row }) => ({ ...row, events: events.map(eventOf) }))
}
