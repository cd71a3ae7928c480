/** Reading the meter, with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import type { Pool } from '../../platform/db/tx.ts'
import { readAs } from '../audit/index.ts'
import { completingTypes } from '../law/index.ts'
import { listSettings, settingsFrom } from '../settings/index.ts'
import { pageSize } from './coverage.rules.ts'
import { measureCoverage } from './coverage.store.ts'
import type { Coverage, CoverageQuestion } from './coverage.types.ts'

/** Expected against registered today, and one page of those not accounted for. Leaves a read line. */
export const readCoverage = (pool: Pool, scope: Scope, actor: string, question: CoverageQuestion): Promise<Coverage> =>
  readAs(
    pool,
    ({ gap }) => ({ actor, action: 'coverage.read', detail: { ...question.selection, persons: gap.length } }),
    async (tx) => {
      const settings = settingsFrom(await listSettings(tx, 'infinity'))
      return measureCoverage(tx, scope, question, { settings, completing: completingTypes, pageSize })
    },
  )
