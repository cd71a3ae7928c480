/** A report as lines of a file: every number of every figure, in words, for Excel. What is too small stands as two dots. */
import type { Lang } from '../../kernel/lang.ts'
import { csv, type CsvCell } from '../../platform/csv.ts'
import { xlsx } from '../../platform/xlsx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { indicatorTitles, keyText, rowText, type FigureNames, type ReadIndicator } from '../figures/index.ts'
import { reportsTexts } from './reports.texts.ts'
import { tooSmall } from './section.ts'

/** `units`: what the reader counts by name; null: the whole municipality. */
type Of = { readonly figures: readonly ReadIndicator[]; readonly names: FigureNames; readonly lang: Lang; readonly units: string | null }

function* linesOf({ figures, names, lang, units }: Of): Generator<CsvCell[]> {
  for (const { name, question, table } of figures) {
    const { rows, groups, values, hidden } = table
    const days = [question.fromOn, dateOf(plusDays(dayOf(question.untilOn), -1))]
    for (const [group, at] of groups.entries()) {
      const place = question.by.map((dimension, index) => keyText(dimension, at[index] ?? '', names, lang)).join(', ')
      for (const [row, { key }] of rows.entries()) {
        const value = hidden.has(`${key} ${at.join('|')}`) ? tooSmall : (values[group]?.[row] ?? null)
        const where = place === '' ? (units ?? reportsTexts[lang].all) : place
        yield [indicatorTitles[lang][name].title, ...days, where, rowText(key, names, lang), value]
      }
    }
  }
}

const columnsIn = (lang: Lang): string[] => {
  const { figure, fromOn, toOn, place, row, value } = reportsTexts[lang].fileColumns
  return [figure, fromOn, toOn, place, row, value]
}

/** All numbers as CSV. */
export const reportCsv = (of: Of): string => csv(columnsIn(of.lang), linesOf(of))

const widths = [26, 12, 12, 22, 50, 10]

/** All numbers as a workbook of one sheet. */
export const reportXlsx = (title: string, of: Of): Promise<Uint8Array> =>
  xlsx(
    title,
    columnsIn(of.lang).map((name, index) => ({ title: name, width: widths[index] ?? 12 })),
    linesOf(of),
  )
