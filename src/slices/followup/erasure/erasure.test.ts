/** When a file is erased, by tables with their edge days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dateOf, dayOf, plusDays, type Day } from '../../../platform/plain-date.ts'
import { erasureOf, erasureSettingsFrom, isDue, shippedErasure } from './erasure.rules.ts'
import type { ErasureFacts, ErasureSettings } from './erasure.types.ts'

const day = (text: string): Day => dayOf(date(text))
const facts = (lastNote: string, more: Partial<ErasureFacts> = {}): ErasureFacts => ({
  bornOn: day('2008-03-14'),
  lastNoteOn: day(lastNote),
  keptBecause: null,
  isFollowed: false,
  ...more,
})
const said = (of: ErasureFacts, settings: ErasureSettings = shippedErasure): string => {
  const erasure = erasureOf(of, settings)
  return erasure.kind === 'kept' ? erasure.why : `${dateOf(erasure.from)} ${dateOf(erasure.latest)}`
}

describe('a file', () => {
  it.each([
    ['2021-11-26', '2026-11-26 2027-12-31'],
    ['2021-12-31', '2026-12-31 2027-12-31'],
    ['2022-01-01', '2027-01-01 2028-12-31'],
    ['2020-02-29', '2025-03-01 2026-12-31'],
    ['2019-02-28', '2024-02-28 2025-12-31'],
  ])('whose last note is of %s is erased from, and at the latest on, %s', (lastNote, expected) => {
    expect(said(facts(lastNote))).toBe(expected)
  })
  it.each([
    ['placed as a child', { keptBecause: 'placed' as const }, {}, 'placed'],
    ['on another ground', { keptBecause: 'other' as const }, {}, 'other'],
    ['while somebody follows', { isFollowed: true }, {}, 'followed'],
    ['for research, born on the 5th', { bornOn: day('2008-03-05') }, { keepsSample: true }, 'sample'],
    ['for research, born on the 15th', { bornOn: day('2008-03-15') }, { keepsSample: true }, 'sample'],
    ['for research, born on the 25th', { bornOn: day('2008-03-25') }, { keepsSample: true }, 'sample'],
  ])('is kept: %s', (_, more, settings, why) => {
    expect(said(facts('2010-01-01', more), { ...shippedErasure, ...settings })).toBe(why)
  })
  it.each([
    [{ bornOn: day('2008-03-14') }, { keepsSample: true }],
    [{ bornOn: day('2008-03-16') }, { keepsSample: true }],
    [{ bornOn: day('2008-03-15') }, { keepsSample: false }],
  ])('is not kept for research: %j', (more, settings) => {
    expect(said(facts('2010-01-01', more), { ...shippedErasure, ...settings })).toBe('2015-01-01 2016-12-31')
  })
  it.each([
    ['2026-11-25', false],
    ['2026-11-26', true],
    ['2027-12-31', true],
    ['2030-01-01', true],
  ])('of 2021-11-26 is due on %s: %s', (on, expected) => {
    expect(isDue(erasureOf(facts('2021-11-26'), shippedErasure), day(on))).toBe(expected)
  })
  it('is never erased before the years have gone, and has at least a year to be', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7_000, max: 25_000 }), fc.integer({ min: 5, max: 25 }), (lastNote, years) => {
        const erasure = erasureOf({ ...facts('2020-01-01'), lastNoteOn: lastNote as Day }, { ...shippedErasure, years })
        if (erasure.kind === 'kept') throw new Error('nothing keeps it')
        expect(erasure.from).toBeGreaterThanOrEqual(plusDays(lastNote as Day, Math.floor(365.2 * years)))
        expect(erasure.latest - erasure.from).toBeGreaterThanOrEqual(365)
        expect(erasure.latest - erasure.from).toBeLessThan(732)
      }),
    )
  })
})

describe('settings of erasure', () => {
  it.each([
    [null, shippedErasure],
    ['x', shippedErasure],
    [{}, shippedErasure],
    [{ years: 4, keepsSample: 'ja', source: ' ' }, shippedErasure],
    [{ years: 26, keepsSample: false }, shippedErasure],
    [
      { years: 7, keepsSample: true, source: 'Beslut' },
      { years: 7, keepsSample: true, source: 'Beslut' },
    ],
  ])('%j are read', (value, expected) => {
    expect(erasureSettingsFrom(value)).toEqual(expected)
  })
})
