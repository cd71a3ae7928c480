/** A figure as it stands in a report: its pictures and tables, for the page, the paper and the file alike. */
import type { Lang } from '../../kernel/lang.ts'
import { dayOf } from '../../platform/plain-date.ts'
import type { Chart, ChartValue } from '../../ui/chart-drawing.ts'
import { numberText } from '../../ui/ui.texts.ts'
import {
  dimensionTexts,
  indicatorTitles,
  keyText,
  rowText,
  type AskedIndicator,
  type FigureNames,
  type ReadIndicator,
} from '../figures/index.ts'
import { layouts, type Picture } from './layout.rules.ts'
import { reportsTexts } from './reports.texts.ts'

export type ReportCell = string | number
export type ReportTable = {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly ReportCell[])[]
}
export type Section = {
  readonly asked: AskedIndicator
  readonly title: string
  readonly below: string
  readonly charts: readonly Chart[]
  readonly tables: readonly ReportTable[]
}

/** What is not shown because it is too small; a share of nothing. */
export const tooSmall = '..'
const none = '–'

/** A picture of a day is asked about as a day by itself. */
export const isOneDay = ({ fromOn, untilOn }: AskedIndicator['question']): boolean => dayOf(untilOn) - dayOf(fromOn) === 1

/** `ofWhom`: whom the whole of a table is, for the reader. */
type Words = { readonly names: FigureNames; readonly lang: Lang; readonly ofWhom: string }
type Table = ReadIndicator['table']

/** One number of the table as it is: null is a share of nothing. */
function valueAt({ rows, groups, values, hidden }: Table, group: number, key: string): number | typeof tooSmall | null {
  if (hidden.has(`${key} ${(groups[group] ?? []).join('|')}`)) return tooSmall
  return values[group]?.[rows.findIndex((row) => row.key === key)] ?? null
}

const isShare = ({ rows }: Table, key: string): boolean => rows.some((row) => row.key === key && row.kind === 'share')

function cellAt(table: Table, group: number, key: string, lang: Lang): ReportCell {
  const value = valueAt(table, group, key)
  if (value === null) return none
  return typeof value === 'number' && isShare(table, key) ? `${numberText(value, lang)}\u00A0%` : value
}

const whole = ({ groups }: Table): number => groups.findIndex((at) => at.every((key) => key === '*'))

/** Keys of rows that a list names: itself, or all that begin with it when it ends with a star (one more part, no deeper). */
const keysNamed = ({ rows }: Pick<Table, 'rows'>, named: readonly string[]): string[] =>
  named.flatMap((name) => {
    if (!name.endsWith('.*')) return rows.some(({ key }) => key === name) ? [name] : []
    const stem = name.slice(0, -1)
    return rows.flatMap(({ key }) => (key.startsWith(stem) && !key.slice(stem.length).includes('.') ? [key] : []))
  })

/** `registration.*` are all called "Vid registreringen: …": in a picture of them alone the beginning is left out. */
const shortText = (key: string, { names, lang }: Pick<Words, 'names' | 'lang'>): string => {
  const text = rowText(key, names, lang)
  const tail = text.indexOf(': ') === -1 ? text : text.slice(text.indexOf(': ') + 2)
  return tail.slice(0, 1).toUpperCase() + tail.slice(1)
}

const plotted = (table: Table, group: number, key: string): ChartValue => valueAt(table, group, key)

/** A picture of nothing but zeros says less than its table. */
const isAllZero = (series: Chart['series']): boolean => series.every(({ values }) => values.every((value) => value === 0))

/** A picture of rows, each a bar; of several series when rows stand in pairs. */
function rowsChart(table: Table, { title, series }: Picture, words: Words): Chart[] {
  const t = reportsTexts[words.lang]
  const group = whole(table)
  const keys = series.map(({ rows }) => keysNamed(table, rows))
  const categories = (keys[0] ?? []).map((key) => t.channels[key.split('.')[0] ?? ''] ?? shortText(key, words))
  if (categories.length === 0) return []
  const drawn = series.map(({ label }, index) => ({
    label: t.series[label],
    values: (keys[index] ?? []).map((key) => plotted(table, group, key)),
  }))
  return isAllZero(drawn) ? [] : [{ kind: 'bars', title: t.charts[title], heading: t.what, categories, series: drawn }]
}

/** A picture of places: one row, a bar for each unit. */
function placesChart(
  table: Table,
  { title, row }: { readonly title: Picture['title']; readonly row: string },
  words: Words,
  asked: AskedIndicator,
): Chart[] {
  const t = reportsTexts[words.lang]
  const places = placesOf(table, asked, words).filter(({ group }) => group !== whole(table))
  if (places.length < 2) return []
  const values = places.map(({ group }) => plotted(table, group, row))
  if (isAllZero([{ label: row, values }])) return []
  return [
    {
      kind: 'bars',
      title: t.charts[title],
      heading: t.where,
      categories: places.map(({ text }) => text),
      series: [{ label: rowText(row, words.names, words.lang), values }],
    },
  ]
}

