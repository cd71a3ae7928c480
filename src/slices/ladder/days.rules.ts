/** Days as outreach counts them: working days, the same day next month, days that come every year, parts of a day. */
import { dayFrom, daysInMonth, partsOf, plusDays, yearOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { DayPart } from './ladder.types.ts'
import type { DayHours, MonthDay } from './settings.rules.ts'

/** The first working day that is the day itself or later and that fits. The caller makes sure that some working day does. */
export function workingDayFrom(day: Day, fits: (on: Day) => boolean = () => true): Day {
  let on = day
  while (!isWorkingDay(on) || !fits(on)) on = plusDays(on, 1)
  return on
}

/** The last working day that is the day itself or earlier. */
export function workingDayUntil(day: Day): Day {
  let on = day
  while (!isWorkingDay(on)) on = plusDays(on, -1)
  return on
}

/** The working day that comes so many working days after the day. */
export function workingDaysAfter(day: Day, count: number): Day {
  let on = day
  for (let passed = 0; passed < count; passed++) on = workingDayFrom(plusDays(on, 1))
  return on
}

/** The same day of the month so many months later, or that month's last day: 31 January is followed by 28 or 29 February. */
export function monthsAfter(day: Day, months: number): Day {
  const { year, month, dayOfMonth } = partsOf(day)
  const later = month - 1 + months
  const [inYear, inMonth] = [year + Math.floor(later / 12), (later % 12) + 1]
  return dayFrom(inYear, inMonth, Math.min(dayOfMonth, daysInMonth(inYear, inMonth)))
}

/** The first of these days of the year that is the day itself or later; null when there are none. */
export function nextOf(moments: readonly MonthDay[], day: Day): Day | null {
  const year = yearOf(day)
  const coming = [year, year + 1].flatMap((inYear) => moments.map(([month, dayOfMonth]) => dayFrom(inYear, month, dayOfMonth)))
  return coming.reduce<Day | null>((first, on) => (on >= day && (first === null || on < first) ? on : first), null)
}

/** The part of the day of a minute since midnight; before the morning counts as morning, after the end as late. */
export function partOfDay(minute: number, { midday, late }: DayHours): DayPart {
  if (minute < midday * 60) return 'morning'
  return minute < late * 60 ? 'midday' : 'late'
}
