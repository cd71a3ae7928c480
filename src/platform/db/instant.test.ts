/** Instants as they are written. Where a stretch of time ends is asked of PostgreSQL elsewhere. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, type Day } from '../plain-date.ts'
import { parseInstant } from './instant.ts'

const line = (text: string): string | null => {
  const found = parseInstant(text)
  return found === null ? null : `${found.local} ${found.zone ?? 'Sweden'} for ${found.unit}`
}

describe('an instant', () => {
  it.each([
    ['2026-11-20', '2026-11-20 00:00:00 Sweden for 1 day'],
    [' 2026-11-20 ', '2026-11-20 00:00:00 Sweden for 1 day'],
    ['2026-11-20T13:05', '2026-11-20 13:05:00 Sweden for 1 minute'],
    ['2026-11-20 13:05', '2026-11-20 13:05:00 Sweden for 1 minute'],
    ['2026-11-20t13:05', '2026-11-20 13:05:00 Sweden for 1 minute'],
    ['2026-11-20T13:05Z', '2026-11-20 13:05:00 Z for 1 minute'],
    ['2026-11-20T13:05:10', '2026-11-20 13:05:10 Sweden for 1 second'],
    ['2026-11-20T13:05:10z', '2026-11-20 13:05:10 Z for 1 second'],
    ['2026-11-20T13:05:10+01:00', '2026-11-20 13:05:10 +01:00 for 1 second'],
    ['2026-11-20T13:05:10 -0330', '2026-11-20 13:05:10 -0330 for 1 second'],
    ['2026-11-20T13:05:10+01', '2026-11-20 13:05:10 +01 for 1 second'],
    ['2026-11-20T13:05:10.123', '2026-11-20 13:05:10.123 Sweden for 1000 microseconds'],
    ['2026-11-20T13:05:10,123', '2026-11-20 13:05:10.123 Sweden for 1000 microseconds'],
    ['2026-11-20T13:05:10.123456Z', '2026-11-20 13:05:10.123456 Z for 1 microseconds'],
    ['2026-11-20T13:05:10.5', '2026-11-20 13:05:10.5 Sweden for 100000 microseconds'],
    ['2026-11-20T13:05:10.1234', '2026-11-20 13:05:10.1234 Sweden for 100 microseconds'],
    ['2026-11-20T13:05:10.12345Z', '2026-11-20 13:05:10.12345 Z for 10 microseconds'],
    ['2026-11-20T13:05+14:00', '2026-11-20 13:05:00 +14:00 for 1 minute'],
    ['2026-11-20T13:05-12', '2026-11-20 13:05:00 -12 for 1 minute'],
    ['2026-11-20T13:05+0545', '2026-11-20 13:05:00 +0545 for 1 minute'],
    ['2026-11-20T00:00', '2026-11-20 00:00:00 Sweden for 1 minute'],
    ['2026-11-20T23:59:59', '2026-11-20 23:59:59 Sweden for 1 second'],
  ])('is %j', (text, expected) => {
    expect(line(text)).toBe(expected)
  })

  it.each([
    '',
    'now',
    '20261120',
    '2026-02-29',
    '2026-11-20T',
    '2026-11-20T24:00',
    '2026-11-20T13:60',
    '2026-11-20T13:05:60',
    '2026-11-20T13',
    '2026-11-20T1:05',
    '2026-11-20T13:05.5',
    '2026-11-20T13:05:10.1234567',
    '2026-11-20T13:05:10.',
    '2026-11-20Z',
    '2026-11-20T13:05 CET',
    '2026-11-20T13:05Europe/Stockholm',
    "2026-11-20T13:05:10'; --",
    '+12026-11-20',
    '2026-11-20\nT13:05',
  ])('is not %j', (text) => {
    expect(line(text)).toBeNull()
  })

  it('is every real day, alone and at every minute', () => {
    const day = fc.integer({ min: dayFrom(1900, 1, 1), max: dayFrom(2100, 12, 31) }) as fc.Arbitrary<Day>
    const two = (max: number) => fc.nat({ max }).map((number) => String(number).padStart(2, '0'))
    fc.assert(
      fc.property(day, two(29), two(69), (of, hour, minute) => {
        const real = hour <= '23' && minute <= '59'
        expect(line(dateOf(of))).toBe(`${dateOf(of)} 00:00:00 Sweden for 1 day`)
        expect(line(`${dateOf(of)}T${hour}:${minute}`)).toBe(real ? `${dateOf(of)} ${hour}:${minute}:00 Sweden for 1 minute` : null)
      }),
    )
  })

  it.each(['2026-11-20T13:05+99:99', '2026-11-20T13:05+01:75', '2026-11-20T13:05-40', '2026-11-20T13:05+15', '2026-11-20T13:05+01:60'])(
    'is not in a zone that cannot be: %s',
    (text) => {
      expect(line(text)).toBeNull()
    },
  )

  it('is named no more exactly than it is written, whatever the fraction', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,6}$/), (fraction) => {
        const unit = Number(`1${'0'.repeat(6 - fraction.length)}`)
        expect(parseInstant(`2026-11-20T13:05:10.${fraction}`)).toEqual({
          local: `2026-11-20 13:05:10.${fraction}`,
          zone: null,
          unit: `${unit} microseconds`,
        })
      }),
    )
  })
})
