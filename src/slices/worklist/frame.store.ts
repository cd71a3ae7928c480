/** What stands around the lists: the edition of their figures, the reader's columns and saved filters, what can be chosen, last night. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Choices, ColumnName, LastNight, SavedFilter } from './worklist.types.ts'

export type ListFrame = {
  /** Grows whenever something that figures are made of has been saved. */
  readonly edition: string
  readonly columns: readonly ColumnName[] | null
  readonly saved: readonly SavedFilter[]
  /** The ladder's settings as stored; null where nothing has been set. */
  readonly ladder: unknown
}

const frameQuery = `
  select (select sum(n) from worklist.edition)::text as edition,
    (select c.columns from worklist.column_choice c where c.staff_id = $1) as columns,
    (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'query', f.query, 'shared', f.shared, 'version', f.version,
        'isMine', f.owner_id = $1) order by f.owner_id <> $1, lower(f.name) collate "sv-x-icu", f.id), '[]')
      from worklist.saved_filter f join access.staff o on o.id = f.owner_id
      where f.owner_id = $1 or f.shared = 'all' or (f.shared = 'unit' and o.unit_id = $2)) as saved,
    (select v.value from settings.value v where v.key = 'outreach.ladder' and v.known_until = 'infinity') as ladder`

/** Everything of the reader's own around a list, in one statement. */
export async function readListFrame(tx: Tx, staffId: string, unitId: number | null): Promise<ListFrame> {
  const [row] = await tx.prepared<ListFrame>(frameQuery, [staffId, unitId])
  return row ?? { edition: '0', columns: null, saved: [], ladder: null }
}

/** The edition alone: what it grew to by the last change. */
export async function readEdition(tx: Tx): Promise<string> {
  const [row] = await tx.prepared<{ edition: string }>('select sum(n)::text as edition from worklist.edition')
  return row?.edition ?? '0'
}

const choicesQuery = `
  select (select coalesce(json_agg(json_build_object('id', id, 'name', name) order by name collate "sv-x-icu"), '[]')
      from organisation.unit where active and ($1::int[] is null or id = any ($1))) as units,
    (select coalesce(json_agg(json_build_object('id', d.id, 'name', d.name) order by d.name collate "sv-x-icu"), '[]')
      from organisation.district d where $1::int[] is null or d.unit_id = any ($1)) as districts,
    (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'unitId', unit_id, 'roles', roles) order by name collate "sv-x-icu", id), '[]')
      from access.staff where active and ($1::int[] is null or unit_id = any ($1))) as staff`

/** Units, districts and colleagues that somebody with the scope can choose among. */
export async function readChoices(tx: Tx, { units }: Scope): Promise<Choices> {
  const [row] = await tx.prepared<Choices>(choicesQuery, [units])
  return row ?? { units: [], districts: [], staff: [] }
}

/** The last nightly run that came to its end; null before the first. */
export async function readLastNight(tx: Tx): Promise<LastNight | null> {
  const [row] = await tx.prepared<LastNight>(
    `select id as "runId", on_day as on from matching.run where kind = 'nightly' and report is not null order by id desc limit 1`,
  )
  return row ?? null
}

/** Remembers which columns somebody wants. */
export const saveColumns = (tx: Tx, staffId: string, columns: readonly ColumnName[]): Promise<unknown> =>
  tx.query(
    'insert into worklist.column_choice (staff_id, columns) values ($1, $2) on conflict (staff_id) do update set columns = excluded.columns',
    [staffId, columns],
  )
