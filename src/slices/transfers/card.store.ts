/** Whether the register says that a youth has moved away: then there is something to hand over. */
import type { Tx } from '../../platform/db/tx.ts'

/** The caller has asked whether the reader may see the youth. */
export const hasMoved = async (tx: Tx, personIds: readonly number[]): Promise<boolean> =>
  (await tx.prepared(`select from worklist.youth y where y.person_id = any ($1) and y.exit_reason = 'moved'`, [personIds])).length > 0
