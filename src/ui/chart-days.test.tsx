/** Pictures of days: values stand on their day, gaps are gaps, thresholds change where they change, and a report draws the same. */
import { describe, expect, it } from 'vitest'
import { dayOf, plusDays, type PlainDate } from '../platform/plain-date.ts'
import { daysDrawing, type DayChart } from './chart-days.ts'
import type { Shape } from './chart-drawing.ts'
import { dayChartFile } from './chart-svg.ts'
import { DayChartFigure } from './day-chart.tsx'
import { drawn } from './drawn.testbed.ts'

const day = (text: string) => dayOf(text as PlainDate)
const chart: DayChart = {
  title: 'Hälsa <&>',
  about: 'Tre bedömningar.',
  axis: { first: day('2026-01-01'), last: day('2026-12-31') },
  top: 25,
  lines: [
    {
      look: 'solid',
      values: [
        { on: day('2025-12-31'), value: 9 },
        { on: day('2026-01-01'), value: 10 },
        { on: day('2026-01-02'), value: 0 },
        { on: day('2026-01-03'), value: null },
        { on: day('2026-01-04'), value: 12.5 },
      ],
    },
  ],
  points: [{ look: 'dark', points: [{ on: day('2026-07-02'), value: 25, says: 'bedömd' }] }],
  thresholds: [
    { from: day('2026-01-01'), until: day('2026-07-02'), value: 12.5, label: 'Gräns 12,5' },
    { from: day('2026-07-02'), until: day('2026-12-31'), value: 13, label: 'Gräns 13' },
  ],
  lanes: [
    { label: 'Uppföljning', bars: [{ from: day('2025-06-01'), until: null, look: 'open', says: 'hos boendedrift' }], marks: [] },
    {
      label: 'Progression',
      marks: [
        { on: day('2026-07-02'), sign: '+', says: 'framåt' },
        { on: day('2027-01-01'), sign: '−', says: 'nedåt' },
      ],
    },
  ],
  legends: [
    { look: 'dark', label: 'Bedömning' },
    { sign: '+', label: 'framåt' },
  ],
}

const { shapes } = daysDrawing(chart, 'sv')
const of = <Kind extends Shape['is']>(kind: Kind) => shapes.filter((one): one is Extract<Shape, { is: Kind }> => one.is === kind)
const texts = of('text').map(({ text }) => text)

describe('a picture of days', () => {
  it('has a line that ends at a gap, a dot for a day between gaps, and nothing from outside the days', () => {
    expect(of('path').map(({ points }) => points.length)).toEqual([2])
    expect(of('dot')).toHaveLength(2)
    expect(of('path')[0]?.points[1]?.[1]).toBe(190)
  })

  it('draws up to the greatest value there can be', () => {
    expect(of('dot').find(({ says }) => says === 'bedömd')?.y).toBe(22)
    expect(texts).toEqual(expect.arrayContaining(['10', '20', '25', '2026']))
    expect(texts).not.toContain('30')
  })

  it('has each threshold where it is in force, with its name where there is room', () => {
    const thresholds = of('line').filter(({ look }) => look === 'threshold')
    expect(thresholds.map(({ x1, x2 }) => [x1, x2])).toEqual([
      [8, 54],
      [54, 100],
    ])
    expect(texts).toEqual(expect.arrayContaining(['Gräns 12,5', 'Gräns 13']))
    const thrice = [0, 1, 2].map((at) => ({
      ...chart.thresholds[1]!,
      from: plusDays(chart.axis.first, at * 9),
      until: plusDays(chart.axis.first, at * 9 + 9),
    }))
    const crowded = daysDrawing({ ...chart, thresholds: thrice }, 'sv').shapes
    expect(crowded.filter((one) => one.is === 'text' && one.look === 'threshold')).toHaveLength(1)
  })

  it('has lanes with what lasts cut at the edges, and what happened on its day', () => {
    expect(of('rect').map(({ x, width }) => [x, width])).toEqual([[8, 92]])
    expect(of('text').find(({ text }) => text === '+')?.x).toBe(54)
    expect(texts).not.toContain('−')
  })

  it('is the same in a report, with words in its place', () => {
    const { svg, alt } = dayChartFile(chart, 'sv')
    expect(alt).toBe('Hälsa <&>. Tre bedömningar.')
    expect(svg).toContain('<title>Hälsa &lt;&amp;&gt;</title>')
    expect(svg.match(/<polyline/g)).toHaveLength(1)
    expect(svg).toContain('>Bedömning</text>')
  })

  it('is on a page with its words and its tables', () => {
    const html = drawn(<DayChartFigure chart={chart}>tabellen</DayChartFigure>)
    expect(html).toContain('<desc>Tre bedömningar.</desc>')
    expect(html).toMatch(/<details class="more"><summary>[^<]+<\/summary>tabellen/)
  })
})
