/** Which periods are compared: half-years and school years as an address names them. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { AskedIndicator, IndicatorName } from '../figures/index.ts'
import { ofOneDay, type Stretch } from './report.rules.ts'

/** Figures whose rows are the same in every period: month by month they are not. */
export const comparable = [
  'half-year',
  'outreach-list',
  'support-list',
  'unit-status',
  'not-known',
  'since-reached',
  'on-day',
] as const satisfies readonly IndicatorName[]
export type Comparable = (typeof comparable)[number]
/** Pictures of a day: of the last day of the period. */
const ofADay: ReadonlySet<Comparable> = new Set(['not-known', 'since-reached', 'on-day'])

const halfYear = /^(20\d{2})H([12])$/
const schoolYear = /^(20\d{2})\/(\d{2})$/

/** The days of `2026H1` or `2025/26`; null: it is no such period. */
export function stretchNamed(period: string): Stretch | null {
  const half = halfYear.exec(period)
  if (half !== null) {
    const year = Number(half[1])
    return half[2] === '1'
      ? { fromOn: dateOf(dayFrom(year, 1, 1)), untilOn: dateOf(dayFrom(year, 7, 1)) }
      : { fromOn: dateOf(dayFrom(year, 7, 1)), untilOn: dateOf(dayFrom(year + 1, 1, 1)) }
  }
  const school = schoolYear.exec(period)
  if (school === null) return null
  const year = Number(school[1])
  if ((year + 1) % 100 !== Number(school[2])) return null
  return { fromOn: dateOf(dayFrom(year, 7, 1)), untilOn: dateOf(dayFrom(year + 1, 7, 1)) }
}

/** What a stretch of days is called: `2026H1`, `2025/26`; else null. */
export function periodName({ fromOn, untilOn }: Stretch): string | null {
  const { year } = partsOf(dayOf(fromOn))
  const names = [`${year}H1`, `${year}H2`, `${year}/${String((year + 1) % 100).padStart(2, '0')}`]
  return names.find((name) => sameDays(stretchNamed(name), { fromOn, untilOn })) ?? null
}

const sameDays = (a: Stretch | null, b: Stretch): boolean => a !== null && a.fromOn === b.fromOn && a.untilOn === b.untilOn

/** The half-years and school years that have begun, the latest first. */
export function recentPeriods(today: PlainDate): string[] {
  const { year } = partsOf(dayOf(today))
  const back = [0, 1, 2, 3].map((years) => year - years)
  const halves = back.flatMap((one) => [`${one}H2`, `${one}H1`])
  const schools = back.map((one) => `${one}/${String((one + 1) % 100).padStart(2, '0')}`)
  const begun = (name: string): boolean => (stretchNamed(name)?.fromOn ?? today) <= today
  return [...halves.filter(begun).slice(0, 6), ...schools.filter(begun).slice(0, 3)]
}

export type ComparedPeriodProblem = 'no-such-period' | 'not-begun'
export type ComparedQuestion = {
  readonly figure: Comparable
  readonly period: string
  readonly asked: AskedIndicator
  readonly problem: ComparedPeriodProblem | null
}

function askedOf(figure: Comparable, { fromOn, untilOn }: Stretch, today: PlainDate): AskedIndicator {
  const last = dateOf(plusDays(dayOf(untilOn), -1))
  if (ofADay.has(figure)) return { name: figure, question: ofOneDay(last < today ? last : today, []) }
  return { name: figure, question: { fromOn, untilOn, on: today, by: [] } }
}

/** What an address asks to compare. A period that is none, or has not begun, is told, and the latest whole half-year is shown instead. */
export function comparedFrom(query: URLSearchParams, today: PlainDate): ComparedQuestion {
  const figure = comparable.find((one) => one === query.get('figur')) ?? 'half-year'
  const asked = query.get('period')?.trim() ?? ''
  const halves = recentPeriods(today).filter((name) => halfYear.test(name))
  const usual = halves.find((name) => (stretchNamed(name)?.untilOn ?? '') <= today) ?? halves[0] ?? ''
  const stretch = stretchNamed(asked)
  const problem = asked === '' ? null : stretch === null ? 'no-such-period' : stretch.fromOn > today ? 'not-begun' : null
  const period = problem === null && stretch !== null ? asked : usual
  const days = stretchNamed(period) ?? { fromOn: today, untilOn: dateOf(plusDays(dayOf(today), 1)) }
  return { figure, period, problem, asked: askedOf(figure, days, today) }
}

/** The key of a figure that the municipality writes: of whom, when and what. One that is written anew has the same. */
export const referenceKey = (ofWhom: string, period: string, row: string, whole: string | null): string =>
  [ofWhom, period, row, ...(whole === null ? [] : [whole])]
    .map((part) =>
      part
        .normalize('NFD')
        .replaceAll(/\p{M}/gu, '')
        .replaceAll(/[^a-zA-Z0-9.]+/g, '-')
        .replaceAll(/^[-.]+|-+$/g, ''),
    )
    .join('-')
    .slice(0, 80)
