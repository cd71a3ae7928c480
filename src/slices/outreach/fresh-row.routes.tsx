/** The row of the list that a call was logged from, anew. */
import type { Visit } from '../access/index.ts'
import { readFreshRow, type FreshRow } from '../worklist/index.ts'

/** The list's row anew, for whoever logs from it. */
export const freshRow = ({ place, actor, scope, today }: Visit, view: string, subjectId: string): Promise<FreshRow | null> =>
  readFreshRow(
    { pool: place.pool, code: place.code, staffId: actor.staffId, unitId: actor.unit?.id ?? null, scope, today },
    view,
    subjectId,
  )
