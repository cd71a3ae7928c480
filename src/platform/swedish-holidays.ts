/** Swedish public holidays (lag 1989:253 om allmänna helgdagar). Eves are not holidays in law. Source for Easter: the Gregorian computus. */
import { dayFrom, plusDays, weekdayOf, yearOf, type Day } from './plain-date.ts'

/** Easter Sunday of the year (Gregorian calendar; anonymous algorithm of 1876). */
export function easterSunday(year: number): Day {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e, f] = [Math.floor(b / 4), b % 4, Math.floor((b + 8) / 25)]
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const inMarch = h + l - 7 * m + 114
  return dayFrom(year, Math.floor(inMarch / 31), (inMarch % 31) + 1)
}

const saturdayFrom = (first: Day): Day => plusDays(first, (6 - weekdayOf(first) + 7) % 7)

/** The public holidays of the year that are not simply Sundays. */
function holidaysIn(year: number): ReadonlySet<Day> {
  const easter = easterSunday(year)
  // The national day became a holiday in 2005, in exchange for Whit Monday.
  const nationalDay: readonly (readonly [number, number])[] = year >= 2005 ? [[6, 6]] : []
  const fixed: readonly (readonly [number, number])[] = [...nationalDay, [1, 1], [1, 6], [5, 1], [12, 25], [12, 26]]
  const moving = [-2, 0, 1, 39, 49].map((days) => plusDays(easter, days))
  const midsummer = saturdayFrom(dayFrom(year, 6, 20))
  const allSaints = saturdayFrom(dayFrom(year, 10, 31))
  return new Set([...fixed.map(([month, day]) => dayFrom(year, month, day)), ...moving, midsummer, allSaints])
}

/** Whether the day is a public holiday, Sundays aside. */
export const isPublicHoliday = (day: Day): boolean => holidaysIn(yearOf(day)).has(day)

/** Monday to Friday and no public holiday. */
export const isWorkingDay = (day: Day): boolean => weekdayOf(day) <= 5 && !isPublicHoliday(day)
