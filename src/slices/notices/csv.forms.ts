/** A file of notices: a header with the columns' names, one notice a row; semicolons or commas, as the header has it. */
import { parse } from 'csv-parse/sync'
import { csv } from '../../platform/csv.ts'
import type { OwnNotice } from './notices.types.ts'
import type { Received } from './intake.actions.ts'
import { fromFlat } from './flat.rules.ts'

/** The rows as the shape reads them; null when the text is no table with a `kind` column. */
export function readRows(text: string): readonly unknown[] | null {
  const header = text.slice(0, text.search(/[\r\n]|$/))
  const delimiter = header.includes(';') ? ';' : ','
  try {
    const rows = parse(text, {
      bom: true,
      columns: true,
      delimiter,
      skip_empty_lines: true,
      trim: true,
      relax_column_count_less: true,
    }) as Record<string, string>[]
    return rows.length > 0 && rows[0]?.['kind'] === undefined ? null : rows.map((row) => fromFlat(row))
  } catch {
    return null
  }
}

/** The answers to a file, row by row. */
export const answersFile = (all: readonly Received[]): string =>
  csv(
    ['row', 'receipt', 'receivedAt', 'duplicate', 'late', 'problems'],
    all.map((one, index) =>
      one.granted
        ? [index + 1, one.value.receipt, one.value.receivedAt, String(one.value.duplicate), String(one.value.late), '']
        : [index + 1, '', '', '', '', one.problems.map(({ field, problem }) => `${field}: ${problem}`).join(', ')],
    ),
  )

const columns = ['receipt', 'state', 'kind', 'schoolUnit', 'eventOn', 'receivedAt', 'annulledAt', 'answer'] as const

/** The sender's own notices as a file. */
export const ownFile = (notices: readonly OwnNotice[]): string =>
  csv(
    columns,
    notices.map((one) => columns.map((column) => one[column])),
  )
