/** Which person a source's pupil is, with history. */
import type { Tx } from '../../platform/db/tx.ts'

/** Ends what was said of the pupil. Returns who it was said to be; null when nothing was said. */
export async function closePupilLink(tx: Tx, source: string, pupilId: string, at: string): Promise<number | null> {
  const [row] = await tx.query<{ person_id: number }>(
    `update feeds.pupil set known_until = $3 where source = $1 and pupil_id = $2 and known_until = 'infinity' returning person_id`,
    [source, pupilId, at],
  )
  return row?.person_id ?? null
}

export type NewPupilLink = { readonly source: string; readonly pupilId: string; readonly personId: number; readonly by: string }

/** Says whom the pupil is; what was said before must have been ended. */
export const insertPupilLink = (tx: Tx, { source, pupilId, personId, by }: NewPupilLink, at: string): Promise<unknown> =>
  tx.query('insert into feeds.pupil (source, pupil_id, person_id, linked_by, known_from) values ($1, $2, $3, $4, $5)', [
    source,
    pupilId,
    personId,
    by,
    at,
  ])
