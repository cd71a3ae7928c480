/** When a day may be rated, what a rating may hold, and which days lack one. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysFrom, daysLater, earlier } from '../calendar/month.rules.ts'
import type { Instrument, Points } from '../instrument/instrument.types.ts'
import { areaOf } from '../instrument/instrument.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { answerProblem, areaRange } from '../instrument/score.rules.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import type { DayRating, RatedArea, RatedDay } from './ratings.types.ts'

export type DayRefusal = 'ahead' | 'too-late' | 'empty'

/** Whether the day may be rated at all: not to come, and not longer ago than `rateBackDays`. */
export function mayRateDay(on: PlainDate, today: PlainDate, { rateBackDays }: Pick<Routine, 'rateBackDays'>): Decision<null, DayRefusal> {
  if (on > today) return refuse('ahead')
  return on < daysLater(today, -rateBackDays) ? refuse('too-late') : grant(null)
}

export type AreaProblemKind = 'not-followed' | 'before-signal' | 'after-end' | 'outside' | 'off-step'
export type RatingProblem = { readonly area: string; readonly problem: AreaProblemKind }

/** A signal that housing has or had, and the instrument whose range its ratings keep to. */
export type HousingSignal = { readonly signal: Signal; readonly instrument: Instrument }

/** The first day that the present recipient can rate, and the last one so far: the day of the signal and of the stop are both within. */
const isWithin = ({ heldFrom, endedOn }: ConfirmedSignal, on: PlainDate): boolean => heldFrom <= on && (endedOn === null || on <= endedOn)

const ofHousing = (all: readonly HousingSignal[], area: string): (HousingSignal & { signal: ConfirmedSignal })[] =>
  all.flatMap(({ signal, instrument }) =>
    signal.area === area && signal.recipient === 'housing' && isConfirmed(signal) ? [{ signal, instrument }] : [],
  )

/** The signal by which the area is rated on the day; null when there is none. Signals of one area do not overlap, save on the day of a stop: then the newer. */
export const ratedBy = (all: readonly HousingSignal[], area: string, on: PlainDate): (HousingSignal & { signal: ConfirmedSignal }) | null =>
  ofHousing(all, area).findLast(({ signal }) => isWithin(signal, on)) ?? null

/** The least, most and step of the area's daily ratings; null when the instrument has no such area. */
export function ratingScale(instrument: Instrument, key: string): { min: Points; max: Points; step: Points } | null {
  const area = areaOf(instrument, key)
  return area === null ? null : { ...areaRange(instrument, area), step: instrument.scale.ratingStep }
}

function areaProblem(all: readonly HousingSignal[], { area, points }: RatedArea, on: PlainDate): AreaProblemKind | null {
  const having = ofHousing(all, area)
  const by = ratedBy(all, area, on)
  if (by === null) {
    if (having.length === 0) return 'not-followed'
    return having.every(({ signal }) => on < signal.heldFrom) ? 'before-signal' : 'after-end'
  }
  const scale = ratingScale(by.instrument, area)
  return scale === null ? 'not-followed' : answerProblem(scale, points)
}

/** What is wrong with the rating of the day, area by area. */
export const ratingProblems = (all: readonly HousingSignal[], on: PlainDate, areas: readonly RatedArea[]): RatingProblem[] =>
  areas.flatMap((rated) => {
    const problem = areaProblem(all, rated, on)
    return problem === null ? [] : [{ area: rated.area, problem }]
  })

export type VersionRefusal = 'already-rated' | 'somebody-else-first' | 'nothing-changed' | 'no-why'

const pointsOf = (areas: readonly RatedArea[], area: string): Points | undefined => areas.find((one) => one.area === area)?.points

/**
 * The version that the rating becomes. The first of the day is 1. A second the same day is `already-rated`, unless it is a correction made from the
 * version seen; what was said before may change only with a reason, an area that was left out may be filled in without.
 */
export function nextVersion(
  before: DayRating | null,
  { areas, seen, why }: { readonly areas: readonly RatedArea[]; readonly seen: number | null; readonly why: string },
): Decision<number, VersionRefusal> {
  if (before === null) return seen === null ? grant(1) : refuse('somebody-else-first')
  if (seen === null) return refuse('already-rated')
  if (seen !== before.version) return refuse('somebody-else-first')
  const isChanged = before.areas.some((old) => pointsOf(areas, old.area) !== old.points)
  const isFilled = areas.some(({ area }) => pointsOf(before.areas, area) === undefined)
  if (!isChanged && !isFilled) return refuse('nothing-changed')
  return isChanged && why.trim() === '' ? refuse('no-why') : grant(before.version + 1)
}

/**
 * The days on which housing was to rate the area, up to the day: every whole day of the follow-up. The day of the signal and that of the stop may be
 * rated and are not missed: nobody knew of them in the morning.
 */
export function daysToRate({ heldFrom, endedOn }: Pick<ConfirmedSignal, 'heldFrom' | 'endedOn'>, until: PlainDate): PlainDate[] {
  const last = endedOn === null ? until : earlier(until, daysLater(endedOn, -1))
  return daysFrom(daysLater(heldFrom, 1), last)
}

const ratedDays = (ratings: readonly DayRating[], area: string): ReadonlyMap<PlainDate, Points> =>
  new Map(ratings.flatMap(({ on, areas }) => areas.filter((one) => one.area === area).map(({ points }) => [on, points])))

/** Those of the days to rate that have no rating of the area. */
export function missingDays(signal: ConfirmedSignal, ratings: readonly DayRating[], until: PlainDate): PlainDate[] {
  const rated = ratedDays(ratings, signal.area)
  return daysToRate(signal, until).filter((on) => !rated.has(on))
}

/** The area day by day, both days included. A day without a rating has none: it is a gap in the line, never zero. */
export function dayByDay(ratings: readonly DayRating[], area: string, first: PlainDate, last: PlainDate): RatedDay[] {
  const rated = ratedDays(ratings, area)
  return daysFrom(first, last).map((on) => ({ on, points: rated.get(on) ?? null }))
}

/** The mean of those days that have a rating, rounded to whole hundredths, and how many they are; `points` null: none. */
export function meanOf(days: readonly RatedDay[]): { points: Points | null; days: number } {
  const given = days.flatMap(({ points }) => points ?? [])
  if (given.length === 0) return { points: null, days: 0 }
  return { points: Math.round(given.reduce((a, b) => a + b, 0) / given.length), days: given.length }
}
