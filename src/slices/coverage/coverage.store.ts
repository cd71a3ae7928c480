/** The meter in SQL: one statement (see `coverage-query.store`), under the reader's scope. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { dateOf } from '../../platform/plain-date.ts'
import type { EducationRow } from '../law/index.ts'
import type { MunicipalitySettings } from '../settings/index.ts'
import { coverageQuery } from './coverage-query.store.ts'
import type { Coverage, CoverageQuestion } from './coverage.types.ts'

const tableOf = (rows: readonly EducationRow[]): string =>
  JSON.stringify(
    rows.map(({ qualifiesFromOn, ...row }, place) => ({
      ...row,
      place,
      fromOn: qualifiesFromOn === null ? null : dateOf(qualifiesFromOn),
    })),
  )

type Asked = { readonly settings: MunicipalitySettings; readonly completing: readonly string[]; readonly pageSize: number }

/** Expected against registered, as the scope may count and see it. */
export async function measureCoverage(tx: Tx, scope: Scope, question: CoverageQuestion, asked: Asked): Promise<Coverage> {
  const { settings, completing, pageSize } = asked
  const { law, freshDays } = settings
  const { year, district, reason, page } = question.selection
  // Compiling would take longer than running; and what is counted here is whole cohorts, whatever the planner guesses of the steps between.
  await tx.script('set local jit = off; set local enable_nestloop = off; set local enable_mergejoin = off')
  const [row] = await tx.query<Coverage>(coverageQuery, [
    scope.units,
    scope.mayReadProtected,
    question.municipality,
    question.on,
    [...law.termEnds.keys()],
    [...law.termEnds.values()].map(dateOf),
    tableOf(law.educations),
    law.shortGapDays,
    [...law.summer.from, ...law.summer.until],
    completing,
    Object.keys(freshDays.bySource),
    Object.values(freshDays.bySource),
    freshDays.days,
    year,
    district === 'none' ? null : district,
    district === 'none',
    reason,
    (page - 1) * pageSize,
    pageSize,
  ])
  if (row === undefined) throw new Error('the meter answers with one row')
  return row
}
