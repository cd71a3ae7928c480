/** Daily ratings: which days and areas, what a second rating of a day is, and days that are missing. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { daysLater } from '../calendar/month.rules.ts'
import { aFollowUp, anAct, aRating, aSignal, routine, shipped } from '../followup.testbed.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import {
  dayByDay,
  daysToRate,
  mayRateDay,
  meanOf,
  missingDays,
  nextVersion,
  ratedBy,
  ratingProblems,
  ratingScale,
} from './ratings.rules.ts'

const confirmed = (signal: Signal): ConfirmedSignal => signal as ConfirmedSignal
const housed = (...signals: Signal[]) => signals.map((signal) => ({ signal, instrument: shipped }))
const problemOf = (signals: Signal[], on: string, area: string, points: number): string | undefined =>
  ratingProblems(housed(...signals), date(on), [{ area, points }])[0]?.problem

describe('a day may be rated', () => {
  it.each([
    ['2026-11-26', 'granted'],
    ['2026-11-27', 'ahead'],
    ['2026-11-19', 'granted'],
    ['2026-11-18', 'too-late'],
  ])('%s, on 26 November: %s', (on, expected) => {
    const decision = mayRateDay(date(on), date('2026-11-26'), routine)
    expect(decision.granted ? 'granted' : decision.reason).toBe(expected)
  })
})

describe('an area may be rated', () => {
  const going = aFollowUp('housing', '2026-10-02')
  const stopped = aFollowUp('health', '2026-10-02', '2026-12-20')
  it.each([
    ['2026-10-01', 'before-signal'],
    ['2026-10-02', undefined],
    ['2026-12-20', undefined],
    ['2026-12-21', 'after-end'],
  ])('on %s: %j', (on, problem) => {
    expect(problemOf([stopped], on, 'health', 1000)).toBe(problem)
  })

  it.each([
    [0, undefined],
    [2500, undefined],
    [1250, undefined],
    [2501, 'outside'],
    [2550, 'outside'],
    [-50, 'outside'],
    [1249, 'off-step'],
  ])('with %i hundredths: %j', (points, problem) => {
    expect(problemOf([going], '2026-11-01', 'housing', points)).toBe(problem)
  })

  it('only where housing follows it up', () => {
    expect(problemOf([going], '2026-11-01', 'economy', 1000)).toBe('not-followed')
    expect(problemOf([aFollowUp('school', '2026-10-02')], '2026-11-01', 'school', 1000)).toBe('not-followed')
    expect(problemOf([aSignal('housing', [])], '2026-11-01', 'housing', 1000)).toBe('not-followed')
    expect(problemOf([aSignal('housing', [anAct('dismiss', '2026-10-01')])], '2026-11-01', 'housing', 1000)).toBe('not-followed')
  })

  it('from the day housing got it, when somebody else had it first', () => {
    const moved = aSignal('school', [anAct('confirm', '2026-10-02'), anAct('adjust', '2026-11-10', { recipient: 'housing' })])
    expect(problemOf([moved], '2026-11-09', 'school', 1000)).toBe('before-signal')
    expect(problemOf([moved], '2026-11-10', 'school', 1000)).toBeUndefined()
  })

  it('by the newer of two signals, and not between them', () => {
    const [first, second] = [
      aFollowUp('health', '2026-02-01', '2026-06-01', { id: 'first' }),
      aFollowUp('health', '2026-08-01', null, { id: 'second' }),
    ]
    expect(problemOf([first, second], '2026-07-01', 'health', 1000)).toBe('after-end')
    expect(ratedBy(housed(first, second), 'health', date('2026-08-01'))?.signal.signalId).toBe('second')
    expect(ratedBy(housed(first, second), 'health', date('2026-06-01'))?.signal.signalId).toBe('first')
  })

  it('by the range of the instrument that the signal was given with', () => {
    expect(ratingScale(shipped, 'housing')).toEqual({ min: 0, max: 2500, step: 50 })
    const sum = { ...shipped, aggregation: 'sum' as const, scale: { min: 0, max: 500, step: 100, ratingStep: 100 } }
    expect(ratingScale(sum, 'housing')).toEqual({ min: 0, max: 1500, step: 100 })
    expect(ratingScale(shipped, 'sleep')).toBeNull()
  })
})

describe('a second rating of a day', () => {
  const before = { ...aRating('2026-11-01', { housing: 1000 }), version: 2 }
  const again = (areas: { area: string; points: number }[], seen: number | null, why = ''): string | number => {
    const decision = nextVersion(before, { areas, seen, why })
    return decision.granted ? decision.value : decision.reason
  }
  const [same, other, filled] = [
    { area: 'housing', points: 1000 },
    { area: 'housing', points: 1100 },
    { area: 'health', points: 900 },
  ]
  it('is refused, and as a correction it is a version, with a reason for what is changed', () => {
    expect(nextVersion(null, { areas: [same], seen: null, why: '' })).toEqual({ granted: true, value: 1 })
    expect(nextVersion(null, { areas: [same], seen: 1, why: '' })).toMatchObject({ reason: 'somebody-else-first' })
    expect(again([other], null, 'Fel.')).toBe('already-rated')
    expect(again([other], 1, 'Fel.')).toBe('somebody-else-first')
    expect(again([same], 2, 'Fel.')).toBe('nothing-changed')
    expect(again([other], 2)).toBe('no-why')
    expect(again([other], 2, 'Fel.')).toBe(3)
    expect(again([same, filled], 2)).toBe(3)
    expect(again([filled], 2)).toBe('no-why')
  })
})

describe('the days to rate', () => {
  it.each([
    ['2026-10-31', null, '2026-10-31', []],
    ['2026-10-31', null, '2026-11-01', ['2026-11-01']],
    ['2026-10-31', '2026-11-03', '2026-11-30', ['2026-11-01', '2026-11-02']],
    ['2026-10-31', '2026-11-01', '2026-11-30', []],
    ['2028-02-27', '2028-03-01', '2028-03-31', ['2028-02-28', '2028-02-29']],
  ])('of a follow-up from %s to %j, up to %s: %j', (from, stop, until, days) => {
    expect(daysToRate(confirmed(aFollowUp('housing', from, stop)), date(until))).toEqual(days)
  })

  it('without a rating are missing, and never zero; zero is a rating', () => {
    const signal = confirmed(aFollowUp('housing', '2026-10-31'))
    const ratings = [
      aRating('2026-11-01', { housing: 0 }),
      aRating('2026-11-02', { health: 1000 }),
      aRating('2026-11-04', { housing: 1001 }),
    ]
    expect(missingDays(signal, ratings, date('2026-11-05'))).toEqual(['2026-11-02', '2026-11-03', '2026-11-05'])
    const days = dayByDay(ratings, 'housing', date('2026-10-31'), date('2026-11-04'))
    expect(days.map(({ points }) => points)).toEqual([null, 0, null, null, 1001])
    expect(meanOf(days)).toEqual({ points: 501, days: 2 })
    expect(meanOf([])).toEqual({ points: null, days: 0 })
  })

  it('are each either rated or missing, whatever was rated', () => {
    const signal = confirmed(aFollowUp('housing', '2026-10-31', '2027-01-15'))
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -5, max: 90 })), fc.integer({ min: 0, max: 90 }), (rated, until) => {
        const ratings = rated.map((n) => aRating(daysLater(signal.fromOn, n), { housing: 1000 }))
        const [last, days] = [daysLater(signal.fromOn, until), daysToRate(signal, daysLater(signal.fromOn, until))]
        const missing = missingDays(signal, ratings, last)
        expect(days.filter((on) => !missing.includes(on)).every((on) => ratings.some((one) => one.on === on))).toBe(true)
        expect(missing.some((on) => ratings.some((one) => one.on === on))).toBe(false)
      }),
    )
  })
})
