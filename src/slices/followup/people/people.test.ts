/** What may be written of a youth, as tables with their edges. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { dateOf, dayOf, plusDays } from '../../../platform/plain-date.ts'
import {
  changedParts,
  emailProblem,
  mayFollow,
  mayMove,
  mostDaysAhead,
  phoneIn,
  readYouth,
  typedFaults,
  type WrittenYouth,
} from './people.rules.ts'
import type { Follower, Stay } from './people.types.ts'

const today = date('2026-11-20')
const written: WrittenYouth = {
  number: '080314-2389',
  givenName: 'Prov',
  familyName: 'Provsson',
  bornOn: null,
  protection: 'none',
  school: '',
  phone: '',
  email: '',
  keptBecause: null,
  keptGround: '',
}
const read = (more: Partial<WrittenYouth>) => {
  const decision = readYouth({ ...written, ...more }, today)
  return decision.granted ? decision.value : decision.faults.map(({ field, problem }) => `${field} ${problem}`)
}

describe('a youth’s particulars', () => {
  it.each([
    ['a number in ten digits', {}, { number: '200803142389', bornOn: '2008-03-14' }],
    ['a number in twelve digits', { number: '20080314-2389' }, { number: '200803142389' }],
    ['the birthday of the number, written too', { bornOn: date('2008-03-14') }, { bornOn: '2008-03-14' }],
    ['an interim number with a birthday', { number: '20080314TF01', bornOn: date('2008-03-14') }, { number: '20080314TF01' }],
    ['a phone in any writing', { phone: '070-174 06 05' }, { phone: '+46701740605' }],
    ['a placed child', { keptBecause: 'placed' as const }, { keptBecause: 'placed' }],
    ['another ground', { keptBecause: 'other' as const, keptGround: 'Tvist' }, { keptGround: 'Tvist' }],
  ])('are read: %s', (_, more, expected) => {
    expect(read(more)).toMatchObject(expected)
  })
  it.each([
    [{ number: '' }, ['number missing']],
    [{ number: '080314-2380' }, ['number check-digit']],
    [{ number: '080231-2389' }, ['number no-such-day']],
    [{ number: 'hej' }, ['number not-a-number']],
    [{ number: '20080314TF01' }, ['bornOn needs-birthday']],
    [{ bornOn: date('2008-03-15') }, ['bornOn birthday-differs']],
    [{ number: '20080314TF01', bornOn: date('2026-11-21') }, ['bornOn born-later']],
    [{ phone: '12' }, ['phone not-a-phone']],
    [{ email: 'x@y' }, ['email not-an-email']],
    [{ keptBecause: 'other' as const }, ['keptGround needs-ground']],
    [{ number: '', phone: 'x', email: 'x' }, ['number missing', 'phone not-a-phone', 'email not-an-email']],
  ])('are refused: %j', (more, expected) => {
    expect(read(more)).toEqual(expected)
  })
  it.each(['', 'a@example.se', 'a.b+c@ex.example.org'])('have e-mail %j', (email) => {
    expect(emailProblem(email)).toBeNull()
  })
  it.each([
    ['', ''],
    ['  ', ''],
    ['+46701740605', '+46701740605'],
    ['ring henne', null],
  ])('have phone %j as %j', (phone, expected) => {
    expect(phoneIn(phone)).toBe(expected)
  })
  it.each([
    [{}, []],
    [{ number: '1', phone: 'x', email: 'y' }, ['number', 'phone', 'email']],
    [{ number: '080314-2389', phone: '070-174 06 05', email: ' a@example.se ' }, []],
  ])('are looked at one by one while others are missing: %j', (typed: Readonly<Record<string, string>>, fields) => {
    expect(typedFaults((field) => typed[field] ?? '', today).map(({ field }) => field)).toEqual(fields)
  })
  it('are told apart by name in the log', () => {
    const before = { ...written, bornOn: date('2008-03-14') }
    expect(changedParts(before, { ...before, school: 'Provskolan', phone: '1' })).toEqual(['phone', 'school'])
    expect(changedParts(before, before)).toEqual([])
  })
})

const stay = (unitId: string, fromOn: string, untilOn: string | null = null): Stay => ({
  id: 's',
  unitId,
  unit: unitId,
  fromOn: date(fromOn),
  untilOn: untilOn === null ? null : date(untilOn),
})

describe('a move', () => {
  const home = [stay('norr', '2026-02-01'), stay('syd', '2025-02-01', '2026-02-01')]
  const gone = [stay('norr', '2026-02-01', '2026-10-01')]
  it.each([
    ['to another unit the day after coming', home, 'syd', '2026-02-02', true],
    ['to another unit the day of coming', home, 'syd', '2026-02-01', 'before-last'],
    ['to the same unit', home, 'norr', '2026-11-20', 'same-unit'],
    ['out', home, null, '2026-11-20', true],
    ['out the day of coming', home, null, '2026-02-01', 'before-last'],
    ['out without a home', gone, null, '2026-11-20', 'not-here'],
    ['in for the first time', [], 'norr', '2020-01-01', true],
    ['back the day of leaving', gone, 'norr', '2026-10-01', true],
    ['back the day before leaving', gone, 'norr', '2026-09-30', 'before-last'],
    ['as far ahead as can be', home, 'syd', dateOf(plusDays(dayOf(today), mostDaysAhead)), true],
    ['a day further', home, 'syd', dateOf(plusDays(dayOf(today), mostDaysAhead + 1)), 'too-far'],
  ] as const)('%s', (_, stays, unitId, on, expected) => {
    const decision = mayMove(stays, { unitId, on: date(on) }, today)
    expect(decision.granted ? true : decision.reason).toBe(expected)
  })
  it('never makes two homes at a time', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), fc.integer({ min: 0, max: 360 }), (offset, ahead) => {
        const from = plusDays(dayOf(today), offset)
        const on = plusDays(dayOf(today), ahead)
        const decision = mayMove([stay('norr', dateOf(from))], { unitId: 'syd', on: dateOf(on) }, today)
        expect(decision.granted).toBe(on > from)
      }),
    )
  })
})

describe('a follower', () => {
  const follower: Follower = { id: 'f', staffId: 'a', name: 'A', process: 'housing', fromOn: today, untilOn: null }
  it.each([
    ['housing', ['housing'], [], true],
    ['housing', ['labourMarket'], [], 'not-in-process'],
    ['housing', [], [], 'not-in-process'],
    ['housing', ['housing'], [follower], 'already-follows'],
    ['labourMarket', ['housing', 'labourMarket'], [follower], true],
    ['housing', ['housing'], [{ ...follower, untilOn: today }], true],
    ['housing', ['housing'], [{ ...follower, staffId: 'b' }], true],
  ] as const)('in %s with %j', (process, roles, followers, expected) => {
    const decision = mayFollow(followers, { staffId: 'a', process, roles })
    expect(decision.granted ? true : decision.reason).toBe(expected)
  })
})
