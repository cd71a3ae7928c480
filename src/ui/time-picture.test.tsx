/** The picture of time: what is outside is cut, what is unknown is dashed, and the table says the same. */
import { describe, expect, it } from 'vitest'
import { drawn } from './drawn.testbed.ts'
import { dayFrom, plusDays } from '../platform/plain-date.ts'
import { clipped, placeOf, ticksOf } from './time-axis.ts'
import { TimePicture, type Bar } from './time-picture.tsx'

const axis = { first: dayFrom(2025, 1, 1), last: dayFrom(2026, 1, 1) }

describe('the axis', () => {
  it('keeps every place between its ends', () => {
    expect(placeOf(axis, dayFrom(2020, 1, 1))).toBe(0)
    expect(placeOf(axis, dayFrom(2025, 7, 2))).toBeCloseTo(49.86)
    expect(placeOf(axis, dayFrom(2030, 1, 1))).toBe(100)
    expect(placeOf({ first: axis.first, last: axis.first }, axis.first)).toBe(0)
  })

  it('cuts a bar at the edges and drops what is outside, empty or turned', () => {
    expect(clipped(axis, dayFrom(2024, 1, 1), null)).toEqual({ at: 0, width: 100 })
    expect(clipped(axis, dayFrom(2024, 1, 1), dayFrom(2025, 1, 1))).toBeNull()
    expect(clipped(axis, dayFrom(2026, 1, 1), null)).toBeNull()
    expect(clipped(axis, dayFrom(2025, 5, 1), dayFrom(2025, 5, 1))).toBeNull()
    expect(clipped(axis, dayFrom(2025, 5, 2), dayFrom(2025, 5, 1))).toBeNull()
    const last = clipped(axis, plusDays(axis.last, -1), dayFrom(2027, 1, 1))
    expect((last?.at ?? 0) + (last?.width ?? 0)).toBeCloseTo(100)
  })

  it('has a handful of ticks, from weeks to decades', () => {
    for (const days of [1, 20, 100, 365, 1500, 7000, 30_000]) {
      const ticks = ticksOf({ first: axis.first, last: plusDays(axis.first, days) })
      expect(ticks.length).toBeLessThanOrEqual(7)
      expect(ticks.every(({ day }) => day >= axis.first && day < axis.first + days)).toBe(true)
    }
    expect(ticksOf({ first: dayFrom(2023, 8, 1), last: dayFrom(2027, 1, 1) }).map(({ year }) => year)).toEqual([2024, 2025, 2026])
  })
})

describe('the picture', () => {
  const bar = (from: number, until: number | null, kind: Bar['kind'], label: string): Bar => ({
    from: dayFrom(from, 1, 1),
    until: until === null ? null : dayFrom(until, 1, 1),
    kind,
    label,
  })
  const lanes = [
    {
      label: 'Skola',
      bars: [bar(2019, 2021, 'quiet', 'utanför'), bar(2024, null, 'study', '<b>NA</b>'), bar(2025, null, 'unknown', 'okänd')],
    },
    {
      label: 'Kontakt',
      bars: [],
      marks: [
        { on: dayFrom(2025, 6, 1), sign: '✉', label: 'Brev' },
        { on: dayFrom(2020, 6, 1), sign: '☎', label: 'Telefon' },
      ],
    },
  ]
  const html = drawn(<TimePicture title="I tid" lanes={lanes} axis={axis} today={dayFrom(2025, 7, 2)} />)
  const picture = html.slice(0, html.indexOf('<details'))

  it('has a name, and draws no more than the axis holds', () => {
    expect(picture).toContain('role="img" aria-label="I tid"')
    expect(picture).not.toMatch(/utanför|☎|<b>/)
    expect(picture.match(/class="bar"/g)).toHaveLength(2)
    expect(picture).toMatch(/x="0%" y="4" width="49.86%"/)
    expect(picture).toContain('rect class="unknown"')
  })

  it('tells everything in the table, with the last day and not the day after', () => {
    const table = html.slice(html.indexOf('<details'))
    expect(table).toContain('utanför')
    expect(table).toContain('2020-12-31')
    expect(table).toContain('pågår')
    expect(table).toContain('Telefon')
    expect(table).not.toContain('<b>')
    expect(drawn(<TimePicture title="I tid" lanes={lanes} axis={axis} hasOwnTable />)).not.toContain('<table')
  })
})
