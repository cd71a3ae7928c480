/** The overview: which days and unit an address asks for, and the few questions whose answers it is made of. */
import { dateOf, dayFrom, dayOf, parseDate, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { yearsBefore } from './compare.rules.ts'
import type { Dimension, IndicatorQuestion } from './indicator.types.ts'
import { halfYearOf, lastDays, schoolYearOf } from './period.rules.ts'
import { onTheDay, type IndicatorName } from './registry.rules.ts'

/** Half-open. */
export type Stretch = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }
export type OverviewProblem = 'not-a-date' | 'end-before-start' | 'too-long' | 'not-begun' | 'unknown-unit'
/** `unit`: a key of a unit; null: everything that the reader counts. */
export type OverviewAsked = Stretch & { readonly unit: string | null; readonly problem: OverviewProblem | null }

/** Three years and a day: so many months are still a picture. */
const mostDays = 1097

function stretchProblem({ fromOn, untilOn }: Stretch, today: PlainDate): OverviewProblem | null {
  if (untilOn <= fromOn) return 'end-before-start'
  if (dayOf(untilOn) - dayOf(fromOn) > mostDays) return 'too-long'
  return fromOn > today ? 'not-begun' : null
}

/** What the address asks: `fran`, `till` (that day included) and `enhet`. What cannot be asked is told, and the school year is shown. */
export function overviewFrom(query: URLSearchParams, today: PlainDate): OverviewAsked {
  const usual = schoolYearOf(today)
  const [from, to, unit] = ['fran', 'till', 'enhet'].map((key) => query.get(key)?.trim() ?? '')
  if (unit !== undefined && unit !== '' && !/^\d{1,9}$/.test(unit)) return { ...usual, unit: null, problem: 'unknown-unit' }
  const own = unit === undefined || unit === '' ? null : unit
  if (from === '' && to === '') return { ...usual, unit: own, problem: null }
  const [fromOn, lastOn] = [parseDate(from ?? ''), parseDate(to ?? '')]
  if (fromOn === null || lastOn === null) return { ...usual, unit: own, problem: 'not-a-date' }
  const asked = { fromOn, untilOn: dateOf(plusDays(dayOf(lastOn), 1)) }
  const problem = stretchProblem(asked, today)
  return problem === null ? { ...asked, unit: own, problem } : { ...usual, unit: own, problem }
}

/** The stretches that are close at hand. */
export const nearStretches = ['schoolYear', 'lastSchoolYear', 'halfYear', 'lastHalfYear', 'last30'] as const
export type NearStretch = (typeof nearStretches)[number]

export const nearStretch = (near: NearStretch, today: PlainDate): Stretch =>
  ({
    schoolYear: schoolYearOf(today),
    lastSchoolYear: schoolYearOf(today, 1),
    halfYear: halfYearOf(today),
    lastHalfYear: halfYearOf(today, 1),
    last30: lastDays(today, 30),
  })[near]

/** The last day of the stretch that has been. */
export function lastSeen({ untilOn }: Pick<Stretch, 'untilOn'>, today: PlainDate): PlainDate {
  const last = dateOf(plusDays(dayOf(untilOn), -1))
  return last < today ? last : today
}

const mostPoints = 13

/** The last days of the months of the stretch that have been, thinned out to what a picture holds; the last day that has been is always there. */
export function monthEnds(stretch: Stretch, today: PlainDate): PlainDate[] {
  const last = lastSeen(stretch, today)
  const days: PlainDate[] = []
  const { year, month } = partsOf(dayOf(stretch.fromOn))
  for (let nth = 0; ; nth++) {
    const index = year * 12 + month + nth
    const end = dateOf(plusDays(dayFrom(Math.floor(index / 12), (index % 12) + 1, 1), -1))
    if (end >= last) break
    days.push(end)
  }
  const all = [...days, last]
  const step = Math.ceil(all.length / mostPoints)
  return all.filter((_, index) => (all.length - 1 - index) % step === 0)
}

/** The 15th of September that the stretch has, or that was last before it ended. */
function septemberOf(last: PlainDate): PlainDate {
  const own = `${last.slice(0, 4)}-09-15` as PlainDate
  return own <= last ? own : (`${Number(last.slice(0, 4)) - 1}-09-15` as PlainDate)
}

type Question = { readonly name: IndicatorName; readonly question: IndicatorQuestion }
/** Everything the overview is made of. `...Then`: the same a year earlier, no further into it than now. */
export type OverviewQuestions = {
  readonly flow: Question
  readonly flowThen: Question
  readonly outreach: Question
  readonly outreachThen: Question
  readonly onDay: Question
  readonly onDayThen: Question
  readonly notKnown: Question
  readonly notKnownThen: Question
  readonly sinceReached: Question
  readonly sinceThen: Question
  readonly september: Question
  /** One for each day of `monthEnds`. */
  readonly notKnownOver: readonly Question[]
}

const yearBefore = (question: IndicatorQuestion): IndicatorQuestion => yearsBefore(question, 1)

/** The questions of the overview: asked together, loaded once. */
export function overviewQuestions(stretch: Stretch, today: PlainDate, by: readonly Dimension[]): OverviewQuestions {
  const last = lastSeen(stretch, today)
  const period: IndicatorQuestion = { ...stretch, on: today, by }
  const day = onTheDay(last, by)
  return {
    flow: { name: 'flow', question: period },
    flowThen: { name: 'flow', question: yearBefore(period) },
    outreach: { name: 'outreach-list', question: period },
    outreachThen: { name: 'outreach-list', question: yearBefore(period) },
    onDay: { name: 'on-day', question: day },
    onDayThen: { name: 'on-day', question: yearBefore(day) },
    notKnown: { name: 'not-known', question: day },
    notKnownThen: { name: 'not-known', question: yearBefore(day) },
    sinceReached: { name: 'since-reached', question: day },
    sinceThen: { name: 'since-reached', question: yearBefore(day) },
    september: { name: 'september', question: onTheDay(septemberOf(last), by) },
    notKnownOver: monthEnds(stretch, today).map((on) => ({ name: 'not-known', question: onTheDay(on, by) })),
  }
}

/** The address of the overview. */
export function overviewAddress({ fromOn, untilOn }: Stretch, unit: string | null): string {
  const query = new URLSearchParams({ fran: fromOn, till: dateOf(plusDays(dayOf(untilOn), -1)) })
  if (unit !== null) query.set('enhet', unit)
  return `/siffror?${query.toString()}`
}
