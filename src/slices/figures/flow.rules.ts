/** Those who came in and those who left, month by month, and how many were covered on the last day of each. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { coveredOn, isIn } from './facts.rules.ts'
import type { Facts, FactYouth } from './facts.types.ts'
import type { Indicator, Mark, Row, Sum, Window } from './indicator.types.ts'
import { countRow, markAt, periodRef, totalOf } from './marks.rules.ts'

/** A month of the window, or the part of it that is looked at: `2026-11`. */
type Month = Window & { readonly key: string }

const months = new WeakMap<Window, readonly Month[]>()
const daysBefore = new WeakMap<Window, PlainDate>()

/** Worked out once for each window: every youth is asked about it. */
function once<Of>(known: WeakMap<Window, Of>, window: Window, make: () => Of): Of {
  const before = known.get(window)
  if (before !== undefined) return before
  const made = make()
  known.set(window, made)
  return made
}

/** The months of the window, in order; the first and last may be cut. */
const monthsOf = (window: Window): readonly Month[] => once(months, window, () => cutInMonths(window))
const dayBeforeOf = (window: Window): PlainDate => once(daysBefore, window, () => dateOf(plusDays(dayOf(window.fromOn), -1)))

function cutInMonths({ fromOn, untilOn }: Window): Month[] {
  const cut: Month[] = []
  for (let from = fromOn; from < untilOn;) {
    const { year, month } = partsOf(dayOf(from))
    const next = dateOf(month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1))
    const until = next < untilOn ? next : untilOn
    cut.push({ key: from.slice(0, 7), fromOn: from, untilOn: until, lastOn: dateOf(plusDays(dayOf(until), -1)) })
    from = until
  }
  return cut
}

/** A picture of the month's last day tells it too. */
const covered = (month: string): Row => ({ key: `${month}.covered`, kind: 'youths', isTold: true })

const rows = (_: Facts, window: Window): Row[] => [
  { key: 'before', kind: 'youths', isTold: true },
  countRow('in'),
  countRow('out'),
  ...monthsOf(window).flatMap(({ key }) => [countRow(`${key}.in`), countRow(`${key}.out`), covered(key)]),
]

const monthly = (window: Window, part: 'in' | 'out'): string[] => monthsOf(window).map(({ key }) => `${key}.${part}`)

/** Whoever was covered and whoever came in is covered or has left; and the months add up. */
const sums = (_: Facts, window: Window): Sum[] => [
  ...(['in', 'out'] as const).map((part) => totalOf(part, monthly(window, part))),
  ...monthsOf(window).map(({ key }, index, all) => ({
    plus: [index === 0 ? 'before' : `${all[index - 1]?.key}.covered`, `${key}.in`],
    minus: [`${key}.covered`, `${key}.out`],
  })),
]

/** A month is named by the first seven signs of its days. */
const monthOf = (on: PlainDate): string => on.slice(0, 7)

function marks(youth: FactYouth, window: Window): Mark[] {
  const refs = [periodRef(youth)]
  const made: Mark[] = []
  const mark = (row: string, on: PlainDate): unknown => made.push(markAt(row, youth, on, youth, refs))
  const dayBefore = dayBeforeOf(window)
  if (coveredOn(youth, dayBefore)) mark('before', dayBefore)
  for (const { fromOn, untilOn } of youth.periods) {
    if (isIn(window, fromOn)) for (const row of ['in', `${monthOf(fromOn)}.in`]) mark(row, fromOn)
    if (untilOn !== null && isIn(window, untilOn)) for (const row of ['out', `${monthOf(untilOn)}.out`]) mark(row, untilOn)
  }
  for (const { key, lastOn } of monthsOf(window)) if (coveredOn(youth, lastOn)) mark(`${key}.covered`, lastOn)
  return made
}

export const flow: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex'],
  of: 'period',
  needs: { contacts: 'none', studies: false },
  rows,
  sums,
  marks,
}
