/** A day of ratings as housing goes through it: which areas of a youth are rated, how far it has come, and whose turn is next. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysFrom, daysLater } from '../calendar/month.rules.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import { ratedBy, type HousingSignal } from './ratings.rules.ts'
import type { DayRating } from './ratings.types.ts'

/** `free`: may be rated and is not missed (the day of a signal or of its stop). `waiting`: today, and the day is not over. `none`: nothing to rate. */
export const dayStandings = ['rated', 'partly', 'waiting', 'missing', 'free', 'none'] as const
export type DayStanding = (typeof dayStandings)[number]
export type StandingDay = { readonly on: PlainDate; readonly standing: DayStanding }

export type RatedSignal = HousingSignal & { readonly signal: ConfirmedSignal }

/** How many days back a strip shows, today included. */
export const stripDays = 14

/** The areas that may be rated on the day, each with the signal it is for; in the order of the instrument. */
export function areasOn(housing: readonly HousingSignal[], on: PlainDate): RatedSignal[] {
  const keys = [...new Set(housing.flatMap(({ instrument }) => instrument.areas.map(({ key }) => key)))]
  return keys.flatMap((key) => ratedBy(housing, key, on) ?? [])
}

/** Whether the day is one on which housing was to rate the area: a whole day of the follow-up. */
const isOwed = ({ signal }: HousingSignal, on: PlainDate): boolean =>
  signal.recipient === 'housing' && isConfirmed(signal) && signal.heldFrom < on && (signal.endedOn === null || on < signal.endedOn)

/** How far the youth's day has come. */
export function standingOn(housing: readonly HousingSignal[], ratings: readonly DayRating[], on: PlainDate, today: PlainDate): DayStanding {
  if (areasOn(housing, on).length === 0) return 'none'
  const rated = ratings.find((one) => one.on === on)?.areas.map(({ area }) => area) ?? []
  const isLeft = housing.some((one) => isOwed(one, on) && !rated.includes(one.signal.area))
  if (!isLeft) return rated.length === 0 ? 'free' : 'rated'
  if (rated.length > 0) return 'partly'
  return on < today ? 'missing' : 'waiting'
}

/** The last days, today last: what is missing is there to be seen. */
export const stripOf = (housing: readonly HousingSignal[], ratings: readonly DayRating[], today: PlainDate): StandingDay[] =>
  daysFrom(daysLater(today, 1 - stripDays), today).map((on) => ({ on, standing: standingOn(housing, ratings, on, today) }))

const unfinished: readonly DayStanding[] = ['partly', 'waiting', 'missing']

/** Whether something is left to rate. */
export const isUnfinished = (standing: DayStanding): boolean => unfinished.includes(standing)

/** The next in the list after the one just rated, from the beginning when it was the last; null: nobody is left. */
export function nextToRate(rows: readonly { readonly youthId: string; readonly standing: DayStanding }[], afterId: string): string | null {
  const at = rows.findIndex(({ youthId }) => youthId === afterId)
  const inTurn = [...rows.slice(at + 1), ...rows.slice(0, Math.max(at, 0))]
  return inTurn.find(({ standing }) => isUnfinished(standing))?.youthId ?? null
}
