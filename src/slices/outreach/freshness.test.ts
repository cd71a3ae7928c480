/** How long each kind stays known, and what "since" is believed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupations, occupationStateOn, type Occupation } from '../ladder/index.ts'
import { believedSince, reviewOn, shippedFreshness } from './freshness.rules.ts'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'

const date = (text: string) => text as PlainDate

describe('the shipped days', () => {
  it.each<[Occupation, string, string, string]>([
    // Said on, the last day it is known, the day it has lapsed.
    ['work', '2026-09-01', '2026-11-29', '2026-11-30'],
    ['studies', '2026-09-01', '2026-12-29', '2026-12-30'],
    ['studiesAbroad', '2026-09-01', '2026-12-29', '2026-12-30'],
    ['abroad', '2027-11-01', '2028-02-28', '2028-02-29'],
    ['other', '2026-12-31', '2027-02-28', '2027-03-01'],
    ['none', '2028-01-16', '2028-02-29', '2028-03-01'],
  ])('%s said on %s is known to %s and has lapsed on %s', (kind, said, last, lapsed) => {
    const statement = { kind, reviewOn: reviewOn(kind, date(said), shippedFreshness) }
    expect(statement.reviewOn).toBe(lapsed)
    expect([last, lapsed].map((on) => isKnownOccupation(occupationStateOn(statement, date(on))))).toEqual([true, false])
  })

  it('asked in vain is asked again after 45 days, and never known in between', () => {
    const statement = { kind: 'unknown', reviewOn: reviewOn('unknown', date('2026-11-01'), shippedFreshness) } as const
    expect(statement.reviewOn).toBe('2026-12-16')
    expect(isKnownOccupation(occupationStateOn(statement, date('2026-11-01')))).toBe(false)
  })

  it('each kind is known for exactly as many days as are set', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...occupations),
        fc.integer({ min: 1, max: 366 }),
        fc.integer({ min: 18_000, max: 25_000 }),
        (kind, days, day) => {
          const stated = plusDays(dayOf(date('1970-01-01')), day)
          const statement = { kind, reviewOn: reviewOn(kind, dateOf(stated), { ...shippedFreshness, [kind]: days }) }
          const fresh = Array.from({ length: days + 30 }, (_, after) =>
            occupationStateOn(statement, dateOf(plusDays(stated, after))),
          ).filter((state) => state === kind)
          expect(fresh).toHaveLength(days)
        },
      ),
    )
  })

  it('a municipality that had set its days before there were more kinds has the shipped ones for those', () => {
    const stored = [{ key: 'outreach.freshness', value: { work: 30, studies: 31, abroad: 32, other: 33, none: 34 } }]
    expect(outreachSettingsFrom(stored).freshness).toEqual({
      work: 30,
      studies: 31,
      studiesAbroad: 120,
      abroad: 32,
      other: 33,
      none: 34,
      unknown: 45,
    })
  })
})

describe('since when', () => {
  it.each<[string | null, string | null, string, string | null]>([
    [null, '2009-03-10', '2026-11-20', null],
    ['2026-11-20', '2009-03-10', '2026-11-20', '2026-11-20'],
    ['2026-11-21', '2009-03-10', '2026-11-20', null],
    ['2009-03-10', '2009-03-10', '2026-11-20', '2009-03-10'],
    ['2009-03-09', '2009-03-10', '2026-11-20', null],
    ['2009-03-09', null, '2026-11-20', '2009-03-09'],
  ])('%s of somebody born %s, said on %s: %s', (since, bornOn, statedOn, believed) => {
    const known = { bornOn: bornOn === null ? null : date(bornOn), statedOn: date(statedOn) }
    expect(believedSince(since === null ? null : date(since), known)).toBe(believed)
  })
})
