/** What codes are bounded by: how many at a time, and for how long. */
import { dateOf, plusDays, weekdayOf, type Day, type PlainDate } from '../../platform/plain-date.ts'

/** A large group, with some to spare. */
export const mostCodes = 60

/** The Sunday that a code lasts to: the first one when the days have gone. No code tells which day it was given. */
export function codeLastsUntil(today: Day, days: number): PlainDate {
  const least = plusDays(today, days)
  return dateOf(plusDays(least, 7 - weekdayOf(least)))
}
