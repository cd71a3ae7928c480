import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFrom, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { addressOf, ageOn, noFilter, parseView, queryOf, reasonChoices, shippedSort, usedFields, yearsBefore } from './filter.rules.ts'
import { daysBetween, entryEventOn } from './row.rules.ts'
import { readyLists, sortKeys, tabs, type ListView } from './worklist.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

/** Any view that an address can say. */
export const anyView: fc.Arbitrary<ListView> = fc.record({
  tab: fc.constantFrom(...tabs),
  list: optional(fc.constantFrom(...readyLists)),
  filter: fc.record({
    ageFrom: optional(fc.integer({ min: 0, max: 130 })),
    ageTo: optional(fc.integer({ min: 0, max: 130 })),
    unit: optional(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
    district: optional(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
    reason: optional(fc.constantFrom(...reasonChoices)),
    daysAtLeast: optional(fc.integer({ min: 0, max: 36_500 })),
    daysAtMost: optional(fc.integer({ min: 0, max: 36_500 })),
    unknownOccupation: fc.boolean(),
    assigned: optional(fc.oneof(fc.constantFrom('me', 'nobody'), fc.uuid())),
    lastNight: fc.boolean(),
    twentyWithin: optional(fc.integer({ min: 0, max: 36_500 })),
  }),
  sort: fc.record({ key: fc.constantFrom(...sortKeys), descending: fc.boolean() }),
  page: fc.integer({ min: 1, max: 100_000 }),
})

describe('the address of a list', () => {
  it('says the whole view and nothing else', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        expect(parseView(new URLSearchParams(queryOf(view)))).toEqual({ view, unread: [] })
      }),
    )
  })

  it('is short for the list as it comes', () => {
    expect(addressOf({ tab: 'toAct', list: null, filter: noFilter, sort: shippedSort, page: 1 })).toBe('/ungdomar')
  })

  it.each([
    ['alder_fran=abc', ['ageFrom']],
    ['enhet=99999999999', ['unit']],
    ['orsak=%3Cscript%3E', ['reason']],
    ['ansvarig=Anna', ['assigned']],
    ['natt=1&okand=0', ['unknownOccupation', 'lastNight']],
    ['alder_fran=', []],
    ['lage=x&lista=y&sort=z&sida=-4', []],
  ])('%s: what cannot be read is named and not used', (query, unread) => {
    const parsed = parseView(new URLSearchParams(query))
    expect(parsed.unread).toEqual(unread)
    expect(usedFields(parsed.view)).toEqual([])
    expect(parsed.view).toMatchObject({ tab: 'toAct', page: 1, sort: shippedSort })
  })
})

describe('age', () => {
  it.each([
    ['2006-11-22', '2026-11-22', 20],
    ['2006-11-23', '2026-11-22', 19],
    ['2008-02-29', '2027-02-28', 18],
    ['2008-02-29', '2027-03-01', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2009-03-01', '2028-02-29', 18],
  ])('born %s is on %s %i', (bornOn, today, age) => {
    expect(ageOn(date(bornOn), date(today))).toBe(age)
    expect(yearsBefore(dayOf(date(today)), age) >= bornOn).toBe(true)
    expect(yearsBefore(dayOf(date(today)), age + 1) < bornOn).toBe(true)
  })

  it('goes up by one on a birthday, and never down', () => {
    const days = fc.integer({ min: dayFrom(2000, 1, 1), max: dayFrom(2012, 1, 1) })
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 8000 }), (born, later) => {
        const at = (day: number) =>
          ageOn(
            date(new Date(born * 86_400_000).toISOString().slice(0, 10)),
            date(new Date(day * 86_400_000).toISOString().slice(0, 10)),
          ) ?? -1
        expect(at(born + later + 1) - at(born + later)).toBeOneOf([0, 1])
      }),
    )
  })
})

it.each([
  ['interruptedNational', '2026-11-06'],
  ['studyCertificate', '2026-11-06'],
  ['movedIn', '2026-11-07'],
  ['decided', '2026-11-07'],
  ['neverStarted', null],
  ['noShow', null],
])('%s since 7 November happened on %s', (reason, on) => {
  expect(entryEventOn(reason, date('2026-11-07'))).toBe(on)
  expect(daysBetween(date('2026-11-07'), date('2026-11-21'))).toBe(14)
})
