/** Ten digits: the century that the reference day and the sign decide. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aCoordinationNumber, aNumber } from '../../test/support/feed-files.ts'
import { birthday, dateOf, dayFrom, dayOf, parseDate, yearOf, type Day } from '../platform/plain-date.ts'
import { parseIdentityNumber } from './identity-number.ts'

const on = (date: string): Day => dayOf(parseDate(date)!)

/** The century read from the short form of a number with the sign, asked about on the day. */
function centuryOf(twelve: string, sign: string, day: string): string {
  const found = parseIdentityNumber(`${twelve.slice(2, 8)}${sign}${twelve.slice(8)}`, on(day))
  return typeof found === 'string' ? found : found.reveal().slice(0, 2)
}

describe('the century of ten digits', () => {
  it.each([
    ['born on the day itself', '20080314', '', '2008-03-14', '20'],
    ['born on the day itself', '20080314', '-', '2008-03-14', '20'],
    ['born the day after', '20080314', '-', '2008-03-13', '19'],
    ['born the day after, without a sign', '20080314', '', '2008-03-13', '19'],
    ['a day old', '20080314', '-', '2008-03-15', '20'],
    ['99 years old', '20080314', '-', '2108-03-13', '20'],
    ['100 on the day', '20080314', '-', '2108-03-14', '21'],
    ['100 on the day, with a plus', '20080314', '+', '2108-03-14', '20'],
    ['101, with a plus', '20080314', '+', '2109-03-14', '20'],
    ['of last century', '19990314', '-', '2026-11-21', '19'],
    ['of last century, with a plus', '19260314', '+', '2026-11-21', '19'],
    ['of the century before', '18991231', '+', '2026-11-21', '18'],
    ['born on leap day', '20080229', '-', '2026-11-21', '20'],
    ['born on leap day this year', '20080229', '-', '2008-02-29', '20'],
  ])('of somebody %s: %s%s on %s', (_, born, sign, day, century) => {
    expect(centuryOf(aNumber(born), sign, day)).toBe(century)
  })

  it.each([
    ['its real day', '20080314', '2008-03-14', '20'],
    ['the day after', '20080314', '2008-03-13', '19'],
    ['an unknown month', '20080014', '2008-01-01', '20'],
    ['an unknown day, in its month', '20081100', '2008-11-01', '20'],
    ['an unknown day, a month ahead', '20081200', '2008-11-30', '19'],
  ])('of a samordningsnummer with %s: %s on %s', (_, born, day, century) => {
    expect(centuryOf(aCoordinationNumber(born), '-', day)).toBe(century)
  })

  it.each([
    ['19261231', '2026-11-21', '19'],
    ['19261231', '2026-01-01', '19'],
    ['19270101', '2026-12-31', '18'],
    ['20000229', '2100-01-01', '20'],
    ['20081231', '2108-01-01', '20'],
  ])('of %s with a plus on %s, whatever the birthday, is that of the year one turns 100', (born, day, century) => {
    expect(centuryOf(aNumber(born), '+', day)).toBe(century)
  })

  it('gives back whoever turns 100 to 199 in the year, with a plus, on any day of it', () => {
    const born = fc.integer({ min: on('2000-01-01'), max: on('2013-12-31') }) as fc.Arbitrary<Day>
    fc.assert(
      fc.property(born, fc.integer({ min: 100, max: 199 }), fc.nat({ max: 364 }), (birth, years, later) => {
        const day = (dayFrom(yearOf(birth) + years, 1, 1) + later) as Day
        expect(centuryOf(aNumber(dateOf(birth).replaceAll('-', '')), '+', dateOf(day))).toBe('20')
      }),
    )
  })

  it('gives back whoever is born before the day and not yet 100, with a sign or without', () => {
    const born = fc.integer({ min: on('2000-01-01'), max: on('2013-12-31') }) as fc.Arbitrary<Day>
    fc.assert(
      fc.property(born, fc.nat({ max: 36_524 }), fc.constantFrom('', '-'), (birth, age, sign) => {
        fc.pre(birth + age < birthday(birth, 100))
        const twelve = aNumber(dateOf(birth).replaceAll('-', ''))
        expect(centuryOf(twelve, sign, dateOf((birth + age) as Day))).toBe('20')
      }),
    )
  })

  it('gives back whoever has turned 100 and not yet 200, with a plus', () => {
    const born = fc.integer({ min: on('2000-01-01'), max: on('2013-12-31') }) as fc.Arbitrary<Day>
    fc.assert(
      fc.property(born, fc.integer({ min: 100, max: 199 }), (birth, years) => {
        const day = birthday(birth, years)
        const twelve = aNumber(dateOf(birth).replaceAll('-', ''))
        expect(yearOf(day) - yearOf(birth)).toBe(years)
        expect(centuryOf(twelve, '+', dateOf(day))).toBe('20')
      }),
    )
  })

  it('does not ask the day when all twelve digits are there', () => {
    const number = aNumber('20130314')
    expect(parseIdentityNumber(number, dayFrom(2001, 1, 1))).toMatchObject({ kind: 'personnummer', bornOn: on('2013-03-14') })
  })
})
