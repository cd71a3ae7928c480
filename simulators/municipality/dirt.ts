/** The dirt of real life: on a few nights a file has a row that cannot be right, and one night a file is cut short. */
import type { Random } from './random.ts'

/** Rows in, rows out; the row that the dirt falls on is drawn. */
type Dirt = (rows: readonly string[], random: Random) => readonly string[]

/** How far into the nights (0 first, 1 last), for how many deliveries, and in which file. */
export type Spell = { readonly at: number; readonly deliveries: number; readonly feed: 'enrolments' | 'diplomas'; readonly dirt: Dirt }

const changed = (row: string, columns: Readonly<Record<number, string>>): string =>
  row
    .split(';')
    .map((cell, column) => columns[column] ?? cell)
    .join(';')

/** A further row like a drawn one, with other content in some columns. The drawn row itself stays right. */
const extraRow =
  (columnsOf: (row: string) => Readonly<Record<number, string>>): Dirt =>
  (rows, random) => {
    const row = random.pick(rows)
    return [...rows, changed(row, columnsOf(row))]
  }

/** The check digit is another than it should be, so the number is nobody's. */
const brokenNumber = (row: string): string => row.slice(0, 11) + ((Number(row[11]) + 5) % 10)

/** One school writes ten-digit numbers for some nights. The same people: nothing may change. */
const tenDigits: Dirt = (rows, random) => {
  const unit = random.pick(rows).split(';')[5] ?? ''
  return rows.map((row) => (row.includes(`;${unit};`) && /^\d{12};/.test(row) ? `${row.slice(2, 8)}-${row.slice(8)}` : row))
}

/** The export broke off: a fifth of the rows are missing. The guard must stop it. */
const cutShort: Dirt = (rows) => rows.slice(0, Math.floor(rows.length * 0.8))

/** What happens when. Unit 99999999 is no school of the municipality. */
export const spells: readonly Spell[] = [
  { at: 0.08, deliveries: 2, feed: 'enrolments', dirt: extraRow((row) => ({ 0: brokenNumber(row) })) },
  { at: 0.18, deliveries: 3, feed: 'enrolments', dirt: tenDigits },
  { at: 0.27, deliveries: 2, feed: 'enrolments', dirt: extraRow(() => ({ 5: '99999999', 7: '2025-08-18', 8: '2025-06-10', 9: 'nej' })) },
  { at: 0.36, deliveries: 1, feed: 'diplomas', dirt: extraRow((row) => ({ 0: brokenNumber(row) })) },
  { at: 0.44, deliveries: 1, feed: 'enrolments', dirt: cutShort },
  { at: 0.53, deliveries: 2, feed: 'enrolments', dirt: extraRow(() => ({ 3: 'XGY', 4: '', 5: '99999999', 8: '' })) },
  { at: 0.62, deliveries: 1, feed: 'diplomas', dirt: extraRow(() => ({ 2: '2031-06-10' })) },
  { at: 0.71, deliveries: 2, feed: 'enrolments', dirt: extraRow(() => ({ 0: '', 5: '99999999' })) },
  { at: 0.83, deliveries: 1, feed: 'enrolments', dirt: extraRow(() => ({ 5: '99999999', 7: '2026-02-30' })) },
  { at: 0.9, deliveries: 2, feed: 'enrolments', dirt: extraRow((row) => ({ 0: brokenNumber(row) })) },
]
