/** Steps that are left out, each with its reason; and what can still be done. */
import { describe, expect, it, test } from 'vitest'
import { attempt, day, declined, shown, someone, standing } from './ladder.testbed.ts'
import type { Channel, LadderFacts } from './ladder.types.ts'
import { mayText } from './skips.rules.ts'

const left = (facts: Partial<LadderFacts>, entered = '2026-11-20') => {
  const { skipped, step, waitsFor } = standing(someone(entered, facts))
  return { skipped: skipped.map(({ step: one, why }) => `${one}: ${why}`), step: shown(step), waitsFor }
}
const letterNow = 'letter 2026-11-20..2026-11-27'
const callNow = 'call 1/3 2026-11-20..2026-11-27'

describe('left out', () => {
  it.each<[string, Partial<LadderFacts>, string[], string]>([
    ['nothing, with every way open', {}, [], letterNow],
    ['calls without a number', { livePhones: 0 }, ['call: noNumber'], letterNow],
    ['calls to a dead number', { livePhones: 0, deadPhones: 2 }, ['call: deadNumber'], letterNow],
    ['nothing, when one number of several lives', { livePhones: 1, deadPhones: 2 }, [], letterNow],
    [
      'all but calls without an address',
      { hasAddress: false },
      ['letter: noAddress', 'furtherLetter: noAddress', 'visitCard: noAddress', 'homeVisit: noAddress'],
      callNow,
    ],
    [
      'all but calls for the protected',
      { isProtected: true },
      ['letter: protected', 'furtherLetter: protected', 'visitCard: protected', 'homeVisit: protected'],
      callNow,
    ],
    [
      'only the door for the protected who can be forwarded to',
      { isProtected: true, mayForward: true, hasAddress: false },
      ['visitCard: protected', 'homeVisit: protected'],
      letterNow,
    ],
    ['letters after a no to letters', { optedOut: ['letter'] }, ['letter: optedOut', 'furtherLetter: optedOut'], callNow],
    ['calls after a no to calls, also without a number', { optedOut: ['phone'], livePhones: 0 }, ['call: optedOut'], letterNow],
    ['the visit too after a no to cards', { optedOut: ['visitCard'] }, ['visitCard: optedOut', 'homeVisit: optedOut'], letterNow],
    ['the visit alone after a no to visits', { optedOut: ['homeVisit'] }, ['homeVisit: optedOut'], letterNow],
    ['nothing of the ladder after a no to SMS', { optedOut: ['sms', 'email'] }, [], letterNow],
  ])('is %s', (_, facts, skipped, step) => {
    expect(left(facts)).toEqual({ skipped, step, waitsFor: 'us' })
  })

  test('is everything when no way is open: it waits for us, with the reasons', () => {
    const all = ['letter: noAddress', 'call: noNumber', 'furtherLetter: noAddress', 'visitCard: noAddress', 'homeVisit: noAddress']
    expect(left({ livePhones: 0, hasAddress: false })).toEqual({ skipped: all, step: 'none', waitsFor: 'us' })
    const begun = left({ livePhones: 0, hasAddress: false, events: [attempt('2026-11-24', 'phone')] })
    expect(begun).toEqual({ skipped: all, step: 'none', waitsFor: 'us' })
  })

  test('is not what has been done already', () => {
    const events = [attempt('2026-11-20', 'letter'), attempt('2026-11-27 10:00', 'phone')]
    expect(left({ events, hasAddress: false }).skipped).toEqual([
      'furtherLetter: noAddress',
      'visitCard: noAddress',
      'homeVisit: noAddress',
    ])
    expect(left({ events, livePhones: 0, deadPhones: 1 }).skipped).toEqual(['call: deadNumber'])
  })

  test('is said of the round to come when the youth has said no', () => {
    expect(left({ events: [declined('2026-11-23')], livePhones: 0 })).toMatchObject({ skipped: ['call: noNumber'], waitsFor: 'nobody' })
  })

  test('ends with the calls for the protected, and the round with them', () => {
    const events = ['2026-11-20 09:00', '2026-11-23 13:00', '2026-11-25 17:00'].map((at) => attempt(at, 'phone'))
    expect(left({ isProtected: true, events })).toMatchObject({ step: 'call 1/3 2027-02-23..2027-03-02', waitsFor: 'nobody' })
  })
})

