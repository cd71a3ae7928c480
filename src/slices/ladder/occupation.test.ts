/** What is known of an occupation on a day: exactly until its review day, and never when somebody was asked in vain. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isKnownOccupation, occupationStateOn } from './occupation.rules.ts'
import { occupations, occupationStates, type Occupation, type OccupationState } from './ladder.types.ts'

const date = (text: string) => text as PlainDate

describe('the state on a day', () => {
  it.each<[Occupation | null, string, string, OccupationState, boolean]>([
    [null, '2026-12-01', '2026-11-20', 'notAsked', false],
    ['work', '2026-11-21', '2026-11-20', 'work', true],
    ['work', '2026-11-20', '2026-11-20', 'lapsed', false],
    ['work', '2026-11-19', '2026-11-20', 'lapsed', false],
    ['studiesAbroad', '2027-01-01', '2026-12-31', 'studiesAbroad', true],
    ['none', '2026-11-21', '2026-11-20', 'none', true],
    ['none', '2026-11-20', '2026-11-20', 'lapsed', false],
    ['unknown', '2026-11-21', '2026-11-20', 'unknown', false],
    ['unknown', '2026-11-20', '2026-11-20', 'lapsed', false],
  ])('%s to %s, on %s: %s', (kind, reviewOn, on, state, isKnown) => {
    const found = occupationStateOn(kind === null ? null : { kind, reviewOn: date(reviewOn) }, date(on))
    expect([found, isKnownOccupation(found)]).toEqual([state, isKnown])
  })

  it('changes once, on the review day, and never back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...occupations),
        fc.integer({ min: 15_000, max: 30_000 }),
        fc.integer({ min: 1, max: 400 }),
        (kind, day, days) => {
          const stated = plusDays(dayOf(date('1970-01-01')), day)
          const reviewOn = dateOf(plusDays(stated, days))
          const stateAt = (after: number) => occupationStateOn({ kind, reviewOn }, dateOf(plusDays(stated, after)))
          expect([stateAt(0), stateAt(days - 1), stateAt(days), stateAt(days + 400)]).toEqual([kind, kind, 'lapsed', 'lapsed'])
        },
      ),
    )
  })
})

it('only what somebody is said to do, or not to do, is known', () => {
  expect(occupationStates.filter(isKnownOccupation)).toEqual(['work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none'])
})
