/** The contact that a visit was logged as, when what was written turned out to be something else. */
import type { Tx } from '../../platform/db/tx.ts'

/** Strikes the contact: it stays, with who and why. One that was struck by hand is left as it is. */
export const strikeContact = (tx: Tx, id: number, by: string, why: string): Promise<unknown> =>
  tx.query(
    'update outreach.contact set struck_at = clock_timestamp(), struck_by = $2, struck_why = $3 where id = $1 and struck_at is null',
    [id, by, why],
  )
