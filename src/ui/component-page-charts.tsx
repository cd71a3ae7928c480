/** Pictures of figures, on the component page. The numbers are made up. */
import { Card, Cards } from './card.tsx'
import type { Chart } from './chart-drawing.ts'
import { ChartFigure } from './chart.tsx'

const months = ['jul', 'aug', 'sep', 'okt', 'nov', 'dec', 'jan', 'feb', 'mar', 'apr', 'maj', 'jun']

const reached: Chart = {
  kind: 'bars',
  title: 'Tid sedan senast nådd',
  heading: 'Tid',
  categories: ['Högst 30 dagar', '31–90 dagar', '91–180 dagar', 'Mer än ett halvår', 'Aldrig nådd'],
  series: [{ label: 'Ungdomar', values: [212, 148, 61, '<5', 0] }],
}

const support: Chart = {
  kind: 'bars',
  title: 'Val av stöd per enhet',
  heading: 'Enhet',
  categories: ['Enhet Nord', 'Enhet Syd', 'En enhet med ett mycket långt namn som inte får plats på raden'],
  series: [
    { label: 'Arbetsmarknad', values: [31, 22, 9] },
    { label: 'Utbildning', values: [18, 40, 12] },
    { label: 'Socialtjänst', values: [7, null, 6] },
  ],
}

const flow: Chart = {
  kind: 'columns',
  title: 'In och ut månad för månad',
  heading: 'Månad',
  categories: months,
  series: [
    { label: 'Kom in', values: [4, 38, 51, 22, 17, 12, 19, 14, 16, 11, 9, 5] },
    { label: 'Lämnade', values: [21, 44, 12, 9, 14, 8, 25, 11, 9, 13, 10, 31] },
  ],
}

const notKnown: Chart = {
  kind: 'line',
  title: 'Andel vars sysselsättning inte är känd',
  heading: 'Månad',
  categories: months,
  series: [{ label: 'Andel', values: [41.5, 44, 38.2, 33, null, null, 27.4, 25, 24.1, 22, 19.8, 18] }],
  isPercent: true,
  threshold: { value: 30, label: 'Mål 30 %' },
  events: [
    { at: 2, label: 'September: alla frågades' },
    { at: 6, label: 'Januari: nya skolregister' },
  ],
}

/** Charts in their kinds: with values, gaps, what is too small, a threshold and events. */
export const ChartSamples = () => (
  <>
    <h2 class="spaced">Siffror i bild</h2>
    <Cards>
      {[
        reached,
        support,
        { ...support, title: 'Val av stöd, summerat', isStacked: true },
        flow,
        { ...flow, title: 'In och ut, på varandra', isStacked: true },
        notKnown,
      ].map((chart) => (
        <Card>
          <ChartFigure chart={chart} />
        </Card>
      ))}
    </Cards>
  </>
)
