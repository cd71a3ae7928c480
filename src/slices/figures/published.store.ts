/** Published figures: added, never changed. */
import type { Tx } from '../../platform/db/tx.ts'
import type { NewPublished, Published, PublishedHead } from './published.types.ts'
import type { KnownAt } from './facts.types.ts'

/** The clean cut: everything written before it is saved. @throws a PostgreSQL error 55P03 when somebody is writing for longer than one waits */
export async function settledAt(tx: Tx): Promise<KnownAt> {
  const [row] = await tx.query<KnownAt>('select s.facts_known_at::text as facts, s.work_known_at::text as work from figures.settled_at() s')
  if (row === undefined) throw new Error('there is an instant')
  return row
}

/** Returns its id. */
export async function insertPublished(tx: Tx, said: NewPublished): Promise<string> {
  const { name, question, factsKnownAt, workKnownAt, rows, sums, cells, note, byName, staffId } = said
  const json = [rows, sums, cells].map((part) => JSON.stringify(part))
  const [row] = await tx.query<{ id: string }>(
    `insert into figures.published (name, from_on, until_on, counted_on, split_by, facts_known_at, work_known_at, rows, sums, cells, note, by_name, staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning published_id as id`,
    [name, question.fromOn, question.untilOn, question.on, question.by, factsKnownAt, workKnownAt, ...json, note, byName, staffId],
  )
  return row?.id ?? ''
}

const head = `p.published_id as "publishedId", p.name, p.note, p.by_name as "byName", to_char(p.at, 'YYYY-MM-DD HH24:MI') as at,
  json_build_object('fromOn', p.from_on, 'untilOn', p.until_on, 'on', p.counted_on, 'by', p.split_by) as question`

export async function findPublished(tx: Tx, publishedId: string): Promise<Published | null> {
  const [row] = await tx.query<Published>(
    `select ${head}, p.facts_known_at::text as "factsKnownAt", p.work_known_at::text as "workKnownAt", p.rows, p.sums, p.cells
     from figures.published p where p.published_id = $1`,
    [publishedId],
  )
  return row ?? null
}

/** The latest first. */
export const listPublished = (tx: Tx, limit = 200): Promise<PublishedHead[]> =>
  tx.query<PublishedHead>(`select ${head} from figures.published p order by p.at desc, p.id desc limit $1`, [limit])
