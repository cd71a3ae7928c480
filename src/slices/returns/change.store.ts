/** What has become known of youths since an instant: new facts and rows, and those that were closed, struck or changed. Never what they say. */
import type { Tx } from '../../platform/db/tx.ts'
import { changeKinds, type ChangeKind, type KnownChange } from './change.types.ts'
import type { KnownAt } from './returns.types.ts'

const factTables = changeKinds.filter((kind) => !['same_person', 'contact', 'occupation', 'measure'].includes(kind))

const counted = (kind: ChangeKind, person: string, table: string, added: string, ended: string): string =>
  `select '${kind}' as kind, ${person} as person_id, count(*) filter (where ${added})::int as added, count(*) filter (where ${ended})::int as ended
   from ${table} where (${added}) or (${ended}) group by 2`

const fact = (kind: ChangeKind): string =>
  counted(
    kind,
    'f.person_id',
    `register.${kind} f`,
    `f.known_from >= $2::timestamptz and f.known_until = 'infinity'`,
    `f.known_from < $2::timestamptz and f.known_until >= $2::timestamptz and f.known_until < 'infinity'`,
  )

/** A merge is told of the record that was kept. */
const merges = counted(
  'same_person',
  'f.kept_id',
  'register.same_person f',
  `f.known_from >= $2::timestamptz and f.known_until = 'infinity'`,
  `f.known_from < $2::timestamptz and f.known_until >= $2::timestamptz and f.known_until < 'infinity'`,
)

const own = [
  counted(
    'contact',
    'c.person_id',
    'outreach.contact c',
    'c.logged_at >= $3::timestamptz and c.struck_at is null',
    'c.logged_at < $3::timestamptz and c.struck_at >= $3::timestamptz',
  ),
  counted(
    'occupation',
    'o.person_id',
    'outreach.occupation o left join outreach.occupation_retraction r on r.occupation_id = o.id',
    'o.restates_id is null and o.known_from >= $3::timestamptz and r.occupation_id is null',
    'o.restates_id is null and o.known_from < $3::timestamptz and r.retracted_at >= $3::timestamptz',
  ),
  counted(
    'measure',
    'm.person_id',
    'measures.measure m',
    'm.recorded_at >= $3::timestamptz and m.struck_at is null',
    'm.recorded_at < $3::timestamptz and exists (select from measures.measure_past h where h.measure_id = m.id and h.until_at >= $3::timestamptz)',
  ),
]

const changesQuery = `
  with told as (${[...factTables.map(fact), merges, ...own].join('\n union all ')})
  select coalesce(m.root_id, t.person_id) as "personId", t.kind, sum(t.added)::int as added, sum(t.ended)::int as ended
  from told t left join register.merged_now m on m.absorbed_id = t.person_id
  where coalesce(m.root_id, t.person_id) = any ($1) group by 1, 2 order by 1, 2`

/** What has become known of the youths, by the records that they are now, since what was known then. */
export const listChangesSince = (tx: Tx, personIds: readonly number[], { facts, work }: KnownAt): Promise<KnownChange[]> =>
  tx.query<KnownChange>(changesQuery, [personIds, facts, work])

/** Which record each merged one stands for now. */
export const listMerged = (tx: Tx): Promise<{ readonly absorbedId: number; readonly rootId: number }[]> =>
  tx.query('select absorbed_id as "absorbedId", root_id as "rootId" from register.merged_now')

/** Whether the catalogue of measures has been changed since: that can move anybody. */
export async function isCatalogueChanged(tx: Tx, { work }: KnownAt): Promise<boolean> {
  const rows = await tx.query('select from measures.item_version v where v.known_from >= $1::timestamptz limit 1', [work])
  return rows.length > 0
}
