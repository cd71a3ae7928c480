/**
 * Small numbers of the radar's figures, hidden as in every other figure (ADR 0033): each day, and each line of what became of those not admitted, is a
 * table of its own whose sums are told.
 */
import { cellKey, suppressed, type Row, type Sum } from '../figures/index.ts'
import { groups, type Group } from './admissions.types.ts'
import type { DayFigures, Outcome } from './figures.rules.ts'

/** What a number counts, as a column of its table. Those admitted and in place are among the placed. */
export type DayColumn = 'total' | 'placed' | Exclude<Group, 'admitted'>
export type OutcomeColumn = Exclude<keyof Outcome, 'round' | 'state'>

/** A number that may be shown; null: it is small, or would tell one that is. */
export type Shown = number | null
export type ShownDay = Pick<DayFigures, 'on'> & { readonly shown: Readonly<Record<DayColumn, Shown>> }
export type ShownOutcome = Pick<Outcome, 'round' | 'state'> & { readonly shown: Readonly<Record<OutcomeColumn, Shown>> }

const daySums: readonly Sum[] = [{ plus: ['total'], minus: groups.filter((group) => group !== 'studyCertificate' && group !== 'admitted') }]

/**
 * An outcome cut so fine that every number shown is a sum of cells that cannot be below zero. Some of its numbers are parts of others (who was guided
 * was invited, who was placed after guidance was placed and guided): what is left of the whole is told by the two, and a bound by one of them.
 */
const cut = (of: Omit<Outcome, 'round' | 'state'>) => ({
  ...of,
  notPlaced: of.left + of.without,
  placedAlone: of.placed - of.placedAfterGuidance,
  guidedNotPlaced: of.guided - of.placedAfterGuidance,
  notGuidedNotPlaced: of.youths - of.placed - of.guided + of.placedAfterGuidance,
  notGuided: of.youths - of.guided,
  notInvited: of.youths - of.invited,
  invitedOnly: of.invited - of.guided,
  metOnly: of.guided - of.changedChoice,
})
const outcomeSums: readonly Sum[] = [
  { plus: ['youths'], minus: ['placed', 'left', 'without'] },
  { plus: ['notPlaced'], minus: ['left', 'without'] },
  { plus: ['notPlaced'], minus: ['guidedNotPlaced', 'notGuidedNotPlaced'] },
  { plus: ['placed'], minus: ['placedAfterGuidance', 'placedAlone'] },
  { plus: ['guided'], minus: ['placedAfterGuidance', 'guidedNotPlaced'] },
  { plus: ['notGuided'], minus: ['placedAlone', 'notGuidedNotPlaced'] },
  { plus: ['youths'], minus: ['guided', 'notGuided'] },
  { plus: ['youths'], minus: ['invited', 'notInvited'] },
  { plus: ['invited'], minus: ['guided', 'invitedOnly'] },
  { plus: ['guided'], minus: ['changedChoice', 'metOnly'] },
]

/** Zeros as what is told: they are hidden last, and shown where they can be. */
const rowOf = ([key, number]: readonly [string, number]): Row => ({ key, kind: 'youths', ...(number === 0 ? { isTold: true } : {}) })

/** The numbers of some columns with those hidden that must be, `numbers` being all that is known to add up. `smallBelow` 1: none. */
function shownOf<Column extends string>(
  columns: readonly Column[],
  numbers: Readonly<Record<Column, number>>,
  sums: readonly Sum[],
  smallBelow: number,
): Readonly<Record<Column, Shown>> {
  const rows = Object.entries<number>(numbers).map(rowOf)
  const table = { rows, groups: [[]], values: [Object.values<number>(numbers)], hidden: new Set<string>() }
  const { hidden } = suppressed(table, sums, smallBelow)
  const shown = columns.map((column) => [column, hidden.has(cellKey(column, [])) ? null : numbers[column]] as const)
  return Object.fromEntries(shown) as Record<Column, Shown>
}

const columnsOf = <Numbers extends object>(numbers: Numbers): (keyof Numbers & string)[] =>
  Object.keys(numbers) as (keyof Numbers & string)[]

/** A day as it is shown. */
export function shownDay({ on, total, placed, by }: DayFigures, smallBelow: number): ShownDay {
  const { admitted: _, ...counted } = by
  const numbers = { total, placed, ...counted }
  return { on, shown: shownOf(columnsOf(numbers), numbers, daySums, smallBelow) }
}

/** What became of some, as it is shown. */
export const shownOutcome = ({ round, state, ...numbers }: Outcome, smallBelow: number): ShownOutcome => ({
  round,
  state,
  shown: shownOf(columnsOf(numbers), cut(numbers), outcomeSums, smallBelow),
})
