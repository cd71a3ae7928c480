/** The youths of a season with what decides where each stands: one question, within the reader's scope, of those who live here and are under 20. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ListAnswer, RadarYouth, StepDone, SummerEntry } from './admissions.types.ts'
import type { KnownEnrolment } from './places.rules.ts'

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
const root = (person: string): string =>
  `coalesce((select m.root_id from register.merged_now m where m.absorbed_id = ${person}), ${person})`

/** Contacts of the season: an attempt by us invites, and whoever was met face to face has been met: nobody writes it twice. */
const contactSteps = `
  select ${root('c.person_id')} as person_id, k.kind, min(${dayOf('c.happened_at')}) as on_day from outreach.contact c
  cross join lateral (values ('invited', c.attempted), ('met', c.reached and c.channel in ('inPerson', 'homeVisit'))) k (kind, holds)
  where c.struck_at is null and k.holds and ${dayOf('c.happened_at')} between $5 and $6
    and ${root('c.person_id')} in (select person_id from candidate) group by 1, 2`

const query = `
  with answered as (
    select ${root('a.person_id')} as person_id, l.id, l.round, l.on_day, a.state from admissions.answer a join admissions.list l on l.id = a.list_pk
    where l.year = $4 and l.on_day <= $7
  ), certificate as (
    select ${root('c.person_id')} as person_id, min(greatest(c.on_date, ${dayOf('c.known_from')})) as on_day from register.credential c
    where c.known_until = 'infinity' and c.type = 'studiebevis' and c.on_date between make_date($4, 5, 1) and $6 group by 1
  ), late as (
    select p.person_id from register.period p where p.entry_reason in ('neverStarted', 'noShow') and p.from_on between make_date($4, 5, 1) and $6
  ), seen as (
    select y.* from worklist.seen($1, $2) y
    where ($8::uuid is null or y.subject_id = $8::uuid) and (y.born_on is null or y.born_on > ($7::date - interval '20 years')::date)
      and (y.person_id in (select person_id from answered) or y.person_id in (select person_id from certificate)
        or y.born_on between make_date($4 - 16, 1, 1) and make_date($4 - 16, 12, 31) or y.person_id in (select person_id from late))
  ), candidate as (
    select s.person_id from seen s where register.lives_in(s.person_id, $3, $7)
  ), done as (
    select person_id, kind, min(on_day) as on_day from (
      select ${root('t.person_id')} as person_id, t.kind, t.on_day from admissions.step t where t.year = $4 and t.struck_at is null
      union all ${contactSteps}) d group by 1, 2
  )
  select y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", u.name as unit, t.name as staff,
    register.is_protected(y.person_id) as "isProtected",
    coalesce((select json_agg(json_build_object('round', a.round, 'state', a.state, 'on', a.on_day) order by a.on_day, a.id)
      from answered a where a.person_id = y.person_id), '[]') as answers,
    coalesce((select json_agg(json_build_object('kind', d.kind, 'on', d.on_day)) from done d where d.person_id = y.person_id), '[]') as steps,
    coalesce((select json_agg(json_build_object('schoolType', e.school_type, 'educationCode', e.education_code, 'startOn', e.start_on, 'endOn', e.end_on,
        'knownOn', ${dayOf('e.known_from')}, 'forgottenOn', case when e.known_until < 'infinity' then ${dayOf('e.known_until')} end))
      from register.enrolment e where e.person_id = any (array(select y.person_id union select m.absorbed_id from register.merged_now m where m.root_id = y.person_id))
        and e.start_on <= $6 and (e.end_on is null or (e.end_on >= $5 and e.end_on >= e.start_on))), '[]') as enrolments,
    case when c.person_id is not null then json_build_object('reason', 'studyCertificate', 'on', c.on_day)
      when y.born_on between make_date($4 - 16, 1, 1) and make_date($4 - 16, 12, 31) or y.person_id in (select person_id from late)
        then json_build_object('reason', 'leftSchool', 'on', $5::date) end as entry
  from candidate p join seen y on y.person_id = p.person_id left join certificate c on c.person_id = y.person_id
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
