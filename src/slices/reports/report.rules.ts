/** Which reports there are, which days each is of, and which figures stand in it: data, and the rules that read it. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { AskedIndicator, Dimension, IndicatorName } from '../figures/index.ts'

export const reportKinds = ['tertial1', 'tertial2', 'annual', 'schoolYear'] as const
export type ReportKind = (typeof reportKinds)[number]

/** What an address calls them. */
export const reportSlugs: Readonly<Record<ReportKind, string>> = {
  tertial1: 'tertial-1',
  tertial2: 'tertial-2',
  annual: 'ar',
  schoolYear: 'lasar',
}
export const kindOf = (slug: string): ReportKind | null => reportKinds.find((kind) => reportSlugs[kind] === slug) ?? null

/** Months from January of the year, half-open. A tertial report tells of the year so far, as municipalities' interim reports do. */
const months: Readonly<Record<ReportKind, readonly [from: number, until: number]>> = {
  tertial1: [0, 4],
  tertial2: [0, 8],
  annual: [0, 12],
  schoolYear: [6, 18],
}

/** A report of a year; a school year is named by the year that it begins in. */
export type ReportOf = { readonly kind: ReportKind; readonly year: number }
export type Stretch = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

const monthStart = (year: number, month: number): PlainDate => dateOf(dayFrom(year + Math.floor(month / 12), (month % 12) + 1, 1))

/** The days of a report, half-open. */
export function stretchOf({ kind, year }: ReportOf): Stretch {
  const [from, until] = months[kind]
  return { fromOn: monthStart(year, from), untilOn: monthStart(year, until) }
}

/** The responsibility is of 1 July 2005 (2005 års skollag 1:18). */
const firstYear = 2005
const lastYear = 2100

export type ReportProblem = 'no-such-year' | 'not-begun'

/** The year of an address; empty: the latest that has begun. */
export function yearFrom(
  text: string,
  kind: ReportKind,
  today: PlainDate,
): { readonly year: number; readonly problem: ReportProblem | null } {
  const latest = latestYear(kind, today)
  if (text === '') return { year: latest, problem: null }
  const year = /^\d{4}$/.test(text) ? Number(text) : 0
  if (year < firstYear || year > lastYear) return { year: latest, problem: 'no-such-year' }
  return stretchOf({ kind, year }).fromOn > today ? { year: latest, problem: 'not-begun' } : { year, problem: null }
}

/** The latest year whose report has begun. */
export function latestYear(kind: ReportKind, today: PlainDate): number {
  const { year } = partsOf(dayOf(today))
  return stretchOf({ kind, year }).fromOn <= today ? year : year - 1
}

/** The last day that is looked at: the period's last, or today. */
export function lastDayOf({ untilOn }: Stretch, today: PlainDate): PlainDate {
  const last = dateOf(plusDays(dayOf(untilOn), -1))
  return last < today ? last : today
}

export const isOngoing = ({ untilOn }: Stretch, today: PlainDate): boolean => today < untilOn

/** Of the whole stretch, of its last day, or of 15 September when that is in it and has come. */
type When = 'period' | 'lastDay' | 'september'
type Part = { readonly name: IndicatorName; readonly by: readonly Dimension[]; readonly when: When }

const outreach: Part = { name: 'outreach-list', by: ['unit'], when: 'period' }
const support: Part = { name: 'support-list', by: ['unit'], when: 'period' }
const units: Part = { name: 'unit-status', by: ['unit'], when: 'period' }
const halfYear: Part = { name: 'half-year', by: ['sex'], when: 'period' }
const flow: Part = { name: 'flow', by: [], when: 'period' }
const notKnown: Part = { name: 'not-known', by: ['unit'], when: 'lastDay' }
const sinceReached: Part = { name: 'since-reached', by: ['unit'], when: 'lastDay' }
const september: Part = { name: 'september', by: ['unit'], when: 'september' }

/** What stands in each report, in order. The school year's begins with Stockholm's lists, the tertials' with the units' status. */
const parts: Readonly<Record<ReportKind, readonly Part[]>> = {
  tertial1: [units, outreach, support, halfYear, flow, notKnown, sinceReached],
  tertial2: [units, outreach, support, halfYear, flow, notKnown, sinceReached],
  annual: [units, outreach, support, halfYear, flow, notKnown, sinceReached, september],
  schoolYear: [outreach, support, units, halfYear, flow, notKnown, sinceReached, september],
}

/** 15 September of the stretch; null: it has none, or it has not come. */
export function septemberDay(stretch: Stretch, today: PlainDate): PlainDate | null {
  const day = dateOf(dayFrom(partsOf(dayOf(stretch.fromOn)).year, 9, 15))
  return stretch.fromOn <= day && day <= lastDayOf(stretch, today) ? day : null
}

/** A question about one day. */
export const ofOneDay = (day: PlainDate, by: readonly Dimension[]): AskedIndicator['question'] => ({
  fromOn: day,
  untilOn: dateOf(plusDays(dayOf(day), 1)),
  on: day,
  by,
})

/** What a report asks, as it is asked today. */
export function questionsOf(report: ReportOf, today: PlainDate): AskedIndicator[] {
  const stretch = stretchOf(report)
  const autumn = septemberDay(stretch, today)
  return parts[report.kind].flatMap(({ name, by, when }): AskedIndicator[] => {
    switch (when) {
      case 'period':
        return [{ name, question: { ...stretch, on: today, by } }]
      case 'lastDay':
        return [{ name, question: ofOneDay(lastDayOf(stretch, today), by) }]
      case 'september':
        return autumn === null ? [] : [{ name, question: ofOneDay(autumn, by) }]
    }
  })
}

/** The latest reports of a kind that have begun, the latest first. */
export const latestReports = (kind: ReportKind, today: PlainDate, howMany: number): ReportOf[] =>
  Array.from({ length: howMany }, (_, back) => ({ kind, year: latestYear(kind, today) - back }))

/** So many publications are listed at a time. */
export const publicationsOnAPage = 50

/** The report that a stretch of days is the whole of. */
export const yearOfStretch = ({ fromOn }: Stretch): number => partsOf(dayOf(fromOn)).year
