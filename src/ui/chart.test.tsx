/** Pictures of figures: every number of the picture is in its table, nothing is outside it, and what is not known is not drawn. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Chart, ChartValue } from './chart-drawing.ts'
import { chartTable, drawingOf } from './chart-picture.ts'
import { cutLabel, labelStep, partOf, scaleOf } from './chart-scale.ts'
import { chartFile } from './chart-svg.ts'
import { stretchesOf } from './chart-time.ts'
import { ChartFigure } from './chart.tsx'
import { drawn } from './drawn.testbed.ts'

const value = fc.oneof(fc.nat(50_000), fc.constant('<5'), fc.constant(null))
const chart = fc
  .record({ categories: fc.integer({ min: 0, max: 14 }), series: fc.integer({ min: 1, max: 4 }) })
  .chain(({ categories, series }) =>
    fc.record({
      kind: fc.constantFrom('bars', 'columns', 'line'),
      title: fc.string(),
      heading: fc.constant('Vad'),
      categories: fc.array(fc.string({ maxLength: 60 }), { minLength: categories, maxLength: categories }),
      series: fc.array(fc.record({ label: fc.string(), values: fc.array(value, { minLength: categories, maxLength: categories }) }), {
        minLength: series,
        maxLength: series,
      }),
      isStacked: fc.boolean(),
    }),
  )

const of = (kind: Chart['kind'], values: readonly ChartValue[], more: Partial<Chart> = {}): Chart => ({
  kind,
  title: 'Prov',
  heading: 'Månad',
  categories: values.map((_, index) => `k${index}`),
  series: [{ label: 'Antal', values }],
  ...more,
})

describe('the scale', () => {
  it.each([
    [[], [0, 1]],
    [
      [0, 0],
      [0, 1],
    ],
    [[1], [0, 1]],
    [[3], [0, 1, 2, 3]],
    [
      [7, 2],
      [0, 2, 4, 6, 8],
    ],
    [[51], [0, 20, 40, 60]],
    [[44.5], [0, 20, 40, 60]],
    [[0.7], [0, 0.2, 0.4, 0.6, 0.8]],
    [[40_000], [0, 10_000, 20_000, 30_000, 40_000]],
  ])('of %j has the ticks %j', (values, ticks) => {
    expect(scaleOf(values).ticks).toEqual(ticks)
  })

  it('holds every value, with few round ticks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1_000_000), { minLength: 1 }), (values) => {
        const { ticks, top } = scaleOf(values)
        expect(top).toBeGreaterThanOrEqual(Math.max(...values))
        expect(ticks.length).toBeLessThanOrEqual(6)
        expect(ticks.every((tick) => Number.isInteger(tick))).toBe(true)
      }),
    )
  })

  it('keeps parts inside, and labels apart', () => {
    expect(partOf(5, 10, 80)).toBe(40)
    expect([partOf(-1, 10, 80), partOf(11, 10, 80), partOf(1, 0, 80)]).toEqual([0, 80, 0])
    expect(labelStep(['jan', 'feb', 'mar'])).toBe(1)
    expect(labelStep(Array.from({ length: 24 }, () => '2026-11'))).toBe(4)
    expect(cutLabel('a'.repeat(44))).toHaveLength(44)
    expect(cutLabel('a'.repeat(45))).toBe(`${'a'.repeat(43)}…`)
  })
})

describe('a drawing', () => {
  it('has nothing outside its frame', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const { height, shapes } = drawingOf(one, 'sv')
        for (const shape of shapes) {
          if (shape.is === 'rect') {
            expect(shape.x).toBeGreaterThanOrEqual(-0.01)
            expect(shape.x + shape.width).toBeLessThanOrEqual(100.1)
            expect(shape.height).toBeGreaterThanOrEqual(0)
            expect(shape.y + shape.height).toBeLessThanOrEqual(height + 0.01)
          }
          if (shape.is === 'path') for (const [x, y] of shape.points) expect(x >= 0 && x <= 100 && y >= 0 && y <= height).toBe(true)
        }
      }),
    )
  })

  it('has bars as long as their numbers', () => {
    const bars = drawingOf(of('bars', [100, 25, 0]), 'sv').shapes.flatMap((one) => (one.is === 'rect' ? [one.width] : []))
    expect(bars).toEqual([80, 20, 0.4])
  })

  it('has shares of a hundred when they come near it', () => {
    const longest = (values: readonly number[]): number =>
      Math.max(...drawingOf(of('bars', values, { isPercent: true }), 'sv').shapes.flatMap((one) => (one.is === 'rect' ? [one.width] : [])))
    expect(longest([75])).toBe(60)
    expect(longest([10, 5])).toBe(80)
  })

  it('ends a line at what is not known', () => {
    expect(stretchesOf([1, 2, null, 3, null, null, 4, 5])).toEqual([[1, 2], [3], [4, 5]])
    expect(stretchesOf([null])).toEqual([])
    const { shapes } = drawingOf(of('line', [10, 20, null, 30, '<5', 5, 6]), 'sv')
    expect(shapes.filter(({ is }) => is === 'path').map((one) => (one.is === 'path' ? one.points.length : 0))).toEqual([2, 2])
    expect(shapes.filter(({ is }) => is === 'dot')).toHaveLength(5)
  })

  it('stacks what adds up', () => {
    const both = {
      series: [
        { label: 'A', values: [3] },
        { label: 'B', values: [1] },
      ],
      isStacked: true,
    }
    const bars = drawingOf(of('bars', [3], both), 'sv').shapes.flatMap((one) => (one.is === 'rect' ? [[one.x, one.width]] : []))
    expect(bars).toEqual([
      [0, 46.5],
      [46.5, 15.5],
    ])
    const [lower, upper] = drawingOf(of('columns', [3], both), 'sv').shapes.filter(({ is }) => is === 'rect')
    expect(lower?.is === 'rect' && upper?.is === 'rect' && upper.y + upper.height).toBe(lower?.is === 'rect' && lower.y)
  })

  it('has words above a column that is no number: it is not taken for nothing', () => {
    const words = (values: ChartValue[]) =>
      drawingOf(of('columns', values), 'sv').shapes.filter((one) => one.is === 'text' && one.look === 'value')
    expect(words([3, '..', 0]).map((one) => (one.is === 'text' ? one.text : ''))).toEqual(['..'])
    expect(words([3, null, 0])).toEqual([])
  })

  it('has a line for the threshold, which the scale holds, and a number for each event', () => {
    const { shapes } = drawingOf(of('line', [1, 2], { threshold: { value: 9, label: 'Mål' }, events: [{ at: 1, label: 'Något' }] }), 'sv')
    const threshold = shapes.find((one) => one.is === 'line' && one.look === 'threshold')
    expect(threshold?.is === 'line' && threshold.y1).toBeGreaterThan(20)
    expect(shapes.some((one) => one.is === 'text' && one.look === 'event' && one.text === '1')).toBe(true)
  })
})

describe('the picture', () => {
  it('has a table with the same numbers, and no number that is not shown', () => {
    const html = drawn(<ChartFigure chart={of('bars', [1234.5, '<5', null], { isPercent: true })} />)
    const [picture = '', table = ''] = html.split('<details')
    expect(picture).toContain('role="img" aria-label="Prov"')
    for (const part of [picture, table]) expect(part.replaceAll(/\s/g, ' ')).toContain('1 234,5 %')
    for (const part of [picture, table]) expect(part).toContain('&lt;5')
    expect(table).toContain('<caption>Prov</caption>')
  })

  it('tells the same in the drawing as in the table, whatever it is handed', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const { rows } = chartTable(one, 'sv')
        const said = drawingOf(one, 'sv').shapes.flatMap((shape) => (shape.is === 'rect' || shape.is === 'dot' ? [shape.says] : []))
        const all = rows.flatMap(([, ...cells]) => cells)
        const told =
          one.kind === 'line'
            ? all.filter(
                (_, index) => typeof one.series[index % one.series.length]?.values[Math.floor(index / one.series.length)] === 'number',
              )
            : all
        expect(said.map((text) => text.slice(text.lastIndexOf(': ') + 2)).toSorted()).toEqual(told.toSorted())
      }),
    )
  })

  it('is well formed without styles of its own, whatever stands in it', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const html = drawn(<ChartFigure chart={{ ...one, title: '<b>"' }} />)
        expect(html).not.toMatch(/style=|<b>|NaN|undefined/)
        for (const tag of ['svg', 'text', 'figure', 'table']) {
          expect(html.split(`<${tag}`).length).toBe(html.split(`</${tag}>`).length)
        }
      }),
    )
  })

  it('says what the fillings are when there is more than one', () => {
    const two = of('columns', [1], {
      series: [
        { label: 'In', values: [1] },
        { label: 'Ut', values: [2] },
      ],
    })
    expect(drawn(<ChartFigure chart={two} />)).toContain('class="legends"')
    expect(drawn(<ChartFigure chart={of('columns', [1])} hasOwnTable />)).not.toMatch(/legends|<table/)
  })
})

describe('the file of a report', () => {
  it('is one SVG with everything escaped, and words in its place', () => {
    fc.assert(
      fc.property(chart, (one) => {
        const { svg } = chartFile(one, 'sv')
        expect(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg"')).toBe(true)
        expect(svg).not.toMatch(/NaN|undefined|&(?!amp;|lt;|gt;|quot;|#39;)/)
        expect(svg.split('<text').length).toBe(svg.split('</text>').length)
      }),
    )
    const { svg, alt } = chartFile(of('bars', [2, 1], { title: 'A & B' }), 'sv')
    expect(svg).toContain('<title>A &amp; B</title>')
    expect(alt).toBe('A & B. Antal: 2 värden i tabellen under bilden. Störst: k0, 2.')
  })
})
