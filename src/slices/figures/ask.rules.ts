/** What the address of a figure asks, and the address of a question. Days, splitting and a row: nothing of any person. */
import { dateOf, dayOf, parseDate, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { dimensions, type At, type Dimension, type IndicatorQuestion } from './indicator.types.ts'
import { halfYearOf, lastDayOf, schoolYearOf } from './period.rules.ts'
import { indicators, onTheDay, questionProblem, type IndicatorName, type QuestionProblem } from './registry.rules.ts'

export type AskProblem = QuestionProblem | 'not-a-date' | 'too-many-dimensions'
export type Asked = { readonly question: IndicatorQuestion; readonly problem: AskProblem | null }

export const perWords: Readonly<Record<Dimension, string>> = {
  unit: 'enhet',
  district: 'omrade',
  birthYear: 'fodelsear',
  sex: 'kon',
  department: 'forvaltning',
}
const mostDimensions = 2

/** The 15th of September that was last. */
function lastSeptember(today: PlainDate): PlainDate {
  const own = `${today.slice(0, 4)}-09-15` as PlainDate
  return own <= today ? own : (`${Number(today.slice(0, 4)) - 1}-09-15` as PlainDate)
}

/** What is shown when nothing is asked: today, the last September, the half-year or the school year. */
function usualQuestion(name: IndicatorName, today: PlainDate, by: readonly Dimension[] = []): IndicatorQuestion {
  if (indicators[name].of === 'day') return onTheDay(name === 'september' ? lastSeptember(today) : today, by)
  return { ...(name === 'half-year' ? halfYearOf(today) : schoolYearOf(today)), on: today, by }
}

/** The dimensions of the address; null: one that there is none of, or that the figure does not have. */
function splitOf(name: IndicatorName, query: URLSearchParams): readonly Dimension[] | null {
  const words = [...new Set(query.getAll('per').filter((word) => word !== ''))]
  const found = words.map((word) => dimensions.find((one) => perWords[one] === word))
  const known = found.filter((one) => one !== undefined)
  return known.length === found.length && known.every((one) => indicators[name].dimensions.includes(one)) ? known : null
}

/** The days of the address; null: not a day. Nothing written is the usual. */
function daysOf(name: IndicatorName, query: URLSearchParams, today: PlainDate): Omit<IndicatorQuestion, 'by'> | null {
  const texts = (indicators[name].of === 'day' ? ['dag'] : ['fran', 'till']).map((key) => query.get(key)?.trim() ?? '')
  if (texts.every((text) => text === '')) return usualQuestion(name, today)
  const [first, last = first] = texts.map(parseDate)
  if (first === null || first === undefined || last === null || last === undefined) return null
  const until = dateOf(plusDays(dayOf(last), 1))
  return indicators[name].of === 'day' ? onTheDay(first, []) : { fromOn: first, untilOn: until, on: today }
}

/** The question that an address asks. What cannot be asked is told, and the usual is shown instead. */
export function askedOf(name: IndicatorName, query: URLSearchParams, today: PlainDate): Asked {
  const by = splitOf(name, query)
  if (by === null) return { question: usualQuestion(name, today), problem: 'unknown-dimension' }
  if (by.length > mostDimensions) return { question: usualQuestion(name, today), problem: 'too-many-dimensions' }
  const days = daysOf(name, query, today)
  if (days === null) return { question: usualQuestion(name, today, by), problem: 'not-a-date' }
  const question = { ...days, by }
  const problem = questionProblem(name, question, today)
  return problem === null ? { question, problem } : { question: usualQuestion(name, today, by), problem }
}

/** What a question is in an address. */
function queryOf(name: IndicatorName, { fromOn, untilOn, by }: IndicatorQuestion): URLSearchParams {
  const last = lastDayOf({ untilOn })
  const query = new URLSearchParams(indicators[name].of === 'day' ? { dag: last } : { fran: fromOn, till: last })
  for (const dimension of by) query.append('per', perWords[dimension])
  return query
}

const withQuery = (path: string, query: URLSearchParams): string => `${path}?${query.toString()}`

/** The address of a figure, with the row that is looked at when one is. */
export function figureAddress(name: IndicatorName, question: IndicatorQuestion, row: string | null = null): string {
  const query = queryOf(name, question)
  if (row !== null) query.set('rad', row)
  return withQuery(`/siffror/tal/${name}`, query)
}

/** The address where a development item is raised from a number of the figure (steering). */
export function raiseAddress(name: IndicatorName, question: IndicatorQuestion, row: string | null = null): string {
  const query = queryOf(name, question)
  query.set('tal', name)
  if (row !== null) query.set('rad', row)
  return withQuery('/styrning/fragor/ur-tal', query)
}

/** The address of those behind a number. */
export function personsAddress(name: IndicatorName, question: IndicatorQuestion, row: string, at: At): string {
  const query = queryOf(name, question)
  query.set('rad', row)
  for (const key of at) query.append('plats', key)
  return withQuery(`/siffror/tal/${name}/personer`, query)
}

export const fileFormats = ['csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The address of the figure as a file. */
export function fileAddress(name: IndicatorName, question: IndicatorQuestion, format: FileFormat): string {
  const query = queryOf(name, question)
  query.set('format', format)
  return withQuery(`/siffror/tal/${name}/fil`, query)
}
