/**
 * Loads lives, as known at an instant, for the law to read. One row per person; a merged person's facts are those of
 * all records that are the same human being. Days come as whole days since 1970-01-01.
 */
import type { Tx } from '../../platform/db/tx.ts'
import { columnOf, factLists, origin, personOf, type AsOf, type FactList, type LifeRow, type PersonLife } from './life-row.store.ts'

const known = (alias: string): string => `${alias}.known_from < $1::timestamptz and ${alias}.known_until >= $1::timestamptz`

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
