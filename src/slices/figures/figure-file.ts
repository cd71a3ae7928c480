/** A figure as a file: what the page shows, and nothing that it hides. */
import type { Lang } from '../../kernel/lang.ts'
import { csv } from '../../platform/csv.ts'
import { xlsx } from '../../platform/xlsx.ts'
import type { FileFormat } from './ask.rules.ts'
import type { FigureNames, ReadIndicator } from './indicator.actions.ts'
import { dimensionTexts, indicatorTitles } from './indicator.texts.ts'
import { lastDayOf } from './period.rules.ts'
import { indicators } from './registry.rules.ts'
import { fileColumns, fileLines } from './table-cells.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const
const widths = [20, 20, 44, 24, 12]

export type FigureFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> | string }

/** The figure and its days: nothing of any person. */
function nameOf({ name, question }: ReadIndicator, format: FileFormat): string {
  const last = lastDayOf(question)
  return `siffror-${name}-${indicators[name].of === 'day' ? last : `${question.fromOn}-${last}`}.${format}`
}

/** The file. */
export async function figureFile(read: ReadIndicator, names: FigureNames, format: FileFormat, lang: Lang): Promise<FigureFile> {
  const columns = fileColumns(read, dimensionTexts[lang], lang)
  const lines = fileLines({ read, names, lang })
  const wide = columns.map((title, index) => ({ title, width: widths[index + 2 - read.question.by.length] ?? 20 }))
  const bytes = format === 'csv' ? csv(columns, lines) : new Uint8Array(await xlsx(indicatorTitles[lang][read.name].title, wide, lines))
  return { name: nameOf(read, format), type: types[format], bytes }
}
