/** The exception inbox. The same row delivered again is the same exception; one no longer delivered in a full read closes itself. */
import type { Tx } from '../../platform/db/tx.ts'

/** Writes the problems of a staged delivery whose numbers are `resolved`. Returns how many different ones there were. */
export async function saveExceptions(tx: Tx, source: string, readId: number, isFull: boolean): Promise<number> {
  const seen = await tx.query(
    `insert into feeds.exception as exception (source, kind, field, reason, row_reference, content_key, person_id, pupil_id, first_read_id, last_read_id)
     select distinct on (p.content_key) $1, p.kind, p.field, p.reason, p.row_reference, p.content_key, r.person_id, p.pupil_id, $2::bigint, $2::bigint
     from staged_problem p left join resolved r using (number)
     order by p.content_key, p.row_reference
     on conflict (source, content_key) where closed_at is null
       do update set last_read_id = excluded.last_read_id, row_reference = excluded.row_reference,
         pupil_id = excluded.pupil_id, person_id = coalesce(excluded.person_id, exception.person_id)
     returning id`,
    [source, readId],
  )
  if (isFull) {
    await tx.query(
      `update feeds.exception set closed_at = clock_timestamp(), closed_how = 'not-delivered-again'
       where source = $1 and closed_at is null and last_read_id < $2`,
      [source, readId],
    )
  }
  return seen.length
}

/** A person has seen to an exception, or linked its pupil. Returns whether it was open; delivered again it comes back as a new one. */
export const closeException = async (tx: Tx, id: number, how: 'by-hand' | 'linked' = 'by-hand'): Promise<boolean> =>
  (
    await tx.query(
      `update feeds.exception set closed_at = clock_timestamp(), closed_how = $2 where id = $1 and closed_at is null returning id`,
      [id, how],
    )
  ).length > 0

export type OpenException = {
  readonly id: number
  readonly source: string
  readonly kind: string
  readonly field: string
  readonly reason: string
  readonly row_reference: string
  readonly first_read_on: string
}

/** The open exceptions, newest first. */
export const listOpenExceptions = (tx: Tx, limit: number): Promise<OpenException[]> =>
  tx.query<OpenException>(
    `select e.id, e.source, e.kind, e.field, e.reason, e.row_reference, r.on_day as first_read_on
     from feeds.exception e join feeds.read r on r.id = e.first_read_id
     where e.closed_at is null order by e.id desc limit $1`,
    [limit],
  )
