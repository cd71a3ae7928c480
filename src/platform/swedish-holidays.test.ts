/** Swedish public holidays against the npm package date-holidays, and working days. */
import Holidays from 'date-holidays'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, dayOf, parseDate, weekdayOf, type Day } from './plain-date.ts'
import { easterSunday, isPublicHoliday, isWorkingDay } from './swedish-holidays.ts'

const day = (text: string): Day => dayOf(parseDate(text)!)
const oracle = new Holidays('SE', { types: ['public'] })
const years = Array.from({ length: 36 }, (_, at) => 2000 + at)

function daysOf(year: number): Day[] {
  const first = dayFrom(year, 1, 1)
  return Array.from({ length: dayFrom(year + 1, 1, 1) - first }, (_, at) => (first + at) as Day)
}
// 6 June has been a public holiday since 2005 (lag 2004:1320). Nobody asks about nights before that, and the rule does not know it.
const isCompared = (date: string): boolean => date >= '2005' || !date.endsWith('-06-06')

const ours = (year: number): string[] =>
  daysOf(year)
    .filter((of) => isPublicHoliday(of))
    .map((of) => dateOf(of))
    .filter(isCompared)
const theirs = (year: number): string[] =>
  oracle
    .getHolidays(year)
    .map(({ date }) => date.slice(0, 10))
    .filter(isCompared)

describe('the public holidays', () => {
  it.each(years)('of %i are those of date-holidays', (year) => {
    expect(ours(year)).toEqual([...new Set(theirs(year))].toSorted())
    expect(ours(year).length).toBeGreaterThanOrEqual(11)
  })

  it.each([
    ['2026-01-01', 'New Year'],
    ['2026-01-06', 'Epiphany'],
    ['2026-04-03', 'Good Friday'],
    ['2026-04-05', 'Easter'],
    ['2026-04-06', 'Easter Monday'],
    ['2026-05-01', 'the first of May'],
    ['2026-05-14', 'Ascension'],
    ['2026-05-24', 'Whitsun'],
    ['2026-06-06', 'the national day'],
    ['2026-06-20', 'Midsummer on its first possible day'],
    ['2021-06-26', 'Midsummer on its last possible day'],
    ['2026-10-31', "All Saints' on its first possible day"],
    ['2027-11-06', "All Saints' on its last possible day"],
    ['2026-12-25', 'Christmas'],
    ['2026-12-26', 'the day after'],
    ['2008-05-01', 'the first of May and Ascension at once'],
  ])('have %s: %s', (date) => {
    expect(isPublicHoliday(day(date))).toBe(true)
    expect(isWorkingDay(day(date))).toBe(false)
  })

  it.each(['2026-01-05', '2026-04-02', '2026-04-30', '2026-05-15', '2026-05-25', '2026-06-19', '2026-10-30', '2026-12-24', '2026-12-31'])(
    'do not have the eve or squeezed day %s, which is a working day in law',
    (date) => {
      expect(isPublicHoliday(day(date))).toBe(false)
      expect(isWorkingDay(day(date))).toBe(true)
    },
  )
})

describe('Easter Sunday', () => {
  it.each([
    '1818-03-22',
    '1886-04-25',
    '1943-04-25',
    '1954-04-18',
    '1961-04-02',
    '1981-04-19',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2024-03-31',
    '2038-04-25',
    '2049-04-18',
    '2076-04-19',
    '2160-03-23',
    '2285-03-22',
  ])('is %s', (date) => {
    expect(dateOf(easterSunday(Number(date.slice(0, 4))))).toBe(date)
  })

  it('is a Sunday between 22 March and 25 April, every year', () => {
    for (let year = 1600; year <= 2400; year++) {
      const easter = easterSunday(year)
      expect(weekdayOf(easter)).toBe(7)
      expect(easter).toBeGreaterThanOrEqual(dayFrom(year, 3, 22))
      expect(easter).toBeLessThanOrEqual(dayFrom(year, 4, 25))
    }
  })
})

describe('a working day', () => {
  it('is Monday to Friday and none of the holidays of date-holidays', () => {
    for (const year of years) {
      const holidays = new Set(theirs(year))
      for (const of of daysOf(year).filter((one) => isCompared(dateOf(one)))) {
        expect(isWorkingDay(of), dateOf(of)).toBe(weekdayOf(of) <= 5 && !holidays.has(dateOf(of)))
      }
    }
  })

  it('is never more than five days away', () => {
    for (const of of years.flatMap(daysOf)) {
      expect(
        [1, 2, 3, 4, 5].some((later) => isWorkingDay((of + later) as Day)),
        dateOf(of),
      ).toBe(true)
    }
  })
})
