/** The yearly report: which days it is of, and which published figures it takes. */
import { parseDate, type PlainDate } from '../../platform/plain-date.ts'
import type { PublicationHead } from '../reports/index.ts'

/** The responsibility is of 1 July 2005 (2005 års skollag 1:18). */
const firstYear = 2005

/** The days of a year, half-open. @throws for a year that is none */
export function daysOfYear(year: number): { readonly fromOn: PlainDate; readonly untilOn: PlainDate } {
  const [fromOn, untilOn] = [parseDate(`${year}-01-01`), parseDate(`${year + 1}-01-01`)]
  if (fromOn === null || untilOn === null) throw new RangeError('not a year')
  return { fromOn, untilOn }
}

const yearOf = (date: PlainDate): number => Number(date.slice(0, 4))

/** The year of an address; one that cannot be reported is the present one. */
export function yearFrom(text: string, today: PlainDate): number {
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  return year >= firstYear && year <= yearOf(today) ? year : yearOf(today)
}

/** Kinds of published reports, the best for a year's report first. */
const order = ['annual', 'schoolYear', 'tertial2', 'tertial1'] as const

/** Whether a publication tells of the year: it begins in it, or it is a school year that ends in it. */
const isOf = ({ kind, fromOn, untilOn }: PublicationHead, year: number): boolean =>
  kind === 'schoolYear' ? yearOf(untilOn) === year : yearOf(fromOn) === year

/** The published report whose figures the yearly report takes: the best kind, and of those the latest published; null: none is published. */
export function figuresFor(year: number, published: readonly PublicationHead[]): PublicationHead | null {
  const of = published.filter((one) => isOf(one, year))
  for (const kind of order) {
    const [latest] = of.filter((one) => one.kind === kind).toSorted((one, other) => other.at.localeCompare(one.at))
    if (latest !== undefined) return latest
  }
  return null
}
