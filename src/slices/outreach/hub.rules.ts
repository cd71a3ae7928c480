/** Whether outreach begins in time: within a month of entry (DOMAIN.md 5). */
import { dateOf, dayFrom, dayOf, partsOf, type PlainDate } from '../../platform/plain-date.ts'
import { lastDayToBegin, type LadderSettings } from '../ladder/index.ts'
import type { BeginRow, BegunInTime } from './hub.types.ts'

/** The day a year before: who came in since then is counted. 29 February is 1 March in other years. */
export function yearBefore(today: PlainDate): PlainDate {
  const { year, month, dayOfMonth } = partsOf(dayOf(today))
  return dateOf(month === 2 && dayOfMonth === 29 ? dayFrom(year - 1, 3, 1) : dayFrom(year - 1, month, dayOfMonth))
}

/** Those who have time left and have not been begun with yet are neither in time nor late, and are not counted. */
export function begunInTime(rows: readonly BeginRow[], today: PlainDate, ladder: LadderSettings): BegunInTime {
  let [inTime, of] = [0, 0]
  for (const { enteredOn, begunOn, youths } of rows) {
    const beginBy = dateOf(lastDayToBegin(dayOf(enteredOn), ladder))
    if (begunOn === null && beginBy >= today) continue
    of += youths
    if (begunOn !== null && begunOn <= beginBy) inTime += youths
  }
  return { inTime, of }
}
