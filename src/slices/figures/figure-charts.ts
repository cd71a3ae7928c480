/** Which picture a figure has: of the whole its parts, of a split the row that is looked at. */
import type { Lang } from '../../kernel/lang.ts'
import type { Chart, ChartSeries } from '../../ui/chart-drawing.ts'
import { monthLabel, monthsOf } from './figure-months.ts'
import type { FigureNames, ReadIndicator } from './indicator.actions.ts'
import { dimensionTexts, indicatorTitles, keyText, rowText } from './indicator.texts.ts'
import { figureTexts } from './figure.texts.ts'
import type { IndicatorName } from './registry.rules.ts'
import { begun, cellOf, shownKeys, wholeOf } from './table-cells.ts'

/** The rows whose picture says most: those that begin so. */
const partsShown: Readonly<Record<Exclude<IndicatorName, 'flow' | 'outreach-list'>, readonly string[]>> = {
  'support-list': ['measured', 'begun', 'ended'],
  'unit-status': [
    'reached',
    'outside',
    'enrolled',
    'employment.onWay',
    'employment.in',
    'employment.waiting',
    'searched',
    'searched.found',
  ],
  'half-year': ['fromBefore', 'new', 'measured', 'offered', 'declinedFirst', 'known', 'notKnown'],
  'not-known': ['known.*', 'notKnown.*'],
  'since-reached': ['since.*'],
  september: ['has.*'],
  'on-day': ['status.*', 'watching'],
}
const listedWays = ['letter', 'visitCard', 'phone', 'homeVisit'] as const

const fits = (row: string, shown: string): boolean => (shown.endsWith('.*') ? row.startsWith(shown.slice(0, -1)) : row === shown)

type Shown = { readonly read: ReadIndicator; readonly names: FigureNames; readonly lang: Lang }

const seriesOf = (label: string, values: ChartSeries['values']): ChartSeries => ({ label, values })

/** Those who came in and left, month by month. */
function flowChart({ read: { table }, lang }: Shown, title: string, words: { in: string; out: string; heading: string }): Chart {
  const [months, whole] = [monthsOf(table), wholeOf(table)]
  const of = (what: string): ChartSeries['values'] => months.map((month) => cellOf(table, `${month}.${what}`, whole))
  return {
    kind: 'columns',
    title,
    heading: words.heading,
    categories: months.map((month) => monthLabel(month, lang)),
    series: [seriesOf(words.in, of('in')), seriesOf(words.out, of('out'))],
  }
}

function waysChart({ read: { table }, names, lang }: Shown, title: string): Chart {
  const whole = wholeOf(table)
  const made = listedWays.map((way) => rowText(`${way}.made`, names, lang).split(', '))
  const of = (part: 'made' | 'answered'): ChartSeries =>
    seriesOf(
      rowText(`letter.${part}`, names, lang).split(', ')[1] ?? part,
      listedWays.map((way) => cellOf(table, `${way}.${part}`, whole)),
    )
  return {
    kind: 'bars',
    title,
    heading: figureTexts[lang].what,
    categories: made.map(([way]) => way ?? ''),
    series: [of('made'), of('answered')],
  }
}

/** Parts of a table of the whole as bars. */
function partsChart({ read: { table }, names, lang }: Shown, shown: readonly string[], title: string): Chart {
  const rows = table.rows.filter(({ key, kind }) => kind !== 'share' && shown.some((one) => fits(key, one)))
  return {
    kind: 'bars',
    title,
    heading: figureTexts[lang].what,
    categories: rows.map(({ key }) => rowText(key, names, lang)),
    series: [
      seriesOf(
        figureTexts[lang].value,
        rows.map(({ key }) => cellOf(table, key, wholeOf(table))),
      ),
    ],
  }
}

const mostSeries = 5

/** A row along the first dimension, and within it along the second when that has few keys. */
function splitChart({ read: { question, table }, names, lang }: Shown, row: string): Chart {
  const [first = 'unit', second] = question.by
  const kind = table.rows.find(({ key }) => key === row)?.kind
  const text = (index: number, key: string): string => keyText(question.by[index] ?? first, key, names, lang)
  const categories = shownKeys(table, 0)
  const inner = second === undefined ? [] : shownKeys(table, 1)
  const isWithin = inner.length > 0 && inner.length <= mostSeries
  const series = isWithin
    ? inner.map((key) =>
        seriesOf(
          text(1, key),
          categories.map((own) => cellOf(table, row, [own, key])),
        ),
      )
    : [
        seriesOf(
          rowText(row, names, lang),
          categories.map((own) => cellOf(table, row, second === undefined ? [own] : [own, '*'])),
        ),
      ]
  const by = question.by.slice(0, isWithin ? 2 : 1).map((dimension) => dimensionTexts[lang][dimension])
  return {
    kind: 'bars',
    title: `${rowText(row, names, lang)}: ${by.join(', ')}`,
    heading: begun(dimensionTexts[lang][first]),
    categories: categories.map((key) => begun(text(0, key))),
    series,
    isPercent: kind === 'share',
  }
}

/** The picture of a figure as it was asked. `row`: the one that is looked at where the figure is split. */
export function figureChart(shown: Shown, row: string): Chart {
  const { read, lang, names } = shown
  const { title } = indicatorTitles[lang][read.name]
  if (read.question.by.length > 0) return splitChart(shown, row)
  if (read.name === 'flow') {
    const word = (what: string): string => rowText(`2000-01.${what}`, names, lang).slice('2000-01: '.length)
    return flowChart(shown, title, { in: word('in'), out: word('out'), heading: figureTexts[lang].month })
  }
  return read.name === 'outreach-list' ? waysChart(shown, title) : partsChart(shown, partsShown[read.name], title)
}
