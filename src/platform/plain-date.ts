/**
 * Calendar days without clocks or time zones.
 *
 * `PlainDate` is the text form at every edge (`2026-11-21`); `Day` is the same day as a count of days since
 * 1970-01-01, which is what rules compare and count with. Neither is ever a `Date`: `pg` and JavaScript both
 * turn a date into an instant in local time, which in Sweden is often the day before.
 */
declare const plainDate: unique symbol
declare const day: unique symbol

/** A real calendar date as `YYYY-MM-DD`. */
export type PlainDate = string & { readonly [plainDate]: true }
/** A calendar day as whole days since 1970-01-01 (proleptic Gregorian calendar). */
export type Day = number & { readonly [day]: true }

const daysBeforeMonth = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334] as const

/** Whether the year has a 29 February. */
export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Number of days in the month (1-12) of the year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** Whether the three numbers name a real calendar date in the years 1-9999. */
export function isRealDate(year: number, month: number, dayOfMonth: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/** The day of a real calendar date. The caller has made sure that the date exists (`isRealDate`). */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day {
  const before = year - 1
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400)
  const inYear = (daysBeforeMonth[month - 1] ?? 0) + (month > 2 && isLeapYear(year) ? 1 : 0) + dayOfMonth
  return (before * 365 + leapDays + inYear - 719_163) as Day
}

/** Files say the same few thousand days again and again. The memory is emptied rather than let grow. */
const remembered = new Map<string, PlainDate | null>()
const mostRemembered = 20_000

/** Reads `YYYY-MM-DD` or `YYYYMMDD`; null when it is not a real calendar date. */
export function parseDate(text: string): PlainDate | null {
  const known = remembered.get(text)
  if (known !== undefined) return known
  if (remembered.size >= mostRemembered) remembered.clear()
  const read = readDate(text)
  remembered.set(text, read)
  return read
}

function readDate(text: string): PlainDate | null {
  const found = /^(\d{4})-?(\d{2})-?(\d{2})$/.exec(text)
  if (found === null || (text.length !== 8 && text.length !== 10)) return null
  const [, year = '', month = '', dayOfMonth = ''] = found
  return isRealDate(Number(year), Number(month), Number(dayOfMonth)) ? (`${year}-${month}-${dayOfMonth}` as PlainDate) : null
}

/** The day of a date. */
export function dayOf(date: PlainDate): Day {
  return dayFrom(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

type YearMonthDay = { year: number; month: number; dayOfMonth: number }

/** Year, month (1-12) and day of month of a day. */
export function partsOf(of: Day): YearMonthDay {
  const since = of + 719_162
  const cycles = Math.floor(since / 146_097)
  const inCycle = since - cycles * 146_097
  const centuries = Math.min(Math.floor(inCycle / 36_524), 3)
  const inCentury = inCycle - centuries * 36_524
  const fours = Math.floor(inCentury / 1461)
  const inFour = inCentury - fours * 1461
  const years = Math.min(Math.floor(inFour / 365), 3)
  const year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
  let rest = inFour - years * 365
  let month = 1
  for (; rest >= daysInMonth(year, month); month++) rest -= daysInMonth(year, month)
  return { year, month, dayOfMonth: rest + 1 }
}

const twoDigits = (value: number): string => String(value).padStart(2, '0')

/** The date of a day. */
export function dateOf(of: Day): PlainDate {
  const { year, month, dayOfMonth } = partsOf(of)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}` as PlainDate
}

/** The calendar year of a day. */
export const yearOf = (of: Day): number => partsOf(of).year

/** The day so many days later (or earlier, when negative). */
export const plusDays = (of: Day, days: number): Day => (of + days) as Day

/**
 * The birthday on which somebody born on the day turns so many years: the same date that year, and 1 March
 * for a person born on 29 February when that year has none (DOMAIN.md 3, line 2).
 */
export function birthday(bornOn: Day, years: number): Day {
  const { year, month, dayOfMonth } = partsOf(bornOn)
  const inYear = year + years
  return month === 2 && dayOfMonth === 29 && !isLeapYear(inYear) ? dayFrom(inYear, 3, 1) : dayFrom(inYear, month, dayOfMonth)
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export const weekdayOf = (of: Day): number => ((((of + 3) % 7) + 7) % 7) + 1
