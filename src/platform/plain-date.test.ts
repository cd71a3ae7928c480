/** Calendar days, against JavaScript's own calendar in UTC. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  birthday,
  dateOf,
  dayFrom,
  dayOf,
  daysInMonth,
  isLeapYear,
  isRealDate,
  parseDate,
  partsOf,
  plusDays,
  weekdayOf,
  yearOf,
  type Day,
  type PlainDate,
} from './plain-date.ts'

const msPerDay = 86_400_000
const first = Date.UTC(1600, 0, 1) / msPerDay
const last = Date.UTC(2400, 11, 31) / msPerDay
const anyDay = fc.integer({ min: first, max: last }) as fc.Arbitrary<Day>
const anyYear = fc.integer({ min: 1600, max: 2400 })

/** The oracle's date of a day. */
const utc = (of: number): Date => new Date(of * msPerDay)
const isoOf = (of: number): string => utc(of).toISOString().slice(0, 10)
const day = (text: string): Day => dayOf(parseDate(text)!)
const inYear = (text: string, years: number): string => dateOf(birthday(day(text), years))

describe('a day', () => {
  it('is counted from 1970-01-01', () => {
    expect(dayFrom(1970, 1, 1)).toBe(0)
    expect(dayFrom(1969, 12, 31)).toBe(-1)
  })

  it('has the date that the oracle says, every day from 1600 to 2400', () => {
    const wrong: string[] = []
    for (let of = first; of <= last; of++) if (dateOf(of as Day) !== isoOf(of)) wrong.push(isoOf(of))
    expect(wrong).toEqual([])
  })

  it('has the parts and the weekday that the oracle says', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const at = utc(of)
        expect(partsOf(of)).toEqual({ year: at.getUTCFullYear(), month: at.getUTCMonth() + 1, dayOfMonth: at.getUTCDate() })
        expect(yearOf(of)).toBe(at.getUTCFullYear())
        expect(weekdayOf(of)).toBe(at.getUTCDay() || 7)
      }),
      { numRuns: 1000 },
    )
  })

  it('comes back from its date and from its parts', () => {
    fc.assert(
      fc.property(anyDay, (of) => {
        const { year, month, dayOfMonth } = partsOf(of)
        expect(dayOf(dateOf(of))).toBe(of)
        expect(dayFrom(year, month, dayOfMonth)).toBe(of)
      }),
      { numRuns: 1000 },
    )
  })

  it('is ordered as its date is as text, and days are added as the oracle adds them', () => {
    fc.assert(
      fc.property(anyDay, anyDay, fc.integer({ min: -40_000, max: 40_000 }), (one, other, days) => {
        expect(Math.sign(one - other)).toBe(dateOf(one) < dateOf(other) ? -1 : Number(dateOf(one) > dateOf(other)))
        expect(plusDays(one, days) * msPerDay).toBe(utc(one).setUTCDate(utc(one).getUTCDate() + days))
      }),
    )
  })

  it('holds at both ends of the calendar', () => {
    expect(dateOf(dayFrom(1, 1, 1))).toBe('0001-01-01')
    expect(dateOf(dayFrom(9999, 12, 31))).toBe('9999-12-31')
    expect(weekdayOf(day('0001-01-01'))).toBe(1)
  })
})

describe('a real date', () => {
  it('is what the oracle does not move', () => {
    fc.assert(
      fc.property(anyYear, fc.integer({ min: -1, max: 14 }), fc.integer({ min: -1, max: 33 }), (year, month, dayOfMonth) => {
        const moved = new Date(Date.UTC(year, month - 1, dayOfMonth))
        const stays = moved.getUTCFullYear() === year && moved.getUTCMonth() === month - 1 && moved.getUTCDate() === dayOfMonth
        expect(isRealDate(year, month, dayOfMonth)).toBe(stays)
      }),
      { numRuns: 2000 },
    )
  })

  it('has months and leap years as long as the oracle says', () => {
    for (let year = 1600; year <= 2400; year++) {
      const lengths = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate())
      expect(lengths.map((_, month) => daysInMonth(year, month + 1))).toEqual(lengths)
      expect(isLeapYear(year)).toBe(lengths[1] === 29)
    }
  })

  it('lies in the years 1 to 9999', () => {
    expect([isRealDate(0, 1, 1), isRealDate(1, 1, 1), isRealDate(9999, 12, 31), isRealDate(10_000, 1, 1)]).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('reading a date', () => {
  it.each([
    ['2026-11-21', '2026-11-21'],
    ['20261121', '2026-11-21'],
    ['2024-02-29', '2024-02-29'],
    ['00010101', '0001-01-01'],
    ['9999-12-31', '9999-12-31'],
  ])('takes %s', (text, date) => {
    expect(parseDate(text)).toBe(date)
  })

  it.each([
    ['2026-1121'],
    ['202611-21'],
    ['2026-11-2'],
    ['2026-1-21'],
    ['26-11-21'],
    ['261121'],
    ['2026-11-211'],
    ['2026-02-29'],
    ['1900-02-29'],
    ['20240000'],
    ['2026-00-10'],
    ['2026-13-01'],
    ['2026-11-00'],
    ['2026-11-31'],
    ['0000-01-01'],
    ['-026-11-21'],
    ['2026/11/21'],
    ['21.11.2026'],
    [' 2026-11-21'],
    ['2026-11-21\n'],
    ['2026-11-21T00:00:00'],
    ['２０２６-11-21'],
    [''],
  ])('does not take %j', (text) => {
    expect(parseDate(text)).toBeNull()
  })

  it('takes exactly the dates that are, with and without dashes', () => {
    const two = fc.integer({ min: 0, max: 99 }).map((number) => String(number).padStart(2, '0'))
    fc.assert(
      fc.property(anyYear, two, two, fc.constantFrom('', '-'), (year, month, dayOfMonth, dash) => {
        const real = isRealDate(year, Number(month), Number(dayOfMonth))
        expect(parseDate([year, month, dayOfMonth].join(dash))).toBe(real ? `${year}-${month}-${dayOfMonth}` : null)
      }),
      { numRuns: 1000 },
    )
  })

  it('is null or a date, never an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-T '), maxLength: 11 }), (text) => {
        const date = parseDate(text)
        if (date !== null) expect(dateOf(dayOf(date))).toBe(date)
      }),
    )
  })
})

describe('a birthday', () => {
  it.each([
    [16, '2024-02-29'],
    [17, '2025-03-01'],
    [18, '2026-03-01'],
    [20, '2028-02-29'],
    [92, '2100-03-01'],
    [0, '2008-02-29'],
  ])('of somebody born on 29 February 2008, number %i, is on %s', (years, date) => {
    expect(inYear('2008-02-29', years)).toBe(date)
  })

  it.each(['2008-02-28', '2008-03-01', '2008-12-31', '2009-01-01'])('of somebody born on %s is on the same date', (born) => {
    expect(inYear(born, 20)).toBe(`${Number(born.slice(0, 4)) + 20}${born.slice(4)}`)
  })

  it('is where the oracle rolls the date over to', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 120 }), (born, years) => {
        const at = utc(born)
        expect(birthday(born, years) * msPerDay).toBe(Date.UTC(at.getUTCFullYear() + years, at.getUTCMonth(), at.getUTCDate()))
      }),
      { numRuns: 1000 },
    )
  })
})

it('writes years before 1000 with four digits', () => {
  const date: PlainDate = dateOf(day('0987-06-05'))
  expect(date).toBe('0987-06-05')
})
