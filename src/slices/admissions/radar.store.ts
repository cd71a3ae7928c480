/** The youths of a season with what decides where each stands: one question, within the reader's scope, of those who live here some day of it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { KnownEnrolment, RadarYouth, RoundDay } from './admissions.types.ts'

/** A youth as stored: enrolments are not places yet. */
export type StoredYouth = Omit<RadarYouth, 'places'> & { readonly enrolments: readonly KnownEnrolment[] }

/** Which season, seen on which day, in which municipality. `completing`: credentials after which nobody asks. `subjectId`: one youth alone. */
export type RadarQuestion = {
  readonly scope: Scope
  readonly code: string
  readonly year: number
  readonly fromOn: PlainDate
  readonly lastOn: PlainDate
  readonly on: PlainDate
  readonly completing: readonly string[]
  readonly subjectId: string | null
}

const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`

/** Born in the year of those who leave compulsory school in the season's spring; not who stays a year longer by decision (7:13). */
const leaves = `(y.born_on between make_date($4 - 16, 1, 1) and make_date($4 - 16, 12, 31) and x.person_id is null)`

/** Which records are of whom: each human being's own, and those that were merged with it. Everything is joined, never asked row by row. */
const candidates = `
  merged as materialized (select absorbed_id, root_id from register.merged_now),
  one as materialized (select person_id from worklist.seen_one($1, $2, $8)),
  answered as (
    select coalesce(m.root_id, a.person_id) as person_id, json_agg(json_build_object('round', l.round, 'state', a.state, 'on', l.on_day) order by l.on_day, l.id) as answers
    from admissions.list l join admissions.answer a on a.list_pk = l.id left join merged m on m.absorbed_id = a.person_id
    where l.year = $4 and l.on_day <= $7 and l.taken_back_at is null and ($8::uuid is null or coalesce(m.root_id, a.person_id) in (select person_id from one))
    group by 1
  ), document as (
    select coalesce(m.root_id, c.person_id) as person_id,
      min(greatest(c.on_date, ${dayOf('c.known_from')})) filter (where c.type = 'studiebevis' and c.on_date between make_date($4, 5, 1) and $6) as certificate_on,
      min(greatest(c.on_date, ${dayOf('c.known_from')})) filter (where c.type = any ($9)) as completed_on
    from register.credential c left join merged m on m.absorbed_id = c.person_id
    where c.known_until = 'infinity' and (c.type = 'studiebevis' or c.type = any ($9)) group by 1
  ), stays as (
    select coalesce(m.root_id, e.person_id) as person_id from register.schooling_end e left join merged m on m.absorbed_id = e.person_id
    where e.known_until = 'infinity' and e.ground = '7:13' group by 1
  ), late as (
    select distinct p.person_id from register.period p
    where p.entry_reason in ('neverStarted', 'noShow') and p.from_on between make_date($4, 5, 1) and $6
  ), seen as materialized (
    select y.*, ${leaves} or e.person_id is not null as has_left, a.answers, c.certificate_on,
      least((y.born_on + interval '20 years')::date, c.completed_on) as over_on
    from worklist.seen($1, $2) y left join answered a on a.person_id = y.person_id left join document c on c.person_id = y.person_id
    left join late e on e.person_id = y.person_id left join stays x on x.person_id = y.person_id
    where ($8::uuid is null or y.person_id in (select person_id from one))
      and (a.person_id is not null or c.certificate_on is not null or e.person_id is not null or ${leaves})
  ), same as materialized (
    select s.person_id, s.person_id as record from seen s where s.over_on is null or s.over_on > $5
    union all select s.person_id, m.absorbed_id from seen s join merged m on m.root_id = s.person_id where s.over_on is null or s.over_on > $5
  )`

/**
 * The days on which each of them lives here: of protected registration where somebody has confirmed that she stays, of all others by the register, from
 * one registration to the next or to a deregistration (DOMAIN.md 3.3). By what is known now.
 */
const residents = `
  hidden as (
    select distinct s.person_id from same s join register.protection f on f.person_id = s.record where f.known_until = 'infinity' and f.protected_registration
  ), ended as (
    select s.person_id, g.on_date, g.is_death from same s join (
      select person_id, on_date, false as is_death from register.deregistration where known_until = 'infinity'
      union all select person_id, on_date, true from register.death where known_until = 'infinity') g on g.person_id = s.record
  ), registered as (
    select s.person_id, r.municipality, r.on_date as from_on, lead(r.on_date) over (partition by s.person_id order by r.on_date, r.id) as until_on
    from same s join register.registration r on r.person_id = s.record
    where r.known_until = 'infinity' and s.person_id not in (select h.person_id from hidden h)
  ), home as (
    select r.person_id, r.from_on, least(r.until_on, (select min(g.on_date) from ended g where g.person_id = r.person_id and (g.is_death or g.on_date >= r.from_on))) as until_on
    from registered r where r.municipality = $3
    union all
    select s.person_id, t.from_on, least(t.until_on, (select min(g.on_date) from ended g where g.person_id = s.person_id and g.is_death))
    from same s join hidden h on h.person_id = s.person_id join register.stay t on t.person_id = s.record where t.known_until = 'infinity' and t.municipality = $3
  ), candidate as materialized (
    select h.person_id, json_agg(json_build_object('fromOn', h.from_on, 'untilOn', h.until_on)) as lives from home h
    where h.from_on <= $7 and (h.until_on is null or (h.until_on > h.from_on and h.until_on > $5)) group by 1
  )`

/**
 * Contacts of the season: an attempt by us to reach the youth invites, and whoever was met face to face has been met: nobody writes it twice. Asking a
 * school or a partner invites nobody.
 */
const doings = `
  done as (
    select distinct d.person_id, d.kind, d.on_day from (
      select coalesce(m.root_id, t.person_id) as person_id, t.kind, t.on_day from admissions.step t left join merged m on m.absorbed_id = t.person_id
      where t.year = $4 and t.struck_at is null
      union all
      select s.person_id, k.kind, ${dayOf('c.happened_at')} from outreach.contact c join same s on s.record = c.person_id
      cross join lateral (values ('invited', c.attempted and c.channel not in ('school', 'partner')), ('met', c.reached and c.channel in ('inPerson', 'homeVisit'))) k (kind, holds)
      where c.struck_at is null and k.holds and ${dayOf('c.happened_at')} between $5 and $6) d
  ), steps as (
    select person_id, json_agg(json_build_object('kind', kind, 'on', on_day) order by on_day) as steps from done group by 1
  ), studied as (
    select s.person_id, json_agg(json_build_object('schoolType', e.school_type, 'educationCode', e.education_code, 'startOn', e.start_on, 'endOn', e.end_on,
      'knownOn', ${dayOf('e.known_from')}, 'forgottenOn', case when e.known_until < 'infinity' then ${dayOf('e.known_until')} end)) as enrolments
    from same s join register.enrolment e on e.person_id = s.record
    where e.start_on <= $6 and (e.end_on is null or (e.end_on >= $5 and e.end_on >= e.start_on)) group by 1
  )`

const query = `
  with ${candidates}, ${residents}, ${doings}
  select y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", u.name as unit, t.name as staff,
    y.person_id in (select g.person_id from register.protected_now g) as "isProtected",
    coalesce(y.answers, '[]') as answers, coalesce(d.steps, '[]') as steps, coalesce(e.enrolments, '[]') as enrolments,
    case when y.certificate_on is not null then json_build_object('reason', 'studyCertificate', 'on', y.certificate_on)
      when y.has_left then json_build_object('reason', 'leftSchool', 'on', $5::date) end as entry, p.lives, y.over_on as "overOn"
  from candidate p join seen y on y.person_id = p.person_id left join steps d on d.person_id = y.person_id left join studied e on e.person_id = y.person_id
  left join organisation.unit u on u.id = y.unit_id left join access.staff t on t.id = y.staff_id
  order by y.family_name, y.given_name, y.person_id`

/** The youths of the season. */
export const listRadarYouths = (
  tx: Tx,
  { scope, code, year, fromOn, lastOn, on, subjectId, completing }: RadarQuestion,
): Promise<StoredYouth[]> =>
  tx.query<StoredYouth>(query, [scope.units, scope.mayReadProtected, code, year, fromOn, lastOn, on, subjectId, completing])

/** The days of the first list of each round of a year, both rounds' own; those taken back are no lists. */
export const listFirstDays = (tx: Tx, year: number): Promise<RoundDay[]> =>
  tx.query<RoundDay>(
    'select round, min(on_day) as on from admissions.list where year = $1 and taken_back_at is null group by round order by 2',
    [year],
  )
