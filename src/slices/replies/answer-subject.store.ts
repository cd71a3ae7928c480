/** Whose an answer is, for the log. */
import type { Tx } from '../../platform/db/tx.ts'

/** The random subject id of a person; null when there is no such person. */
export async function subjectOf(tx: Tx, personId: number): Promise<string | null> {
  const [row] = await tx.query<{ subjectId: string }>('select subject_id as "subjectId" from register.person where id = $1', [personId])
  return row?.subjectId ?? null
}
