/** Where somebody lives, day by day (DOMAIN.md 3.3; lines 3 and 4). */
import { describe, expect, test } from 'vitest'
import {
  aDeregistration,
  aLife,
  anInterruption,
  answersLike,
  aProtection,
  aRegistration,
  aStay,
  day,
  here,
  periods,
  there,
} from '../../../test/support/lives.ts'
import { dateOf } from '../../platform/plain-date.ts'
import type { Life } from './law.types.ts'
import { deregistrationOn, residencesOf } from './residence.rules.ts'
import { never } from './span.rules.ts'

/** The stays of a life as text: `0180 2004-03-10--2021-05-05`. */
const stays = (life: Partial<Life>): string[] =>
  residencesOf(aLife(life)).map(
    ({ municipality, from, until }) => `${municipality} ${dateOf(from)}--${until === never ? '' : dateOf(until)}`,
  )

const born = aRegistration('2004-03-10')
const third = '0114'

describe('registered stays', () => {
  test.each<[string, Partial<Life>, string[]]>([
    ['none is known', { registrations: [] }, []],
    ['one lasts', {}, ['0180 2004-03-10--']],
    [
      'a move ends one and begins another',
      { registrations: [born, aRegistration('2021-05-05', there)] },
      ['0180 2004-03-10--2021-05-05', '1480 2021-05-05--'],
    ],
    [
      'the order they are listed in is irrelevant',
      { registrations: [aRegistration('2021-05-05', there), born] },
      ['0180 2004-03-10--2021-05-05', '1480 2021-05-05--'],
    ],
    [
      'a move inside the municipality begins nothing',
      { registrations: [born, aRegistration('2021-05-05'), aRegistration('2022-05-05')] },
      ['0180 2004-03-10--'],
    ],
    [
      'somewhere unknown is a place of its own',
      { registrations: [born, aRegistration('2021-05-05', null), aRegistration('2021-06-05', null), aRegistration('2022-05-05')] },
      ['0180 2004-03-10--2021-05-05', 'null 2021-05-05--2022-05-05', '0180 2022-05-05--'],
    ],
    ['a deregistration ends one', { deregistrations: [aDeregistration('2021-05-05')] }, ['0180 2004-03-10--2021-05-05']],
    [
      'a return to the same municipality begins another',
      { registrations: [born, aRegistration('2021-05-06')], deregistrations: [aDeregistration('2021-05-05')] },
      ['0180 2004-03-10--2021-05-05', '0180 2021-05-06--'],
    ],
    [
      'a registration on the day of a deregistration does not end it',
      { registrations: [born, aRegistration('2021-05-05', there)], deregistrations: [aDeregistration('2021-05-05')] },
      ['0180 2004-03-10--2021-05-05'],
    ],
    [
      'the same with nothing before',
      { registrations: [aRegistration('2021-05-05')], deregistrations: [aDeregistration('2021-05-05')] },
      [],
    ],
    [
      'two deregistrations are as one',
      { deregistrations: [aDeregistration('2021-05-05'), aDeregistration('2021-06-05')] },
      ['0180 2004-03-10--2021-05-05'],
    ],
    [
      'of two on one day only one counts, the same in any order',
      { registrations: [aRegistration('2021-05-05', there), aRegistration('2021-05-05', third)] },
      ['0114 2021-05-05--'],
    ],
    ['turned round', { registrations: [aRegistration('2021-05-05', third), aRegistration('2021-05-05', there)] }, ['0114 2021-05-05--']],
  ])('%s', (_, life, expected) => {
    expect(stays(life)).toEqual(expected)
  })

  test('a stay keeps the record that began it', () => {
    const first = { ...born, origin: { source: 'navet', readAt: '2026-01-01T00:00:00Z' } }
    expect(residencesOf(aLife({ registrations: [aRegistration('2021-05-05'), first] }))[0]?.registration).toEqual(first)
  })
})

