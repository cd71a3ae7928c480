/** The season of the radar: its first and last day, and the day from which somebody admitted must have come (DOMAIN.md 9). */
import { dateOf, dayOf, parseDate, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { RoundDay } from './admissions.types.ts'
import type { RadarSettings } from './radar-settings.rules.ts'

export type Season = {
  readonly year: number
  readonly fromOn: PlainDate
  /** The last day: the September number is counted to it. */
  readonly lastOn: PlainDate
  /** From this day only a source, or what was written lately, says that somebody has a place. */
  readonly showUpOn: PlainDate
  /** How many days what was written by hand is believed from then on. */
  readonly graceDays: number
}

const monthDayIn = (year: number, monthDay: string): PlainDate => {
  const date = parseDate(`${year}-${monthDay}`)
  // 29 February in a year that has none: the day before the next month.
  return date ?? dateOf(dayOf(`${year}-03-01` as PlainDate))
}

/** A season with the day its first list is of, null when none has been read; and the first of each round. */
export type Radar = Season & { readonly listedFromOn: PlainDate | null; readonly roundDays: readonly RoundDay[] }

/** The season of a year. */
export const seasonOf = (year: number, { from, until, showUp, graceDays }: RadarSettings): Season => ({
  year,
  fromOn: monthDayIn(year, from),
  lastOn: monthDayIn(year, until),
  showUpOn: monthDayIn(year, showUp),
  graceDays,
})

/** The year whose season is on, or was last. */
export function seasonYear(today: PlainDate, settings: RadarSettings): number {
  const year = Number(today.slice(0, 4))
  return today < seasonOf(year, settings).fromOn ? year - 1 : year
}

/** The day a season is looked at: today, or its last day when it is over; its first when it has not begun. */
export function lookedAtOn(season: Season, today: PlainDate): PlainDate {
  if (today < season.fromOn) return season.fromOn
  return today > season.lastOn ? season.lastOn : today
}

/** Days that are left to the last day; zero when it has come. */
export const daysLeft = ({ lastOn }: Season, today: PlainDate): number => Math.max(0, dayOf(lastOn) - dayOf(today))

/** The days of the season up to and including a day. */
export function daysUntil({ fromOn }: Season, on: PlainDate): PlainDate[] {
  const [first, last] = [dayOf(fromOn), dayOf(on)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => dateOf(plusDays(first, index)))
}
