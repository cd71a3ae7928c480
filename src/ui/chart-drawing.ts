/**
 * What a picture of figures is drawn of, and nothing of how: a page and a report draw the same shapes (chart.tsx, chart-svg.ts).
 * Along the width places are per cent, so that text keeps its size on every screen; down the height they are pixels.
 */

/** A number; words that stand in its place (what is too small to be shown); null: not known, a gap. */
export type ChartValue = number | string | null
/** One kind of thing, with a value in each category. */
export type ChartSeries = { readonly label: string; readonly values: readonly ChartValue[] }
/** Something that happened at a category, told by a number in the picture and in words below it. `at`: its place among the categories, from 0. */
export type ChartEvent = { readonly at: number; readonly label: string }

/** A picture of figures: `bars` lie along the page, `columns` stand in order of time, `line` is over time. */
export type Chart = {
  readonly kind: 'bars' | 'columns' | 'line'
  readonly title: string
  /** What the categories are: the heading of the table's first column. */
  readonly heading: string
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** The series of a category add up: one bar of several parts. */
  readonly isStacked?: boolean
  /** Values are per cent, with at most one decimal. */
  readonly isPercent?: boolean
  readonly threshold?: { readonly value: number; readonly label: string }
  readonly events?: readonly ChartEvent[]
}

/** The looks of the series, in order: they differ in filling and outline too, not by colour alone. */
export const seriesLooks = ['solid', 'open', 'dark', 'dashed', 'pale'] as const
export type SeriesLook = (typeof seriesLooks)[number]
export type LineLook = 'grid' | 'base' | 'threshold' | 'event'
export type TextLook = 'label' | 'value' | 'axis' | 'threshold' | 'event'
type Anchor = 'start' | 'middle' | 'end'

/** `x` and `width` in per cent; `dx` and all down the height in pixels. `says`: what the shape stands for, shown where a pointer rests. */
export type Shape =
  | {
      readonly is: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly look: SeriesLook
      readonly says: string
    }
  | {
      readonly is: 'text'
      readonly x: number
      readonly y: number
      readonly dx: number
      readonly anchor: Anchor
      readonly text: string
      readonly look: TextLook
    }
  | { readonly is: 'line'; readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number; readonly look: LineLook }
  | { readonly is: 'path'; readonly points: readonly (readonly [x: number, y: number])[]; readonly look: SeriesLook }
  | { readonly is: 'dot'; readonly x: number; readonly y: number; readonly look: SeriesLook; readonly says: string }

export type Drawing = { readonly height: number; readonly shapes: readonly Shape[] }

export const lookOf = (index: number): SeriesLook => seriesLooks[index % seriesLooks.length] ?? 'solid'

/** How the words and numbers of a picture are written in its language. */
export type ChartWriting = { readonly number: (value: number) => string; readonly none: string }

/** A value as words: a number with its unit, the words in its place, or what stands for nothing. */
export function valueText(value: ChartValue, { isPercent = false }: Pick<Chart, 'isPercent'>, { number, none }: ChartWriting): string {
  if (value === null) return none
  if (typeof value === 'string') return value
  return isPercent ? `${number(value)}\u00A0%` : number(value)
}
