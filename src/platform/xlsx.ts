/** Excel workbooks of one sheet. A text is always a text: identity numbers keep their zeros, and nothing in them is ever run as a formula. */
import writeWorkbook, { type Cell } from 'write-excel-file/node'
import { Refused } from './failure.ts'

export type XlsxColumn = { readonly title: string; /** In characters. */ readonly width?: number }
export type XlsxCell = string | number | null

const mostRows = 1_048_576
const longestText = 32_767
const cutMark = ' […avkortat]'

// What XML forbids or discourages: control characters except tab and line feed, halves of surrogate pairs, non-characters.
const forbidden = /(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** At most as long as a cell may be, with a mark when something is missing; never half a character. */
function cut(text: string): string {
  if (text.length <= longestText) return text
  return text.slice(0, longestText - cutMark.length).replace(/[\uD800-\uDBFF]$/, '') + cutMark
}

/**
 * Excel reads `_x0041_` as the letter A, so an underscore that begins such a thing is itself written that way. So is the first letter of the
 * words that every JavaScript object knows ("constructor"): the library looks texts up in a plain object and would take them for known.
 */
function escape(text: string): string {
  const escaped = text.replaceAll(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
  if (!(escaped in {})) return escaped
  return `_x${escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_${escaped.slice(1)}`
}

const clean = (text: string): string => text.replaceAll(/\r\n?/g, '\n').replaceAll('\uFFFD', '?').replaceAll(forbidden, '')

const textCell = (text: string): Cell => ({ type: String, value: escape(cut(clean(text))) })

function cell(value: XlsxCell): Cell {
  if (value === null || value === '') return null
  if (typeof value === 'string') return textCell(value)
  if (!Number.isFinite(value)) throw new Error(`${value} is not a number that can be shown`)
  return { type: Number, value }
}

/** What Excel allows as the name of a sheet. */
const sheetNameOf = (name: string): string =>
  clean(name)
    .replaceAll(/[[\]/\\:*?\t\n]+/g, ' ')
    .trim()
    .replaceAll(/^'+|'+$/g, '')
    .slice(0, 31) || 'Blad1'

function* cells(columns: readonly XlsxColumn[], rows: Iterable<readonly XlsxCell[]>): Iterable<Cell[]> {
  yield columns.map(({ title }) => ({ ...(textCell(title) as object), fontWeight: 'bold' }))
  for (const row of rows) {
    if (row.length !== columns.length) throw new Error(`a row has ${row.length} cells, the table ${columns.length} columns`)
    yield row.map(cell)
  }
}

/**
 * A workbook with one sheet: the titles in bold on a first row that stays when one scrolls, then the rows. Days are given as `YYYY-MM-DD`.
 * @throws Refused when there are more rows than a sheet can hold
 */
export async function xlsx(sheetName: string, columns: readonly XlsxColumn[], rows: Iterable<readonly XlsxCell[]>): Promise<Uint8Array> {
  const data = [...cells(columns, rows)]
  if (data.length > mostRows) throw new Refused(`Ett Excelblad rymmer ${mostRows - 1} rader. Välj ett mindre urval eller CSV.`)
  const widths = columns.map(({ width }) => (width === undefined ? {} : { width }))
  return writeWorkbook(data, { sheet: sheetNameOf(sheetName), columns: widths, stickyRowsCount: 1 }).toBuffer()
}
