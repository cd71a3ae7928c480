/** The chain as the database recomputes it, some thousand links at a time: memory does not grow with the log. */
import type { Tx } from '../../platform/db/tx.ts'
import type { ChainFault, ChainHead, LogPlace } from './audit.types.ts'

/** What came before a stretch of the chain; `nothing` before its first link. */
export const nothing: ChainHead = { seq: 0, hash: '0'.repeat(64) }

export type Stretch = { readonly links: number; readonly last: ChainHead; readonly faults: number; readonly first: ChainFault | null }

/** The whole pass sees the log as it was when it began, whoever writes meanwhile. */
export async function freezeView(tx: Tx): Promise<void> {
  await tx.script('set transaction isolation level repeatable read, read only')
}

// Every link is judged against what is stored beside it, so that one fault does not make all that follow look wrong: it stands one step
// after the link before it, names that link's hash, and its own hash is that of the line as it is now. A hash that the next link confirms
// was right when it was made: then it is the line that has changed, otherwise the link. (`offset 0`: the lines are looked up one by one;
// joined with the whole table each stretch would read all of it.)
const judged = ({ schema }: Pick<LogPlace, 'schema'>): string => `
  with stretch as (
    select seq, line_id, previous, hash from ${schema}.link where seq > $1 order by seq limit $3
  ), ordered as (
    select *, lag(seq, 1, $1::bigint) over places as seq_before, lag(hash, 1, decode($2, 'hex')) over places as hash_before,
      coalesce(lead(previous) over places, (select n.previous from ${schema}.link n where n.seq = stretch.seq + 1)) as previous_after
    from stretch window places as (order by seq)
  ), judged as (
    select seq, seq_before, line_id, hash, case
      when seq <> seq_before + 1 then 'linkRemoved'
      when previous <> hash_before then 'linkChanged'
      when line.id is null then 'lineRemoved'
      when hash <> line.hash_now then
        case when previous_after is null or previous_after = hash then 'lineChanged' else 'linkChanged' end
    end as kind
    from ordered left join lateral (
      select id, ${schema}.link_hash(previous, line) as hash_now from ${schema}.line where id = line_id offset 0
    ) line on true
  )
  select count(*) as links, count(kind) as faults, max(seq) as seq,
    (array_agg(encode(hash, 'hex') order by seq desc))[1] as hash,
    (array_agg(jsonb_build_object('kind', kind,
      'seq', case kind when 'linkRemoved' then seq_before + 1 else seq end,
      'lineId', case kind when 'linkRemoved' then null else line_id end) order by seq) filter (where kind is not null))[1] as first
  from judged`

type Row = { links: number; faults: number; seq: number | null; hash: string | null; first: ChainFault | null }

/** Judges the next links after a place. */
export async function judgeLinksAfter(tx: Tx, of: LogPlace, after: ChainHead, limit: number): Promise<Stretch> {
  const [row] = await tx.query<Row>(judged(of), [after.seq, after.hash, limit])
  if (row === undefined || row.seq === null || row.hash === null) return { links: 0, last: after, faults: 0, first: null }
  return { links: row.links, last: { seq: row.seq, hash: row.hash }, faults: row.faults, first: row.first }
}

/** How many lines there are, and those that no link holds. */
export async function countLines(tx: Tx, { schema }: LogPlace): Promise<{ lines: number; unlinked: number; firstUnlinked: number | null }> {
  const [row] = await tx.query<{ lines: number; unlinked: number; firstUnlinked: number | null }>(
    `select count(*) as lines, count(*) filter (where link.seq is null) as unlinked,
       min(line.id) filter (where link.seq is null) as "firstUnlinked"
     from ${schema}.line line left join ${schema}.link link on link.line_id = line.id`,
  )
  return row ?? { lines: 0, unlinked: 0, firstUnlinked: null }
}

/** Whether a head noted earlier is still in its place. */
export async function hasLink(tx: Tx, { schema }: LogPlace, { seq, hash }: ChainHead): Promise<boolean> {
  const rows = await tx.query(`select from ${schema}.link where seq = $1 and hash = decode($2, 'hex')`, [seq, hash])
  return rows.length === 1
}
