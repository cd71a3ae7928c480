/**
 * A delimited file with a header as rows of named fields (FEEDS.md 3, 4). Encoding and delimiter are found out; a mapping turns
 * another system's columns into ours. A file that was cut in the middle of a row is refused whole.
 */
import { readFileSync } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse, CsvError } from 'csv-parse'
import { z } from 'zod'
import { Refused } from '../../platform/failure.ts'
import { headOf, mustBeFile, textOf, utf8OrWindows1252 } from '../../platform/text-file.ts'

const Mapping = z.strictObject({
  /** Column in the file -> our field. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Our field -> the value it always has. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Our field -> (value in the file -> our value). */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  delimiter: z.enum([';', ',', '\t']).optional(),
})
export type Mapping = z.infer<typeof Mapping>

export const noMapping: Mapping = { columns: {}, constants: {}, values: {} }

/** Reads a mapping file. @throws Refused when it is not one */
export function readMapping(path: string): Mapping {
  mustBeFile(path)
  try {
    const parsed = Mapping.safeParse(JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')))
    if (parsed.success) return parsed.data
    throw new Refused(`Mappningen ${basename(path)} har fel form vid ${parsed.error.issues[0]?.path.join('.') || 'roten'}.`)
  } catch (error) {
    if (error instanceof SyntaxError) throw new Refused(`Mappningen ${basename(path)} är inte giltig JSON.`)
    throw error
  }
}

/** The fields of a table: which must have a column (or a constant) for the file to be of this kind at all. */
export type TableShape = {
  readonly required: readonly string[]
  readonly optional: readonly string[]
  /** Fields that nothing is decided by: half a value does no harm. */
  readonly spoken: readonly string[]
}

export type TableRow = {
  readonly reference: string
  /** What can be told of the row even when its number of columns is wrong. */
  readonly fields: Readonly<Record<string, string>>
  readonly hasAllColumns: boolean
  readonly raw: string
  /** The last row of a file that does not end with a line break: it may have been cut. */
  readonly mayBeCut: boolean
  /** It may have been cut, and its last value could be half of a longer one. */
  readonly endsOpen: boolean
}

/** The delimiter that the header uses most. */
export function delimiterOf(head: string): string {
  const line = head.split(/\r?\n/, 1)[0] ?? ''
  const count = (delimiter: string) => line.split(delimiter).length
  return [';', ',', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ';'
}

async function endsWithLineBreak(path: string): Promise<boolean> {
  const { size } = await stat(path)
  const file = await open(path)
  try {
    const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: Math.max(0, size - 1) })
    return buffer[0] === 0x0a || buffer[0] === 0x0d
  } finally {
    await file.close()
  }
}

type Column = { readonly field: string; readonly index: number }

/** What the file was said to call the field, with the field. */
function calledBy(field: string, { columns }: Mapping): string {
  const theirs = Object.keys(columns).find((column) => columns[column] === field)
  return theirs === undefined || theirs.trim().toLowerCase() === field ? field : `${theirs} (${field})`
}

function columnsOf(header: readonly string[], shape: TableShape, mapping: Mapping, name: string): Column[] {
  const mapped = new Map(Object.entries(mapping.columns).map(([column, field]) => [column.trim().toLowerCase(), field]))
  const names = header.map((column) => mapped.get(column.trim().toLowerCase()) ?? column.trim().toLowerCase())
  const columns: Column[] = []
  for (const field of [...shape.required, ...shape.optional]) {
    const index = names.indexOf(field)
    if (names.indexOf(field, index + 1) > index && index >= 0)
      throw new Refused(`${name}: kolumnen ${field} finns två gånger. Inget är inläst.`)
    if (index >= 0) columns.push({ field, index })
  }
  const missing = shape.required.filter((field) => !names.includes(field) && mapping.constants[field] === undefined)
  if (missing.length > 0)
    throw new Refused(`${name} har fel rubrikrad: ${missing.map((field) => calledBy(field, mapping)).join(', ')} saknas. Inget är inläst.`)
  return columns
}

function fieldsOf(cells: readonly string[], columns: readonly Column[], mapping: Mapping): Record<string, string> {
  const fields: Record<string, string> = { ...mapping.constants }
  for (const { field, index } of columns) fields[field] = (cells[index] ?? '').trim()
  for (const [field, values] of Object.entries(mapping.values)) {
    const value = fields[field]
    if (value !== undefined && Object.hasOwn(values, value)) fields[field] = values[value] ?? ''
  }
  return fields
}

/** A record's cells with the line it ends on, put together while csv-parse knows it. */
type Located = { readonly cells: string[]; readonly line: number }

type Batch = { readonly records: readonly Located[]; readonly isLast: boolean }

/** A batch is what the parser has ready: enough of it to make the steps between functions few. A stream option, not csv-parse's own. */
const batchSize = { readableHighWaterMark: 1024 }

