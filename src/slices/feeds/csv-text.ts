/** A small table that somebody hands in whole, as a text: an admission list. Read as the tables that come as files are. */
import { CsvError } from 'csv-parse'
import { parse } from 'csv-parse/sync'
import { Refused } from '../../platform/failure.ts'
import { delimiterOf, rowReader, type Mapping, type TableRow, type TableShape } from './csv-table.ts'

type Located = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function recordsOf(text: string, { delimiter }: Mapping, name: string): Located[] {
  try {
    return parse(text, {
      delimiter: delimiter ?? delimiterOf(text.slice(0, 64 * 1024)),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
    }) as unknown as Located[]
  } catch (error) {
    if (error instanceof CsvError) throw new Refused(`${name} går inte att läsa som en tabell (${error.code}). Inget är inläst.`)
    throw error
  }
}

/** The rows of the text. @throws Refused when it has no header of this kind or cannot be read as a table */
export function textRows(text: string, shape: TableShape, mapping: Mapping, name: string): TableRow[] {
  const [header, ...rows] = recordsOf(text, mapping, name)
  if (header === undefined) throw new Refused(`${name} är tom: rubrikrad saknas. Inget är inläst.`)
  const read = rowReader(header.record, shape, mapping, name)
  const isWhole = /[\r\n]$/.test(text)
  return rows.map(({ record, info }, index) => read(record, info.lines, index === rows.length - 1 && !isWhole))
}
