/** What every source of enrolments has in common: days out of times, and codes that may be shown. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCoordinationNumber, aNumber } from '../../../test/support/feed-files.ts'
import { dateOf, dayFrom, type Day } from '../../platform/plain-date.ts'
import { dayPart, shownCode } from './education-row.ts'

describe('the Swedish day of a text', () => {
  it.each([
    ['2024-08-19', '2024-08-19'],
    ['2024-08-19T00:00:00', '2024-08-19'],
    ['2024-08-19T23:59:59.999', '2024-08-19'],
    ['2024-08-19T12:00:00Z', '2024-08-19'],
    ['2024-08-18T21:59:59Z', '2024-08-18'],
    ['2024-08-18T22:00:00Z', '2024-08-19'],
    ['2024-08-18T22:00:00.000Z', '2024-08-19'],
    ['2024-01-14T22:59:59Z', '2024-01-14'],
    ['2024-01-14T23:00:00Z', '2024-01-15'],
    ['2024-12-31T23:00:00Z', '2025-01-01'],
    ['2024-08-19T00:00:00+02:00', '2024-08-19'],
    ['2024-08-19T00:00:00+0200', '2024-08-19'],
    ['2024-01-15T00:00:00+01:00', '2024-01-15'],
    ['2024-01-15T00:00:00+02:00', '2024-01-14'],
    ['2024-08-18T18:00:00-04:00', '2024-08-19'],
  ])('%s is %s', (text, day) => {
    expect(dayPart(text)).toBe(day)
  })

  it.each(['', 'x', '20240819', '2024-08-19 00:00', '19/8 2024', '2024-08'])('is the text itself when no time stands in it: %j', (text) => {
    expect(dayPart(text)).toBe(text)
  })

  it('is the day that is written when midnight is written in Swedish time, summer and winter', () => {
    const day = fc.integer({ min: dayFrom(1998, 1, 1), max: dayFrom(2040, 12, 31) }) as fc.Arbitrary<Day>
    fc.assert(
      fc.property(day, (of) => {
        const at = new Date(`${dateOf(of)}T00:00:00Z`)
        const name = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' }).format(at)
        const zone = name.endsWith('+02:00') ? '+02:00' : '+01:00'
        // Clocks are moved at 01:00 UTC, so midnight has the zone that 00:00 UTC has.
        expect(dayPart(`${dateOf(of)}T00:00:00${zone}`)).toBe(dateOf(of))
        expect(dayPart(`${dateOf(of)}T00:00:00`)).toBe(dateOf(of))
        expect(dayPart(dateOf(of))).toBe(dateOf(of))
      }),
    )
  })
})

describe('a code for showing', () => {
  it.each(['GY', 'NYTT', 'VUXSARGY', 'GY_STUDIEBEVIS', 'IB1', 'KÖR', 'NA25'])('is shown with a space before it: %s', (code) => {
    expect(shownCode(code)).toBe(` ${code}`)
  })

  it.each([
    '',
    aNumber(),
    aNumber().slice(2),
    `${aNumber().slice(2, 8)}-${aNumber().slice(8)}`,
    aCoordinationNumber(),
    '20080314TF01',
    '080314-T123',
    '2389',
    'A2389',
    '2008-03-14',
    'Åsa Öst',
    'Åsa-Ärla',
    'x'.repeat(31),
    'GY\n',
  ])('is not shown when it could be something else: %j', (code) => {
    expect(shownCode(code)).toBe('')
  })

  it('never has more than three digits in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789ABÅ_- +') }), (text) => {
        expect(shownCode(text).replaceAll(/\D/g, '').length).toBeLessThanOrEqual(3)
      }),
    )
  })
})
