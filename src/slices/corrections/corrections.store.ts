/** Correction cases. Whether a case waits or is to be checked is derived from the reads of its source each time it is asked. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type {
  Correction,
  CorrectionCounts,
  CorrectionOutcome,
  CorrectionState,
  NewCorrection,
  SeenCorrection,
} from './corrections.types.ts'

const columns = `
  c.id, c.line, c.reason, c.note, c.source, c.message, o.name as "openedBy", to_char(c.opened_at, 'YYYY-MM-DD"T"HH24:MI') as "openedAt",
  case when c.closed_at is not null then 'closed' when r.on_day is not null then 'toCheck' else 'waiting' end as state, r.on_day as "readOn",
  k.name as "closedBy", to_char(c.closed_at, 'YYYY-MM-DD"T"HH24:MI') as "closedAt", c.outcome, c.closing_note as "closingNote", c.version`

const joined = `
  join access.staff o on o.id = c.opened_by left join access.staff k on k.id = c.closed_by
  left join lateral (select f.on_day from feeds.read f where f.source = c.source and f.state = 'good' and f.id > c.after_read_id
    order by f.id desc limit 1) r on true`

/** The cases of one human being, open ones first. The caller has asked whether the reader may see the person. */
export const listCorrectionsOf = (tx: Tx, personIds: readonly number[]): Promise<Correction[]> =>
  tx.prepared<Correction>(
    `select ${columns} from corrections.correction c ${joined} where c.person_id = any ($1)
     order by c.closed_at is not null, c.id desc limit 50`,
    [personIds],
  )

const seenColumns = `${columns}, y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", u.name as unit,
  exists (select from register.protected_now p where p.person_id = y.person_id) as "isProtected"`

const seen = `
  from corrections.correction c ${joined}
  join worklist.seen($1, $2) y on y.person_id = register.root_now(c.person_id) left join organisation.unit u on u.id = y.unit_id`

type Shown = { readonly state: CorrectionState | null; readonly limit: number; readonly offset: number }

/** The open cases that the reader may see, oldest first; of one state when it is given. `closed`: the closed ones, newest first. */
export const listCorrections = (tx: Tx, { units, mayReadProtected }: Scope, { state, limit, offset }: Shown): Promise<SeenCorrection[]> =>
  tx.prepared<SeenCorrection>(
    `select * from (select ${seenColumns} ${seen} where (c.closed_at is not null) = ($3::text is not distinct from 'closed')) s
     where $3::text is null or state = $3 order by case when state = 'closed' then -id else id end limit $4 offset $5`,
    [units, mayReadProtected, state, limit, offset],
  )

/** How many cases the reader may see, by state. */
export async function countCorrections(tx: Tx, { units, mayReadProtected }: Scope): Promise<CorrectionCounts> {
  const rows = await tx.prepared<{ state: CorrectionState; n: number }>(
    `select state, count(*)::int as n from (select ${seenColumns} ${seen}) s group by state`,
    [units, mayReadProtected],
  )
  const of = (state: CorrectionState): number => rows.find((row) => row.state === state)?.n ?? 0
  return { waiting: of('waiting'), toCheck: of('toCheck'), closed: of('closed') }
}

/** One case that the reader may see; null when there is none, or not for this reader. */
export async function findCorrection(tx: Tx, { units, mayReadProtected }: Scope, id: number): Promise<SeenCorrection | null> {
  const [row] = await tx.prepared<SeenCorrection>(`select ${seenColumns} ${seen} where c.id = $3`, [units, mayReadProtected, id])
  return row ?? null
}

/** Holds the case until the transaction ends, so that two answers come one after the other. */
export const holdCorrection = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('select from corrections.correction where id = $1 for update', [id])

/** The feed that a source delivers; null when nothing by that name was ever read here. */
export async function feedOf(tx: Tx, source: string): Promise<string | null> {
  const [row] = await tx.query<{ feed: string }>('select feed from feeds.read where source = $1 limit 1', [source])
  return row?.feed ?? null
}

/** Parks a new case until the next read. Null when the line already has an open case. */
export async function insertCorrection(
  tx: Tx,
  {
    personId,
    by,
    line,
    reason,
    note,
    source,
    message,
  }: Omit<NewCorrection, 'noteKept'> & { readonly personId: number; readonly by: string },
): Promise<number | null> {
  const [row] = await tx.query<{ id: number }>(
    `insert into corrections.correction (person_id, line, reason, note, source, message, opened_by, after_read_id)
     values ($1, $2, $3, $4, $5, $6, $7, (select coalesce(max(id), 0) from feeds.read))
     on conflict (person_id, line) where closed_at is null do nothing returning id`,
    [personId, line, reason, note, source, message, by],
  )
  return row?.id ?? null
}

/** Ends a case, or changes how it ended. */
export const closeCorrection = (
  tx: Tx,
  { id, by, outcome, note }: { readonly id: number; readonly by: string; readonly outcome: CorrectionOutcome; readonly note: string },
): Promise<unknown> =>
  tx.query(
    `update corrections.correction set closed_by = $2, closed_at = clock_timestamp(), outcome = $3, closing_note = $4, version = version + 1
     where id = $1`,
    [id, by, outcome, note],
  )

/** Parks a case until the next read once more. */
export const parkAgain = (tx: Tx, id: number): Promise<unknown> =>
  tx.query(
    `update corrections.correction set after_read_id = (select coalesce(max(id), 0) from feeds.read), version = version + 1
     where id = $1 and closed_at is null`,
    [id],
  )
