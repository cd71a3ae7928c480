/** How much absence is much, by two limits, and which days a night reads. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKept, isOverThreshold, monthOf, monthsBefore, reachesCsn, shareOf, spansToRead, tabsOf } from './absence.rules.ts'
import { preventionSettings } from './prevention-settings.rules.ts'
import { hoursOf } from './words.views.tsx'

const day = (text: string): PlainDate => text as PlainDate
const settings = preventionSettings.shipped
const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => dateOf(plusDays(dayFrom(2024, 1, 1), days)))

describe('the limits', () => {
  it.each([
    [0, false, false, false],
    [239, false, false, false],
    [240, true, false, true],
    [1199, true, false, true],
    [1200, true, true, true],
  ])('%i minutes reach CSN’s %s and the municipality’s %s', (minutes, csn, over, kept) => {
    expect([reachesCsn(minutes, settings), isOverThreshold(minutes, settings), isKept(minutes, settings)]).toEqual([csn, over, kept])
  })
  it('are two tests: the municipality’s may be the lower', () => {
    const low = { thresholdHours: 2, csnHours: 4 }
    expect(tabsOf({ invalid: 130, before: 0 }, low)).toEqual(['over'])
    expect(tabsOf({ invalid: 240, before: 0 }, { thresholdHours: 20, csnHours: 4 })).toEqual(['csn'])
  })
  it('hear the larger of the two months, so that a new month empties no list', () => {
    fc.assert(
      fc.property(fc.nat({ max: 3000 }), fc.nat({ max: 3000 }), (invalid, before) => {
        expect(tabsOf({ invalid, before }, settings)).toEqual(tabsOf({ invalid: before, before: invalid }, settings))
      }),
    )
  })
  it.each([
    [{ invalid: 300, offered: 1200 }, 25],
    [{ invalid: 300, offered: null }, null],
    [{ invalid: 0, offered: 0 }, null],
  ])('%j is a share of %s', (sums, share) => expect(shareOf(sums)).toBe(share))
  it('are never written as reached when they are not', () => {
    expect([hoursOf(239, 'sv'), hoursOf(240, 'sv'), hoursOf(1350, 'sv'), hoursOf(1350, 'en')]).toEqual(['3,9', '4', '22,5', '22.5'])
  })
})

describe('a night', () => {
  it.each([
    ['2026-11-01', [['2026-10-01', '2026-10-31']]],
    [
      '2026-11-10',
      [
        ['2026-10-01', '2026-10-31'],
        ['2026-11-01', '2026-11-09'],
      ],
    ],
    ['2026-11-11', [['2026-11-01', '2026-11-10']]],
    [
      '2026-01-02',
      [
        ['2025-12-01', '2025-12-31'],
        ['2026-01-01', '2026-01-01'],
      ],
    ],
    ['2024-03-01', [['2024-02-01', '2024-02-29']]],
  ])('on %s reads', (on, spans) => expect(spansToRead(day(on)).map(({ fromOn, untilOn }) => [fromOn, untilOn])).toEqual(spans))

  it('reads whole days of one month at a time, and none that is not over', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const spans = spansToRead(on)
        expect(spans.length).toBeGreaterThan(0)
        for (const { fromOn, untilOn } of spans) {
          expect(fromOn).toBe(monthOf(untilOn))
          expect(untilOn < on).toBe(true)
        }
      }),
    )
  })

  it('counts months back across years', () => {
    expect([monthsBefore(day('2026-01-01'), 1), monthsBefore(day('2026-11-01'), 6), monthsBefore(day('2026-11-01'), 24)]).toEqual([
      '2025-12-01',
      '2026-05-01',
      '2024-11-01',
    ])
    fc.assert(
      fc.property(someDay, fc.nat({ max: 30 }), (on, months) => {
        const before = monthsBefore(monthOf(on), months)
        expect(Math.round((dayOf(monthOf(on)) - dayOf(before)) / 30.44)).toBe(months)
      }),
    )
  })
})
