/** Months and quarters of directed follow-up, each named by its first day, and days that fall on a holiday. */
import { dateOf, dayFrom, dayOf, daysInMonth, partsOf, plusDays, type PlainDate } from '../../../platform/plain-date.ts'
import { isWorkingDay } from '../../../platform/swedish-holidays.ts'

/** The first day of the month that the day is in. */
export const monthOf = (on: PlainDate): PlainDate => `${on.slice(0, 7)}-01` as PlainDate

/** The first day of the calendar quarter that the day is in. */
export function quarterOf(on: PlainDate): PlainDate {
  const { year, month } = partsOf(dayOf(on))
  return dateOf(dayFrom(year, month - ((month - 1) % 3), 1))
}

/** The same date so many months later (or earlier); the last day of the month when the month has no such date. */
export function plusMonths(on: PlainDate, months: number): PlainDate {
  const { year, month, dayOfMonth } = partsOf(dayOf(on))
  const at = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1]
  return dateOf(dayFrom(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth))))
}

/** The day so many days later (or earlier). */
export const daysLater = (on: PlainDate, days: number): PlainDate => dateOf(plusDays(dayOf(on), days))

/** Whole days from one day to another; negative when the second is the earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayOf(to) - dayOf(from)

/** Every day from the first to the last, both included; none when the last is the earlier. */
export const daysFrom = (first: PlainDate, last: PlainDate): PlainDate[] =>
  Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, at) => daysLater(first, at))

/** The last day of the quarter that begins on the day. */
export const quarterEnd = (quarter: PlainDate): PlainDate => daysLater(plusMonths(quarter, 3), -1)

/** The earlier of two days. */
export const earlier = (one: PlainDate, other: PlainDate): PlainDate => (one < other ? one : other)

/** The later of two days. */
export const later = (one: PlainDate, other: PlainDate): PlainDate => (one > other ? one : other)

/** What happens to a day that is no working day: it stays, or becomes the working day before or after. */
export const holidayRules = ['same', 'before', 'after'] as const
export type HolidayRule = (typeof holidayRules)[number]

/** The day itself when it is Monday to Friday and no public holiday; else what the rule makes of it. */
export function moved(on: PlainDate, rule: HolidayRule): PlainDate {
  if (rule === 'same') return on
  const step = rule === 'before' ? -1 : 1
  let day = dayOf(on)
  while (!isWorkingDay(day)) day = plusDays(day, step)
  return dateOf(day)
}
