/**
 * Pictures of days: values on the day they are of, with gaps where there are none, a threshold that may change, and below them lanes of what
 * happened, all on one axis of time. The same shapes are drawn on a page (chart-days.tsx) and in a report (chart-svg.ts).
 */
import type { Lang } from '../kernel/lang.ts'
import type { Day } from '../platform/plain-date.ts'
import type { Drawing, SeriesLook, Shape } from './chart-drawing.ts'
import { partOf, rounded, scaleOf, type Scale } from './chart-scale.ts'
import { stretchesOf } from './chart-time.ts'
import { monthText } from './day.texts.ts'
import { clipped, placeOf, ticksOf, type Axis } from './time-axis.ts'
import { numberText } from './ui.texts.ts'

/** A value of a day; null: there is none, and the line has a gap. */
export type DayValue = { readonly on: Day; readonly value: number | null }
/** A line from day to day. A day between two gaps is a dot. */
export type DayLine = { readonly look: SeriesLook; readonly values: readonly DayValue[] }
/** Single values with the number written at each. */
export type DayPoint = { readonly on: Day; readonly value: number; readonly says: string }
export type DayPoints = { readonly look: SeriesLook; readonly points: readonly DayPoint[] }
/** A threshold in force from a day up to but not including another. */
export type DayThreshold = { readonly from: Day; readonly until: Day; readonly value: number; readonly label: string }
/** Something that happened on a day: a shape in a look, or a sign. */
export type DayMark = { readonly on: Day; readonly says: string } & ({ readonly look: SeriesLook } | { readonly sign: string })
/** Something that lasted from a day up to but not including another; null: it goes on. */
export type DayBar = { readonly from: Day; readonly until: Day | null; readonly look: SeriesLook; readonly says: string }
export type DayLane = { readonly label: string; readonly bars?: readonly DayBar[]; readonly marks: readonly DayMark[] }
/** What a look or a sign stands for. */
export type DayLegend = { readonly label: string } & ({ readonly look: SeriesLook } | { readonly sign: string })

export type DayChart = {
  readonly title: string
  /** What the picture shows, in words, for those who do not see it. */
  readonly about: string
  readonly axis: Axis
  /** The greatest value there can be; the picture is from zero. */
  readonly top: number
  readonly lines: readonly DayLine[]
  readonly points: readonly DayPoints[]
  readonly thresholds: readonly DayThreshold[]
  readonly lanes: readonly DayLane[]
  readonly legends: readonly DayLegend[]
}

const plotTop = 22
const plotHeight = 168
const floor = plotTop + plotHeight
const lanesTop = floor + 12
const laneHeight = 42
const tickHeight = 22

/** Per cent of the width that the numbers of the axis have for themselves. */
const axisWidth = 8

const xOf = (axis: Axis, day: Day): number => rounded(axisWidth + (placeOf(axis, day) * (100 - axisWidth)) / 100)
const yOf = (value: number, { top }: Scale): number => rounded(floor - partOf(value, top, plotHeight))
const isOn = ({ first, last }: Axis, day: Day): boolean => day >= first && day < last

/** Up to the greatest value there can be and no further, with ticks in round steps. */
const scaleTo = (top: number): Scale => (top > 0 ? { top, ticks: scaleOf([top]).ticks.filter((tick) => tick <= top) } : scaleOf([]))

const gridShapes = (scale: Scale, lang: Lang): Shape[] =>
  scale.ticks.flatMap((tick): Shape[] => {
    const y = yOf(tick, scale)
    const line: Shape = { is: 'line', x1: 0, x2: 100, y1: y, y2: y, look: tick === 0 ? 'base' : 'grid' }
    return tick === 0 ? [line] : [line, { is: 'text', x: 0, y: y - 4, dx: 0, anchor: 'start', text: numberText(tick, lang), look: 'axis' }]
  })

/** Per cent of the width: a label further out would be cut off. */
const lastLabelAt = 94

