/** Which period the figures are of, as an address says it, and the periods that are close at hand. */
import { dateOf, dayFrom, dayOf, parseDate, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { groupings, type FigureQuestion, type Grouping } from './figures.types.ts'

export type PeriodProblem = 'not-a-date' | 'end-before-start' | 'too-long'

/** Ten years hold every contact that may be kept (förordning 2006:39 7 §). */
const mostDays = 3660

/** The school year that the day lies in: 1 July to 30 June. */
export function schoolYearOf(day: PlainDate, yearsBack = 0): { readonly fromOn: PlainDate; readonly untilOn: PlainDate } {
  const { year, month } = partsOf(dayOf(day))
  const first = (month >= 7 ? year : year - 1) - yearsBack
  return { fromOn: dateOf(dayFrom(first, 7, 1)), untilOn: dateOf(dayFrom(first + 1, 7, 1)) }
}

/** The first day of a half-year counted from the year 0: two each year. */
const firstOfHalf = (half: number): PlainDate => dateOf(dayFrom(Math.floor(half / 2), half % 2 === 0 ? 1 : 7, 1))

/** The half-year that the day lies in: from January, or from July. */
export function halfYearOf(day: PlainDate, halvesBack = 0): { readonly fromOn: PlainDate; readonly untilOn: PlainDate } {
  const { year, month } = partsOf(dayOf(day))
  const half = year * 2 + (month >= 7 ? 1 : 0) - halvesBack
  return { fromOn: firstOfHalf(half), untilOn: firstOfHalf(half + 1) }
}

/** The last days up to and including the day. */
export const lastDays = (day: PlainDate, days: number): { readonly fromOn: PlainDate; readonly untilOn: PlainDate } => ({
  fromOn: dateOf(plusDays(dayOf(day), 1 - days)),
  untilOn: dateOf(plusDays(dayOf(day), 1)),
})

/** What is wrong with a period; null when nothing is. */
export function periodProblem(fromOn: PlainDate, untilOn: PlainDate): Exclude<PeriodProblem, 'not-a-date'> | null {
  if (untilOn <= fromOn) return 'end-before-start'
  return dayOf(untilOn) - dayOf(fromOn) > mostDays ? 'too-long' : null
}

const byWords: Readonly<Record<Grouping, string>> = { none: '', unit: 'enhet', district: 'omrade' }

/**
 * The question that an address asks: `fran` and `till` (the last day, included) and `per`. What cannot be read is told, and the present school
 * year is shown instead.
 */
export function questionFrom(
  query: URLSearchParams,
  today: PlainDate,
): { readonly question: FigureQuestion; readonly problem: PeriodProblem | null } {
  const by = groupings.find((one) => byWords[one] === (query.get('per') ?? '')) ?? 'none'
  const [from, to] = [query.get('fran')?.trim() ?? '', query.get('till')?.trim() ?? '']
  const usual = { ...schoolYearOf(today), by }
  if (from === '' && to === '') return { question: usual, problem: null }
  const [fromOn, lastOn] = [parseDate(from), parseDate(to)]
  if (fromOn === null || lastOn === null) return { question: usual, problem: 'not-a-date' }
  const untilOn = dateOf(plusDays(dayOf(lastOn), 1))
  const problem = periodProblem(fromOn, untilOn)
  return problem === null ? { question: { fromOn, untilOn, by }, problem } : { question: usual, problem }
}

/** The last day of the period, as people say it. */
export const lastDayOf = ({ untilOn }: Pick<FigureQuestion, 'untilOn'>): PlainDate => dateOf(plusDays(dayOf(untilOn), -1))

/** The address of a question. */
export function addressOf({ fromOn, untilOn, by }: FigureQuestion): string {
  const query = new URLSearchParams({ fran: fromOn, till: lastDayOf({ untilOn }) })
  if (by !== 'none') query.set('per', byWords[by])
  return `/siffror/uppsokande?${query.toString()}`
}
