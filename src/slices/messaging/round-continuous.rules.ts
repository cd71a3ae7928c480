/** The continuous round, which prepares itself each working day after the night: new entries as they come (DOMAIN.md 5). */
import type { Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { RoundWish } from './round.types.ts'

/** Those whose next step is a letter from today: a first one, or a further one. The lists' own words. */
export const lettersDue = 'steg=brev\nsteg=nytt-brev'

const morning = 6 * 60
/** A night that has not ended by then is not waited for. */
const late = 9 * 60

/** Whether the day's round is to be prepared now. `minute` since midnight; `lastNight`: the day of the latest night that came to its end. */
export function isContinuousDue(today: Day, minute: number, lastNight: Day | null): boolean {
  if (!isWorkingDay(today) || minute < morning) return false
  return minute >= late || (lastNight !== null && lastNight >= today)
}

/** What the day's round sends: the letter that suits the step, an SMS beside it if the ladder says so, e-mail where there is nothing else. */
export const continuousWish = (name: string, smsWithLetter: boolean): RoundWish => ({
  kind: 'continuous',
  name,
  query: lettersDue,
  letterKey: 'firstLetter',
  smsKey: smsWithLetter ? 'firstSms' : null,
  emailKey: 'firstEmail',
})
