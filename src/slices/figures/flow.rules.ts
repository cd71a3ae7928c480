/** Those who came in and those who left, month by month, and how many were covered on the last day of each. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { coveredOn, isIn } from './facts.rules.ts'
import type { Facts, FactYouth } from './facts.types.ts'
import type { Indicator, Mark, Row, Sum, Window } from './indicator.types.ts'
import { countRow, markAt, periodRef, totalOf } from './marks.rules.ts'

/** A month of the window, or the part of it that is looked at: `2026-11`. */
type Month = Window & { readonly key: string }

const known = new WeakMap<Window, readonly Month[]>()

/** The months of the window, in order; the first and last may be cut. Worked out once for each window: every youth is asked about it. */
function monthsOf(window: Window): readonly Month[] {
  const before = known.get(window)
  if (before !== undefined) return before
  const months = cutInMonths(window)
  known.set(window, months)
  return months
}

function cutInMonths({ fromOn, untilOn }: Window): Month[] {
  const months: Month[] = []
  for (let from = fromOn; from < untilOn;) {
    const { year, month } = partsOf(dayOf(from))
    const next = dateOf(month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1))
    const until = next < untilOn ? next : untilOn
    months.push({ key: from.slice(0, 7), fromOn: from, untilOn: until, lastOn: dateOf(plusDays(dayOf(until), -1)) })
    from = until
  }
  return months
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

function marks(youth: FactYouth, window: Window): Mark[] {
  const mark = (row: string, on: PlainDate): Mark => markAt(row, youth, on, youth, [periodRef(youth)])
  const dayBefore = dateOf(plusDays(dayOf(window.fromOn), -1))
  const before = coveredOn(youth, dayBefore) ? [mark('before', dayBefore)] : []
  const each = monthsOf(window).flatMap((month) => [
    ...youth.periods.flatMap(({ fromOn }) => (isIn(month, fromOn) ? [mark('in', fromOn), mark(`${month.key}.in`, fromOn)] : [])),
    ...youth.periods.flatMap(({ untilOn }) =>
      untilOn !== null && isIn(month, untilOn) ? [mark('out', untilOn), mark(`${month.key}.out`, untilOn)] : [],
    ),
    ...(coveredOn(youth, month.lastOn) ? [mark(`${month.key}.covered`, month.lastOn)] : []),
  ])
  return [...before, ...each]
}

export const flow: Indicator = {
  dimensions: ['unit', 'district', 'birthYear', 'sex'],
  of: 'period',
  needs: { contacts: 'none', studies: false },
  rows,
  sums,
  marks,
}
