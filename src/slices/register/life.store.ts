/**
 * Loads lives, as known at an instant, for the law to read. One row per person; a merged person's facts are those of
 * all records that are the same human being. Days come as whole days since 1970-01-01.
 */
import type { Tx } from '../../platform/db/tx.ts'
import type { Day } from '../../platform/plain-date.ts'
import type { Life, Origin } from '../law/index.ts'

/** An instant as PostgreSQL reads it, exclusive: what became known before it counts. `infinity`: all that is known. */
export type AsOf = string
export const now: AsOf = 'infinity'

export type PersonLife = {
  readonly personId: number
  readonly subjectId: string
  /** The number in force; null for a person known only by a school's interim number. */
  readonly number: string | null
  readonly givenName: string
  readonly familyName: string
  readonly secrecyMarked: boolean
  readonly life: Life
}

type Tuple = readonly (string | number | boolean | null)[]
type LifeRow = {
  person_id: number
  subject_id: string
  number: string | null
  given_name: string | null
  family_name: string | null
  born_on: number | null
  protection: Tuple[] | null
} & Record<FactList, Tuple[] | null>

const factLists = {
  registrations: { table: 'registration', columns: ['day:on_date', 'municipality'] },
  deregistrations: { table: 'deregistration', columns: ['day:on_date', 'cause'] },
  deaths: { table: 'death', columns: ['day:on_date'] },
  immigrations: { table: 'immigration', columns: ['day:on_date'] },
  enrolments: { table: 'enrolment', columns: ['day:start_on', 'day:end_on', 'cancelled', 'school_type', 'education_code'] },
  credentials: { table: 'credential', columns: ['day:on_date', 'type'] },
  schooling_ends: { table: 'schooling_end', columns: ['ground', 'day:end_on'] },
  decisions: { table: 'decision', columns: ['covers', 'day:from_on', 'day:until_on', 'ground', 'decided_by'] },
  stays: { table: 'stay', columns: ['municipality', 'day:from_on', 'day:until_on'] },
} as const
type FactList = keyof typeof factLists

const known = (alias: string): string => `${alias}.known_from < $1::timestamptz and ${alias}.known_until >= $1::timestamptz`
const columnOf = (column: string): string => (column.startsWith('day:') ? `f.${column.slice(4)} - date '1970-01-01'` : `f.${column}`)
const origin = 'f.source, to_char(f.known_from, \'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM\')'

/** The facts of one kind by person, as an array of tuples; the origin, when asked for, comes last in each. */
function factsBy(list: FactList, withOrigins: boolean): string {
  const { table, columns } = factLists[list]
  const tuple = [...columns.map(columnOf), ...(withOrigins ? [origin] : [])].join(', ')
  return `left join (
    select m.root_id, json_agg(json_build_array(${tuple})) as ${list}
    from register.${table} f join life_scope m on m.person_id = f.person_id
    where ${known('f')} group by m.root_id) ${list} using (root_id)`
}

const livesQuery = (withOrigins: boolean): string => `
  select s.root_id as person_id, p.subject_id, i.number, n.given_name, n.family_name,
    coalesce(i.born_on, b.born_on) - date '1970-01-01' as born_on, protection.protection,
    ${Object.keys(factLists).join(', ')}
  from (select distinct root_id from life_scope) s
  join register.person p on p.id = s.root_id
  left join (
    select distinct on (m.root_id) m.root_id, f.number, f.born_on
    from register.identity f join life_scope m on m.person_id = f.person_id
    where ${known('f')} and f.replaced_by is null
    order by m.root_id, f.kind, (m.person_id = m.root_id) desc, f.id desc) i using (root_id)
  left join (
    select m.root_id, min(f.born_on) as born_on from register.birth f join life_scope m on m.person_id = f.person_id
    where ${known('f')} group by m.root_id) b using (root_id)
  left join (
    select distinct on (m.root_id) m.root_id, f.given_name, f.family_name
    from register.particulars f join life_scope m on m.person_id = f.person_id
    where ${known('f')} order by m.root_id, f.id desc) n using (root_id)
  left join (
    select m.root_id, json_agg(json_build_array(f.secrecy_marked, f.protected_registration, f.since_on - date '1970-01-01', ${origin})) as protection
    from register.protection f join life_scope m on m.person_id = f.person_id
    where ${known('f')} group by m.root_id) protection using (root_id)
  ${(Object.keys(factLists) as FactList[]).map((list) => factsBy(list, withOrigins)).join('\n')}`

/** Which record each merged one stands for, as known at the instant: `life_root(absorbed_id, root_id)`. Chains of merges are followed. */
export async function scopeRoots(tx: Tx, asOf: AsOf): Promise<void> {
  await tx.script('drop table if exists life_root')
  await tx.query(
    `create temp table life_root on commit drop as
     with recursive chain as (
       select absorbed_id, kept_id from register.same_person f where ${known('f')}
       union all
       select c.absorbed_id, f.kept_id from chain c join register.same_person f on f.absorbed_id = c.kept_id and ${known('f')})
     select c.absorbed_id, c.kept_id as root_id from chain c
     where not exists (select from register.same_person f where f.absorbed_id = c.kept_id and ${known('f')})`,
    [asOf],
  )
}

