/** What the ladder is asked with, and the line it leaves for lists: `outreach.standing` is derived and can always be worked out anew. */
import type { Tx } from '../../platform/db/tx.ts'
import type { StandingLine, StandingRow } from './standing.types.ts'

const swedish = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')`

const eventsOf = `
  select coalesce(jsonb_agg(jsonb_build_object('on', ${swedish('c.happened_at')}::date,
      'minute', (extract(hour from ${swedish('c.happened_at')}) * 60 + extract(minute from ${swedish('c.happened_at')}))::int,
      'at', c.happened_at, 'channel', c.channel, 'attempted', c.attempted, 'reached', c.reached, 'outcome', c.outcome,
      'agreed', c.next_step, 'agreedOn', c.next_on) order by c.happened_at, c.id), '[]')
  from outreach.contact c where c.person_id = y.person_id and c.struck_at is null`

const phones = (condition: string): string =>
  `(select count(*)::int from outreach.way w where w.person_id = y.person_id and w.ended_at is null and w.kind = 'phone' and ${condition})`

/** An address that came back is no address, until the population register has another. */
const hasAddress = `(y.street <> '' or y.postal_code <> '') and not exists (select from outreach.way w where w.person_id = y.person_id
  and w.ended_at is null and w.kind = 'address' and w.dead_on is not null and w.value = outreach.address_line(y.street, y.postal_code, y.locality))`

const query = (whom: string): string => `
  select y.person_id as "personId", y.from_on as "enteredOn", y.born_on as "bornOn",
    y.person_id in (select p.person_id from register.protected_now p) as "isProtected", ${hasAddress} as "hasAddress",
    ${phones('w.dead_on is null')} as "livePhones", ${phones('w.dead_on is not null')} as "deadPhones",
    exists (select from outreach.way w where w.person_id = y.person_id and w.ended_at is null and w.kind = 'email' and w.dead_on is null) as "hasEmail",
    coalesce((select array_agg(o.channel) from messaging.opt_out o where o.person_id = y.person_id and o.known_until = 'infinity'), '{}') as "optedOut",
    (${eventsOf}) as events,
    (select min(${swedish('a.answered_at')}::date) from replies.answer a where a.person_id = y.person_id and a.state = 'open') as "openReplyOn",
    (select min(${swedish('m.starts_at')}::date) from meetings.meeting m where m.person_id = y.person_id and m.state = 'booked') as "meetingOn",
    (select min(r.on_day) from visits.stop s join visits.round r on r.id = s.round_id where s.person_id = y.person_id and s.removed_at is null
      and s.result is null and r.state in ('planned', 'underWay')) as "visitOn",
    u.kind as occupation, u.stated_on as "occupationOn", u.review_on as "occupationReviewOn"
  from worklist.youth y
  left join lateral (select o.kind, o.stated_on, o.review_on from outreach.occupation o where o.person_id = y.person_id and o.known_until = 'infinity'
    order by o.id desc limit 1) u on true
  where ${whom}`

const worthALine = `(y.from_on is not null or exists (select from outreach.contact c where c.person_id = y.person_id)
  or exists (select from outreach.occupation o where o.person_id = y.person_id))`

/** The rows of these persons. */
export const loadStandingRows = (tx: Tx, personIds: readonly number[]): Promise<StandingRow[]> =>
  tx.prepared<StandingRow>(query(`y.person_id = any ($1) and ${worthALine}`), [personIds])

/** Everybody who has, or should have, a line. */
export const listStandingPersons = async (tx: Tx): Promise<number[]> =>
  (
    await tx.query<{ id: number }>(
      `select y.person_id as id from worklist.youth y where ${worthALine} union select s.person_id from outreach.standing s order by id`,
    )
  ).map(({ id }) => id)

const columns = `entered_on, first_attempt_on, first_reached_on, last_attempt_at, last_attempt_channel, last_attempt_outcome, last_reached_at,
  last_reached_channel, begin_by, waits_for, step, step_nth, step_of, step_from, step_due, quiet_until, detail, live_phones, dead_phones,
  occupation, occupation_on, occupation_review_on`

const saveLines = `
  insert into outreach.standing as s (person_id, ${columns})
  select l."personId", l."enteredOn", l."firstAttemptOn", l."firstReachedOn", l."lastAttemptAt", l."lastAttemptChannel", l."lastAttemptOutcome",
    l."lastReachedAt", l."lastReachedChannel", l."beginBy", l."waitsFor", l.step, l."stepNth", l."stepOf", l."stepFrom", l."stepDue", l."quietUntil",
    coalesce(l.detail, '{}'), l."livePhones", l."deadPhones", l.occupation, l."occupationOn", l."occupationReviewOn"
  from jsonb_to_recordset($1::jsonb) as l ("personId" bigint, "enteredOn" date, "firstAttemptOn" date, "firstReachedOn" date,
    "lastAttemptAt" timestamptz, "lastAttemptChannel" text, "lastAttemptOutcome" text, "lastReachedAt" timestamptz, "lastReachedChannel" text,
    "beginBy" date, "waitsFor" text, step text, "stepNth" int, "stepOf" int, "stepFrom" date, "stepDue" date, "quietUntil" date, detail jsonb,
    "livePhones" int, "deadPhones" int, occupation text, "occupationOn" date, "occupationReviewOn" date)
  on conflict (person_id) do update set (${columns}) = (${columns.replaceAll(/\w+/g, 'excluded.$&')})
  where (${columns.replaceAll(/\w+/g, 's.$&')}) is distinct from (${columns.replaceAll(/\w+/g, 'excluded.$&')})`

/** Those of the lives being recomputed who have a line already. */
export const standingsInScope = async (tx: Tx): Promise<number[]> =>
  (await tx.query<{ id: number }>('select s.person_id as id from outreach.standing s join life_scope m on m.person_id = s.person_id')).map(
    ({ id }) => id,
  )

/** Saves the lines, and takes away those of the persons who no longer have one. Lines that say the same are left alone. */
export async function saveStandings(tx: Tx, personIds: readonly number[], lines: readonly StandingLine[]): Promise<void> {
  await tx.query('delete from outreach.standing where person_id = any ($1) and person_id <> all ($2)', [
    personIds,
    lines.map(({ personId }) => personId),
  ])
  if (lines.length > 0) await tx.query(saveLines, [JSON.stringify(lines)])
}
