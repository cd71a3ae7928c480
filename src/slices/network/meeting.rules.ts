/** When youths may be asked about at a meeting, for how long, and what is counted when it is closed. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { AskedYouth, MeetingCounts, NetworkMeeting } from './network.types.ts'

/** Names are put to a meeting at the earliest so many days before it. */
export const askAheadDays = 7
/** A meeting that nobody has closed is closed so many days after its day. */
export const closesAfterDays = 2
/** Youths at one meeting at the most: it is a meeting, not a list to hand over. */
export const mostAtOnce = 40

export type AskRefusal = 'closed' | 'too-early' | 'passed'

/** Why nobody can be asked about at the meeting today, or null. */
export function askRefusal({ heldOn, counts }: Pick<NetworkMeeting, 'heldOn' | 'counts'>, today: PlainDate): AskRefusal | null {
  if (counts !== null) return 'closed'
  const ahead = dayOf(heldOn) - dayOf(today)
  if (ahead < 0) return 'passed'
  return ahead > askAheadDays ? 'too-early' : null
}

/** How many days a link is open that is made today: the meeting's day with a day to spare, and no more. */
export const linkDays = (heldOn: PlainDate, today: PlainDate): number => Math.max(1, dayOf(heldOn) - dayOf(today) + 1)

/** Whether the worker closes it: its day is well past. */
export const isForgotten = ({ heldOn, counts }: Pick<NetworkMeeting, 'heldOn' | 'counts'>, today: PlainDate): boolean =>
  counts === null && dayOf(today) - dayOf(heldOn) >= closesAfterDays

/** What is left of a meeting: how many, never whom. A question that was taken back was not asked. */
export function countsOf(asked: readonly Pick<AskedYouth, 'state' | 'answer'>[]): MeetingCounts {
  const real = asked.filter(({ state }) => state !== 'revoked')
  const said = (answer: AskedYouth['answer']): number => real.filter((one) => one.answer === answer).length
  return { asked: real.length, yes: said('yes'), no: said('no'), unknown: said('unknown') }
}