type Place = { readonly group: number; readonly text: string }

/** Places along the one dimension that a section is split by, the whole first. Those that nothing is in and nobody named are left out. */
function placesOf({ groups, values }: Table, { question: { by } }: AskedIndicator, { names, lang }: Words): Place[] {
  const [dimension] = by
  if (dimension === undefined) return []
  return groups.flatMap((at, group) => {
    const key = at[0] ?? '*'
    const isEmpty = (values[group] ?? []).every((value) => value === null || value === 0)
    if (key === '-' && isEmpty) return []
    const text = keyText(dimension, key, names, lang)
    return [{ group, text: text.slice(0, 1).toUpperCase() + text.slice(1) }]
  })
}

const monthRow = /^(\d{4}-\d{2})\.in$/

/** Month by month: who came in and left, and how many were covered on the last day. */
function months(
  table: Table,
  { lang }: Words,
): { readonly charts: Chart[]; readonly tables: ReportTable[]; readonly keys: readonly string[] } {
  const t = reportsTexts[lang]
  const group = whole(table)
  const found = table.rows.flatMap(({ key }) => monthRow.exec(key)?.[1] ?? [])
  if (found.length === 0) return { charts: [], tables: [], keys: [] }
  const series = (['in', 'out'] as const).map((part) => ({
    label: t.monthColumns[part],
    values: found.map((month) => plotted(table, group, `${month}.${part}`)),
  }))
  const parts = ['in', 'out', 'covered'] as const
  return {
    charts: isAllZero(series) ? [] : [{ kind: 'columns', title: t.charts.flow, heading: t.month, categories: found, series }],
    tables: [
      {
        caption: t.charts.flow,
        columns: [t.month, ...parts.map((part) => t.monthColumns[part])],
        rows: found.map((month) => [month, ...parts.map((part) => cellAt(table, group, `${month}.${part}`, lang))]),
      },
    ],
    keys: found.flatMap((month) => parts.map((part) => `${month}.${part}`)),
  }
}

/** Ends of each item: how many, and why, in one line. Items that nothing of ended are named after them by the whole table's zero. */
function endsTable(table: Table, { names, lang }: Words): { readonly tables: ReportTable[]; readonly keys: readonly string[] } {
  const t = reportsTexts[lang]
  const group = whole(table)
  const items = keysNamed(table, ['endedOf.*'])
  const rows = items.map((item) => {
    const reasons = keysNamed(table, [`${item}.*`])
      .filter((key) => valueAt(table, group, key) !== 0)
      .map((key) => `${rowText(key, names, lang).split(': ').at(-1) ?? ''} ${cellAt(table, group, key, lang)}`)
    return [shortText(item, { names, lang }), cellAt(table, group, item, lang), reasons.length === 0 ? none : reasons.join(', ')]
  })
  const keys = items.flatMap((item) => [item, ...keysNamed(table, [`${item}.*`])])
  return { tables: items.length === 0 ? [] : [{ caption: t.endsCaption, columns: [t.item, t.ended, t.reasons], rows }], keys }
}

function wholeTable(table: Table, { names, lang, ofWhom }: Words, without: readonly string[]): ReportTable[] {
  const t = reportsTexts[lang]
  const left = new Set(without)
  const rows = table.rows.filter(({ key }) => !left.has(key))
  const group = whole(table)
  return [
    {
      caption: ofWhom,
      columns: [t.what, t.number],
      rows: rows.map(({ key }) => [rowText(key, names, lang), cellAt(table, group, key, lang)]),
    },
  ]
}

function placesTable(table: Table, asked: AskedIndicator, words: Words): ReportTable[] {
  const { names, lang } = words
  const [dimension] = asked.question.by
  if (dimension === undefined) return []
  const t = reportsTexts[lang]
  const columns = keysNamed(table, layouts[asked.name].columns)
  return [
    {
      caption: t.perCaption(dimensionTexts[lang][dimension]),
      columns: [t.where, ...columns.map((key) => rowText(key, names, lang))],
      rows: placesOf(table, asked, words).map(({ group, text }) => [text, ...columns.map((key) => cellAt(table, group, key, lang))]),
    },
  ]
}

/** A figure as a section of a report. `units`: what the reader counts by name; null: the whole municipality. */
export function sectionOf({ name, question, table }: ReadIndicator, names: FigureNames, lang: Lang, units: string | null = null): Section {
  const words = { names, lang, ofWhom: units ?? reportsTexts[lang].wholeCaption }
  const asked = { name, question }
  const { pictures, places } = layouts[name]
  const [flow, ends] = [months(table, words), endsTable(table, words)]
  return {
    asked,
    ...indicatorTitles[lang][name],
    charts: [
      ...flow.charts,
      ...pictures.flatMap((picture) => rowsChart(table, picture, words)),
      ...(places === null ? [] : placesChart(table, places, words, asked)),
    ],
    tables: [
      ...wholeTable(table, words, [...flow.keys, ...ends.keys]),
      ...flow.tables,
      ...ends.tables,
      ...placesTable(table, asked, words),
    ],
  }
}
