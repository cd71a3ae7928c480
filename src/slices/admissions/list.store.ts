/** Admission lists: what was read, and what each says of those who are in the register. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ListRow, ReadList, Round } from './admissions.types.ts'

export type NewList = {
  readonly year: number
  readonly round: Round
  readonly on: PlainDate
  readonly fingerprint: Buffer
  readonly rows: number
  readonly unreadable: number
  readonly readBy: string | null
}

const matchRows = `
  select distinct on (person_id) register.root_now(i.person_id) as person_id, r.state
  from jsonb_to_recordset($1::jsonb) as r (number text, state text) join register.identity i on i.number = r.number and i.known_until = 'infinity'
  order by person_id, i.id desc`

/** How many of the rows are of somebody in the register. */
async function countKnown(tx: Tx, rows: readonly ListRow[]): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from jsonb_to_recordset($1::jsonb) as r (number text, state text)
     where exists (select from register.identity i where i.number = r.number and i.known_until = 'infinity')`,
    [JSON.stringify(rows)],
  )
  return row?.n ?? 0
}

const insertAnswers = async (tx: Tx, listPk: number, rows: readonly ListRow[]): Promise<number> =>
  (
    await tx.query(
      `insert into admissions.answer (list_pk, person_id, state) select $2, m.person_id, m.state from (${matchRows}) m on conflict do nothing returning person_id`,
      [JSON.stringify(rows), listPk],
    )
  ).length

/** What came of saving: whose answers were saved. `before`: the same list had been read, as of that day. */
export type SavedList = { readonly answers: number; readonly unknown: number; readonly before: PlainDate | null }

/** The same list once more: those who have come to the register since get its answer. */
async function readAnew(tx: Tx, list: NewList, rows: readonly ListRow[], unknown: number): Promise<SavedList> {
  const [held] = await tx.query<{ id: number; on: PlainDate }>(
    `select id, on_day as on from admissions.list where year = $1 and round = $2 and fingerprint = $3 and taken_back_at is null for update`,
    [list.year, list.round, list.fingerprint],
  )
  if (held === undefined) throw new Error('a list that was there is gone')
  const answers = await insertAnswers(tx, held.id, rows)
  if (answers > 0) await tx.query('update admissions.list set unknown_people = $2 where id = $1', [held.id, unknown])
  return { answers, unknown, before: held.on }
}

/** Saves a list with its answers. */
export async function saveList(tx: Tx, list: NewList, rows: readonly ListRow[]): Promise<SavedList> {
  const { year, round, on, fingerprint, readBy, unreadable } = list
  const unknown = rows.length - (await countKnown(tx, rows))
  const [made] = await tx.query<{ id: number }>(
    `insert into admissions.list (year, round, on_day, read_by, rows, unknown_people, unreadable, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (year, round, fingerprint) where taken_back_at is null do nothing returning id`,
    [year, round, on, readBy, list.rows, unknown, unreadable, fingerprint],
  )
  return made === undefined ? readAnew(tx, list, rows, unknown) : { answers: await insertAnswers(tx, made.id, rows), unknown, before: null }
}

/** Takes a list back. Null: there is none such; false: it has been already. */
export async function markTakenBack(tx: Tx, listId: string, by: string): Promise<boolean | null> {
  const [held] = await tx.query<{ isOver: boolean }>(
    'select taken_back_at is not null as "isOver" from admissions.list where list_id = $1 for update',
    [listId],
  )
  if (held === undefined) return null
  if (held.isOver) return false
  await tx.query('update admissions.list set taken_back_at = clock_timestamp(), taken_back_by = $2 where list_id = $1', [listId, by])
  return true
}

const swedishDay = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`

/** The lists of a year, the newest first. */
export const listLists = (tx: Tx, year: number): Promise<ReadList[]> =>
  tx.query<ReadList>(
    `select l.list_id as "listId", l.round, l.on_day as on, s.name as "byName", ${swedishDay('l.read_at')} as "readOn", l.rows,
       l.unknown_people as "unknownPeople", l.unreadable,
       case when l.taken_back_at is not null then json_build_object('on', ${swedishDay('l.taken_back_at')}, 'byName', t.name) end as "takenBack"
     from admissions.list l left join access.staff s on s.id = l.read_by left join access.staff t on t.id = l.taken_back_by
     where l.year = $1 order by l.on_day desc, l.id desc`,
    [year],
  )

/** Forgets what lists and colleagues said of youths in years before the given. Returns how many lines went. */
export async function forgetSeasons(tx: Tx, before: number): Promise<number> {
  const answers = await tx.query(
    'delete from admissions.answer a using admissions.list l where l.id = a.list_pk and l.year < $1 returning a.person_id',
    [before],
  )
  const steps = await tx.query('delete from admissions.step where year < $1 returning id', [before])
  return answers.length + steps.length
}
