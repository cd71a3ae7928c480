/** A picture of days on a page: its caption, what looks and signs stand for, the picture, and what the page says of the same in words below. */
import type { Child } from 'hono/jsx'
import { daysDrawing, type DayChart, type DayLegend } from './chart-days.ts'
import { Picture } from './chart.tsx'
import { chartTexts } from './chart.texts.ts'
import { useLang } from './ui.texts.ts'

const Legend = ({ legend }: { legend: DayLegend }) => (
  <li>
    {'look' in legend ? (
      <svg class="plot" width="16" height="12" aria-hidden="true">
        <rect class={legend.look} x="1" y="1" width="14" height="10" rx="1" />
      </svg>
    ) : (
      <strong>{legend.sign} </strong>
    )}
    {legend.label}
  </li>
)

type Props = {
  readonly chart: DayChart
  /** The caption is the page's own heading just above, and is not written again. */
  readonly isCaptionHidden?: boolean
  /** The tables that say the same as the picture. */
  readonly children: Child
}

/** The picture with its caption. The tables are folded away on the screen, and printed. */
export const DayChartFigure = ({ chart, isCaptionHidden = false, children }: Props) => {
  const lang = useLang()
  return (
    <figure class="chart">
      <figcaption class={isCaptionHidden ? 'ds-sr-only' : ''}>{chart.title}</figcaption>
      <ul class="legends">
        {chart.legends.map((legend) => (
          <Legend legend={legend} />
        ))}
      </ul>
      <Picture title={chart.title} about={chart.about} drawing={daysDrawing(chart, lang)} />
      <details class="more">
        <summary>{chartTexts[lang].asTable}</summary>
        {children}
      </details>
    </figure>
  )
}
