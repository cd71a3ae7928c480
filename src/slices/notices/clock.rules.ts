/** Clocks: from the event to the notice, and from the notice to the first attempt, per school and school authority (DOMAIN.md 9). */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { NoticeSettings } from './notice-settings.rules.ts'
import { daysToNotice, isLate } from './notice.rules.ts'
import type { Timed } from './notices.types.ts'

export type Clocks = {
  readonly notices: number
  readonly late: number
  /** Median days from the event to the school's notice, also when it came by way of another municipality; null when too few to be told. */
  readonly toNotice: number | null
  /** How many were to be contacted, and how many have been tried. */
  readonly toContact: number
  readonly attempted: number
  readonly toAttempt: number | null
  /** Days since the notice that has waited longest of those without an attempt; null when none waits. */
  readonly waitingLongest: number | null
}

export type ClockRow = { readonly authority: string; readonly unit: string | null; readonly clocks: Clocks }

/** Fewer than so many say more of one pupil than of a school. */
export const fewestForMedian = 3

/** The median, a half day where two are in the middle; null when there are too few. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length < fewestForMedian) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

/** The clocks of some notices, on a day. */
export function clocksOf(timed: readonly Timed[], today: PlainDate, settings: Pick<NoticeSettings, 'lateDays'>): Clocks {
  const toContact = timed.filter(({ isToContact }) => isToContact)
  const tried = toContact.flatMap(({ attemptOn, receivedOn }) => (attemptOn === null ? [] : [dayOf(attemptOn) - dayOf(receivedOn)]))
  const waits = toContact.filter(({ attemptOn }) => attemptOn === null).map(({ receivedOn }) => dayOf(today) - dayOf(receivedOn))
  return {
    notices: timed.length,
    late: timed.filter(({ eventOn, toldOn }) => isLate(eventOn, toldOn, settings)).length,
    toNotice: medianOf(timed.map(({ eventOn, toldOn }) => daysToNotice(eventOn, toldOn))),
    toContact: toContact.length,
    attempted: tried.length,
    toAttempt: medianOf(tried),
    waitingLongest: waits.length === 0 ? null : Math.max(...waits),
  }
}

const groupedBy = <Item>(items: readonly Item[], key: (item: Item) => string): ReadonlyMap<string, readonly Item[]> =>
  Map.groupBy(items, key)
const byName = (a: string, b: string): number => a.localeCompare(b, 'sv')

/** A row for each authority, and under it one for each of its schools. */
export function clockRows(timed: readonly Timed[], today: PlainDate, settings: Pick<NoticeSettings, 'lateDays'>): ClockRow[] {
  const authorities = [...groupedBy(timed, ({ authority }) => authority)].toSorted(([a], [b]) => byName(a, b))
  return authorities.flatMap(([authority, all]) => {
    const units = [...groupedBy(all, ({ unit }) => unit)].toSorted(([a], [b]) => byName(a, b))
    const rows = units.map(([unit, some]) => ({ authority, unit, clocks: clocksOf(some, today, settings) }))
    return [{ authority, unit: null, clocks: clocksOf(all, today, settings) }, ...rows]
  })
}
