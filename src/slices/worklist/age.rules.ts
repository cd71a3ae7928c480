/** Ages, and the days they turn. */
import { dateOf, dayFrom, dayOf, daysInMonth, partsOf, type Day, type PlainDate } from '../../platform/plain-date.ts'

/** The same day so many years before: whoever is born on or before it has turned so old. 29 February's children turn on 1 March. */
export function yearsBefore(day: Day, years: number): PlainDate {
  const { year, month, dayOfMonth } = partsOf(day)
  const then = year - years
  return dateOf(dayFrom(then, month, Math.min(dayOfMonth, daysInMonth(then, month))))
}

/** The age on the day; null when the birthday is not known. */
export function ageOn(bornOn: PlainDate | null, today: PlainDate): number | null {
  if (bornOn === null) return null
  const years = Number(today.slice(0, 4)) - Number(bornOn.slice(0, 4))
  return bornOn <= yearsBefore(dayOf(today), years) ? years : years - 1
}
