/** A file of notices: a header with the columns' names, one notice a row; semicolons or commas, as the header has it. */
import { parse } from 'csv-parse/sync'
import { csv } from '../../platform/csv.ts'
import type { OwnNotice } from './notices.types.ts'
import type { Received } from './intake.actions.ts'
import { columns as known, fromFlat } from './flat.rules.ts'

const isColumn = (name: string): boolean => known.some((one) => one === name)

/** The rows as the shape reads them, and the columns that there are none of; null when the text is no table with a `kind` column. */
export function readRows(text: string): { readonly rows: readonly unknown[]; readonly unknown: readonly string[] } | null {
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
    const [first] = rows
    if (first === undefined || first['kind'] === undefined) return null
    const unknown = Object.keys(first).filter((name) => !isColumn(name))
    return { rows: rows.map((row) => fromFlat(row)), unknown: unknown.map((name) => name.slice(0, 60)) }
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
