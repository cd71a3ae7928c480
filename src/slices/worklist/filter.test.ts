import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFrom, dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { ageOn, yearsBefore } from './age.rules.ts'
import { conditionsOf, readyConditions } from './conditions.rules.ts'
import { addressOf, noFilter, parseView, queryOf, shippedSort, sortChoices, sortWord, usedFields } from './filter.rules.ts'
import { daysBetween, entryEventOn } from './row.rules.ts'
import { occupationChoices, reasonChoices, stepKinds, waitsForChoices } from './words.rules.ts'
import { readyLists, sortKeys, tabs, type Conditions, type Filter, type ListView, type ReadyList } from './worklist.types.ts'

const date = (text: string): PlainDate => text as PlainDate
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })
const anyDays = fc.integer({ min: 0, max: 36_500 })

/** Any view that an address can say. */
export const anyView: fc.Arbitrary<ListView> = fc.record({
  tab: fc.constantFrom(...tabs),
  list: optional(fc.constantFrom(...readyLists)),
  notReachedDays: fc.integer({ min: 1, max: 3650 }),
  filter: fc.record({
    ageFrom: optional(fc.integer({ min: 0, max: 130 })),
    ageTo: optional(fc.integer({ min: 0, max: 130 })),
    unit: optional(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
    district: optional(fc.integer({ min: 0, max: 2 ** 31 - 1 })),
    reason: optional(fc.constantFrom(...reasonChoices)),
    daysAtLeast: optional(anyDays),
    daysAtMost: optional(anyDays),
    unknownOccupation: fc.boolean(),
    assigned: optional(fc.oneof(fc.constantFrom('me', 'nobody'), fc.uuid())),
    lastNight: fc.boolean(),
    twentyWithin: optional(anyDays),
    unreachedFor: optional(anyDays),
    untriedFor: optional(anyDays),
    step: optional(fc.constantFrom(...stepKinds)),
    dueWithin: optional(anyDays),
    waitsFor: optional(fc.constantFrom(...waitsForChoices)),
    phone: optional(fc.constantFrom('has', 'lacks')),
    occupation: optional(fc.constantFrom(...occupationChoices)),
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
    expect(addressOf({ tab: 'toAct', list: null, notReachedDays: 30, filter: noFilter, sort: shippedSort, page: 1 })).toBe('/ungdomar')
  })

  it('has a word of its own for every ready list, sort, step, occupation and whom one waits for', () => {
    const plain: ListView = { tab: 'toAct', list: null, notReachedDays: 30, filter: noFilter, sort: shippedSort, page: 1 }
    const filtered = (filter: Partial<Filter>): ListView => ({ ...plain, filter: { ...noFilter, ...filter } })
    const views: ListView[] = [
      ...readyLists.map((list) => ({ ...plain, list })),
      ...sortChoices.slice(1).map((sort) => ({ ...plain, sort })),
      ...stepKinds.map((step) => filtered({ step })),
      ...occupationChoices.map((occupation) => filtered({ occupation })),
      ...waitsForChoices.map((waitsFor) => filtered({ waitsFor })),
    ]
    const addresses = views.map(addressOf)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.every((address) => /^\/ungdomar\?[a-z_]+=[a-z0-9-]+$/.test(address))).toBe(true)
    expect(new Set(sortChoices.map(sortWord)).size).toBe(sortKeys.length * 2)
  })

  it.each([
    ['alder_fran=abc', ['ageFrom']],
    ['enhet=99999999999', ['unit']],
    ['orsak=%3Cscript%3E', ['reason']],
    ['ansvarig=Anna', ['assigned']],
    ['natt=1&okand=0', ['unknownOccupation', 'lastNight']],
    ['alder_fran=', []],
    ['steg=dansa&vantar=mig&telefon=ja&sysselsattning=bra', ['step', 'waitsFor', 'phone', 'occupation']],
    ['onadd=-1&oforsokt=x&senast_inom=1.5', ['unreachedFor', 'untriedFor', 'dueWithin']],
    ['dagar=0', []],
    ['lage=x&lista=y&sort=z&sida=-4', []],
  ])('%s: what cannot be read is named and not used', (query, unread) => {
    const parsed = parseView(new URLSearchParams(query))
    expect(parsed.unread).toEqual(unread)
    expect(usedFields(parsed.view)).toEqual([])
    expect(parsed.view).toMatchObject({ tab: 'toAct', page: 1, sort: shippedSort })
  })
})

describe('what a ready list asks on 20 November', () => {
  const asked = (list: ReadyList, notReachedDays = 30): Partial<Conditions> => {
    const plain = conditionsOf(noFilter, date('2026-11-20'), 'anna')
    const conditions = readyConditions(date('2026-11-20'), 'anna', notReachedDays)[list]
    return Object.fromEntries(Object.entries(conditions).filter(([key, value]) => value !== plain[key as keyof Conditions]))
  }

  it.each<[ReadyList, Partial<Conditions>]>([
    ['newForMe', { staff: 'anna', standsIn: true, fromOnOrAfter: date('2026-11-13') }],
    ['overdue', { dueBefore: date('2026-11-20') }],
    ['dueToday', { dueFrom: date('2026-11-20'), dueBefore: date('2026-11-21') }],
    ['waitsForUs', { waitsFor: 'us' }],
    ['waitsForYouth', { waitsFor: 'youth' }],
    ['waitsForSchool', { waitsFor: 'school' }],
    ['noPhone', { hasPhone: false }],
    ['lastNight', { lastNight: true }],
    ['unassigned', { staff: 'nobody' }],
    ['notBegun', { notBegun: true }],
    ['notReached', { reachedOnOrBefore: date('2026-10-21') }],
    ['expires', { lapsesOnOrBefore: date('2026-12-04') }],
    ['soonTwenty', { twenty: { bornAfter: date('2006-11-20'), bornOnOrBefore: date('2007-02-18') } }],
  ])('%s', (list, conditions) => {
    expect(asked(list)).toEqual(conditions)
  })

  it('is of as many days as the address says', () => {
    expect(asked('notReached', 45)).toEqual({ reachedOnOrBefore: date('2026-10-06') })
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
