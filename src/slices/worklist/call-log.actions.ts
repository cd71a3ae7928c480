/** One row of a list anew, after something was logged about its youth. */
import { readAs } from '../audit/index.ts'
import { ladderSettingsFrom } from '../ladder/index.ts'
import { findRow } from './call-log.store.ts'
import type { FreshRow } from './call-log.types.ts'
import { parseView } from './filter.rules.ts'
import { readLastNight, readListFrame } from './frame.store.ts'
import type { Reader } from './list.actions.ts'
import { shippedColumns } from './worklist.types.ts'

/** The youth's row in the view that the query asks for; null when the reader does not see the youth. */
export const readFreshRow = (reader: Reader, query: string, subjectId: string): Promise<FreshRow | null> =>
  readAs(
    reader.pool,
    (found: FreshRow | null) => ({ actor: reader.staffId, action: 'worklist.row', subjectId: found === null ? null : subjectId }),
    async (tx) => {
      const { code, scope, staffId, unitId, today } = reader
      const { columns, ladder } = await readListFrame(tx, staffId, unitId)
      const lastNight = await readLastNight(tx)
      const day = { today, runId: lastNight?.runId ?? 0, restrictedIn: scope.mayReadProtected ? code : null }
      const row = await findRow(tx, scope, day, subjectId)
      const { tab } = parseView(new URLSearchParams(query)).view
      const frame = { today, tab, lastNight, me: staffId, hours: ladderSettingsFrom(ladder).dayHours }
      return row === null ? null : { row, columns: columns ?? shippedColumns, frame }
    },
  )
