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

/** Saves a list with its answers. False when the same list has been read already. */
export async function insertList(tx: Tx, list: NewList, rows: readonly ListRow[]): Promise<boolean> {
  const { year, round, on, fingerprint, readBy, unreadable } = list
  const unknown = rows.length - (await countKnown(tx, rows))
  const [made] = await tx.query<{ id: number }>(
    `insert into admissions.list (year, round, on_day, read_by, rows, unknown_people, unreadable, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
    [year, round, on, readBy, list.rows, unknown, unreadable, fingerprint],
  )
  if (made === undefined) return false
  await tx.query(`insert into admissions.answer (list_pk, person_id, state) select $2, m.person_id, m.state from (${matchRows}) m`, [
    JSON.stringify(rows),
    made.id,
  ])
  return true
}

/** The lists of a year, the newest first. */
export const listLists = (tx: Tx, year: number): Promise<ReadList[]> =>
  tx.query<ReadList>(
    `select l.list_id as "listId", l.round, l.on_day as on, s.name as "byName", (l.read_at at time zone 'Europe/Stockholm')::date as "readOn", l.rows,
       l.unknown_people as "unknownPeople", l.unreadable
     from admissions.list l left join access.staff s on s.id = l.read_by where l.year = $1 order by l.on_day desc, l.id desc`,
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
