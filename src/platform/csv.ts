/** CSV that a Swedish Excel opens as it is: semicolons, a byte order mark, decimal commas, and no cell that it would run as a formula. */

export type CsvCell = string | number | null

// What a spreadsheet takes for the beginning of a formula, also in full width, also after blanks and marks that cannot be seen.
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－﹢﹣﹦＠﹫−]|^[\t\r]/u
const needsQuotes = /[;"\r\n]|^\s|\s$/

/** A text as a cell. What would be run is made a text by an apostrophe in front; so is a phone number that begins with +. */
function textCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text
  return needsQuotes.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

function cell(value: CsvCell): string {
  if (value === null) return ''
  if (typeof value === 'string') return textCell(value)
  if (!Number.isFinite(value)) throw new Error(`${value} is not a number that can be shown`)
  return String(value).replace('.', ',')
}

/**
 * A table as CSV. Excel makes a number of any text that looks like one and drops its leading zeros: for identity numbers give `xlsx`.
 * @throws when a row has more or fewer cells than there are columns, which is a defect
 */
export function csv(columns: readonly string[], rows: Iterable<readonly CsvCell[]>): string {
  const lines = [columns.map(textCell).join(';')]
  for (const row of rows) {
    if (row.length !== columns.length) throw new Error(`a row has ${row.length} cells, the table ${columns.length} columns`)
    lines.push(row.map(cell).join(';'))
  }
  return `\uFEFF${lines.join('\r\n')}\r\n`
}
