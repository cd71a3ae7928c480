/**
 * Pictures of figures, drawn on the server: bars, columns and lines, each with its caption and its table. They are read without colour (fillings and
 * outlines differ, numbers are written out) and keep the size of their text on every screen. Reports draw the same with chart-svg.ts.
 */
import { chartTable, descriptionOf, drawingOf } from './chart-picture.ts'
import { lookOf, type Chart, type ChartEvent, type Drawing, type Shape } from './chart-drawing.ts'
import { chartTexts } from './chart.texts.ts'
import { Table } from './table.tsx'
import { useLang } from './ui.texts.ts'

type Of<Kind extends Shape['is']> = Extract<Shape, { readonly is: Kind }>

/** A curve is stretched to the width in a picture of its own; its line is not. */
const Path = ({ path, height }: { path: Of<'path'>; height: number }) => (
  <svg x="0" y="0" width="100%" height={height} viewBox={`0 0 100 ${height}`} preserveAspectRatio="none">
    <polyline class={`curve ${path.look}`} points={path.points.map(([x, y]) => `${x},${y}`).join(' ')} vector-effect="non-scaling-stroke" />
  </svg>
)

const Dot = ({ dot: { x, y, look, says } }: { dot: Of<'dot'> }) =>
  look === 'solid' || look === 'open' ? (
    <circle class={look} cx={`${x}%`} cy={y} r="4">
      <title>{says}</title>
    </circle>
  ) : (
    <rect class={look} x={`${x}%`} y={y - 4} width="8" height="8" transform="translate(-4 0)">
      <title>{says}</title>
    </rect>
  )

const Text = ({ text: { x, y, dx, anchor, text, look } }: { text: Of<'text'> }) => (
  <text class={look} x={`${x}%`} y={y} dx={dx} text-anchor={anchor}>
    {text}
  </text>
)

const Drawn = ({ shape, height }: { shape: Shape; height: number }) => {
  switch (shape.is) {
    case 'rect':
      return (
        <rect class={shape.look} x={`${shape.x}%`} y={shape.y} width={`${shape.width}%`} height={shape.height} rx="1">
          <title>{shape.says}</title>
        </rect>
      )
    case 'line':
      return <line class={shape.look} x1={`${shape.x1}%`} x2={`${shape.x2}%`} y1={shape.y1} y2={shape.y2} />
    case 'path':
      return <Path path={shape} height={height} />
    case 'dot':
      return <Dot dot={shape} />
    case 'text':
      return <Text text={shape} />
  }
}

/** The shapes as they are on a page. `about`: what they show, in words. */
export const Picture = ({ title, about, drawing }: { title: string; about: string; drawing: Drawing }) => (
  <svg class="plot" role="img" aria-label={title} width="100%" height={drawing.height}>
    <desc>{about}</desc>
    {drawing.shapes.map((shape) => (
      <Drawn shape={shape} height={drawing.height} />
    ))}
  </svg>
)

/** What the fillings stand for; a single series needs none. */
const SeriesLegend = ({ series }: Pick<Chart, 'series'>) => (
  <ul class="legends">
    {series.map(({ label }, index) => (
      <li>
        <svg class="plot" width="16" height="12" aria-hidden="true">
          <rect class={lookOf(index)} x="1" y="1" width="14" height="10" rx="1" />
        </svg>
        {label}
      </li>
    ))}
  </ul>
)

const EventList = ({ events, heading }: { events: readonly ChartEvent[]; heading: string }) => (
  <ol class="chart-events" aria-label={heading}>
    {events.map(({ label }) => (
      <li>{label}</li>
    ))}
  </ol>
)

type Props = {
  readonly chart: Chart
  /** The page has its own table of the same beside the picture. */
  readonly hasOwnTable?: boolean
  /** The caption is the page's own heading just above, and is not written again. */
  readonly isCaptionHidden?: boolean
}

/** A picture of figures with its caption, what happened in it, and the same as a table for the one who asks. */
export const ChartFigure = ({ chart, hasOwnTable = false, isCaptionHidden = false }: Props) => {
  const lang = useLang()
  const t = chartTexts[lang]
  const { columns, rows } = chartTable(chart, lang)
  return (
    <figure class="chart">
      <figcaption class={isCaptionHidden ? 'ds-sr-only' : ''}>{chart.title}</figcaption>
      {chart.series.length > 1 && <SeriesLegend series={chart.series} />}
      <Picture title={chart.title} about={descriptionOf(chart, lang)} drawing={drawingOf(chart, lang)} />
      {chart.events !== undefined && chart.events.length > 0 && <EventList events={chart.events} heading={t.events} />}
      {!hasOwnTable && (
        <details class="more">
          <summary>{t.asTable}</summary>
          <Table caption={chart.title} columns={columns.map((title, index) => ({ title, isNumber: index > 0 }))} rows={rows} headed />
        </details>
      )}
    </figure>
  )
}
