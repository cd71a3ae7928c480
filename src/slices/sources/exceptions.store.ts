/**
 * The open exceptions that a reader may see. A row about somebody outside the scope, or protected, is not there at all; a row about
 * nobody known is shown to everybody who may read the sources.
 */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Part } from './runs.store.ts'
import type { ExceptionCount, ExceptionFilter, LinkedPupil, OpenException } from './sources.types.ts'

// Somebody known by a number alone is on no list and has no line: seen by those who see the whole municipality, unless protected.
const seenAtAll = `feeds.exception e left join register.merged_now m on m.absorbed_id = e.person_id
  left join worklist.seen($1, $2) y on y.person_id = coalesce(m.root_id, e.person_id)
  where (e.person_id is null or y.person_id is not null or ($1::integer[] is null
    and not exists (select from worklist.youth o where o.person_id = coalesce(m.root_id, e.person_id))
    and ($2 or not exists (select from register.protected_now p where p.person_id = e.person_id))))`
const seen = `${seenAtAll} and e.closed_at is null`
const fits = `($3::text is null or e.kind = $3) and ($4::text is null or e.source = $4)`
const line = `e.id, e.source, e.kind, e.field, e.reason, e.row_reference as "rowReference",
  (select r.on_day from feeds.read r where r.id = e.first_read_id) as "firstOn", y.subject_id as "subjectId",
  y.given_name || ' ' || y.family_name as name, e.kind in ('interim-number', 'unmatched-pupil') and e.pupil_id is not null as "hasPupil"`

/** How many there are of each kind from each source. */
export const countExceptions = (tx: Tx, { units, mayReadProtected }: Scope): Promise<ExceptionCount[]> =>
  tx.prepared<ExceptionCount>(
    `select e.kind, e.source, count(*)::int as n from ${seen} group by e.kind, e.source order by n desc, e.kind, e.source`,
    [units, mayReadProtected],
  )

/** The open exceptions, newest first. */
export const listExceptions = (
  tx: Tx,
  scope: Scope,
  { kind, source }: ExceptionFilter,
  { limit, offset }: Part,
): Promise<OpenException[]> =>
  tx.prepared<OpenException>(`select ${line} from ${seen} and ${fits} order by e.id desc limit $5 offset $6`, [
    scope.units,
    scope.mayReadProtected,
    kind,
    source,
    limit,
    offset,
  ])

/** One open exception; null when it is closed, never was, or is not for the reader. */
export async function findException(tx: Tx, { units, mayReadProtected }: Scope, id: number): Promise<OpenException | null> {
  const [row] = await tx.prepared<OpenException>(`select ${line} from ${seen} and e.id = $3`, [units, mayReadProtected, id])
  return row ?? null
}

/** The rows of exceptions, open or closed, as the reader may be told of them after closing many. */
export const rowsOf = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  ids: readonly number[],
): Promise<{ id: number; row: string; isOpen: boolean }[]> =>
  tx.prepared<{ id: number; row: string; isOpen: boolean }>(
    `select e.id, e.source || ', ' || e.row_reference as row, e.closed_at is null as "isOpen" from ${seenAtAll} and e.id = any ($3)`,
    [units, mayReadProtected, ids],
  )

/** The pupil that an open exception is about. */
export async function findPupil(tx: Tx, exceptionId: number): Promise<{ source: string; pupilId: string } | null> {
  const [row] = await tx.prepared<{ source: string; pupilId: string }>(
    `select source, pupil_id as "pupilId" from feeds.exception where id = $1 and closed_at is null and pupil_id is not null for update`,
    [exceptionId],
  )
  return row ?? null
}

const linked = `feeds.pupil p join worklist.seen($1, $2) y on y.person_id = coalesce(
    (select m.root_id from register.merged_now m where m.absorbed_id = p.person_id), p.person_id)
  left join access.staff t on t.id::text = p.linked_by
  where p.known_until = 'infinity' and p.linked_by <> 'civicNo'`

/** Pupils that somebody linked to a person whom the reader may see, newest first. */
export const listLinked = (tx: Tx, { units, mayReadProtected }: Scope, { limit, offset }: Part): Promise<LinkedPupil[]> =>
  tx.prepared<LinkedPupil>(
    `select p.id, p.source, p.known_from::date as "linkedOn", coalesce(t.name, p.linked_by) as "linkedBy", y.subject_id as "subjectId",
       y.given_name || ' ' || y.family_name as name
     from ${linked} order by p.id desc limit $3 offset $4`,
    [units, mayReadProtected, limit, offset],
  )

/** The pupil of a link in force whose person the reader may see. */
export async function findLinked(
  tx: Tx,
  { units, mayReadProtected }: Scope,
  id: number,
): Promise<{ source: string; pupilId: string } | null> {
  const [row] = await tx.prepared<{ source: string; pupilId: string }>(
    `select p.source, p.pupil_id as "pupilId" from ${linked} and p.id = $3`,
    [units, mayReadProtected, id],
  )
  return row ?? null
}

/** The youth that has, or had, the number; null when nobody the reader may see does. */
export async function findByNumber(tx: Tx, { units, mayReadProtected }: Scope, number: string): Promise<string | null> {
  const [row] = await tx.prepared<{ subjectId: string }>(
    `select y.subject_id as "subjectId" from register.identity i
     left join register.merged_now m on m.absorbed_id = i.person_id
     join worklist.seen($1, $2) y on y.person_id = coalesce(m.root_id, i.person_id)
     where i.number = $3 and i.known_until = 'infinity' limit 1`,
    [units, mayReadProtected, number],
  )
  return row?.subjectId ?? null
}
