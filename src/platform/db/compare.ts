/**
 * Compares what is wanted (a temp table) with what is known (a table of bitemporal facts) in one statement, and applies the
 * difference: close what no longer holds, add what is new. Nothing is ever updated but `known_until`.
 */
import type { Tx } from './tx.ts'

export type FactTable = {
  /** Schema and table. */
  readonly table: string
  /** Columns that make two rows the same fact, with `person_id` first. */
  readonly key: readonly string[]
  readonly values: readonly string[]
}

export type Applied = { readonly new: number; readonly changed: number; readonly ended: number; readonly unchanged: number }

export type Moment = { readonly readId: number; readonly knownAt: string; readonly source: string }

const same = (columns: readonly string[], a: string, b: string): string =>
  columns.length === 0
    ? 'true'
    : `(${columns.map((c) => `${a}.${c}`).join(', ')}) is not distinct from (${columns.map((c) => `${b}.${c}`).join(', ')})`

/** A text as an SQL literal, for the few places inside a statement that cannot take a parameter. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** What the comparison finds, without writing any of it: `fact_change(id, person_id, ..., action)` holds what differs. */
export async function compareFacts(tx: Tx, facts: FactTable, wanted: string, options: { known: string; mayEnd: string }): Promise<Applied> {
  const { table, key, values } = facts
  const columns = [...key, ...values]
  await tx.script(`
    drop table if exists fact_change;
    create temp table fact_change on commit drop as
    select * from (
      select k.id, ${key.map((c) => `coalesce(w.${c}, k.${c}) as ${c}`).join(', ')}${values.map((c) => `, w.${c}`).join('')},
        case when k.id is null then 'new' when w.person_id is null then 'ended' when ${same(values, 'w', 'k')} then 'same' else 'changed' end as action
      from ${wanted} w
      full join (select id, ${columns.join(', ')} from ${table} f where f.known_until = 'infinity' and (${options.known})) k
        on ${key.map((c) => `w.${c} = k.${c}`).join(' and ')}) c
    where action <> 'same' and (action <> 'ended' or (${options.mayEnd}))`)
  const [row] = await tx.query<{ wanted: number; new: number; changed: number; ended: number }>(
    `select (select count(*)::int from ${wanted}) as wanted, count(*) filter (where action = 'new')::int as new,
       count(*) filter (where action = 'changed')::int as changed, count(*) filter (where action = 'ended')::int as ended from fact_change`,
  )
  const { new: added = 0, changed = 0, ended = 0, wanted: all = 0 } = row ?? {}
  return { new: added, changed, ended, unchanged: all - added - changed }
}

/** Writes what `compareFacts` found. */
export async function applyFacts(tx: Tx, facts: FactTable, moment: Moment, found: Applied): Promise<void> {
  if (found.changed + found.ended > 0) {
    await tx.query(
      `update ${facts.table} f set known_until = $1 from fact_change c where f.id = c.id and c.action in ('changed', 'ended')`,
      [moment.knownAt],
    )
  }
  if (found.new + found.changed === 0) return
  const columns = [...facts.key, ...facts.values].join(', ')
  const hasSource = facts.key.includes('source')
  await tx.query(
    `insert into ${facts.table} (${columns}${hasSource ? '' : ', source'}, read_id, known_from)
     select ${columns}${hasSource ? '' : ', $3'}, $1, $2 from fact_change where action in ('new', 'changed')`,
    [moment.readId, moment.knownAt, ...(hasSource ? [] : [moment.source])],
  )
}
