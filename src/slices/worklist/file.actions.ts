/** A list as a file: the reader's columns, no protected youths, no formulas. */
import type { Lang } from '../../kernel/lang.ts'
import { csv } from '../../platform/csv.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { xlsx } from '../../platform/xlsx.ts'
import { fileCells, fileTitles, type FileFrame } from './file-table.ts'
import { readForFile, type Reader } from './list.actions.ts'
import { shippedColumns, type ListView } from './worklist.types.ts'

export type MadeFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> | string }

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const

const nameOf = (today: PlainDate, format: keyof typeof types): string => `ungdomar-${today}.${format}`

/** The view as a file; null when it is longer than a file may be. The reader's scope has passed the gate of `worklist.file`. */
export async function listFile(reader: Reader, view: ListView, format: keyof typeof types, lang: Lang): Promise<MadeFile | null> {
  const { rows, columns, isTooLong } = await readForFile(reader, view, format)
  if (isTooLong) return null
  const frame: FileFrame = { lang, today: reader.today, tab: view.tab, columns: columns ?? shippedColumns }
  const titles = fileTitles(frame)
  const table = rows.map((row) => fileCells(row, frame))
  const bytes =
    format === 'csv'
      ? csv(titles, table)
      : new Uint8Array(
          await xlsx(
            'Ungdomar',
            titles.map((title) => ({ title, width: 22 })),
            table,
          ),
        )
  return { name: nameOf(reader.today, format), type: types[format], bytes }
}
