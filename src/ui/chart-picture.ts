/** From figures to a drawing, and to the words and the table that say the same. */
import type { Lang } from '../kernel/lang.ts'
import { barsDrawing } from './chart-bars.ts'
import { valueText, type Chart, type ChartWriting, type Drawing } from './chart-drawing.ts'
import { columnsDrawing, lineDrawing } from './chart-time.ts'
import { chartTexts } from './chart.texts.ts'
import { numberText } from './ui.texts.ts'

const writingIn = (lang: Lang): ChartWriting => ({ number: (value) => numberText(value, lang), none: chartTexts[lang].none })

const draws = { bars: barsDrawing, columns: columnsDrawing, line: lineDrawing } as const

/** The shapes of a chart. */
export function drawingOf(chart: Chart, lang: Lang): Drawing {
  const writing = writingIn(lang)
  const says = (category: number, series: number): string => {
    const one = chart.series[series]
    const value = valueText(one?.values[category] ?? null, chart, writing)
    const of = chart.series.length > 1 ? `, ${one?.label ?? ''}` : ''
    return `${chart.categories[category] ?? ''}${of}: ${value}`
  }
  return draws[chart.kind](chart, writing, says)
}

/** What the picture shows in a sentence or two: of what, how many values, and the greatest of the first series. */
export function descriptionOf(chart: Chart, lang: Lang): string {
  const t = chartTexts[lang]
  const [first] = chart.series
  const values = (first?.values ?? []).map((value) => (typeof value === 'number' ? value : -1))
  const at = values.indexOf(Math.max(...values))
  const greatest =
    at < 0 || (values[at] ?? -1) < 0
      ? ''
      : ` ${t.greatest(chart.categories[at] ?? '', valueText(values[at] ?? null, chart, writingIn(lang)))}`
  return `${t.shows(
    chart.categories.length,
    chart.series.map(({ label }) => label),
  )}${greatest}`
}

/** The table that says the same as the picture: its columns, and a row for each category, all as words. */
export function chartTable(
  chart: Chart,
  lang: Lang,
): { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const writing = writingIn(lang)
  return {
    columns: [chart.heading, ...chart.series.map(({ label }) => label)],
    rows: chart.categories.map((label, index) => [
      label,
      ...chart.series.map(({ values }) => valueText(values[index] ?? null, chart, writing)),
    ]),
  }
}
