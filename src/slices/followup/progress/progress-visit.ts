/** The period that an address asks for. */
import { parseDate } from '../../../platform/plain-date.ts'
import type { FieldProblem } from '../../../ui/form.tsx'
import type { Visit } from '../../access/index.ts'
import { lastYear, periodProblem } from './progress.rules.ts'
import { progressTexts } from './progress.texts.ts'
import type { Period } from './progress.types.ts'
import type { TypedPeriod } from './progress.views.tsx'

/** A period to show, what was typed, and what was wrong with it. */
export type Asked = { readonly period: Period; readonly typed: TypedPeriod; readonly problems: readonly FieldProblem[] }

/** The period of the address; the last year when none is asked for, or when what is asked for is none. */
export function askedFrom({ query, today, lang }: Pick<Visit, 'query' | 'today' | 'lang'>): Asked {
  const year = lastYear(today)
  const typed = { fran: query.get('fran') ?? year.firstOn, till: query.get('till') ?? year.lastOn }
  const [firstOn, lastOn] = [parseDate(typed.fran.trim()), parseDate(typed.till.trim())]
  const problem = periodProblem(firstOn, lastOn, today)
  if (problem !== null) {
    return { period: year, typed, problems: [{ field: problem.field, text: progressTexts[lang].problems[problem.problem] }] }
  }
  return { period: { firstOn: firstOn ?? year.firstOn, lastOn: lastOn ?? year.lastOn }, typed, problems: [] }
}
