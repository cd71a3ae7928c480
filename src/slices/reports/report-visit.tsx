/** Pages of reports that several routes show. */
import type { Scope } from '../../kernel/actor.ts'
import { page, type Answer, type Visit } from '../access/index.ts'
import type { FigureNames } from '../figures/index.ts'
import { yearFrom, type ReportKind } from './report.rules.ts'
import { ReportPage, ReportsPage, type NoteDraft } from './report.views.tsx'
import { makeReport, type MadeReport } from './reports.actions.ts'

/** The reports that there are; or that the one asked for is none. */
export const showReports = ({ frame, today, may }: Visit, isUnknown: boolean): Answer =>
  page(<ReportsPage frame={frame} today={today} isUnknown={isUnknown} may={may} />, isUnknown ? 404 : 200)

/** The units that the reader counts, by name; null: the whole municipality. What is made of them says so, also on paper. */
export function unitsCounted({ units }: Scope, names: FigureNames): string | null {
  if (units === null) return null
  const own = names.units.filter(({ id }) => units.includes(id)).map(({ name }) => name)
  return own.length === 0 ? '–' : own.join(', ')
}

/** A report as the reader may count it. */
export const makeFor = ({ place, actor, scope, today }: Visit, kind: ReportKind, year: number): Promise<MadeReport> =>
  makeReport({ pool: place.pool, actor: actor.staffId, scope, municipality: place.code, today }, { kind, year })

/** The report of the address, or of what was typed in it. */
export async function showReport(
  visit: Visit,
  kind: ReportKind,
  typedYear: string,
  draft: NoteDraft | null = null,
  status: 200 | 409 | 422 = 200,
): Promise<Answer> {
  const { frame, today, scope, may, newOnce } = visit
  const { year, problem } = yearFrom(typedYear, kind, today)
  const leftOut = { isOwnUnit: scope.units !== null, isWithoutProtected: !scope.mayReadProtected }
  const publishing = may('figures.publish') ? { once: newOnce(), draft } : null
  const made = await makeFor(visit, kind, year)
  const units = unitsCounted(scope, made.names)
  const mayRaise = may('steering.raise')
  return page(<ReportPage {...{ frame, today, problem, leftOut, publishing, made, units, mayRaise }} />, status)
}
