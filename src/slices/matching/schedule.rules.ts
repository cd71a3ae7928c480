/** When the nightly match is due (A1): working days at 04:00 Swedish time, and once after downtime for all that was missed. */
import { plusDays, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'

export const nightlyTime = '04:00'

/** The latest night that should have begun: today's when it is a working day past 04:00, else the last working day's. */
export function latestNight(today: Day, timeNow: string): Day {
  let day = timeNow >= nightlyTime ? today : plusDays(today, -1)
  while (!isWorkingDay(day)) day = plusDays(day, -1)
  return day
}

/** Whether a night should run now. `lastRunOn` is the day of the last night that was finished; null when there has been none. */
export const isNightDue = (today: Day, timeNow: string, lastRunOn: Day | null): boolean =>
  lastRunOn === null || lastRunOn < latestNight(today, timeNow)
