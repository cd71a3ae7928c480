/** Youths as the lists have them, put straight into a test's database: a test says only what matters to it. */
import { randomUUID } from 'node:crypto'
import type { TestPlace } from '../../../test/support/places.ts'

export type MadeYouth = { readonly personId: number; readonly subjectId: string }

type Given = {
  readonly given?: string
  readonly family?: string
  readonly number?: string | null
  readonly bornOn?: string | null
  readonly unit?: number | null
  readonly district?: number | null
  readonly staff?: string | null
  readonly fromOn?: string | null
  readonly untilOn?: string | null
  readonly reason?: string
  readonly otherForm?: boolean
  readonly protected?: 'marked' | 'registration'
  readonly watched?: boolean
  readonly enteredInRun?: number
}

const insertYouth = `
  insert into worklist.youth (person_id, subject_id, number, given_name, family_name, search_key, born_on, street, postal_code, locality,
    district_id, unit_id, staff_id, from_on, until_on, entry_reason, exit_reason, other_form)
  values ($1, $2, $3, $4::text, $5::text, worklist.search_key($4 || ' ' || $5), $6, 'Hemliga gatan 7', '123 45', 'Provstad', $7, $8, $9, $10,
    $11, $12, $13, $14)`

function youthValues(personId: number, subjectId: string, given: Given): unknown[] {
  const { fromOn = '2026-10-01', untilOn = null, unit = null, staff = null, district = null, number = null } = given
  return [
    personId,
    subjectId,
    number,
    given.given ?? 'Prov',
    given.family ?? 'Provsson',
    given.bornOn === undefined ? '2009-03-10' : given.bornOn,
    district,
    unit,
    staff,
    fromOn,
    untilOn,
    fromOn === null ? null : (given.reason ?? 'neverStarted'),
    untilOn === null ? null : 'inEducation',
    given.otherForm === true ? '{[2026-01-01,)}' : '{}',
  ]
}

/** Covered since 2026-10-01, 17 years old, in no unit, with nobody, unless said otherwise. */
export async function aYouth(place: TestPlace, given: Given = {}): Promise<MadeYouth> {
  const subjectId = randomUUID()
  const [person] = await place.sql<{ id: number }>('insert into register.person (subject_id) values ($1) returning id', [subjectId])
  const personId = person?.id ?? 0
  const { unit = null, staff = null } = given
  await place.sql(insertYouth, youthValues(personId, subjectId, given))
  if (unit !== null || staff !== null) {
    const values = [personId, unit, staff]
    await place.sql(
      `insert into worklist.assignment (person_id, unit_id, staff_id, how, assigned_by) values ($1, $2, $3, 'routed', 'prov')`,
      values,
    )
  }
  if (given.protected !== undefined) await protect(place, personId, given.protected)
  if (given.watched === true) {
    const watch = `insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'Skolan är orolig', '2026-11-01', 'prov')`
    await place.sql(watch, [personId])
  }
  if (given.enteredInRun !== undefined) {
    const entered = `insert into matching.run_change values ($1, $2, 'entered', 'neverStarted', '2026-11-20')`
    await place.sql(entered, [given.enteredInRun, personId])
  }
  return { personId, subjectId }
}

/** A measure straight in the table, of the item in force. `until`: ended on that day, said then. */
export const aMeasure = (
  place: TestPlace,
  { personId }: Pick<MadeYouth, 'personId'>,
  {
    item = 'guidance',
    from,
    until = null,
    planned = null,
  }: { item?: string; from: string; until?: string | null; planned?: string | null },
): Promise<unknown> =>
  place.sql(
    `insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, planned_until_on, ended_on, end_said_on, end_reason, responsible,
       placement, origin, by_name, recorded_on, changed_by)
     select $1, v.item_key, v.version, v.exclusive, $3, $5, $4, $4, case when $4::date is not null then 'completed' end, 'municipality',
       case when v.needs_decision then 'waiting' else 'none' end, 'hand', 'prov', $3, 'prov'
     from measures.item_version v where v.item_key = $2 and v.known_until = 'infinity'`,
    [personId, item, from, until, planned],
  )

/** The population register marks the youth, from now. Protected registration is in this municipality. */
export async function protect(place: TestPlace, personId: number, how: 'marked' | 'registration'): Promise<void> {
  await place.sql(
    `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from)
     values ($1, $2, $3, '2026-01-01', 'folkbokföringen', now())`,
    [personId, how === 'marked', how === 'registration'],
  )
  await place.sql(
    `insert into register.registration (person_id, on_date, municipality, source, known_from) values ($1, '2009-03-10', $2, 'folkbokföringen', now())`,
    [personId, place.code],
  )
}

/** Somebody's stay here is confirmed, without end. */
export const confirmStay = (place: TestPlace, personId: number): Promise<unknown> =>
  place.sql(
    `insert into register.stay (person_id, municipality, from_on, confirmed_by, source, known_from) values ($1, $2, '2026-01-01', 'prov', 'manuellt', now())`,
    [personId, place.code],
  )

/** A unit with a district of the same name; returns the unit's and the district's ids. */
export async function aUnit(place: TestPlace, name: string): Promise<{ readonly unit: number; readonly district: number }> {
  const [unit] = await place.sql<{ id: number }>('insert into organisation.unit (name) values ($1) returning id', [name])
  const [district] = await place.sql<{ id: number }>('insert into organisation.district (name, unit_id) values ($1, $2) returning id', [
    name,
    unit?.id,
  ])
  return { unit: unit?.id ?? 0, district: district?.id ?? 0 }
}

/** A colleague who has signed in at some time. */
export async function aColleague(place: TestPlace, name: string, role: string, unit: number | null = null): Promise<string> {
  const [row] = await place.sql<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles, unit_id) values ('prov', $1, $2, array[$3], $4) returning id`,
    [randomUUID(), name, role, unit],
  )
  return row?.id ?? ''
}

/** The last nightly run, on the day. */
export async function aNight(place: TestPlace, on: string): Promise<number> {
  const [row] = await place.sql<{ id: number }>(
    `insert into matching.run (kind, on_day, state, finished_at, report) values ('nightly', $1, 'done', now(), '{}') returning id`,
    [on],
  )
  return row?.id ?? 0
}

/** A number in the ledger, E.164. */
export const aPhone = (place: TestPlace, { personId }: MadeYouth, value: string, { dead = false, ended = false } = {}): Promise<unknown> =>
  place.sql(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by, under_protection, last_result, last_result_at, dead_on, ended_at, ended_by)
     values ($1, 'phone', $2, 'youth', '2026-10-01', 'prov', $1 in (select p.person_id from register.protected_now p), case when $3 then 'dead' end,
       case when $3 then now() end, case when $3 then date '2026-11-01' end, case when $4 then now() end, case when $4 then 'prov' end)`,
    [personId, value, dead, ended],
  )
