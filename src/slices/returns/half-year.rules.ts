/** Half-years of the return (DOMAIN.md 7): 1 January to 30 June by 1 September, 1 July to 31 December by 1 February. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'

/** Days [fromOn, untilOn); `lastOn` is the day before `untilOn`. `deadlineOn` is the last day to deliver. */
export type HalfYear = {
  /** `2026H1`. */
  readonly key: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly lastOn: PlainDate
  readonly deadlineOn: PlainDate
}

/** The responsibility began on 1 January 2015 (skollagen 29 kap. 9 §); before that there was nothing to return. */
const firstYear = 2015
const lastYear = 2999

function halfOf(year: number, half: 1 | 2): HalfYear {
  const [from, until] = half === 1 ? [dayFrom(year, 1, 1), dayFrom(year, 7, 1)] : [dayFrom(year, 7, 1), dayFrom(year + 1, 1, 1)]
  const deadline = half === 1 ? dayFrom(year, 9, 1) : dayFrom(year + 1, 2, 1)
  return {
    key: `${year}H${half}`,
    fromOn: dateOf(from),
    untilOn: dateOf(until),
    lastOn: dateOf(plusDays(until, -1)),
    deadlineOn: dateOf(deadline),
  }
}

/** Reads `2026H1`; null when there is no such half-year. */
export function parseHalfYear(text: string): HalfYear | null {
  const [, year, half] = /^(\d{4})[Hh]([12])$/.exec(text.trim()) ?? []
  if (year === undefined || Number(year) < firstYear || Number(year) > lastYear) return null
  return halfOf(Number(year), half === '1' ? 1 : 2)
}

/** The half-year that the day lies in. */
export function halfYearOn(on: PlainDate): HalfYear {
  const { year, month } = partsOf(dayOf(on))
  return halfOf(year, month <= 6 ? 1 : 2)
}

/** The half-year before. */
export const halfYearBefore = ({ fromOn }: HalfYear): HalfYear => halfYearOn(dateOf(plusDays(dayOf(fromOn), -1)))

/** Whether any of it has passed: of one that lies ahead nothing is known. */
export const hasBegun = ({ fromOn }: HalfYear, today: PlainDate): boolean => fromOn <= today

/** Whether all of it has passed: only then can it be delivered. */
export const isOver = ({ untilOn }: HalfYear, today: PlainDate): boolean => untilOn <= today

/** Days until the last day to deliver; 0 on it, negative when it has passed. */
export const daysLeft = ({ deadlineOn }: HalfYear, today: PlainDate): number => dayOf(deadlineOn) - dayOf(today)

/** The last day that can be looked at on a day. */
export const lastDayOn = ({ lastOn }: HalfYear, today: PlainDate): PlainDate => (today < lastOn ? today : lastOn)

/**
 * The half-years that are rehearsed on a day: the one that goes on, and the one before, which may be mended and sent anew until the next takes
 * its place.
 */
export const rehearsedOn = (today: PlainDate): readonly HalfYear[] => {
  const present = halfYearOn(today)
  return [present, halfYearBefore(present)].filter(({ key }) => parseHalfYear(key) !== null)
}

/** The half-year that is worked with on a day: the one before until its last day to deliver has passed, then the one that goes on. */
export function halfToShow(today: PlainDate): HalfYear {
  const present = halfYearOn(today)
  const before = halfYearBefore(present)
  return parseHalfYear(before.key) !== null && daysLeft(before, today) >= 0 ? before : present
}

/** All that have begun, the latest first. */
export function begunHalves(today: PlainDate): readonly HalfYear[] {
  const found: HalfYear[] = []
  for (let half = halfYearOn(today); parseHalfYear(half.key) !== null; half = halfYearBefore(half)) found.push(half)
  return found
}
