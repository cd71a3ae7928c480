/** What can be booked, how it can end, and what an ending means. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import type { Channel, Outcome } from '../ladder/index.ts'
import type { Booking, Ending, MeetingWay } from './meetings.types.ts'

export type BookingProblem = 'in-the-past' | 'too-far' | 'not-a-time' | 'place-needed' | 'names-the-matter'
export type BookingProblemAt = { readonly field: 'on' | 'time' | 'place'; readonly problem: BookingProblem }

/** Nobody books further ahead than a year. */
const mostDaysAhead = 366

/** `HH:MM` of a day. */
export const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text)

/** What is wrong with a booking at the moment; `now` is Swedish wall-clock time. */
export function problemsOf({ on, time, way, place }: Booking, now: { readonly on: PlainDate; readonly time: string }): BookingProblemAt[] {
  const problems: BookingProblemAt[] = []
  if (!isTime(time)) problems.push({ field: 'time', problem: 'not-a-time' })
  else if (on < now.on || (on === now.on && time <= now.time)) problems.push({ field: on < now.on ? 'on' : 'time', problem: 'in-the-past' })
  if (dayOf(on) - dayOf(now.on) > mostDaysAhead) problems.push({ field: 'on', problem: 'too-far' })
  if ((way === 'office' || way === 'elsewhere') && place === '') problems.push({ field: 'place', problem: 'place-needed' })
  return problems
}

/** Whether the meeting can end so at the moment: it is held or missed when it has begun; it can be cancelled until then, and afterwards too. */
export const canEnd = (ending: Ending, hasBegun: boolean): boolean =>
  hasBegun || ending === 'cancelledByYouth' || ending === 'cancelledByUs'

/** The contact that an ending is: held is both an attempt and a reach, missed is an attempt; a cancelled meeting is neither. */
export function contactAfter(
  ending: Ending,
  way: MeetingWay,
): { readonly channel: Channel; readonly outcome: Outcome; readonly reached: boolean } | null {
  if (ending !== 'held' && ending !== 'noShow') return null
  const channel = way === 'phone' ? 'phone' : 'inPerson'
  return { channel, outcome: ending === 'held' ? 'reached' : 'noAnswer', reached: ending === 'held' }
}

/** When reminders leave: nobody is woken by one. */
const remindAt = '10:00'

/**
 * The day and time from which a reminder is sent: ten o'clock the working day before. Null when that has passed already as it is booked:
 * somebody who has just agreed on tomorrow needs no reminder.
 */
export function remindFrom(
  meetingOn: PlainDate,
  now: { readonly on: PlainDate; readonly time: string },
): { readonly on: PlainDate; readonly time: string } | null {
  let day = plusDays(dayOf(meetingOn), -1)
  while (!isWorkingDay(day)) day = plusDays(day, -1)
  const on = dateOf(day)
  return on < now.on || (on === now.on && remindAt <= now.time) ? null : { on, time: remindAt }
}
