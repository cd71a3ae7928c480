/** What the figures ask of one youth's facts on a day or in a stretch of days. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { occupationSaidOn, type OccupationState } from '../ladder/index.ts'
import type { FactMeasure, FactPeriod, FactYouth, Span } from './facts.types.ts'
import type { IndicatorQuestion, Window } from './indicator.types.ts'

/** The days of the question that are looked at: none after its last day. */
export function windowOf({ fromOn, untilOn, on }: IndicatorQuestion): Window {
  const after = dateOf(plusDays(dayOf(on), 1))
  const end = untilOn < after ? untilOn : after
  return { fromOn, untilOn: end, lastOn: dateOf(plusDays(dayOf(end), -1)) }
}

export const isIn = ({ fromOn, untilOn }: Window, day: PlainDate): boolean => fromOn <= day && day < untilOn

export const holds = ({ fromOn, untilOn }: Span, day: PlainDate): boolean => fromOn <= day && (untilOn === null || day < untilOn)

const latest = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a)

/** The first day that all of them hold; null: there is none. */
function firstShared(spans: readonly Span[]): PlainDate | null {
  const [first, ...rest] = spans.map(({ fromOn }) => fromOn)
  if (first === undefined) return null
  const from = rest.reduce(latest, first)
  return spans.every((span) => holds(span, from)) ? from : null
}

export const coveredOn = ({ periods }: Pick<FactYouth, 'periods'>, day: PlainDate): boolean => periods.some((one) => holds(one, day))

/** The periods with a day in the window, in order of time. */
export const periodsIn = ({ periods }: Pick<FactYouth, 'periods'>, window: Window): FactPeriod[] =>
  periods.filter((one) => firstShared([one, window]) !== null).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))

/** Stands: neither a proposal nor something that never began. */
export const stands = ({ placement, fromOn, untilOn }: FactMeasure): boolean =>
  (placement === 'none' || placement === 'approved') && (untilOn === null || fromOn < untilOn)

export const standingMeasures = ({ measures }: Pick<FactYouth, 'measures'>): FactMeasure[] =>
  measures.filter((one) => one.counts && stands(one))

/** The first day of the window on which the measure went on and the youth was covered; null: there is none. */
export const firstCoveredDay = (measure: Span, { periods }: Pick<FactYouth, 'periods'>, window: Window): PlainDate | null =>
  periods.reduce<PlainDate | null>((first, period) => {
    const shared = firstShared([measure, period, window])
    return shared !== null && (first === null || shared < first) ? shared : first
  }, null)

/** What is known on the day of what the youth does. */
export const occupationOn = ({ occupations }: Pick<FactYouth, 'occupations'>, day: PlainDate): OccupationState =>
  occupationSaidOn(occupations, day)