describe('the deregistration in force', () => {
  const left = aDeregistration('2021-05-05')
  const onDay = (life: Partial<Life>, date: string) => deregistrationOn(aLife(life), day(date))?.cause ?? null
  test.each<[string, Partial<Life>, string, string | null]>([
    ['none', {}, '2021-05-05', null],
    ['not before its day', { deregistrations: [left] }, '2021-05-04', null],
    ['from its day', { deregistrations: [left] }, '2021-05-05', 'UV'],
    [
      'a registration before it does not end it',
      { deregistrations: [left], registrations: [aRegistration('2021-05-04')] },
      '2021-06-01',
      'UV',
    ],
    ['nor one on its day', { deregistrations: [left], registrations: [aRegistration('2021-05-05')] }, '2021-06-01', 'UV'],
    ['one the day after does', { deregistrations: [left], registrations: [aRegistration('2021-05-06')] }, '2021-05-06', null],
    ['also in another municipality', { deregistrations: [left], registrations: [aRegistration('2021-05-06', there)] }, '2021-06-01', null],
    ['but not before it', { deregistrations: [left], registrations: [aRegistration('2021-05-06')] }, '2021-05-05', 'UV'],
    ['of several, the latest', { deregistrations: [aDeregistration('2021-05-06', 'OB'), left] }, '2021-06-01', 'OB'],
    ['in any order', { deregistrations: [left, aDeregistration('2021-05-06', 'OB')] }, '2021-06-01', 'OB'],
    ['one still to come says nothing', { deregistrations: [left, aDeregistration('2021-07-06', 'OB')] }, '2021-06-01', 'UV'],
    ['of both on one day, the emigration', { deregistrations: [aDeregistration('2021-05-05', 'OB'), left] }, '2021-06-01', 'UV'],
    ['also when it is listed first', { deregistrations: [left, aDeregistration('2021-05-05', 'OB')] }, '2021-06-01', 'UV'],
    [
      'one that a registration ended stays ended after a second',
      { deregistrations: [left, aDeregistration('2021-07-05', 'OB')], registrations: [aRegistration('2021-06-05')] },
      '2021-07-05',
      'OB',
    ],
  ])('%s', (_, life, date, expected) => {
    expect(onDay(life, date)).toBe(expected)
  })

  test('an emigration and a return give two periods, whether the return is the day after or on the day', () => {
    const returning = (on: string) => aLife({ registrations: [born, aRegistration(on)], deregistrations: [left] })
    expect(periods(returning('2021-05-06'))).toEqual([
      '2020-06-16 neverStarted -- 2021-05-05 emigrated',
      '2021-05-06 returned -- 2024-03-10 turned20',
    ])
    expect(periods(returning('2021-05-05'))).toEqual(['2020-06-16 neverStarted -- 2021-05-05 emigrated'])
    expect(periods(returning('2021-05-04'))).toEqual(['2020-06-16 neverStarted -- 2021-05-05 emigrated'])
  })
})

