/** The desk of prevention: pupils of the own schools who are absent, are watched, or have a matter with a school. Within the reader's scope. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AbsentPupil, PupilMatter, WatchedPupil } from './prevention.types.ts'
import { matterColumns, matterJoins } from './matter.store.ts'

const same = `array(select y.person_id union select m.absorbed_id from register.merged_now m where m.root_id = y.person_id)`

/** Where the youth goes to upper secondary school on the day `$3`. */
const schoolOn = (person: string): string => `
  select e.school_unit as code, coalesce(u.name, e.school_unit) as name from register.enrolment e left join notices.school_unit u on u.code = e.school_unit
  where e.person_id = any (${person}) and e.known_until = 'infinity' and e.school_type in ('GY', 'GYS', 'GYAN') and e.start_on <= $3::date
    and (e.end_on is null or e.end_on >= $3::date)`

/** `y` is one of `worklist.seen`. */
const pupilColumns = `y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", o.name as unit,
  register.is_protected(y.person_id) as "isProtected", case when s.code is not null then json_build_object('code', s.code, 'name', s.name) end as school,
  w.person_id is not null as "isWatched",
  (select max((c.happened_at at time zone 'Europe/Stockholm')::date) from outreach.contact c where c.person_id = any (${same}) and c.struck_at is null) as "lastContactOn"`
const pupilJoins = `left join organisation.unit o on o.id = y.unit_id
  left join lateral (${schoolOn(same)} order by e.start_on desc limit 1) s on true
  left join worklist.watch w on w.person_id = y.person_id and w.known_until = 'infinity'`

const isCovered = `coalesce(y.from_on <= $3::date and (y.until_on is null or y.until_on > $3::date), false)`
const values = ({ units, mayReadProtected }: Scope, today: PlainDate): unknown[] => [units, mayReadProtected, today]

/** Pupils with kept absence in the month or the one before, who are enrolled and not covered. */
export const listAbsent = (tx: Tx, scope: Scope, today: PlainDate, month: PlainDate): Promise<AbsentPupil[]> =>
  tx.query<AbsentPupil>(
    `with sums as (
       select register.root_now(a.person_id) as person_id, coalesce(sum(a.invalid_minutes) filter (where a.month = $4::date), 0)::int as invalid,
         (sum(a.offered_minutes) filter (where a.month = $4::date))::int as offered,
         coalesce(sum(a.invalid_minutes) filter (where a.month = ($4::date - interval '1 month')::date), 0)::int as before
       from prevention.absence a where a.month in ($4::date, ($4::date - interval '1 month')::date) group by 1
     )
     select ${pupilColumns}, json_build_object('month', $4::date, 'invalid', a.invalid, 'offered', a.offered, 'before', a.before) as absence
     from sums a join worklist.seen($1, $2) y on y.person_id = a.person_id ${pupilJoins}
     where s.code is not null and not ${isCovered} order by greatest(a.invalid, a.before) desc, y.family_name, y.given_name`,
    [...values(scope, today), month],
  )

/** Those who are watched and not covered, the longest without a contact first. */
export const listWatched = (tx: Tx, scope: Scope, today: PlainDate): Promise<WatchedPupil[]> =>
  tx.query<WatchedPupil>(
    `select q.* from (select ${pupilColumns}, w.from_on as "sinceOn", t.name as "byName", y.family_name, y.given_name from worklist.seen($1, $2) y ${pupilJoins}
       left join access.staff t on t.id::text = w.started_by where w.person_id is not null and not ${isCovered}) q
     order by q."lastContactOn" nulls first, q."sinceOn", q.family_name, q.given_name`,
    values(scope, today),
  )

/** Matters that are open, the oldest first, and those closed in the last month. */
export const listOpenMatters = (tx: Tx, { units, mayReadProtected }: Scope, today: PlainDate): Promise<PupilMatter[]> =>
  tx.query<PupilMatter>(
    `select ${matterColumns}, y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
       register.is_protected(y.person_id) as "isProtected"
     from prevention.matter m ${matterJoins} join worklist.seen($1, $2) y on y.person_id = register.root_now(m.person_id)
     where m.closed_on is null or m.closed_on > $3::date - 30 order by m.closed_on is not null, m.opened_on, m.id`,
    [units, mayReadProtected, today],
  )