/** A parser that is being fed the file. Errors of the text side reach whoever reads from it. */
async function parserOf(path: string, mapping: Mapping): Promise<ReturnType<typeof parse>> {
  const encoding = await utf8OrWindows1252(path)
  const head = (await headOf(path, 64 * 1024)).toString('latin1')
  const delimiter = mapping.delimiter ?? delimiterOf(head)
  const parser = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    ...batchSize,
    on_record: (cells: string[], { lines }) => ({ cells, line: lines }) as unknown as string[],
  })
  const feed = async (): Promise<void> => {
    try {
      for await (const text of textOf(path, encoding)) {
        if (!parser.write(text)) await new Promise((resolve) => parser.once('drain', resolve))
      }
      parser.end()
    } catch (error) {
      parser.destroy(error as Error)
    }
  }
  void feed()
  return parser
}

/** The records of a file with their lines, in batches; the last batch holds the last record alone. */
async function* batchesOf(path: string, mapping: Mapping): AsyncGenerator<Batch> {
  const parser = await parserOf(path, mapping)
  let held: Located | null = null
  for await (const first of parser as unknown as AsyncIterable<Located>) {
    const records: Located[] = held === null ? [first] : [held, first]
    for (let next = parser.read() as Located | null; next !== null; next = parser.read() as Located | null) records.push(next)
    held = records.pop() ?? null
    if (records.length > 0) yield { records, isLast: false }
  }
  if (held !== null) yield { records: [held], isLast: true }
}

/** Values that cannot be the first half of another: yes and no, whole dates, whole school unit codes. */
const isClosed = (value: string): boolean => /^(?:ja|nej|\d{4}-\d{2}-\d{2}|\d{8})$/i.test(value)

/**
 * Whether a value may be half of a longer one: it is not closed, and the file has not used it before, or has used a longer
 * value that begins with it (so a blank is always half where the column has values).
 */
function isHalf(value: string, seen: ReadonlySet<string>): boolean {
  if (isClosed(value)) return false
  if (!seen.has(value)) return true
  for (const other of seen) if (other.length > value.length && other.startsWith(value)) return true
  return false
}

const manyValues = 10_000

/** Remembers the values of the last column, so that a last value without a line break can be known as one the file uses. */
function lastColumn(
  columns: readonly Column[],
  width: number,
): { see: (cells: readonly string[]) => void; isOpen: (cells: readonly string[]) => boolean } {
  const isUsed = columns.some(({ index }) => index === width - 1)
  const seen = new Set<string>()
  return {
    see: (cells) => {
      if (isUsed && seen.size < manyValues) seen.add((cells[width - 1] ?? '').trim())
    },
    isOpen: (cells) => isUsed && isHalf((cells[width - 1] ?? '').trim(), seen),
  }
}

type RowReader = (cells: readonly string[], line: number, mayBeCut: boolean) => TableRow

/** How the rows below a header are read. @throws Refused when it is not the header of this kind of file */
export function rowReader(header: readonly string[], shape: TableShape, mapping: Mapping, name: string): RowReader {
  const columns = columnsOf(header, shape, mapping, name)
  const deciding = columns.filter(({ field }) => !shape.spoken.includes(field))
  const last = lastColumn(deciding, header.length)
  return (cells, line, mayBeCut) => {
    const endsOpen = mayBeCut && last.isOpen(cells)
    last.see(cells)
    const hasAllColumns = cells.length === header.length
    return {
      reference: `${name}, rad ${line}`,
      fields: fieldsOf(cells, columns, mapping),
      hasAllColumns,
      get raw() {
        return cells.join('|')
      },
      mayBeCut,
      endsOpen,
    }
  }
}

/** The rows of a file, in batches. @throws Refused when it has no header of this kind or cannot be read as a table */
export async function* tableRows(path: string, shape: TableShape, mapping: Mapping): AsyncGenerator<TableRow[]> {
  mustBeFile(path)
  const name = basename(path)
  const whole = await endsWithLineBreak(path)
  let read: RowReader | null = null
  try {
    for await (const { records, isLast } of batchesOf(path, mapping)) {
      const rows: readonly Located[] = read === null ? records.slice(1) : records
      read ??= rowReader(records[0]?.cells ?? [], shape, mapping, name)
      const reader = read
      yield rows.map(({ cells, line }) => reader(cells, line, isLast && !whole))
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refused(`${name} går inte att läsa som en tabell (${error.code}). Inget är inläst.`)
    throw error
  }
  if (read === null) throw new Refused(`${name} är tom: rubrikrad saknas. Inget är inläst.`)
}

/** The refusal of a file whose last row was cut. */
export const cutOff = (row: TableRow): Refused => new Refused(`${row.reference}: filen är avklippt mitt i raden. Inget är inläst.`)
