/** Bars along the page: the label above, the value after. Several series lie under each other, or after each other when they add up. */
import { lookOf, valueText, type Chart, type ChartValue, type ChartWriting, type Drawing, type Shape } from './chart-drawing.ts'
import { cutLabel, partOf } from './chart-scale.ts'

const labelHeight = 20
const barHeight = 16
const barGap = 3
const groupGap = 12
/** Per cent of the width that the longest bar takes: the rest is room for its number. */
const longest = 80
/** Of bars of several parts: all their numbers stand after it. */
const longestStacked = 62

export const numberOf = (value: ChartValue | undefined): number => (typeof value === 'number' ? Math.max(0, value) : 0)

const valuesOf = ({ series }: Chart, category: number): ChartValue[] => series.map(({ values }) => values[category] ?? null)

/** The greatest length of the chart: shares are of a hundred when they come near it. */
function topOf(chart: Chart): number {
  const lengths = chart.categories.flatMap((_, index) => {
    const values = valuesOf(chart, index).map(numberOf)
    return chart.isStacked === true ? [values.reduce((sum, value) => sum + value, 0)] : values
  })
  const greatest = Math.max(0, ...lengths)
  return chart.isPercent === true && greatest > 50 ? 100 : greatest || 1
}

type Place = { readonly y: number; readonly top: number }
type SaysOf = (category: number, series: number) => string

function groupedBars(chart: Chart, category: number, { y, top }: Place, writing: ChartWriting, says: SaysOf): Shape[] {
  return valuesOf(chart, category).flatMap((value, index): Shape[] => {
    const at = y + index * (barHeight + barGap)
    const width = partOf(numberOf(value), top, longest)
    return [
      { is: 'rect', x: 0, y: at, width: Math.max(width, 0.4), height: barHeight, look: lookOf(index), says: says(category, index) },
      { is: 'text', x: width, y: at + 12.5, dx: 8, anchor: 'start', text: valueText(value, chart, writing), look: 'value' },
    ]
  })
}

function stackedBar(chart: Chart, category: number, { y, top }: Place, writing: ChartWriting, says: SaysOf): Shape[] {
  let x = 0
  const values = valuesOf(chart, category)
  const parts = values.map((value, index): Shape => {
    const width = partOf(numberOf(value), top, longestStacked)
    const part: Shape = { is: 'rect', x, y, width, height: barHeight, look: lookOf(index), says: says(category, index) }
    x = Math.round((x + width) * 100) / 100
    return part
  })
  const text = values.map((value) => valueText(value, chart, writing)).join(' + ')
  return [...parts, { is: 'text', x, y: y + 12.5, dx: 8, anchor: 'start', text, look: 'value' }]
}

/** The bars of a chart, category by category. */
export function barsDrawing(chart: Chart, writing: ChartWriting, says: SaysOf): Drawing {
  const lines = chart.isStacked === true ? 1 : chart.series.length
  const own = labelHeight + lines * (barHeight + barGap) - barGap + groupGap
  const top = topOf(chart)
  const draw = chart.isStacked === true ? stackedBar : groupedBars
  const shapes = chart.categories.flatMap((label, index): Shape[] => [
    { is: 'text', x: 0, y: index * own + 14, dx: 0, anchor: 'start', text: cutLabel(label), look: 'label' },
    ...draw(chart, index, { y: index * own + labelHeight, top }, writing, says),
  ])
  return { height: Math.max(1, chart.categories.length * own - groupGap + 2), shapes }
}
