/** When a night is due: working days at 04:00, and once after downtime. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayFrom, dayOf, parseDate, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { isNightDue, latestNight } from './schedule.rules.ts'

const day = (text: string): Day => dayOf(parseDate(text)!)

describe('a night', () => {
  it.each([
    ['on a Tuesday before four', '2026-11-17', '03:59', '2026-11-16', 'wait'],
    ['on a Tuesday at four', '2026-11-17', '04:00', '2026-11-16', 'run'],
    ['on a Tuesday at midnight', '2026-11-17', '00:00', '2026-11-16', 'wait'],
    ['on a Tuesday late, when it is done', '2026-11-17', '23:59', '2026-11-17', 'wait'],
    ['on a Monday before four, done on Friday', '2026-11-16', '03:59', '2026-11-13', 'wait'],
    ['on a Monday at four, done on Friday', '2026-11-16', '04:00', '2026-11-13', 'run'],
    ['on a Saturday, done on Friday', '2026-11-21', '12:00', '2026-11-20', 'wait'],
    ['on a Sunday, done on Friday', '2026-11-22', '23:59', '2026-11-20', 'wait'],
    ['on a Saturday before four, Friday missed', '2026-11-21', '03:59', '2026-11-19', 'run'],
    ['on a Sunday, Friday missed', '2026-11-22', '12:00', '2026-11-19', 'run'],
    ['on a Sunday, Friday made up for on Saturday', '2026-11-22', '12:00', '2026-11-21', 'wait'],
    ['on a Monday at four, Friday made up for on Sunday', '2026-11-23', '04:00', '2026-11-22', 'run'],
    ['on Good Friday, done on Thursday', '2026-04-03', '12:00', '2026-04-02', 'wait'],
    ['on Easter Monday, done on Thursday', '2026-04-06', '12:00', '2026-04-02', 'wait'],
    ['on the Tuesday after Easter before four', '2026-04-07', '03:59', '2026-04-02', 'wait'],
    ['on the Tuesday after Easter at four', '2026-04-07', '04:00', '2026-04-02', 'run'],
    ['on Christmas Eve, a working day in law', '2026-12-24', '04:00', '2026-12-23', 'run'],
    ['between Christmas and Sunday', '2026-12-26', '12:00', '2026-12-24', 'wait'],
    ['on New Year, done on New Year’s Eve', '2027-01-01', '12:00', '2026-12-31', 'wait'],
    ['on Epiphany, done the day before', '2026-01-06', '04:00', '2026-01-05', 'wait'],
    ['after days without the server, before four', '2026-11-19', '03:59', '2026-11-13', 'run'],
    ['after days without the server, at four', '2026-11-19', '04:00', '2026-11-13', 'run'],
    ['after years without the server', '2026-11-19', '12:00', '2020-01-01', 'run'],
    ['already done on a later day', '2026-11-17', '12:00', '2026-11-18', 'wait'],
  ])('%s: %s %s, last run %s, must %s', (_, today, time, lastRunOn, expected) => {
    expect(isNightDue(day(today), time, day(lastRunOn)) ? 'run' : 'wait').toBe(expected)
  })

  it.each([
    ['2026-11-17', '03:59'],
    ['2026-11-17', '04:00'],
    ['2026-11-21', '12:00'],
    ['2026-12-25', '00:00'],
  ])('is due at the first start, whenever that is: %s %s', (today, time) => {
    expect(isNightDue(day(today), time, null)).toBe(true)
  })
})

describe('the latest night', () => {
  it.each([
    ['2026-11-17', '03:59', '2026-11-16'],
    ['2026-11-17', '04:00', '2026-11-17'],
    ['2026-11-16', '03:59', '2026-11-13'],
    ['2026-11-22', '12:00', '2026-11-20'],
    ['2026-04-07', '03:59', '2026-04-02'],
    ['2026-12-28', '03:59', '2026-12-24'],
    ['2027-01-01', '12:00', '2026-12-31'],
  ])('on %s at %s is that of %s', (today, time, expected) => {
    expect(dateOf(latestNight(day(today), time))).toBe(expected)
  })
})

const anyDay = fc.integer({ min: dayFrom(2005, 1, 1), max: dayFrom(2060, 12, 31) }) as fc.Arbitrary<Day>
const anyTime = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))

describe('whenever it is asked, a night', () => {
  it('is the last working day whose four o’clock has been', () => {
    fc.assert(
      fc.property(anyDay, anyTime, (today, time) => {
        const begun = time < '04:00' ? today - 1 : today
        const days = Array.from({ length: 14 }, (_, at) => (begun - at) as Day)
        expect(latestNight(today, time)).toBe(days.find((one) => isWorkingDay(one)))
      }),
    )
  })

  it('runs once: when it is done it is not due again that day, and never goes back', () => {
    fc.assert(
      fc.property(anyDay, anyTime, anyTime, fc.nat({ max: 400 }), (today, one, other, ago) => {
        const [sooner, later] = [one, other].toSorted() as [string, string]
        const last = (today - ago) as Day
        expect(isNightDue(today, later, today)).toBe(false)
        if (isNightDue(today, sooner, last)) expect(isNightDue(today, later, last)).toBe(true)
        if (isNightDue(today, later, last)) expect(isNightDue((today + 1) as Day, '00:00', last)).toBe(true)
      }),
    )
  })

  it('is run once for each working day when the clock is asked often', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, length) => {
        let last = (from - 1) as Day
        // The day before counts as done only when nothing before it is waiting.
        fc.pre(!isNightDue(from, '00:00', last))
        const runs: Day[] = []
        for (let today = from; today < from + length; today++) {
          for (const time of ['00:00', '03:59', '04:00', '04:01', '23:59']) {
            if (!isNightDue(today, time, last)) continue
            expect(time).toBe('04:00')
            runs.push((last = today))
          }
        }
        expect(runs).toEqual(Array.from({ length }, (_, at) => (from + at) as Day).filter((one) => isWorkingDay(one)))
      }),
    )
  })
})
