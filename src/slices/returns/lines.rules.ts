/** Records to lines and bytes, as the profile's form says: columns in order, nothing that is not in them. */
import { bytesOf } from './charset.rules.ts'
import type { Profile, ProfileColumn } from './profile.types.ts'
import { blocks, type Block, type ReturnRecord } from './returns.types.ts'

type Cells = ReturnRecord['cells']

const lineOf = (columns: readonly ProfileColumn[], cells: Cells): string[] =>
  columns.map(({ field, constant }) => (field === undefined ? (constant ?? '') : (cells[field] ?? '')))

/** The records of one period side by side: the first of each block on the first line, the second on the second. */
function sideBySide(records: readonly ReturnRecord[]): Cells[] {
  const of = new Map<Block, ReturnRecord[]>(blocks.map((block) => [block, records.filter((one) => one.block === block)]))
  const many = Math.max(...[...of.values()].map(({ length }) => length))
  const youth = of.get('youth')?.[0]?.cells
  return Array.from({ length: many }, (_, index) =>
    blocks.reduce<Cells>(
      (cells, block) => ({ ...cells, ...of.get(block)?.[index]?.cells, recordType: youth?.recordType ?? '' }),
      youth ?? {},
    ),
  )
}

/** The records of each period, in the order they came. */
function byPeriod(records: readonly ReturnRecord[]): ReturnRecord[][] {
  const periods = new Map<string, ReturnRecord[]>()
  for (const record of records) {
    const key = `${record.personId} ${record.periodFromOn}`
    const own = periods.get(key)
    if (own === undefined) periods.set(key, [record])
    else own.push(record)
  }
  return [...periods.values()]
}

/** The lines of the file, without a header. */
export function linesOf(records: readonly ReturnRecord[], { file, columns }: Profile): string[][] {
  const all = file.layout === 'blockRows' ? records.map(({ cells }) => cells) : byPeriod(records).flatMap(sideBySide)
  return all.map((cells) => lineOf(columns, cells))
}

/** The lines as the file's exact bytes. No lines give the header alone, or nothing at all where the profile has none. */
export function encodeLines(lines: readonly (readonly string[])[], { file, columns }: Profile): Uint8Array {
  const cell = (text: string): string => (file.quotes === 'always' ? `"${text}"` : text)
  const all = [...(file.header ? [columns.map(({ name }) => name)] : []), ...lines]
  const end = file.lineEnd === 'crlf' ? '\r\n' : '\n'
  return bytesOf(all.map((line) => `${line.map(cell).join(file.separator)}${end}`).join(''), file.encoding)
}

/** The file's name. */
export const fileNameOf = ({ file }: Profile, municipality: string, half: string): string =>
  file.name.replaceAll('{municipality}', municipality).replaceAll('{half}', half)

/** What kind of file it is, as a browser is told. */
export const textTypeOf = ({ file }: Pick<Profile, 'file'>): string =>
  `text/csv; charset=${file.encoding === 'utf-8-bom' ? 'utf-8' : file.encoding}`
