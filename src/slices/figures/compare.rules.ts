/** Ours beside others': which rows a figure of others stands beside, earlier periods of the same length, and the value of a table. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { shareOf } from './cells.rules.ts'
import { cellKey, every, type IndicatorQuestion, type IndicatorTable } from './indicator.types.ts'
import type { ComparedPeriod, Reference, ShownReference } from './reference.types.ts'

/** The same days some years earlier. The 29th of February is the 28th of a year that has none. */
export function yearsBefore({ fromOn, untilOn, on, by }: IndicatorQuestion, years: number): IndicatorQuestion {
  const back = (date: PlainDate): PlainDate => {
    const { year, month, dayOfMonth } = partsOf(dayOf(date))
    return dateOf(dayFrom(year - years, month, month === 2 && dayOfMonth === 29 ? 28 : dayOfMonth))
  }
  // By the last day that is in it: the day after the 28th of February is not the 28th a year earlier.
  const untilThen = dateOf(plusDays(dayOf(back(dateOf(plusDays(dayOf(untilOn), -1)))), 1))
  return { fromOn: back(fromOn), untilOn: untilThen, on: back(on), by }
}

/** The stretch of days just before, of the same length; a half-year or a month is followed by calendar. */
export function justBefore({ fromOn, untilOn, on, by }: IndicatorQuestion): IndicatorQuestion {
  const [from, until] = [partsOf(dayOf(fromOn)), partsOf(dayOf(untilOn))]
  const months = (until.year - from.year) * 12 + until.month - from.month
  const isWhole = from.dayOfMonth === 1 && until.dayOfMonth === 1
  const start = from.year * 12 + from.month - 1 - months
  const earlier = isWhole
    ? dateOf(dayFrom(Math.floor(start / 12), (start % 12) + 1, 1))
    : dateOf(plusDays(dayOf(fromOn), dayOf(fromOn) - dayOf(untilOn)))
  return { fromOn: earlier, untilOn: fromOn, on, by }
}

/** What of a table stands beside a figure of others: the rows together, or as a share of the whole. Null: a share of nothing. */
export function besideOf(
  { rows, groups, values, hidden }: IndicatorTable,
  { row, whole }: Pick<Reference, 'row' | 'whole'>,
): ComparedPeriod['value'] {
  const group = groups.findIndex((at) => at.every((key) => key === every))
  const at = groups[group] ?? []
  const keys = row.split('+')
  if ([...keys, ...(whole === null ? [] : [whole])].some((key) => hidden.has(cellKey(key, at)))) return 'small'
  const valueOf = (key: string): number => values[group]?.[rows.findIndex((one) => one.key === key)] ?? 0
  const part = keys.reduce((sum, key) => sum + valueOf(key), 0)
  return whole === null ? part : shareOf(part, valueOf(whole))
}

/** Whether all its rows are rows of the figure. */
export const fitsRows = ({ rows }: Pick<IndicatorTable, 'rows'>, { row, whole }: Pick<Reference, 'row' | 'whole'>): boolean =>
  [...row.split('+'), ...(whole === null ? [] : [whole])].every((key) => rows.some((one) => one.key === key))

/** The municipality's own lines, and of the shipped ones those that it has not written anew. */
export function inForce(shipped: readonly Reference[], own: readonly ShownReference[]): ShownReference[] {
  const written = new Set(own.map(({ key }) => key))
  const left = shipped.filter(({ key }) => !written.has(key)).map((one) => ({ ...one, isShipped: true, by: null, at: null }))
  return [...left, ...own].toSorted((a, b) => (a.period < b.period ? 1 : a.period > b.period ? -1 : a.key < b.key ? -1 : 1))
}
