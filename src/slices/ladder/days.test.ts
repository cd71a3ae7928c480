/** Days as outreach counts them, with edge days. */
import { describe, expect, it, test } from 'vitest'
import { monthsAfter, nextOf, partOfDay, workingDayFrom, workingDaysAfter, workingDayUntil } from './days.rules.ts'
import { date, day } from './ladder.testbed.ts'
import { lastDayToBegin } from './step.rules.ts'
import { shippedLadder } from './settings.rules.ts'

describe('the same day of a later month', () => {
  it.each([
    ['2026-11-20', 1, '2026-12-20'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-01-29', 1, '2028-02-29'],
    ['2027-01-29', 1, '2027-02-28'],
    ['2028-02-29', 1, '2028-03-29'],
    ['2026-05-31', 1, '2026-06-30'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-11-15', 12, '2027-11-15'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-15', 0, '2026-11-15'],
  ])('as %s, %i on, is %s', (from, months, expected) => {
    expect(date(monthsAfter(day(from), months))).toBe(expected)
  })

  test('is the last day to begin', () => {
    expect(date(lastDayToBegin(day('2026-01-31'), shippedLadder))).toBe('2026-02-28')
    expect(date(lastDayToBegin(day('2026-01-31'), { ...shippedLadder, beginMonths: 2 }))).toBe('2026-03-31')
  })
})

describe('working days', () => {
  it.each([
    ['2026-11-20', '2026-11-20', '2026-11-20', 'a Friday'],
    ['2026-11-21', '2026-11-23', '2026-11-20', 'a Saturday'],
    ['2026-11-22', '2026-11-23', '2026-11-20', 'a Sunday'],
    ['2026-04-03', '2026-04-07', '2026-04-02', 'Good Friday'],
    ['2026-04-06', '2026-04-07', '2026-04-02', 'Easter Monday'],
    ['2026-12-25', '2026-12-28', '2026-12-24', 'Christmas'],
    ['2027-01-01', '2027-01-04', '2026-12-31', 'New Year on a Friday'],
    ['2026-05-14', '2026-05-15', '2026-05-13', 'Ascension'],
    ['2026-06-20', '2026-06-22', '2026-06-19', 'Midsummer'],
    ['2028-02-29', '2028-02-29', '2028-02-29', 'a leap day on a Tuesday'],
  ])('from and until %s are %s and %s: %s', (from, following, before) => {
    expect([date(workingDayFrom(day(from))), date(workingDayUntil(day(from)))]).toEqual([following, before])
  })

  it.each([
    ['2026-11-18', 2, '2026-11-20'],
    ['2026-11-19', 2, '2026-11-23'],
    ['2026-11-21', 2, '2026-11-24'],
    ['2026-04-02', 1, '2026-04-07'],
    ['2026-12-23', 2, '2026-12-28'],
    ['2026-11-18', 0, '2026-11-18'],
  ])('after %s: %i of them is %s', (from, count, expected) => {
    expect(date(workingDaysAfter(day(from), count))).toBe(expected)
  })

  test('can be asked to fit', () => {
    expect(date(workingDayFrom(day('2026-11-20'), (on) => on > day('2026-11-24')))).toBe('2026-11-25')
  })
})

describe('the next of some days of the year', () => {
  const terms = shippedLadder.termStarts
  it.each([
    ['2026-01-09', '2026-01-10'],
    ['2026-01-10', '2026-01-10'],
    ['2026-01-11', '2026-08-15'],
    ['2026-08-16', '2027-01-10'],
    ['2026-12-31', '2027-01-10'],
  ])('from %s is %s', (from, expected) => {
    expect(date(nextOf(terms, day(from)))).toBe(expected)
  })

  test('in any order', () => {
    expect(date(nextOf(terms.toReversed(), day('2026-01-01')))).toBe('2026-01-10')
  })

  test('is none when there are none', () => {
    expect(nextOf([], day('2026-01-01'))).toBeNull()
  })
})

test.each([
  ['00:00', 'morning'],
  ['08:00', 'morning'],
  ['11:59', 'morning'],
  ['12:00', 'midday'],
  ['15:59', 'midday'],
  ['16:00', 'late'],
  ['23:59', 'late'],
])('%s is in the part of the day called %s', (time, expected) => {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  expect(partOfDay(hour * 60 + minute, shippedLadder.dayHours)).toBe(expected)
})

test('the parts of the day are the municipality’s own', () => {
  expect(partOfDay(13 * 60, { morning: 7, midday: 14, late: 18, end: 20 })).toBe('morning')
})
