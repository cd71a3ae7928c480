/**
 * Small numbers of the radar's figures, hidden as in every other figure (ADR 0033): each day, and each line of what became of those not admitted, is a
 * table of its own whose sums are told.
 */
import { cellKey, suppressed, type Row, type Sum } from '../figures/index.ts'
import { groups, type Group } from './admissions.types.ts'
import type { DayFigures, Outcome } from './figures.rules.ts'

/** What a number counts, as a column of its table. */
/** Those admitted and in place are among the placed. */
export type DayColumn = 'total' | 'placed' | Exclude<Group, 'admitted'>
export type OutcomeColumn = Exclude<keyof Outcome, 'round' | 'state'>

/** A number that may be shown; null: it is small, or would tell one that is. */
export type Shown = number | null
export type ShownDay = Pick<DayFigures, 'on'> & { readonly shown: Readonly<Record<DayColumn, Shown>> }
export type ShownOutcome = Pick<Outcome, 'round' | 'state'> & { readonly shown: Readonly<Record<OutcomeColumn, Shown>> }

const daySums: readonly Sum[] = [{ plus: ['total'], minus: groups.filter((group) => group !== 'studyCertificate' && group !== 'admitted') }]
const outcomeSums: readonly Sum[] = [{ plus: ['youths'], minus: ['placed', 'left', 'without'] }]

/** The numbers with those hidden that must be. `smallBelow` 1: none. */
function shownOf<Column extends string>(
  numbers: Readonly<Record<Column, number>>,
  sums: readonly Sum[],
  smallBelow: number,
): Readonly<Record<Column, Shown>> {
  const columns = Object.keys(numbers) as Column[]
  const rows = columns.map((key): Row => ({ key, kind: 'youths' }))
  const table = { rows, groups: [[]], values: [columns.map((column) => numbers[column])], hidden: new Set<string>() }
  const { hidden } = suppressed(table, sums, smallBelow)
  const shown = columns.map((column) => [column, hidden.has(cellKey(column, [])) ? null : numbers[column]] as const)
  return Object.fromEntries(shown) as Record<Column, Shown>
}

/** A day as it is shown. */
export function shownDay({ on, total, placed, by }: DayFigures, smallBelow: number): ShownDay {
  const { admitted: _, ...counted } = by
  return { on, shown: shownOf({ total, placed, ...counted }, daySums, smallBelow) }
}

/** What became of some, as it is shown. */
export const shownOutcome = ({ round, state, ...numbers }: Outcome, smallBelow: number): ShownOutcome => ({
  round,
  state,
  shown: shownOf(numbers, outcomeSums, smallBelow),
})
