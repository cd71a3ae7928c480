/** A figure as JSON, as lines of a file, and as a table for people. */
import { keyText, rowText, type FigureNames, type ReadIndicator } from '../slices/figures/index.ts'

/** What is not shown because it is too small. */
const tooSmall = '..'

type Read = { readonly indicator: ReadIndicator; readonly names: FigureNames }
export type Line = readonly (string | number | null)[]

const shown = (value: number | null, isHidden: boolean): string | number | null => (isHidden ? tooSmall : value)

/** One line for each place and row: keys for programs, words for people. */
export function linesOf({ indicator: { question, table }, names }: Read, how: 'keys' | 'words'): Line[] {
  const { rows, groups, values, hidden } = table
  return groups.flatMap((at, group) => {
    const places = question.by.map((dimension, index) =>
      how === 'keys' ? (at[index] ?? '') : keyText(dimension, at[index] ?? '', names, 'sv'),
    )
    return rows.map(({ key }, row): Line => {
      const value = shown(values[group]?.[row] ?? null, hidden.has(`${key} ${at.join('|')}`))
      return how === 'keys' ? [...places, key, rowText(key, names, 'sv'), value] : [...places, rowText(key, names, 'sv'), value]
    })
  })
}

/** The columns of a file. */
export const columnsOf = ({ question }: ReadIndicator): string[] => [...question.by, 'row', 'title', 'value']

/** The figure for programs: values by row for each place, null for a share of nothing, and what is hidden by name. */
export function jsonOf({ indicator: { name, question, table }, names }: Read, asKnownAt: string | null): object {
  const { rows, groups, values, hidden } = table
  return {
    name,
    from: question.fromOn,
    until: question.untilOn,
    on: question.on,
    by: question.by,
    asKnownAt,
    rows: rows.map((row) => ({ ...row, title: rowText(row.key, names, 'sv') })),
    groups: groups.map((at, group) => ({
      at: Object.fromEntries(question.by.map((dimension, index) => [dimension, at[index] ?? ''])),
      name: question.by.map((dimension, index) => keyText(dimension, at[index] ?? '', names, 'sv')).join(', '),
      values: Object.fromEntries(rows.map(({ key }, row) => [key, values[group]?.[row] ?? null])),
      hidden: rows.filter(({ key }) => hidden.has(`${key} ${at.join('|')}`)).map(({ key }) => key),
    })),
  }
}