describe('protected registration', () => {
  const protectedRegistration = aProtection('2021-01-10')
  test.each<[string, Partial<Life>, string[]]>([
    ['takes the register out of account from its first day', {}, ['0180 2004-03-10--2021-01-10']],
    [
      'leaves a stay that had ended alone',
      { registrations: [born, aRegistration('2020-05-05', there)] },
      ['0180 2004-03-10--2020-05-05', '1480 2020-05-05--2021-01-10'],
    ],
    ['hides what begins on its first day', { registrations: [aRegistration('2021-01-10')] }, []],
    ['hides what begins later', { registrations: [aRegistration('2021-01-11')] }, []],
    ['a confirmed stay goes on from the registered one', { confirmedStays: [aStay('2021-01-10')] }, ['0180 2004-03-10--']],
    ['a confirmed stay from before the protection counts from it', { confirmedStays: [aStay('2020-01-10')] }, ['0180 2004-03-10--']],
    [
      'a confirmed stay elsewhere',
      { confirmedStays: [aStay('2020-01-10', null, there)] },
      ['0180 2004-03-10--2021-01-10', '1480 2021-01-10--'],
    ],
    [
      'a stay confirmed later leaves days without a home',
      { confirmedStays: [aStay('2021-01-11', '2021-03-01')] },
      ['0180 2004-03-10--2021-01-10', '0180 2021-01-11--2021-03-01'],
    ],
    [
      'a stay that ended before the protection is not used',
      { confirmedStays: [aStay('2020-01-10', '2021-01-10')] },
      ['0180 2004-03-10--2021-01-10'],
    ],
    [
      'a stay that ended on its first day of use is a day',
      { confirmedStays: [aStay('2020-01-10', '2021-01-11')] },
      ['0180 2004-03-10--2021-01-11'],
    ],
    [
      'stays in one municipality that touch are one, in any order',
      { confirmedStays: [aStay('2021-03-01', '2021-05-01'), aStay('2021-01-10', '2021-03-01'), aStay('2021-05-01', null, there)] },
      ['0180 2004-03-10--2021-05-01', '1480 2021-05-01--'],
    ],
    ['one that ended long before it is not used', { confirmedStays: [aStay('2020-01-10', '2020-12-01')] }, ['0180 2004-03-10--2021-01-10']],
    [
      'nor one elsewhere that ended before it, or on its first day',
      { confirmedStays: [aStay('2020-01-10', '2020-12-01', there), aStay('2020-01-10', '2021-01-10', third)] },
      ['0180 2004-03-10--2021-01-10'],
    ],
    [
      'of two from the same day in different places, the one that ends last',
      { confirmedStays: [aStay('2021-01-10', null, third), aStay('2021-01-10', '2021-03-01', there)] },
      ['0180 2004-03-10--2021-01-10', '0114 2021-01-10--'],
    ],
    [
      'of two that overlap, the later one elsewhere ends the earlier',
      { confirmedStays: [aStay('2020-06-01', null, there), aStay('2020-01-10', '2021-03-01')] },
      ['0180 2004-03-10--2021-01-10', '1480 2021-01-10--'],
    ],
  ])('%s', (_, life, expected) => {
    expect(stays({ protectedRegistration, ...life })).toEqual(expected)
  })

  test('confirmed stays say nothing of somebody who is not protected', () => {
    expect(stays({ confirmedStays: [aStay('2021-01-10', null, there)] })).toEqual(['0180 2004-03-10--'])
  })

  test('without a confirmed stay the person is on no list, and comes on it when one is confirmed', () => {
    const waiting = aLife({ protectedRegistration })
    const expected = { '2021-01-09': 'covered', '2021-01-10': 'moved', '2024-03-09': 'moved' }
    expect(answersLike(expected, waiting)).toEqual(expected)
    expect(periods({ ...waiting, confirmedStays: [aStay('2021-02-10', '2021-03-10')] })).toEqual([
      '2020-06-16 neverStarted -- 2021-01-10 moved',
      '2021-02-10 movedIn -- 2021-03-10 moved',
    ])
    expect(periods({ ...waiting, confirmedStays: [aStay('2021-01-10')] })).toEqual(['2020-06-16 neverStarted -- 2024-03-10 turned20'])
  })

  test('emigration ends it all the same', () => {
    const deregistrations = [aDeregistration('2021-05-05')]
    expect(periods(aLife({ protectedRegistration, confirmedStays: [aStay('2021-01-10')], deregistrations }))).toEqual([
      '2020-06-16 neverStarted -- 2021-05-05 emigrated',
    ])
  })

  test('a confirmed stay that goes on from a registered one is not why a period begins', () => {
    const enrolments = [anInterruption('2020-08-17', '2021-01-09')]
    expect(periods(aLife({ protectedRegistration, confirmedStays: [aStay('2021-01-10')], enrolments }))).toEqual([
      '2021-01-10 interruptedNational -- 2024-03-10 turned20',
    ])
  })

  test('a stay carries the origin of its confirmation, and none when there is none', () => {
    const origin = { source: 'handläggare', readAt: '2026-01-01T00:00:00Z' }
    const confirmedStays = [{ ...aStay('2021-01-10', '2021-02-01', there), origin }, aStay('2021-02-01')]
    const [, first, second] = residencesOf(aLife({ protectedRegistration, confirmedStays }))
    expect(first?.registration).toEqual({ on: day('2021-01-10'), municipality: there, origin })
    expect(second?.registration).toEqual({ on: day('2021-02-01'), municipality: here })
  })
})
