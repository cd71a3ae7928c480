/** All figures by name, and what can be asked of them. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { notKnownRate, onDay, september, sinceReached } from './count-day.rules.ts'
import { flow } from './flow.rules.ts'
import { halfYear } from './half-year.rules.ts'
import type { Dimension, Indicator, IndicatorQuestion } from './indicator.types.ts'
import { outreachList } from './outreach-list.rules.ts'
import { periodProblem } from './period.rules.ts'
import { supportList } from './support-list.rules.ts'
import { unitStatus } from './unit-status.rules.ts'

export const indicatorNames = [
  'outreach-list',
  'support-list',
  'unit-status',
  'half-year',
  'flow',
  'not-known',
  'since-reached',
  'september',
  'on-day',
] as const
export type IndicatorName = (typeof indicatorNames)[number]

export const indicators: Readonly<Record<IndicatorName, Indicator>> = {
  'outreach-list': outreachList,
  'support-list': supportList,
  'unit-status': unitStatus,
  'half-year': halfYear,
  flow,
  'not-known': notKnownRate,
  'since-reached': sinceReached,
  september,
  'on-day': onDay,
}

/** The figure of a name; null: there is none. */
export const indicatorNamed = (name: string): IndicatorName | null => indicatorNames.find((one) => one === name) ?? null

export type QuestionProblem = 'end-before-start' | 'too-long' | 'not-begun' | 'day-ahead' | 'unknown-dimension'

/**
 * What is wrong with a question, asked on the day; null when nothing is. Of a stretch of time some of it must have passed; the day of a picture must
 * have come.
 */
export function questionProblem(name: IndicatorName, { fromOn, untilOn, by }: IndicatorQuestion, today: PlainDate): QuestionProblem | null {
  const { of, dimensions } = indicators[name]
  if (by.some((one) => !dimensions.includes(one)) || new Set(by).size < by.length) return 'unknown-dimension'
  const period = periodProblem(fromOn, untilOn)
  if (period !== null) return period
  if (of === 'day') return dayOf(untilOn) - 1 > dayOf(today) ? 'day-ahead' : null
  return fromOn > today ? 'not-begun' : null
}

/** The question about one day. */
export const onTheDay = (day: PlainDate, by: readonly Dimension[]): IndicatorQuestion => ({
  fromOn: day,
  untilOn: dateOf(plusDays(dayOf(day), 1)),
  on: day,
  by,
})
