/** Why a period begins (DOMAIN.md 3.5), each rule with its edges and which of two wins. For decisions see `decision.test.ts`. */
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDecision,
  aDeregistration,
  aLife,
  anEnrolment,
  anImmigration,
  anInterruption,
  anUndecided,
  aRegistration,
  aWithdrawal,
  there,
  after,
  periods,
} from '../../../test/support/lives.ts'
import type { Enrolment, Life } from './law.types.ts'

/** Every period as when and why it begins. */
const begins = (life: Life): string[] => periods(life).map((period) => period.replace(/ --.*/, ''))

const born = aRegistration('2004-03-10')
const bornThere = aRegistration('2004-03-10', there)
const movesIn = [bornThere, aRegistration('2021-05-05')]

describe('by residence', () => {
  const leaves = aDeregistration('2021-01-10')
  const arrives = (immigratedOn: string) =>
    aLife({ registrations: [aRegistration('2021-05-05')], immigrations: [anImmigration(immigratedOn)] })
  test.each<[string, Life, string[]]>([
    ['a move in', aLife({ registrations: movesIn }), ['2021-05-05 movedIn']],
    [
      'a move in from where nobody knows',
      aLife({ registrations: [aRegistration('2004-03-10', null), aRegistration('2021-05-05')] }),
      ['2021-05-05 movedIn'],
    ],
    ['an immigration on the day', arrives('2021-05-05'), ['2021-05-05 registeredInSweden']],
    ['an immigration 29 days before', arrives('2021-04-06'), ['2021-05-05 registeredInSweden']],
    ['an immigration 30 days before', arrives('2021-04-05'), ['2021-05-05 registeredInSweden']],
    ['an immigration 31 days before', arrives('2021-04-04'), ['2021-05-05 movedIn']],
    [
      'of several immigrations one to come',
      aLife({ registrations: movesIn, immigrations: [anImmigration('2015-01-10'), anImmigration('2021-05-06')] }),
      ['2021-05-05 movedIn'],
    ],
    ['an immigration after the residence began', arrives('2021-05-06'), ['2021-05-06 neverStarted']],
    [
      'an emigration and a return',
      aLife({ registrations: [born, aRegistration('2021-05-05')], deregistrations: [leaves] }),
      ['2020-06-16 neverStarted', '2021-05-05 returned'],
    ],
    [
      'missing, and found again',
      aLife({ registrations: [born, aRegistration('2021-05-05')], deregistrations: [aDeregistration('2021-01-10', 'OB')] }),
      ['2020-06-16 neverStarted', '2021-05-05 returned'],
    ],
    [
      'a return with an immigration on the day is a return',
      aLife({ registrations: [born, aRegistration('2021-05-05')], deregistrations: [leaves], immigrations: [anImmigration('2021-05-05')] }),
      ['2020-06-16 neverStarted', '2021-05-05 returned'],
    ],
    [
      'a later emigration does not make the move before it a return',
      aLife({ registrations: movesIn, deregistrations: [aDeregistration('2022-01-10')] }),
      ['2021-05-05 movedIn'],
    ],
    [
      'a move in the day after an interruption',
      aLife({ registrations: movesIn, enrolments: [anInterruption('2020-08-17', '2021-05-04')] }),
      ['2021-05-05 movedIn'],
    ],
    [
      'a move in on the day of an interruption',
      aLife({ registrations: movesIn, enrolments: [anInterruption('2020-08-17', '2021-05-05')] }),
      ['2021-05-06 interruptedNational'],
    ],
    [
      'a move inside the municipality the day after an interruption begins nothing',
      aLife({ registrations: [born, aRegistration('2021-05-05')], enrolments: [anInterruption('2020-08-17', '2021-05-04')] }),
      ['2021-05-05 interruptedNational'],
    ],
    ['a move in on the first day', aLife({ registrations: [bornThere, aRegistration('2020-06-16')] }), ['2020-06-16 movedIn']],
    [
      'a move in before the first day is not why',
      aLife({ registrations: [bornThere, aRegistration('2020-06-15')] }),
      ['2020-06-16 neverStarted'],
    ],
  ])('%s', (_, life, expected) => {
    expect(begins(life)).toEqual(expected)
  })
})

