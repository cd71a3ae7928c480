/** A picture of figures as a file of its own, for reports: the same shapes as on the page, in colours that print. */
import type { Lang } from '../kernel/lang.ts'
import { lookOf, type Chart, type Drawing, type LineLook, type SeriesLook, type Shape, type TextLook } from './chart-drawing.ts'
import { daysDrawing, type DayChart, type DayLegend } from './chart-days.ts'
import { descriptionOf, drawingOf } from './chart-picture.ts'

/** Units across: about pixels. The picture can be scaled as a whole. */
const across = 640
const legendHeight = 24
const eventHeight = 18

const ink = '#272c2e'
const muted = '#5a5e5f'
const fills: Readonly<Record<SeriesLook, string>> = {
  solid: 'fill="#0b6e54"',
  open: 'fill="#deebe8" stroke="#0b6a51" stroke-width="1.5"',
  dark: 'fill="#24292b"',
  dashed: 'fill="#ffffff" stroke="#5a5e5f" stroke-width="1.5" stroke-dasharray="3 2"',
  pale: 'fill="#f2c275" stroke="#80540f" stroke-width="1"',
}
const curves: Readonly<Record<SeriesLook, string>> = {
  solid: 'stroke="#0b6e54"',
  open: 'stroke="#0b6a51" stroke-dasharray="6 4"',
  dark: 'stroke="#24292b"',
  dashed: 'stroke="#5a5e5f" stroke-dasharray="2 3"',
  pale: 'stroke="#80540f" stroke-dasharray="8 3 2 3"',
}
const lines: Readonly<Record<LineLook, string>> = {
  grid: 'stroke="#d9dada"',
  base: 'stroke="#5a5e5f"',
  threshold: 'stroke="#b81a1a" stroke-width="1.5" stroke-dasharray="6 3"',
  event: 'stroke="#5a5e5f" stroke-dasharray="2 3"',
}
const texts: Readonly<Record<TextLook, string>> = {
  label: `fill="${ink}" font-size="13"`,
  // On a line it is still read: the paper's colour round it.
  value: `fill="${ink}" font-size="13" font-weight="600" stroke="#ffffff" stroke-width="3" paint-order="stroke"`,
  axis: `fill="${muted}" font-size="12"`,
  threshold: 'fill="#b81a1a" font-size="12"',
  event: `fill="${ink}" font-size="12" font-weight="600"`,
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
// What XML does not allow at all is left out.
const escaped = (text: string): string =>
  text.replaceAll(/(?![\t\n])\p{Cc}|\p{Cs}/gu, '').replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? '')
const placed = (percent: number): number => Math.round(percent * across) / 100

function markup(shape: Shape): string {
  switch (shape.is) {
    case 'rect':
      return `<rect x="${placed(shape.x)}" y="${shape.y}" width="${placed(shape.width)}" height="${shape.height}" ${fills[shape.look]}/>`
    case 'line':
      return `<line x1="${placed(shape.x1)}" x2="${placed(shape.x2)}" y1="${shape.y1}" y2="${shape.y2}" ${lines[shape.look]}/>`
    case 'path':
      return `<polyline fill="none" stroke-width="2" points="${shape.points.map(([x, y]) => `${placed(x)},${y}`).join(' ')}" ${curves[shape.look]}/>`
    case 'dot':
      return `<circle cx="${placed(shape.x)}" cy="${shape.y}" r="4" ${fills[shape.look]}/>`
    case 'text':
      return `<text x="${placed(shape.x) + shape.dx}" y="${shape.y}" text-anchor="${shape.anchor}" ${texts[shape.look]}>${escaped(shape.text)}</text>`
  }
}

/** The names of the series beside their fillings, each with as much room as it needs; one that does not fit begins a new line. */
function legendOf(legends: readonly DayLegend[]): { readonly markup: string; readonly height: number } {
  if (legends.length < 2) return { markup: '', height: 0 }
  let [x, y] = [0, 0]
  const parts = legends.map((legend) => {
    const width = 36 + legend.label.length * 7.5
    if (x > 0 && x + width > across) [x, y] = [0, y + legendHeight]
    const sign =
      'look' in legend
        ? `<rect x="${x + 1}" y="${y + 4}" width="14" height="10" ${fills[legend.look]}/>`
        : `<text x="${x + 8}" y="${y + 13}" text-anchor="middle" ${texts.value}>${escaped(legend.sign)}</text>`
    const part = `${sign}<text x="${x + 22}" y="${y + 13}" ${texts.label}>${escaped(legend.label)}</text>`
    x += width
    return part
  })
  return { markup: parts.join(''), height: y + legendHeight }
}

/** A picture of figures for a report: the markup of an SVG file, and the words that stand in its place for those who do not see it. */
export type ChartFile = { readonly svg: string; readonly alt: string }

type Parts = {
  readonly title: string
  readonly drawing: Drawing
  readonly legends: readonly DayLegend[]
  readonly events: readonly string[]
}

function svgOf({ title, drawing: { height, shapes }, legends, events }: Parts): string {
  const legend = legendOf(legends)
  const told = events.map(
    (label, index) =>
      `<text x="0" y="${legend.height + height + 14 + index * eventHeight}" ${texts.label}>${index + 1}. ${escaped(label)}</text>`,
  )
  const whole = legend.height + height + told.length * eventHeight + (told.length > 0 ? 6 : 2)
  const body = `${legend.markup}<g transform="translate(0 ${legend.height})">${shapes.map(markup).join('')}</g>${told.join('')}`
  const head = `xmlns="http://www.w3.org/2000/svg" width="${across}" height="${whole}" viewBox="0 0 ${across} ${whole}" font-family="Inter, sans-serif"`
  return `<svg ${head}><title>${escaped(title)}</title>${body}</svg>`
}

/** The chart as a file of its own, 640 units wide. The caption and the table are the report's (`chartTable`). */
export function chartFile(chart: Chart, lang: Lang): ChartFile {
  const legends = chart.series.map(({ label }, index) => ({ label, look: lookOf(index) }))
  const events = (chart.events ?? []).map(({ label }) => label)
  const svg = svgOf({ title: chart.title, drawing: drawingOf(chart, lang), legends, events })
  return { svg, alt: `${chart.title}. ${descriptionOf(chart, lang)}` }
}

/** A picture of days as a file of its own. The caption and the tables are the report's. */
export const dayChartFile = (chart: DayChart, lang: Lang): ChartFile => ({
  svg: svgOf({ title: chart.title, drawing: daysDrawing(chart, lang), legends: chart.legends, events: [] }),
  alt: `${chart.title}. ${chart.about}`,
})