/** The records that are one human being, as known at the instant: `life_scope(person_id, root_id)`. */
export async function scopeLives(tx: Tx, asOf: AsOf, persons: 'all' | readonly number[] | { readonly table: string }): Promise<void> {
  await scopeRoots(tx, asOf)
  await tx.script('drop table if exists life_scope')
  await tx.query('create temp table life_scope (person_id bigint primary key, root_id bigint not null) on commit drop')
  const all = `insert into life_scope
    select p.id, coalesce(r.root_id, p.id) from register.person p left join life_root r on r.absorbed_id = p.id`
  const roots = (wanted: string) => `${all} where coalesce(r.root_id, p.id) in (
    select coalesce(r2.root_id, w.person_id) from (${wanted}) w left join life_root r2 on r2.absorbed_id = w.person_id)`
  if (persons === 'all') await tx.query(all)
  else if ('table' in persons) await tx.query(roots(`select person_id from ${persons.table}`))
  else await tx.query(roots('select unnest($1::bigint[]) as person_id'), [persons])
  await tx.script('analyze life_scope')
}

const text = (value: Tuple[number] | undefined): string => String(value ?? '')
const day = (value: Tuple[number] | undefined): Day => Number(value) as Day
const dayOrNull = (value: Tuple[number] | undefined): Day | null => (value === null || value === undefined ? null : day(value))

type WithOrigin = { origin?: Origin }
const originAt = (tuple: Tuple, index: number): WithOrigin =>
  tuple.length > index ? { origin: { source: text(tuple[index]), readAt: text(tuple[index + 1]) } } : {}

const none: readonly Tuple[] = []

function protectedRegistrationOf(row: LifeRow): Life['protectedRegistration'] {
  const flagged = (row.protection ?? none).filter((tuple) => tuple[1] === true).toSorted((a, b) => day(a[2]) - day(b[2]))
  const first = flagged[0]
  return first === undefined ? null : { sinceOn: day(first[2]), ...originAt(first, 3) }
}

const enrolmentOf = (t: Tuple): Life['enrolments'][number] => ({
  startOn: day(t[0]),
  endOn: dayOrNull(t[1]),
  cancelled: t[2] === true,
  schoolType: text(t[3]),
  educationCode: text(t[4]),
  ...originAt(t, 5),
})

const decisionOf = (t: Tuple): Life['decisions'][number] => ({
  covers: t[0] === true,
  fromOn: day(t[1]),
  untilOn: dayOrNull(t[2]),
  ground: text(t[3]),
  decidedBy: text(t[4]),
  ...originAt(t, 5),
})

/** A row as a life. */
function lifeOf(row: LifeRow): Life {
  return {
    bornOn: row.born_on as Day | null,
    deaths: (row.deaths ?? none).map((t) => ({ on: day(t[0]), ...originAt(t, 1) })),
    registrations: (row.registrations ?? none).map((t) => ({ on: day(t[0]), municipality: t[1] as string | null, ...originAt(t, 2) })),
    deregistrations: (row.deregistrations ?? none).map((t) => ({ on: day(t[0]), cause: t[1] as 'UV' | 'OB', ...originAt(t, 2) })),
    immigrations: (row.immigrations ?? none).map((t) => ({ on: day(t[0]), ...originAt(t, 1) })),
    enrolments: (row.enrolments ?? none).map(enrolmentOf),
    credentials: (row.credentials ?? none).map((t) => ({ on: day(t[0]), type: text(t[1]), ...originAt(t, 2) })),
    schoolingEnds: (row.schooling_ends ?? none).map((t) =>
      t[0] === '7:13' ? { ground: '7:13', ...originAt(t, 2) } : { ground: '7:14', endOn: day(t[1]), ...originAt(t, 2) },
    ),
    decisions: (row.decisions ?? none).map(decisionOf),
    protectedRegistration: protectedRegistrationOf(row),
    confirmedStays: (row.stays ?? none).map((t) => ({
      municipality: text(t[0]),
      fromOn: day(t[1]),
      untilOn: dayOrNull(t[2]),
      ...originAt(t, 3),
    })),
  }
}

const personOf = (row: LifeRow): PersonLife => ({
  personId: row.person_id,
  subjectId: row.subject_id,
  number: row.number,
  givenName: row.given_name ?? '',
  familyName: row.family_name ?? '',
  secrecyMarked: (row.protection ?? none).some((tuple) => tuple[0] === true),
  life: lifeOf(row),
})

const batch = 2000

/** The lives of the scope (see `scopeLives`), in batches, so that memory does not grow with the municipality. */
export async function* lives(tx: Tx, asOf: AsOf, withOrigins = false): AsyncGenerator<PersonLife[]> {
  const cursor = `declare lives no scroll cursor for ${livesQuery(withOrigins)}`
  await tx.query(cursor.replaceAll('$1::timestamptz', `'${asOf.replaceAll("'", '')}'::timestamptz`))
  for (;;) {
    const rows = await tx.query<LifeRow>(`fetch ${batch} from lives`)
    if (rows.length === 0) break
    yield rows.map(personOf)
  }
  await tx.script('close lives')
}
