/** Stored values in words: for the overview, the history, and for two versions side by side. */
import type { EducationRow } from '../law/index.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { inOrder, writeMonthDay } from './draft.rules.ts'

/** A row of the education table that two tables say differently; null where one of them has no such row. */
export type RowChange = { readonly name: string; readonly before: EducationRow | null; readonly after: EducationRow | null }

const nameOf = ({ schoolType, educationCode }: EducationRow): string => `${schoolType} ${educationCode ?? ''}`.trim()
const sameRow = (a: EducationRow | undefined, b: EducationRow | undefined): boolean =>
  a?.counts === b?.counts && a?.qualifiesFromOn === b?.qualifiesFromOn && (a === undefined) === (b === undefined)

/** Which rows differ, in the order of the tables. */
export function rowChanges(before: readonly EducationRow[], after: readonly EducationRow[]): RowChange[] {
  const [old, now] = [new Map(before.map((row) => [nameOf(row), row])), new Map(after.map((row) => [nameOf(row), row]))]
  const names = [...new Set(inOrder([...before, ...after]).map(nameOf))]
  return names
    .filter((name) => !sameRow(old.get(name), now.get(name)))
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
}

/** A row's kind and first day; the words come from the caller. */
export const rowText = (row: EducationRow | null, kinds: Readonly<Record<string, string>>, none: string): string =>
  row === null ? none : `${kinds[row.counts] ?? row.counts}${row.qualifiesFromOn === null ? '' : ` (${dateOf(row.qualifiesFromOn)}–)`}`

/** The two days of the summer as `MM-DD`. */
export const summerDays = (summer: { readonly from: readonly [number, number]; readonly until: readonly [number, number] }) =>
  [writeMonthDay(summer.from), writeMonthDay(summer.until)] as const
