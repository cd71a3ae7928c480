/** One row of an admission list: whose it is, and what it says. The words that regions use are known; others come through a mapping. */
import { parseIdentityNumber } from '../../kernel/identity-number.ts'
import type { Day } from '../../platform/plain-date.ts'
import { listStates, type ListRow, type ListState } from './admissions.types.ts'

/** The columns: an identity number, and what the list says. Others may stand there and are not read. */
export const listShape = { required: ['personnummer', 'status'], optional: [], spoken: [] } as const

/** Words for each state, without signs that a wrong encoding breaks. */
const words: Readonly<Record<string, ListState>> = {
  antagen: 'admitted',
  reserv: 'reserve',
  reservplacerad: 'reserve',
  ejantagen: 'notAdmitted',
  inteantagen: 'notAdmitted',
  obehorig: 'notAdmitted',
  ejbehorig: 'notAdmitted',
  struken: 'notAdmitted',
  ejsokt: 'notApplied',
  intesokt: 'notApplied',
  ejsokande: 'notApplied',
}

const plainWord = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    // What was ö in a file of another encoding.
    .replaceAll('\uFFFD', 'o')
    .replaceAll(/[^a-z]/g, '')

/** The state that a word means; null when nobody can tell. */
export const stateOfWord = (text: string): ListState | null =>
  listStates.find((state) => state.toLowerCase() === text.trim().toLowerCase()) ?? words[plainWord(text)] ?? null

/** Why a row cannot be used. */
export type RowFault = 'number' | 'status' | 'columns'

/** The row, or what is wrong with it. An interim number belongs to a school and is matched with nobody. `on`: the day of the list. */
export function readListRow(fields: Readonly<Record<string, string>>, hasAllColumns: boolean, on: Day): ListRow | RowFault {
  if (!hasAllColumns) return 'columns'
  const number = parseIdentityNumber(fields['personnummer'] ?? '', on)
  if (typeof number === 'string' || number.kind === 'interim') return 'number'
  const state = stateOfWord(fields['status'] ?? '')
  return state === null ? 'status' : { number: number.reveal(), state }
}

/** Of several rows about the same person the later wins, as in other tables (FEEDS.md 3). */
export const latestRows = (rows: readonly ListRow[]): ListRow[] => [...new Map(rows.map((row) => [row.number, row])).values()]

/** How another system's table is read: which columns, and what its words mean. */
export type ListMapping = {
  readonly columns: Record<string, string>
  readonly constants: Record<string, string>
  readonly values: Record<string, Record<string, string>>
}

/**
 * The mapping that somebody typed: columns by their names in the file, and a line for each word (`A = antagen`). A line that says no state is
 * handed back.
 */
export function mappingFrom({
  numberColumn,
  stateColumn,
  words: typed,
}: {
  readonly numberColumn: string
  readonly stateColumn: string
  readonly words: string
}): ListMapping | { readonly line: string } {
  const status: Record<string, string> = {}
  for (const line of typed.split('\n').filter((one) => one.trim() !== '')) {
    const [theirs = '', ours = ''] = line.split('=').map((part) => part.trim())
    const state = stateOfWord(ours)
    if (theirs === '' || state === null) return { line: line.trim() }
    status[theirs] = state
  }
  const columns = {
    ...(numberColumn === '' ? {} : { [numberColumn]: 'personnummer' }),
    ...(stateColumn === '' ? {} : { [stateColumn]: 'status' }),
  }
  return { columns, constants: {}, values: { status } }
}
