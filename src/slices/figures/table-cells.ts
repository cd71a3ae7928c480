/** The cells of a figure's table for pages, pictures and files: what is hidden is the same sign in all of them. */
import type { Lang } from '../../kernel/lang.ts'
import type { FigureNames, ReadIndicator } from './indicator.actions.ts'
import { keyText, rowText } from './indicator.texts.ts'
import { cellKey, every, type At, type IndicatorTable, type Row } from './indicator.types.ts'
import { figureTexts, hiddenSign } from './figure.texts.ts'

/** A number, the sign of what is hidden, or null: a share of nothing. */
export type CellValue = number | string | null

/** What stands in a place of a row. */
export function cellOf({ rows, groups, values, hidden }: IndicatorTable, row: string, at: At): CellValue {
  if (hidden.has(cellKey(row, at))) return hiddenSign
  const group = groups.findIndex((one) => one.length === at.length && one.every((key, index) => key === at[index]))
  return values[group]?.[rows.findIndex(({ key }) => key === row)] ?? null
}

/** The place of everybody. */
export const wholeOf = ({ groups }: IndicatorTable): At => (groups[0] ?? []).map(() => every)

/** The keys along a dimension of the table, in its order, the margin left out. */
const keysAlong = ({ groups }: IndicatorTable, dimension: number): string[] => [
  ...new Set(groups.map((at) => at[dimension] ?? every).filter((key) => key !== every)),
]

/** A word that begins a heading. */
export const begun = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

/** What a row counts, in words. */
export function countedText(row: Row, names: FigureNames, lang: Lang): string {
  const t = figureTexts[lang]
  return row.kind === 'share' ? t.shareOf(rowText(row.part, names, lang), rowText(row.whole, names, lang)) : t.kinds[row.kind]
}

const isEmptyKey = ({ rows, groups, values, hidden }: IndicatorTable, index: number, key: string): boolean =>
  groups.every(
    (at, group) =>
      at[index] !== key ||
      rows.every((row, nth) => !hidden.has(cellKey(row.key, at)) && (row.kind === 'share' || values[group]?.[nth] === 0)),
  )

/** Keys to show: one that stands for nothing given ("without unit") only when something is there. */
export const shownKeys = (table: IndicatorTable, dimension: number): string[] =>
  keysAlong(table, dimension).filter((key) => key !== '-' || !isEmptyKey(table, dimension, key))

type Read = { readonly read: ReadIndicator; readonly names: FigureNames; readonly lang: Lang }
export type Line = readonly CellValue[]

/** The columns of the file of a figure. */
export function fileColumns({ question }: ReadIndicator, dimensionNames: Readonly<Record<string, string>>, lang: Lang): string[] {
  const t = figureTexts[lang]
  return [...question.by.map((dimension) => begun(dimensionNames[dimension] ?? dimension)), t.what, t.rowKind, t.value]
}

/** A line for every place and row, as the page shows them. */
export function fileLines({ read: { question, table }, names, lang }: Read): Line[] {
  return table.groups.flatMap((at) => {
    const places = question.by.map((dimension, index) => keyText(dimension, at[index] ?? '', names, lang))
    return table.rows.map((row): Line => [
      ...places,
      rowText(row.key, names, lang),
      countedText(row, names, lang),
      cellOf(table, row.key, at),
    ])
  })
}
