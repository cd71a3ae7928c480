/** What the start page works out for itself. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'

/**
 * The years that should have a last day of the spring term: this one, and the next from the summer on, so that it is there before
 * anybody leaves school. Returns those that have none.
 */
export function missingTermEnds(known: ReadonlySet<number>, today: PlainDate): number[] {
  const year = Number(today.slice(0, 4))
  return [year, year + 1].filter((one) => !known.has(one))
}

/** By this time of day a night that was due at four has been run, however large the city. */
const runBy = '07:00'

/** Whether a night that was due has not been run: nights are due on working days (A1). `lastOn`: the last night's day. */
export function isNightMissing(lastOn: PlainDate | null, today: PlainDate, time: string): boolean {
  if (lastOn === null) return false
  let due = time >= runBy ? dayOf(today) : plusDays(dayOf(today), -1)
  while (!isWorkingDay(due)) due = plusDays(due, -1)
  return lastOn < dateOf(due)
}
