/** The youths of a season with what decides where each stands: one question, within the reader's scope, of those who live here and are under 20. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { KnownEnrolment, ListAnswer, RadarYouth, StepDone, SummerEntry } from './admissions.types.ts'

/** A youth as stored: enrolments are not places yet. */
export type StoredYouth = Omit<RadarYouth, 'answers' | 'steps' | 'places' | 'entry'> & {
  readonly answers: readonly ListAnswer[]
  readonly steps: readonly StepDone[]
  readonly enrolments: readonly KnownEnrolment[]
  readonly entry: SummerEntry | null
}

/** Which season, seen on which day, in which municipality. `subjectId`: one youth alone. */
export type RadarQuestion = {
  readonly scope: Scope
  readonly code: string
  readonly year: number
  readonly fromOn: PlainDate
  readonly lastOn: PlainDate
  readonly on: PlainDate
  readonly subjectId: string | null
}

const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`

/** Which records are of whom: each human being's own, and those that were merged with it. Everything is joined, never asked row by row. */
const candidates = `
  merged as materialized (select absorbed_id, root_id from register.merged_now),
  one as materialized (select person_id from worklist.seen_one($1, $2, $8)),
  answered as (
    select coalesce(m.root_id, a.person_id) as person_id, json_agg(json_build_object('round', l.round, 'state', a.state, 'on', l.on_day) order by l.on_day, l.id) as answers
    from admissions.list l join admissions.answer a on a.list_pk = l.id left join merged m on m.absorbed_id = a.person_id
    where l.year = $4 and l.on_day <= $7 and ($8::uuid is null or coalesce(m.root_id, a.person_id) in (select person_id from one)) group by 1
  ), certificate as (
    select coalesce(m.root_id, c.person_id) as person_id, min(greatest(c.on_date, ${dayOf('c.known_from')})) as on_day from register.credential c
    left join merged m on m.absorbed_id = c.person_id
    where c.known_until = 'infinity' and c.type = 'studiebevis' and c.on_date between make_date($4, 5, 1) and $6 group by 1
  ), late as (
    select distinct p.person_id from register.period p
    where p.entry_reason in ('neverStarted', 'noShow') and p.from_on between make_date($4, 5, 1) and $6
  ), seen as materialized (
    select y.*, y.born_on between make_date($4 - 16, 1, 1) and make_date($4 - 16, 12, 31) or e.person_id is not null as has_left,
      a.answers, c.on_day as certificate_on
    from worklist.seen($1, $2) y left join answered a on a.person_id = y.person_id left join certificate c on c.person_id = y.person_id
    left join late e on e.person_id = y.person_id
    where ($8::uuid is null or y.person_id in (select person_id from one)) and (y.born_on is null or y.born_on > ($7::date - interval '20 years')::date)
      and (a.person_id is not null or c.person_id is not null or e.person_id is not null
        or y.born_on between make_date($4 - 16, 1, 1) and make_date($4 - 16, 12, 31))
  ), same as materialized (
    select s.person_id, s.person_id as record from seen s union all select s.person_id, m.absorbed_id from seen s join merged m on m.root_id = s.person_id
  )`

/** Those of them who live here on the day; of protected registration the function says, of all others the register's own code (DOMAIN.md 3.3). */
const residents = `
  hidden as (
    select distinct s.person_id from same s join register.protection f on f.person_id = s.record where f.known_until = 'infinity' and f.protected_registration
  ), registered as (
    select distinct on (s.person_id) s.person_id, r.municipality, r.on_date from same s join register.registration r on r.person_id = s.record
    where r.known_until = 'infinity' and r.on_date <= $7 order by s.person_id, r.on_date desc, r.id desc
  ), gone as (
    select s.person_id, max(g.on_date) as on_date, bool_or(g.is_death) as is_death from same s join (
      select person_id, on_date, false as is_death from register.deregistration where known_until = 'infinity'
      union all select person_id, on_date, true from register.death where known_until = 'infinity') g on g.person_id = s.record
    where g.on_date <= $7 group by 1
  ), candidate as materialized (
    select y.person_id from seen y left join registered r on r.person_id = y.person_id left join gone g on g.person_id = y.person_id
    left join hidden h on h.person_id = y.person_id
    where case when h.person_id is not null then register.lives_in(y.person_id, $3, $7)
      else r.municipality = $3 and (g.person_id is null or (not g.is_death and g.on_date < r.on_date)) end
  )`

/** Contacts of the season: an attempt by us invites, and whoever was met face to face has been met: nobody writes it twice. */
const doings = `
  done as (
    select d.person_id, d.kind, min(d.on_day) as on_day from (
      select coalesce(m.root_id, t.person_id) as person_id, t.kind, t.on_day from admissions.step t left join merged m on m.absorbed_id = t.person_id
      where t.year = $4 and t.struck_at is null
      union all
      select s.person_id, k.kind, ${dayOf('c.happened_at')} from outreach.contact c join same s on s.record = c.person_id
      cross join lateral (values ('invited', c.attempted), ('met', c.reached and c.channel in ('inPerson', 'homeVisit'))) k (kind, holds)
      where c.struck_at is null and k.holds and ${dayOf('c.happened_at')} between $5 and $6) d group by 1, 2
  ), steps as (
    select person_id, json_agg(json_build_object('kind', kind, 'on', on_day)) as steps from done group by 1
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
      when y.has_left then json_build_object('reason', 'leftSchool', 'on', $5::date) end as entry
  from candidate p join seen y on y.person_id = p.person_id left join steps d on d.person_id = y.person_id left join studied e on e.person_id = y.person_id
  left join organisation.unit u on u.id = y.unit_id left join access.staff t on t.id = y.staff_id
  order by y.family_name, y.given_name, y.person_id`

/** The youths of the season. */
export const listRadarYouths = (tx: Tx, { scope, code, year, fromOn, lastOn, on, subjectId }: RadarQuestion): Promise<StoredYouth[]> =>
  tx.query<StoredYouth>(query, [scope.units, scope.mayReadProtected, code, year, fromOn, lastOn, on, subjectId])

/** The day of the first list of a year; null when none has been read. */
export async function firstListOn(tx: Tx, year: number): Promise<PlainDate | null> {
  const [row] = await tx.query<{ on: PlainDate | null }>('select min(on_day) as on from admissions.list where year = $1', [year])
  return row?.on ?? null
}