const tickShapes = (axis: Axis, bottom: number, lang: Lang): Shape[] =>
  ticksOf(axis).flatMap(({ day, year, month, isYear }): Shape[] => {
    const x = xOf(axis, day)
    const line: Shape = { is: 'line', x1: x, x2: x, y1: plotTop, y2: bottom, look: 'grid' }
    const text = isYear || month === 1 ? String(year) : monthText(month, lang)
    return x > lastLabelAt ? [line] : [line, { is: 'text', x, y: bottom + 16, dx: 2, anchor: 'start', text, look: 'axis' }]
  })

const thresholdShapes = ({ thresholds, axis }: DayChart, scale: Scale): Shape[] =>
  thresholds.flatMap(({ from, until, value, label }, index): Shape[] => {
    const part = clipped(axis, from, until)
    if (part === null) return []
    const [x1, x2, y] = [xOf(axis, from), xOf(axis, until), yOf(value, scale)]
    const line: Shape = { is: 'line', x1, x2, y1: y, y2: y, look: 'threshold' }
    // Named where it begins: what is newest stands at the other end.
    return index === 0 || x2 - x1 > 20
      ? [line, { is: 'text', x: x1, y: y - 4, dx: 2, anchor: 'start', text: label, look: 'threshold' }]
      : [line]
  })

function lineShapes({ look, values }: DayLine, axis: Axis, scale: Scale): Shape[] {
  const points = values
    .filter(({ on }) => isOn(axis, on))
    .map(({ on, value }) => (value === null ? null : ([xOf(axis, on), yOf(value, scale)] as const)))
  return stretchesOf(points).map((stretch): Shape => {
    const [only] = stretch
    return stretch.length === 1 && only !== undefined
      ? { is: 'dot', x: only[0], y: only[1], look, says: '' }
      : { is: 'path', points: stretch, look }
  })
}

const pointShapes = ({ look, points }: DayPoints, axis: Axis, scale: Scale, lang: Lang): Shape[] =>
  points
    .filter(({ on }) => isOn(axis, on))
    .flatMap(({ on, value, says }): Shape[] => {
      const [x, y] = [xOf(axis, on), yOf(value, scale)]
      return [
        { is: 'dot', x, y, look, says },
        { is: 'text', x, y: Math.max(12, y - 9), dx: 0, anchor: x > 92 ? 'end' : 'middle', text: numberText(value, lang), look: 'value' },
      ]
    })

function laneShapes({ label, bars = [], marks }: DayLane, axis: Axis, top: number): Shape[] {
  const middle = top + 29
  const drawn = bars.flatMap(({ from, until, look, says }): Shape[] => {
    const part = clipped(axis, from, until)
    if (part === null) return []
    const x = xOf(axis, from)
    return [{ is: 'rect', x, y: middle - 5, width: rounded(Math.max(0.4, xOf(axis, until ?? axis.last) - x)), height: 10, look, says }]
  })
  const marked = marks
    .filter(({ on }) => isOn(axis, on))
    .map((mark): Shape => {
      const x = xOf(axis, mark.on)
      return 'look' in mark
        ? { is: 'dot', x, y: middle, look: mark.look, says: mark.says }
        : { is: 'text', x, y: middle + 5, dx: 0, anchor: 'middle', text: mark.sign, look: 'value' }
    })
  return [
    { is: 'line', x1: axisWidth, x2: 100, y1: middle, y2: middle, look: 'grid' },
    { is: 'text', x: 0, y: top + 14, dx: 0, anchor: 'start', text: label, look: 'axis' },
    ...drawn,
    ...marked,
  ]
}

/** The shapes of a picture of days. */
export function daysDrawing(chart: DayChart, lang: Lang): Drawing {
  const { axis, top, lines, points, lanes } = chart
  const scale = scaleTo(top)
  const bottom = lanesTop + lanes.length * laneHeight
  return {
    height: bottom + tickHeight,
    shapes: [
      ...gridShapes(scale, lang),
      ...tickShapes(axis, bottom, lang),
      ...lines.flatMap((line) => lineShapes(line, axis, scale)),
      ...thresholdShapes(chart, scale),
      ...points.flatMap((some) => pointShapes(some, axis, scale, lang)),
      ...lanes.flatMap((lane, index) => laneShapes(lane, axis, lanesTop + index * laneHeight)),
    ],
  }
}
