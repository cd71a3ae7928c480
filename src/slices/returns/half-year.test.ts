/** Half-years: what exists, their edges, and the clock that runs towards the deadline. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, type Day, type PlainDate } from '../../platform/plain-date.ts'
import {
  daysLeft,
  halfYearBefore,
  halfYearOn,
  hasBegun,
  isOver,
  lastDayOn,
  parseHalfYear,
  rehearsedOn,
  type HalfYear,
} from './half-year.rules.ts'

const date = (text: string): PlainDate => text as PlainDate
const half = (key: string): HalfYear => {
  const found = parseHalfYear(key)
  if (found === null) throw new Error(`no half-year ${key}`)
  return found
}

describe('a half-year', () => {
  it.each([
    ['2026H1', '2026-01-01', '2026-06-30', '2026-07-01', '2026-09-01'],
    ['2026H2', '2026-07-01', '2026-12-31', '2027-01-01', '2027-02-01'],
    ['2018H2', '2018-07-01', '2018-12-31', '2019-01-01', '2019-02-01'],
    ['2015h1', '2015-01-01', '2015-06-30', '2015-07-01', '2015-09-01'],
  ])('%s has its days and its deadline', (key, fromOn, lastOn, untilOn, deadlineOn) => {
    expect(half(key)).toEqual({ key: key.toUpperCase(), fromOn, lastOn, untilOn, deadlineOn })
  })

  it.each(['', '2026', '2026H0', '2026H3', '2026-H1', '26H1', 'H12026', '2014H2', '3000H1', '2026H11', '２０２６H1', 'vår 2026'])(
    '%j does not exist',
    (text) => expect(parseHalfYear(text)).toBeNull(),
  )

  it.each([
    ['2026-06-30', '2026H1'],
    ['2026-07-01', '2026H2'],
    ['2026-12-31', '2026H2'],
    ['2027-01-01', '2027H1'],
  ])('%s lies in %s', (on, key) => expect(halfYearOn(date(on)).key).toBe(key))

  it('begins and ends on its own days', () => {
    const h1 = half('2026H1')
    expect([hasBegun(h1, date('2025-12-31')), hasBegun(h1, date('2026-01-01'))]).toEqual([false, true])
    expect([isOver(h1, date('2026-06-30')), isOver(h1, date('2026-07-01'))]).toEqual([false, true])
    expect([lastDayOn(h1, date('2026-06-29')), lastDayOn(h1, date('2026-06-30')), lastDayOn(h1, date('2026-08-01'))]).toEqual([
      '2026-06-29',
      '2026-06-30',
      '2026-06-30',
    ])
  })

  it.each([
    ['2026-08-31', 1],
    ['2026-09-01', 0],
    ['2026-09-02', -1],
  ])('on %s there are %i days left', (on, days) => expect(daysLeft(half('2026H1'), date(on))).toBe(days))

  it('that goes on is rehearsed, with the one before; before 2015 there is none', () => {
    expect(rehearsedOn(date('2026-07-01')).map(({ key }) => key)).toEqual(['2026H2', '2026H1'])
    expect(rehearsedOn(date('2015-03-01')).map(({ key }) => key)).toEqual(['2015H1'])
  })
})

const someDay = fc.integer({ min: 16_436, max: 40_000 }).map((day) => dateOf(day as Day))

describe('half-years', () => {
  it('hold every day once, and follow one another without a gap', () => {
    fc.assert(
      fc.property(someDay, (on) => {
        const present = halfYearOn(on)
        expect(present.fromOn <= on && on < present.untilOn).toBe(true)
        expect(parseHalfYear(present.key)).toEqual(present)
        expect(halfYearBefore(present).untilOn).toBe(present.fromOn)
      }),
    )
  })
})
