/** Pictures over time: columns that stand beside or on each other, and lines with gaps for what is not known, a threshold and what happened. */
import { lookOf, valueText, type Chart, type ChartValue, type ChartWriting, type Drawing, type Shape } from './chart-drawing.ts'
import { labelStep, partOf, rounded, scaleOf, type Scale } from './chart-scale.ts'
import { numberOf } from './chart-bars.ts'

const plotTop = 22
const plotHeight = 168
const floor = plotTop + plotHeight
const height = floor + 22

type SaysOf = (category: number, series: number) => string

/** Per cent of the width that the numbers of the axis have for themselves. */
const axisWidth = 8
const slotOf = (count: number): number => (100 - axisWidth) / Math.max(1, count)
/** Where a category's middle is, in per cent of the width. */
const middleOf = (index: number, count: number): number => rounded(axisWidth + (index + 0.5) * slotOf(count))
const yOf = (value: number, { top }: Scale): number => rounded(floor - partOf(value, top, plotHeight))

const gridShapes = (scale: Scale, chart: Chart, writing: ChartWriting): Shape[] =>
  scale.ticks.flatMap((tick): Shape[] => {
    const y = yOf(tick, scale)
    return [
      { is: 'line', x1: 0, x2: 100, y1: y, y2: y, look: tick === 0 ? 'base' : 'grid' },
      ...(tick === 0
        ? []
        : [{ is: 'text', x: 0, y: y - 4, dx: 0, anchor: 'start', text: valueText(tick, chart, writing), look: 'axis' } as const]),
    ]
  })

function categoryLabels({ categories }: Chart): Shape[] {
  const step = labelStep(categories)
  return categories.flatMap((label, index): Shape[] =>
    index % step === 0
      ? [{ is: 'text', x: middleOf(index, categories.length), y: floor + 16, dx: 0, anchor: 'middle', text: label, look: 'axis' }]
      : [],
  )
}

function thresholdShapes({ threshold }: Chart, scale: Scale): Shape[] {
  if (threshold === undefined) return []
  const y = yOf(threshold.value, scale)
  return [
    { is: 'line', x1: 0, x2: 100, y1: y, y2: y, look: 'threshold' },
    { is: 'text', x: 100, y: y - 4, dx: 0, anchor: 'end', text: threshold.label, look: 'threshold' },
  ]
}

const eventShapes = ({ events = [], categories }: Chart): Shape[] =>
  events.flatMap(({ at }, index): Shape[] => {
    const x = middleOf(at, categories.length)
    return [
      { is: 'line', x1: x, x2: x, y1: 14, y2: floor, look: 'event' },
      { is: 'text', x, y: 11, dx: 0, anchor: 'middle', text: String(index + 1), look: 'event' },
    ]
  })

const framed = (chart: Chart, scale: Scale, writing: ChartWriting, inner: readonly Shape[]): Drawing => ({
  height,
  shapes: [
    ...gridShapes(scale, chart, writing),
    ...inner,
    ...thresholdShapes(chart, scale),
    ...eventShapes(chart),
    ...categoryLabels(chart),
  ],
})

const totalOf = ({ series }: Chart, category: number): number => series.reduce((sum, { values }) => sum + numberOf(values[category]), 0)

/** The scale of all values, sums where the series add up, and of the threshold. */
function scaleFor(chart: Chart): Scale {
  const values =
    chart.isStacked === true
      ? chart.categories.map((_, index) => totalOf(chart, index))
      : chart.series.flatMap((one) => one.values.map(numberOf))
  return scaleOf(chart.threshold === undefined ? values : [...values, chart.threshold.value])
}

/** Of a category's share of the width, how much its columns take. */
const filled = 0.72

/** Words that stand in a number's place are read, so that no column is not taken for nothing. */
const wordsAbove = (value: ChartValue, x: number, y: number): Shape[] =>
  typeof value === 'string' ? [{ is: 'text', x, y: y - 4, dx: 0, anchor: 'middle', text: value, look: 'value' }] : []

function columnsOf(chart: Chart, category: number, scale: Scale, says: SaysOf): Shape[] {
  const slot = slotOf(chart.categories.length)
  const count = chart.isStacked === true ? 1 : chart.series.length
  const width = rounded(Math.min((slot * filled) / count, 9))
  const left = middleOf(category, chart.categories.length) - (width * count) / 2
  let base = 0
  return chart.series.flatMap(({ values }, index): Shape[] => {
    const value = numberOf(values[category])
    const [from, to] = chart.isStacked === true ? [base, base + value] : [0, value]
    base = to
    const x = rounded(chart.isStacked === true ? left : left + index * width)
    const [y, until] = [yOf(to, scale), yOf(from, scale)]
    const column: Shape = { is: 'rect', x, y, width, height: rounded(until - y), look: lookOf(index), says: says(category, index) }
    return [column, ...wordsAbove(values[category] ?? null, rounded(x + width / 2), y)]
  })
}

/** Columns in order of time. */
export function columnsDrawing(chart: Chart, writing: ChartWriting, says: SaysOf): Drawing {
  const scale = scaleFor(chart)
  return framed(
    chart,
    scale,
    writing,
    chart.categories.flatMap((_, index) => columnsOf(chart, index, scale, says)),
  )
}

type Point = readonly [x: number, y: number]

/** The stretches of a line that are known; a gap ends one. */
export function stretchesOf<Known>(points: readonly (Known | null)[]): Known[][] {
  const stretches: Known[][] = [[]]
  for (const point of points) {
    if (point === null) stretches.push([])
    else stretches.at(-1)?.push(point)
  }
  return stretches.filter((stretch) => stretch.length > 0)
}

/** Lines in order of time. A single point between gaps is a dot. */
export function lineDrawing(chart: Chart, writing: ChartWriting, says: SaysOf): Drawing {
  const scale = scaleFor(chart)
  const count = chart.categories.length
  const inner = chart.series.flatMap(({ values }, series): Shape[] => {
    const points = chart.categories.map((_, index): Point | null => {
      const value = values[index]
      return typeof value === 'number' ? [middleOf(index, count), yOf(value, scale)] : null
    })
    const look = lookOf(series)
    const paths = stretchesOf(points)
      .filter(({ length }) => length > 1)
      .map((stretch): Shape => ({ is: 'path', points: stretch, look }))
    const dots = points.flatMap((point, index): Shape[] =>
      point === null ? [] : [{ is: 'dot', x: point[0], y: point[1], look, says: says(index, series) }],
    )
    return [...paths, ...dots, ...lastValue(chart, series, points, writing)]
  })
  return framed(chart, scale, writing, inner)
}

/** The last known value stands at its point, on the side that the line does not come from: most want only that. */
function lastValue(chart: Chart, series: number, points: readonly (Point | null)[], writing: ChartWriting): Shape[] {
  const index = points.findLastIndex((point) => point !== null)
  const point = points[index]
  if (point === null || point === undefined) return []
  const [x, y] = point
  const isFalling = (points[index - 1]?.[1] ?? y) < y
  const text = valueText(chart.series[series]?.values[index] ?? null, chart, writing)
  const at = isFalling && y < floor - 20 ? y + 18 : Math.max(12, y - 9)
  return [{ is: 'text', x: x > 90 ? 100 : x, y: at, dx: 0, anchor: x > 90 ? 'end' : 'middle', text, look: 'value' }]
}
