/** Published reports: added, never changed; and figures that were published by themselves. */
import type { Tx } from '../../platform/db/tx.ts'
import type { NewReport, Publication, PublicationHead } from './reports.types.ts'

/** Returns its id. */
export async function insertReport(tx: Tx, said: NewReport): Promise<string> {
  const { kind, fromOn, untilOn, countedOn, names, smallBelow, note, by, staffId, publishedIds } = said
  const [row] = await tx.query<{ id: number; reportId: string }>(
    `insert into reports.report (kind, from_on, until_on, counted_on, names, small_below, note, by_name, staff_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id, report_id as "reportId"`,
    [kind, fromOn, untilOn, countedOn, JSON.stringify(names), smallBelow, note, by, staffId],
  )
  await tx.query(
    `insert into reports.part (report_id, position, published_id)
     select $1, u.nth - 1, u.id from unnest($2::uuid[]) with ordinality u(id, nth)`,
    [row?.id ?? 0, publishedIds],
  )
  return row?.reportId ?? ''
}

const at = (column: string): string => `to_char(${column}, 'YYYY-MM-DD HH24:MI') as at`
const first = `(select f.name from reports.part p join figures.published f on f.published_id = p.published_id
  where p.report_id = r.id order by p.position limit 1) as figure`
const reportHead = `r.report_id as id, r.kind, ${first}, r.from_on as "fromOn", r.until_on as "untilOn", r.note, r.by_name as by, ${at('r.at')}`
const figureHead = `f.published_id as id, 'figure' as kind, f.name as figure, f.from_on as "fromOn", f.until_on as "untilOn", f.note, f.by_name as by, ${at('f.at')}`
const byItself = 'not exists (select from reports.part p where p.published_id = f.published_id)'

/** The latest first. A page of them: `skip` of the latest are left out. */
export const listPublications = (tx: Tx, limit: number, skip: number): Promise<PublicationHead[]> =>
  tx.query<PublicationHead>(
    `select id, kind, figure, "fromOn", "untilOn", note, by, at from (
       select ${reportHead}, r.at as instant from reports.report r union all select ${figureHead}, f.at from figures.published f where ${byItself}) found
     order by instant desc, id limit $1 offset $2`,
    [limit, skip],
  )

export async function countPublications(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select (select count(*) from reports.report)::int + (select count(*) from figures.published f where ${byItself})::int as n`,
  )
  return row?.n ?? 0
}

export type StoredReport = PublicationHead &
  Pick<Publication, 'countedOn' | 'names' | 'smallBelow'> & { readonly publishedIds: readonly string[] }

export async function findReport(tx: Tx, id: string): Promise<StoredReport | null> {
  const [row] = await tx.query<StoredReport>(
    `select ${reportHead}, r.counted_on as "countedOn", r.names, r.small_below as "smallBelow",
       array(select p.published_id::text from reports.part p where p.report_id = r.id order by p.position) as "publishedIds"
     from reports.report r where r.report_id = $1`,
    [id],
  )
  return row ?? null
}