describe('by an education that ended', () => {
  const ended = (...enrolments: Enrolment[]) => begins(aLife({ enrolments })).at(-1)
  test.each<[string, string, string]>([
    ['GY', 'NA25', 'interruptedNational'],
    ['GY', '', 'interruptedNational'],
    ['GY', 'IMA', 'interruptedIntroductory'],
    ['GYS', 'AH', 'interruptedAdapted'],
    ['GYAN', '', 'interruptedAdapted'],
    ['VUXSARGY', '', 'interruptedAdapted'],
    ['VUXGYAN', '', 'interruptedAdapted'],
    ['VUXGY', '', 'interruptedEquivalent'],
    ['ABROAD_UPPER_SECONDARY', '', 'interruptedNational'],
  ])('an interruption of %s %s is %s; ended without one it is endedWithoutDiploma', (schoolType, educationCode, expected) => {
    expect(ended(anInterruption('2020-08-17', '2021-03-31', schoolType, educationCode))).toBe(`2021-04-01 ${expected}`)
    expect(ended(anEnrolment('2020-08-17', '2021-03-31', { schoolType, educationCode }))).toBe('2021-04-01 endedWithoutDiploma')
  })

  test.each([
    [-61, 'interruptedNational'],
    [-60, 'studyCertificate'],
    [0, 'studyCertificate'],
    [60, 'studyCertificate'],
    [61, 'interruptedNational'],
  ])('a studiebevis dated %i days from the last day gives %s', (days, expected) => {
    const enrolments = [anInterruption('2020-08-17', '2021-03-31')]
    const credentials = [aCredential(after('2021-03-31', days), 'studiebevis')]
    expect(begins(aLife({ enrolments, credentials }))).toEqual([`2021-04-01 ${expected}`])
    expect(begins(aLife({ enrolments, credentials: [...credentials, aCredential('2019-01-01', 'studiebevis')] }))).toEqual([
      `2021-04-01 ${expected}`,
    ])
  })

  test('one followed for a single day is one that ended', () => {
    expect(ended(anInterruption('2020-12-01', '2020-12-01'))).toBe('2020-12-02 interruptedNational')
  })

  test('only a studiebevis makes it a study certificate', () => {
    const enrolments = [anEnrolment('2020-08-17', '2021-03-31')]
    expect(begins(aLife({ enrolments, credentials: [aCredential('2021-03-31', 'gymnasieintyg')] }))).toEqual([
      '2021-04-01 endedWithoutDiploma',
    ])
  })

  test('of several that end the same day, the one that began last gives the reason, whatever their order', () => {
    const early = anInterruption('2020-08-17', '2021-03-31')
    const late = anInterruption('2021-01-10', '2021-03-31', 'GY', 'IMA')
    expect(ended(early, late)).toBe('2021-04-01 interruptedIntroductory')
    expect(ended(late, early)).toBe('2021-04-01 interruptedIntroductory')
    const tied = [anEnrolment('2020-08-17', '2021-03-31'), early, anInterruption('2020-08-17', '2021-03-31', 'VUXGY', '')]
    expect(ended(...tied)).toBe('2021-04-01 endedWithoutDiploma')
    expect(ended(...tied.toReversed())).toBe('2021-04-01 endedWithoutDiploma')
    expect(ended(...tied.slice(1))).toBe(ended(...tied.slice(1).toReversed()))
  })

  test('one that began last but does not qualify, or ended earlier, or never began, is not asked', () => {
    const left = anInterruption('2020-08-17', '2021-03-31', 'VUXGY', '')
    expect(ended(left, anEnrolment('2021-01-10', '2021-03-31', { schoolType: 'SFI' }))).toBe('2021-04-01 interruptedEquivalent')
    expect(ended(left, anInterruption('2021-01-10', '2021-03-30'))).toBe('2021-04-01 interruptedEquivalent')
    expect(ended(left, anEnrolment('2021-04-02', '2021-03-31'))).toBe('2021-04-01 interruptedEquivalent')
    expect(ended(left, aWithdrawal('2021-04-01'))).toBe('2021-04-01 interruptedEquivalent')
  })

  test('an education in compulsory school that ends on its last day gives the reason before the first day does', () => {
    expect(ended(anInterruption('2020-01-10', '2020-06-15'))).toBe('2020-06-16 interruptedNational')
    expect(ended(anInterruption('2020-01-10', '2020-06-14'))).toBe('2020-06-16 neverStarted')
  })

  test('an introductory programme that ended before it counted gives no reason', () => {
    const programme = (last: string) =>
      aLife({
        born: '2002-03-10',
        enrolments: [anInterruption('2018-01-10', last, 'GY', 'IMA')],
        decisions: [aDecision(false, '2018-06-20', after(last, 1))],
      })
    expect(begins(programme('2018-07-01')).at(-1)).toBe('2018-07-02 interruptedIntroductory')
    expect(begins(programme('2018-06-30')).at(-1)).toBe('2018-07-01 decided')
  })
})

describe('on the first day', () => {
  const never = (...enrolments: Enrolment[]) => begins(aLife({ enrolments }))
  test.each([
    ['2020-06-15', 'neverStarted'],
    ['2020-06-16', 'noShow'],
    ['2020-09-24', 'noShow'],
    ['2020-09-25', 'neverStarted'],
  ])('a start on %s that was withdrawn gives %s', (start, expected) => {
    expect(never(aWithdrawal(start))).toEqual([`2020-06-16 ${expected}`])
  })

  test.each<[string, Enrolment]>([
    ['an education that would not have qualified', aWithdrawal('2020-08-17', 'SFI', '')],
    ['an undecided one', aWithdrawal('2020-08-17', 'NYTT', '')],
    ['one that came later', anEnrolment('2020-12-01')],
    ['an end before the start that nobody cancelled', anEnrolment('2020-08-17', '2020-08-16')],
  ])('%s is no no-show', (_, enrolment) => {
    expect(never(enrolment)).toEqual(['2020-06-16 neverStarted'])
  })

  test('one followed for a day and cancelled is not withdrawn', () => {
    expect(never(anInterruption('2020-10-17', '2020-10-17'))[0]).toBe('2020-06-16 neverStarted')
  })

  test('one of several withdrawn is enough', () => {
    expect(never(anEnrolment('2020-12-01'), aWithdrawal('2020-08-17'), aWithdrawal('2021-08-17'))).toEqual(['2020-06-16 noShow'])
  })

  test('a withdrawn introductory programme would have qualified from 1 July 2018', () => {
    const withdrawn = (start: string) => begins(aLife({ born: '2002-03-10', enrolments: [aWithdrawal(start, 'GY', 'IMA')] }))
    expect(withdrawn('2018-06-30')).toEqual(['2018-06-16 neverStarted'])
    expect(withdrawn('2018-07-01')).toEqual(['2018-06-16 noShow'])
  })
})

test('a period that begins for none of these reasons says unknown', () => {
  expect(begins(aLife({ enrolments: [anEnrolment('2020-08-17', '2020-12-20'), anUndecided('2020-12-21', '2021-03-31')] }))).toEqual([
    '2021-04-01 unknown',
  ])
})