describe('SMS together with the letter', () => {
  it.each<[string, Partial<LadderFacts>, boolean]>([
    ['goes where there is a number', {}, true],
    ['not without', { livePhones: 0 }, false],
    ['not to a dead one', { livePhones: 0, deadPhones: 1 }, false],
    ['not after a no to SMS', { optedOut: ['sms'] }, false],
    ['goes after a no to calls', { optedOut: ['phone'] }, true],
    ['never to the protected', { isProtected: true, mayForward: true }, false],
  ])('%s', (_, facts, expected) => {
    const { step } = standing(someone('2026-11-20', facts))
    expect([step?.kind, step?.withSms]).toEqual(['letter', expected])
    expect(mayText(someone('2026-11-20', facts))).toBe(expected)
  })

  test('is a setting, and goes with the first letter only', () => {
    expect(standing(someone('2026-11-20'), { smsWithLetter: false }).step?.withSms).toBe(false)
    const calls = ['2026-11-27 09:00', '2026-12-01 13:00', '2026-12-03 17:00'].map((at) => attempt(at, 'phone'))
    const further = standing(someone('2026-11-20', { events: [attempt('2026-11-20', 'letter'), ...calls] })).step
    expect([further?.kind, further?.withSms]).toEqual(['furtherLetter', false])
  })
})

describe('under 18', () => {
  const strict = { minorsNeedGuardian: true }
  const five = ['letter', 'call', 'furtherLetter', 'visitCard', 'homeVisit']
  test('nothing is left out by default', () => {
    expect(standing(someone('2026-11-20', { bornOn: day('2010-06-01') })).skipped).toEqual([])
  })

  test('where minors need a guardian everything is, until the 18th birthday', () => {
    const { step, skipped, waitsFor } = standing(someone('2026-11-20', { bornOn: day('2009-04-12') }), strict)
    expect(skipped).toEqual(five.map((one) => ({ step: one, why: 'minor' })))
    expect([shown(step), waitsFor]).toEqual(['letter 2027-04-12..2027-04-19', 'nobody'])
  })

  it.each([
    ['2008-11-20', 'letter 2026-11-20..2026-11-27', 0, 'turns 18 on the day of entry'],
    ['2008-11-21', 'letter 2026-11-23..2026-11-30', 5, 'turns 18 on the Saturday after'],
    ['2008-02-29', 'letter 2026-11-20..2026-11-27', 0, 'is already 18'],
    ['2008-12-18', 'letter 2026-12-18..2026-12-18', 5, 'turns 18 on the last working day to begin'],
    ['2008-12-19', 'letter 2026-12-21..2026-12-28', 5, 'turns 18 too late to begin in time'],
    ['2012-02-29', 'letter 2030-03-01..2030-03-08', 5, 'was born on a leap day: 1 March'],
  ])('born %s: %s, %i left out (%s)', (bornOn, expected, count) => {
    const { step, skipped } = standing(someone('2026-11-20', { bornOn: day(bornOn) }), strict)
    expect([shown(step), skipped.length]).toEqual([expected, count])
  })

  test('what comes after the birthday anyway is not left out', () => {
    const events = [attempt('2026-11-20', 'letter')]
    const born = (on: string) => standing(someone('2026-11-20', { events, bornOn: day(on) }), strict)
    expect([shown(born('2008-11-27').step), born('2008-11-27').skipped, born('2008-11-27').waitsFor]).toEqual([
      'call 1/3 2026-11-27..2026-12-04',
      [],
      'youth',
    ])
    expect([shown(born('2008-12-01').step), born('2008-12-01').skipped.length, born('2008-12-01').waitsFor]).toEqual([
      'call 1/3 2026-12-01..2026-12-08',
      4,
      'nobody',
    ])
  })

  test('without a birthday nobody can say: everything is left out', () => {
    const { step, skipped, waitsFor } = standing(someone('2026-11-20', { bornOn: null }), strict)
    expect([step, skipped.map(({ why }) => why), waitsFor]).toEqual([null, five.map(() => 'minor'), 'us'])
    expect(standing(someone('2026-11-20', { bornOn: null })).skipped).toEqual([])
  })

  test('protection and a no are said before age', () => {
    const optedOut: Channel[] = ['phone']
    const { skipped } = standing(someone('2026-11-20', { isProtected: true, optedOut }), strict)
    expect(skipped.map(({ why }) => why)).toEqual(['protected', 'optedOut', 'protected', 'protected', 'protected'])
  })
})
