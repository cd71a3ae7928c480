/** The clocks as they are shown: each school authority is a table of its own, whose whole is its schools, with small numbers hidden (ADR 0033). */
import { cellKey, every, suppressed, type Row, type Sum } from '../figures/index.ts'
import { fewestForMedian, type ClockRow, type Clocks } from './clock.rules.ts'

/** Null: it is small, or would tell one that is. */
export type Shown = number | null
/** Days of some: `few` when they are not told, `nobody` when there are none. */
export type ShownDays = number | 'few' | 'nobody'

export type ShownClocks = {
  readonly notices: Shown
  readonly late: Shown
  readonly toContact: Shown
  readonly attempted: Shown
  readonly toNotice: ShownDays
  readonly toAttempt: ShownDays
  readonly waitingLongest: ShownDays
}
export type ShownRow = Omit<ClockRow, 'clocks'> & { readonly shown: ShownClocks }

const names = ['notices', 'late', 'onTime', 'toContact', 'notToContact', 'attempted', 'waiting'] as const
type Name = (typeof names)[number]
const tableRows: readonly Row[] = names.map((key) => ({ key, kind: 'count' }))

/** What adds up: those that are not late, not to be reached or not tried yet are told by the others. */
const clockSums: readonly Sum[] = [
  { plus: ['notices'], minus: ['late', 'onTime'] },
  { plus: ['notices'], minus: ['toContact', 'notToContact'] },
  { plus: ['toContact'], minus: ['attempted', 'waiting'] },
]

const numbersOf = ({ notices, late, toContact, attempted }: Clocks): Readonly<Record<Name, number>> => ({
  notices,
  late,
  onTime: notices - late,
  toContact,
  notToContact: notices - toContact,
  attempted,
  waiting: toContact - attempted,
})

/** Days are told where the number of those they are of is, and is not small. */
function clocksShown(clocks: Clocks, isHidden: (name: Name) => boolean, smallBelow: number): ShownClocks {
  const numbers = numbersOf(clocks)
  const shown = (name: Name): Shown => (isHidden(name) ? null : numbers[name])
  const days = (value: number | null, of: Name, atLeast: number): ShownDays => {
    if (isHidden(of)) return 'few'
    if (numbers[of] === 0) return 'nobody'
    return value === null || numbers[of] < atLeast ? 'few' : value
  }
  const enough = Math.max(fewestForMedian, smallBelow)
  return {
    notices: shown('notices'),
    late: shown('late'),
    toContact: shown('toContact'),
    attempted: shown('attempted'),
    toNotice: days(clocks.toNotice, 'notices', enough),
    toAttempt: days(clocks.toAttempt, 'attempted', enough),
    waitingLongest: days(clocks.waitingLongest, 'waiting', smallBelow),
  }
}

const keyOf = ({ unit }: ClockRow, index: number): string => (unit === null ? every : String(index))

/** The rows of one authority: its own line, and one for each school. */
function authorityShown(rows: readonly ClockRow[], smallBelow: number): ShownRow[] {
  const values = rows.map(({ clocks }) => names.map((name) => numbersOf(clocks)[name]))
  const table = { rows: tableRows, groups: rows.map((row, index) => [keyOf(row, index)]), values, hidden: new Set<string>() }
  const { hidden } = suppressed(table, clockSums, smallBelow)
  return rows.map((row, index) => {
    const { authority, unit, clocks } = row
    return { authority, unit, shown: clocksShown(clocks, (name) => hidden.has(cellKey(name, [keyOf(row, index)])), smallBelow) }
  })
}

/** The rows, in their order, as they are shown. `smallBelow` 1: no number is hidden. */
export const shownClocks = (rows: readonly ClockRow[], smallBelow: number): ShownRow[] =>
  [...Map.groupBy(rows, ({ authority }) => authority).values()].flatMap((own) => authorityShown(own, smallBelow))
