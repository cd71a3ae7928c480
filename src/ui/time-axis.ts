/** The axis of a picture of time: places as per cent, and ticks on whole months or years. */
import { dayFrom, partsOf, plusDays, type Day } from '../platform/plain-date.ts'

/** The days a picture shows: from the first, up to but not including the last. */
export type Axis = { readonly first: Day; readonly last: Day }

/** Where on the axis a day is, in per cent with two decimals; days outside are at the edge. */
export function placeOf({ first, last }: Axis, day: Day): number {
  const within = Math.min(Math.max(day, first), last) - first
  return Math.round((within / Math.max(1, last - first)) * 10_000) / 100
}

/** The part of [from, until) that is on the axis; null when none is. An end that is not known goes on to the edge. */
export function clipped(axis: Axis, from: Day, until: Day | null): { readonly at: number; readonly width: number } | null {
  const end = until ?? axis.last
  if (end <= from || end <= axis.first || from >= axis.last) return null
  const at = placeOf(axis, from)
  return { at, width: Math.round((placeOf(axis, end) - at) * 100) / 100 }
}

/** A line across the picture. */
export type Tick = { readonly day: Day; readonly year: number; readonly month: number; readonly isYear: boolean }

const mostTicks = 6
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600]

/** Ticks at whole months or years, at most six and as dense as that allows. */
export function ticksOf({ first, last }: Axis): readonly Tick[] {
  const start = partsOf(first)
  const months = Math.max(1, Math.ceil((last - first) / 30.4))
  const step = monthSteps.find((one) => months / one <= mostTicks) ?? 1200
  const unit = Math.ceil((start.year * 12 + start.month - 1) / step) * step
  return Array.from({ length: mostTicks + 2 }, (_, index) => {
    const [year, month] = [Math.floor((unit + index * step) / 12), ((unit + index * step) % 12) + 1]
    return { day: dayFrom(year, month, 1), year, month, isYear: step >= 12 }
  }).filter(({ day }) => day >= first && day < plusDays(last, 0))
}
