/** Whom to call next: a call counts on a weekday and in a part of the day that have not been tried (DOMAIN.md 5). */
import { dayOf, weekdayOf, type PlainDate } from '../../platform/plain-date.ts'
import { partOfDay, type DayHours, type DayPart } from '../ladder/index.ts'
import type { CallDue } from './call-next.types.ts'

/** A moment as calls are counted. */
export type CallSlot = { readonly weekday: number; readonly part: DayPart }

/** The slot of a time of day, `HH:MM`. */
export function slotAt(today: PlainDate, time: string, hours: DayHours): CallSlot {
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return { weekday: weekdayOf(dayOf(today)), part: partOfDay(minute, hours) }
}

/** Whether a call in the slot would count. */
const suits = ({ avoidWeekdays, avoidParts }: CallDue, { weekday, part }: CallSlot): boolean =>
  !avoidWeekdays.includes(weekday) && !avoidParts.includes(part)

export type NextCall =
  | { readonly kind: 'call'; readonly subjectId: string }
  /** Nobody now; so many wait for another day or time. */
  | { readonly kind: 'none'; readonly later: number }

/** The first to be called now, or the one after `after` (who was passed over); from the beginning again after the last. */
export function nextCallOf(due: readonly CallDue[], slot: CallSlot, after: string | null): NextCall {
  const now = due.filter((one) => suits(one, slot))
  const at = now.findIndex(({ subjectId }) => subjectId === after)
  const next = now[at + 1] ?? now[0]
  if (next === undefined || next.subjectId === after) return { kind: 'none', later: due.length - now.length }
  return { kind: 'call', subjectId: next.subjectId }
}
