/**
 * The half-years to choose among where figures are of nothing else: with days of one's own choosing, the difference between two stretches would tell
 * a number that is hidden in both.
 */
import type { PlainDate } from '../../platform/plain-date.ts'

/** `key` as `2026H2`; [fromOn, untilOn). */
export type HalfYear = { readonly key: string; readonly fromOn: PlainDate; readonly untilOn: PlainDate }

/** The first day of a half-year, counted from year 0. */
const start = (nth: number): PlainDate => `${Math.floor(nth / 2)}-${nth % 2 === 0 ? '01' : '07'}-01` as PlainDate

/** The half-year so many before the one of the day; 0: that one. */
export function halfYearBefore(on: PlainDate, before: number): HalfYear {
  const index = Number(on.slice(0, 4)) * 2 + (Number(on.slice(5, 7)) > 6 ? 1 : 0) - before
  return { key: `${Math.floor(index / 2)}H${(index % 2) + 1}`, fromOn: start(index), untilOn: start(index + 1) }
}

/** Those to choose among, the latest first. */
export const halfYears = (on: PlainDate): HalfYear[] => [0, 1, 2, 3, 4].map((before) => halfYearBefore(on, before))

/** The one that an address asks for (`key`); the one of the day when it asks for none that there is. */
export const chosenHalf = (key: string | null, on: PlainDate): HalfYear =>
  halfYears(on).find((half) => half.key === key) ?? halfYearBefore(on, 0)
