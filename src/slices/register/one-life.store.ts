/**
 * One person's life with all that the person page shows, in one statement that is planned once per connection: temporary tables, which the
 * lives of a municipality are loaded through, would cost more than the reading itself. Protected registration leaves the addresses out here.
 */
import type { Tx } from '../../platform/db/tx.ts'
import { dateOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import {
  columnOf,
  factLists,
  now,
  origin,
  personOf,
  type AsOf,
  type FactList,
  type LifeRow,
  type PersonLife,
  type Tuple,
} from './life-row.store.ts'

/** An enrolment as the source said it; both days inclusive. */
export type EnrolmentRecord = {
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly cancelled: boolean
  readonly schoolType: string
  readonly educationCode: string
  readonly source: string
  readonly readAt: string
  readonly schoolUnit: string
  /** The school authority; for studies abroad the name of who said so. */
  readonly authority: string
}

export type CredentialRecord = {
  readonly on: PlainDate
  readonly type: string
  readonly source: string
  readonly readAt: string
  readonly schoolUnit: string
  readonly educationCode: string
}

/** An address of the population register, and while it was the one known (until null: it still is). */
export type AddressRecord = {
  readonly careOf: string
  readonly street: string
  readonly postalCode: string
  readonly locality: string
  readonly specialAddress: string
  readonly source: string
  readonly knownFrom: string
  readonly knownUntil: string | null
}

export type ManualKind = 'decision' | 'schooling-end' | 'stay' | 'studies-abroad'

/** Something a person said that no source says: in force (`withdrawnAt` null), taken back, or replaced by the next (taken back without a ground). */
export type ManualRecord = {
  readonly kind: ManualKind
  readonly factId: number
  /** `covers`, `not`, `7:13`, `7:14`, or a municipality code; empty for studies abroad. */
  readonly value: string
  readonly fromOn: PlainDate | null
  readonly untilOn: PlainDate | null
  readonly ground: string
  readonly by: string
  readonly saidAt: string
  readonly withdrawnAt: string | null
  readonly withdrawnGround: string
  readonly withdrawnBy: string
}

/** What the page shows besides the life. */
export type PersonRecords = {
  /** The records that are this human being. */
  readonly personIds: readonly number[]
  /** Whether any source says protected registration at this moment, whatever instant was asked about: then there are no addresses here. */
  readonly hasProtectedRegistration: boolean
  readonly enrolments: readonly EnrolmentRecord[]
  readonly credentials: readonly CredentialRecord[]
  readonly addresses: readonly AddressRecord[]
  readonly manual: readonly ManualRecord[]
}

type OneRow = LifeRow & {
  ids: number[]
  protected_registration: boolean
  addresses: AddressRecord[] | null
  manual: ManualRecord[] | null
}

/** What only the page shows, after the origin: the school unit first (see `life-row.store`). */
const pageColumns: Partial<Record<FactList, string>> = {
  enrolments: 'f.school_unit, f.authority',
  credentials: 'f.school_unit, f.education_code',
}
const instant = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM')`

/** Written so that the small index of open facts, and the smaller one of closed ones, answer for one person. */
const knownNow = (alias: string): string => `${alias}.known_until = 'infinity'`
const knownThen = (alias: string): string =>
  `${alias}.known_from < $2::timestamptz and (${alias}.known_until = 'infinity' or (${alias}.known_until < 'infinity' and ${alias}.known_until >= $2::timestamptz))`

const manualQuery = `
  select 'decision' as kind, d.id as fact_id, case when d.covers then 'covers' else 'not' end as value, d.from_on, d.until_on, d.ground, d.decided_by as by,
    d.known_from, d.known_until from register.decision d where d.person_id = any (s.ids) and d.source = 'manuellt'
  union all select 'schooling-end', d.id, d.ground, d.end_on, null, '', d.decided_by, d.known_from, d.known_until
    from register.schooling_end d where d.person_id = any (s.ids) and d.source = 'manuellt'
  union all select 'stay', d.id, d.municipality, d.from_on, d.until_on, '', d.confirmed_by, d.known_from, d.known_until
    from register.stay d where d.person_id = any (s.ids) and d.source = 'manuellt'
  union all select 'studies-abroad', d.id, '', d.start_on, d.end_on, '', d.authority, d.known_from, d.known_until
    from register.enrolment d where d.person_id = any (s.ids) and d.source = 'manuellt' and (d.known_until = 'infinity' or d.known_until < 'infinity')`

const manualList = `(
  select json_agg(json_build_object('kind', m.kind, 'factId', m.fact_id, 'value', m.value, 'fromOn', m.from_on, 'untilOn', m.until_on,
      'ground', coalesce(a.ground, m.ground), 'by', coalesce(a.by_name, m.by), 'saidAt', ${instant('m.known_from')},
      'withdrawnAt', case when m.known_until < 'infinity' then ${instant('m.known_until')} end,
      'withdrawnGround', coalesce(w.ground, ''), 'withdrawnBy', coalesce(w.by_name, '')) order by m.known_from desc, m.fact_id desc)
  from (${manualQuery}) m
  left join register.manual_act a on a.kind = m.kind and a.fact_id = m.fact_id and a.act = 'said'
  left join register.manual_act w on w.kind = m.kind and w.fact_id = m.fact_id and w.act = 'withdrawn') as manual`

const addressList = (known: string): string => `(
  select json_agg(json_build_object('careOf', f.care_of, 'street', f.street, 'postalCode', f.postal_code, 'locality', f.locality,
      'specialAddress', f.special_address, 'source', f.source, 'knownFrom', ${instant('f.known_from')},
      'knownUntil', case when f.known_until < 'infinity' then ${instant('f.known_until')} end) order by f.id desc)
  from register.particulars f where f.person_id = any (s.ids) and not s.protected_registration and ${known}) as addresses`

function listOf(list: FactList, known: string): string {
  const { table, columns } = factLists[list]
  const tuple = [...columns.map(columnOf), origin, ...(pageColumns[list] === undefined ? [] : [pageColumns[list]])].join(', ')
  return `(select json_agg(json_build_array(${tuple})) from register.${table} f where f.person_id = any (s.ids) and ${known}) as ${list}`
}

/** Addresses once known are told with the time they were: now all of them, of an earlier instant those heard of before it. */
const addressesKnown = {
  now: `(f.known_until = 'infinity' or f.known_until < 'infinity')`,
  earlier: `f.known_from < $2::timestamptz and (f.known_until = 'infinity' or f.known_until < 'infinity')`,
} as const

function oneLifeQuery(when: 'now' | 'earlier'): string {
  const known = when === 'now' ? knownNow : knownThen
  return `
  with recursive up (id) as (
    select $1::bigint union select f.kept_id from up join register.same_person f on f.absorbed_id = up.id and ${known('f')}
  ), root as (
    select up.id from up where not exists (select from register.same_person f where f.absorbed_id = up.id and ${known('f')}) limit 1
  ), member (id) as (
    select id from root union select f.absorbed_id from member m join register.same_person f on f.kept_id = m.id and ${known('f')}
  ), member_now (id) as (
    select $1::bigint union select f.absorbed_id from member_now m join register.same_person f on f.kept_id = m.id and ${knownNow('f')}
  ), scope as materialized (
    select (select id from root) as root_id, array(select id from member) as ids, exists (select from register.protection f
      where f.person_id = any (array(select id from member_now)) and f.known_until = 'infinity' and f.protected_registration) as protected_registration
  )
  select s.root_id as person_id, to_json(s.ids) as ids, s.protected_registration, p.subject_id, i.number, n.given_name, n.family_name,
    coalesce(i.born_on, (select min(f.born_on) from register.birth f where f.person_id = any (s.ids) and ${known('f')})) - date '1970-01-01' as born_on,
    (select json_agg(json_build_array(f.secrecy_marked, f.protected_registration, f.since_on - date '1970-01-01', ${origin}))
      from register.protection f where f.person_id = any (s.ids) and ${known('f')}) as protection,
    ${(Object.keys(factLists) as FactList[]).map((list) => listOf(list, known('f'))).join(',\n')},
    ${addressList(addressesKnown[when])},
    ${manualList}
  from scope s join register.person p on p.id = s.root_id
  left join lateral (
    select f.number, f.born_on from register.identity f where f.person_id = any (s.ids) and ${known('f')} and f.replaced_by is null
    order by f.kind, (f.person_id = s.root_id) desc, f.id desc limit 1) i on true
  left join lateral (
    select f.given_name, f.family_name from register.particulars f where f.person_id = any (s.ids) and ${known('f')}
    order by f.id desc limit 1) n on true`
}

const queries = { now: oneLifeQuery('now'), earlier: oneLifeQuery('earlier') }

const dateAt = (tuple: Tuple, index: number): PlainDate => dateOf(Number(tuple[index]) as Day)
const textAt = (tuple: Tuple, index: number): string => String(tuple[index] ?? '')

const enrolmentRecord = (t: Tuple): EnrolmentRecord => ({
  startOn: dateAt(t, 0),
  endOn: t[1] === null ? null : dateAt(t, 1),
  cancelled: t[2] === true,
  schoolType: textAt(t, 3),
  educationCode: textAt(t, 4),
  source: textAt(t, 7),
  readAt: textAt(t, 8),
  schoolUnit: textAt(t, 9),
  authority: textAt(t, 10),
})

const credentialRecord = (t: Tuple): CredentialRecord => ({
  on: dateAt(t, 0),
  type: textAt(t, 1),
  source: textAt(t, 2),
  readAt: textAt(t, 3),
  schoolUnit: textAt(t, 4),
  educationCode: textAt(t, 5),
})

const recordsOf = (row: OneRow): PersonRecords => ({
  personIds: row.ids,
  hasProtectedRegistration: row.protected_registration,
  enrolments: (row.enrolments ?? []).map(enrolmentRecord).toSorted((a, b) => (a.startOn < b.startOn ? 1 : -1)),
  credentials: (row.credentials ?? []).map(credentialRecord).toSorted((a, b) => (a.on < b.on ? 1 : -1)),
  addresses: row.addresses ?? [],
  manual: row.manual ?? [],
})

/** The person (with all records that are the same human being) as known at the instant; null when there is no such record. */
export async function loadOneLife(tx: Tx, personId: number, asOf: AsOf): Promise<{ person: PersonLife; records: PersonRecords } | null> {
  const rows = asOf === now ? tx.prepared<OneRow>(queries.now, [personId]) : tx.prepared<OneRow>(queries.earlier, [personId, asOf])
  const [row] = await rows
  return row === undefined ? null : { person: personOf(row), records: recordsOf(row) }
}
