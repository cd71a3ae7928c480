/** A standing seen on a day. */
import { describe, expect, it, test } from 'vitest'
import { attempt, date, day, someone, standing } from './ladder.testbed.ts'
import { stepTiming, suggestedCall, waitsForOn } from './timing.rules.ts'

const letter = attempt('2026-11-10', 'letter')
const climbing = standing(someone('2026-11-07', { events: [letter] }))
const call = climbing.step!

describe('a call from 17 to 24 November', () => {
  it.each([
    ['2026-11-16', 'coming', 'youth'],
    ['2026-11-17', 'now', 'us'],
    ['2026-11-24', 'now', 'us'],
    ['2026-11-25', 'late', 'us'],
  ])('on %s is %s and waits for %s', (today, timing, waitsFor) => {
    expect([stepTiming(call, day(today)), waitsForOn(climbing, day(today))]).toEqual([timing, waitsFor])
  })
})

test('without a step it is for us', () => {
  expect(waitsForOn({ step: null, waitsFor: 'nobody' }, day('2026-11-16'))).toBe('us')
})

describe('the best time to call', () => {
  const suggested = (today: string, ...calls: string[]): string => {
    const { step } = standing(someone('2026-11-07', { events: [letter, ...calls.map((at) => attempt(at, 'phone'))] }))
    const best = suggestedCall(step!, day(today))
    return best === null ? 'none' : `${date(best.on)} ${best.part}`
  }
  it.each<[string, string[], string, string]>([
    ['2026-11-11', [], '2026-11-17 late', 'on the first day, late'],
    ['2026-11-18', [], '2026-11-18 late', 'today'],
    ['2026-11-21', [], '2026-11-23 late', 'after the weekend'],
    ['2026-11-18', ['2026-11-18 17:00'], '2026-11-20 midday', 'another part of the day'],
    ['2026-11-25', ['2026-11-18 17:00'], '2026-11-26 midday', 'not on a weekday that has been tried'],
    ['2026-11-23', ['2026-11-18 17:00', '2026-11-20 13:00'], '2026-11-23 morning', 'the part that is left'],
    ['2026-12-24', ['2026-11-19 09:00', '2026-11-23 13:00'], '2026-12-29 late', 'neither Christmas nor a Thursday or Monday'],
  ])('on %s after %j is %s: %s', (today, calls, expected) => {
    expect(suggested(today, ...calls)).toBe(expected)
  })

  test('is asked of calls only', () => {
    expect(suggestedCall(standing(someone('2026-11-07')).step!, day('2026-11-09'))).toBeNull()
  })
})
