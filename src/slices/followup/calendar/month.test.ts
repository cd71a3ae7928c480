/** Months, quarters and days that fall on a holiday: the edge days, and what holds for every day. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dateOf, dayOf, type Day, type PlainDate } from '../../../platform/plain-date.ts'
import { isWorkingDay } from '../../../platform/swedish-holidays.ts'
import { daysBetween, daysFrom, daysLater, moved, monthOf, plusMonths, quarterEnd, quarterOf } from './month.rules.ts'

const someDay = fc.integer({ min: 12_000, max: 40_000 }).map((n): PlainDate => dateOf(n as Day))

describe('a month later', () => {
  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2028-02-29', 6, '2028-08-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2027-01-31', 1, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-01', -1, '2025-12-01'],
    ['2026-05-15', 0, '2026-05-15'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(plusMonths(date(from), months)).toBe(to)
  })

  it('is counted from the first day each time, so that a short month shortens only itself', () => {
    expect([1, 2, 3].map((months) => plusMonths(date('2027-12-31'), months))).toEqual(['2028-01-31', '2028-02-29', '2028-03-31'])
  })

  it('is later than any fewer months, whatever the day', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40, max: 40 }), (on, months) => {
        expect(plusMonths(on, months + 1) > plusMonths(on, months)).toBe(true)
      }),
    )
  })
})

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-03-31'],
    ['2026-03-31', '2026-01-01', '2026-03-31'],
    ['2028-02-29', '2028-01-01', '2028-03-31'],
    ['2026-04-01', '2026-04-01', '2026-06-30'],
    ['2026-09-30', '2026-07-01', '2026-09-30'],
    ['2026-10-01', '2026-10-01', '2026-12-31'],
    ['2026-12-31', '2026-10-01', '2026-12-31'],
  ])('of %s begins %s and ends %s', (on, begins, ends) => {
    expect(quarterOf(date(on))).toBe(begins)
    expect(quarterEnd(quarterOf(date(on)))).toBe(ends)
  })

  it('holds its day, and the day after its end begins the next', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const quarter = quarterOf(on)
        expect(quarter <= on && on <= quarterEnd(quarter)).toBe(true)
        expect(quarterOf(daysLater(quarterEnd(quarter), 1))).toBe(plusMonths(quarter, 3))
        expect(monthOf(quarter)).toBe(quarter)
      }),
    )
  })
})

describe('a day on a holiday', () => {
  it.each([
    ['2026-12-01', '2026-12-01', '2026-12-01', 'a Tuesday'],
    ['2026-11-01', '2026-10-30', '2026-11-02', 'a Sunday after All Saints'],
    ['2026-08-01', '2026-07-31', '2026-08-03', 'a Saturday'],
    ['2027-01-01', '2026-12-31', '2027-01-04', 'New Year on a Friday'],
    ['2026-01-01', '2025-12-31', '2026-01-02', 'New Year on a Thursday'],
    ['2026-05-01', '2026-04-30', '2026-05-04', 'the first of May on a Friday'],
    ['2024-04-01', '2024-03-28', '2024-04-02', 'Easter Monday: over the whole of Easter'],
  ])('%s becomes %s or %s: %s', (on, before, after) => {
    expect(moved(date(on), 'before')).toBe(before)
    expect(moved(date(on), 'after')).toBe(after)
    expect(moved(date(on), 'same')).toBe(on)
  })

  it('becomes a working day at most five days away, on the side that was asked for', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        for (const rule of ['before', 'after'] as const) {
          const to = moved(on, rule)
          const away = daysBetween(on, to) * (rule === 'after' ? 1 : -1)
          expect(isWorkingDay(dayOf(to))).toBe(true)
          expect(away >= 0 && away <= 5).toBe(true)
        }
      }),
    )
  })
})

describe('days from one to another', () => {
  it('are both and those between; none backwards', () => {
    expect(daysFrom(date('2028-02-28'), date('2028-03-01'))).toEqual(['2028-02-28', '2028-02-29', '2028-03-01'])
    expect(daysFrom(date('2026-03-01'), date('2026-02-28'))).toEqual([])
  })
})
