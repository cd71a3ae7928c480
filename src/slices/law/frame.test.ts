/** The days that the lines are asked against: the first day, the 20th birthday and completion (DOMAIN.md 3.1, 3.4). */
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDeregistration,
  after,
  aLaterEnd,
  aLife,
  anEarlierEnd,
  anEnrolment,
  anImmigration,
  answersLike,
  anUndecided,
  aSetting,
  aWithdrawal,
  day,
  here,
  periods,
} from '../../../test/support/lives.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { frameOf, schoolingEndsOn, termEndIn } from './frame.rules.ts'
import type { Enrolment, Life, SchoolingEnd } from './law.types.ts'
import { never } from './span.rules.ts'

const frame = (life: Life, settings = aSetting()) => frameOf(life, here, settings)

describe('the first day', () => {
  const firstOn = (life: Life, settings = aSetting()) => {
    const found = frame(life, settings).firstOn
    return found === null ? null : dateOf(found)
  }

  test('it is the day after the spring term of the year one turns 16, 15 June where nothing is set', () => {
    expect(firstOn(aLife())).toBe('2020-06-16')
    expect(firstOn(aLife({ born: '2004-01-01' }))).toBe('2020-06-16')
    expect(firstOn(aLife({ born: '2004-12-31' }))).toBe('2020-06-16')
    expect(firstOn(aLife({ born: '2005-01-01' }))).toBe('2021-06-16')
    expect(firstOn(aLife({ born: null }))).toBe(null)
  })

  test('a term end that is set counts for its year only', () => {
    const settings = aSetting({ termEnds: ['2020-06-09'] })
    expect(firstOn(aLife(), settings)).toBe('2020-06-10')
    expect(firstOn(aLife({ born: '2005-03-10' }), settings)).toBe('2021-06-16')
    expect([2019, 2020, 2021].map((year) => dateOf(termEndIn(settings, year)))).toEqual(['2019-06-15', '2020-06-09', '2021-06-15'])
  })

  test.each<[string, string, readonly SchoolingEnd[], readonly string[], string]>([
    ['nothing decided', '2004-03-10', [], [], '2020-06-15'],
    ['7:13: one year later', '2004-03-10', [aLaterEnd], [], '2021-06-15'],
    ['7:13 with a term end set for the later year', '2004-03-10', [aLaterEnd], ['2020-06-09', '2021-06-11'], '2021-06-11'],
    ['7:13 twice is once', '2004-03-10', [aLaterEnd, aLaterEnd], [], '2021-06-15'],
    ['7:14: earlier', '2004-03-10', [anEarlierEnd('2020-01-31')], [], '2020-01-31'],
    ['7:14 the day before', '2004-03-10', [anEarlierEnd('2020-06-14')], [], '2020-06-14'],
    ['7:14 on the day', '2004-03-10', [anEarlierEnd('2020-06-15')], [], '2020-06-15'],
    ['7:14 later is not earlier', '2004-03-10', [anEarlierEnd('2020-06-16')], [], '2020-06-15'],
    [
      'of several under 7:14 the earliest',
      '2004-03-10',
      [anEarlierEnd('2020-03-31'), anEarlierEnd('2020-01-31'), anEarlierEnd('2020-02-29')],
      [],
      '2020-01-31',
    ],
    ['both: the earlier', '2004-03-10', [anEarlierEnd('2020-01-31'), aLaterEnd], [], '2020-01-31'],
    ['both: 7:14 inside the extra year', '2004-03-10', [aLaterEnd, anEarlierEnd('2021-01-31')], [], '2021-01-31'],
  ])('%s', (_, born, ends, termEnds, expected) => {
    expect(dateOf(schoolingEndsOn(day(born), ends, aSetting({ termEnds })))).toBe(expected)
  })

  test('7:13 ends at the latest on the 18th birthday, the day itself included', () => {
    const termUntil = (date: string) => ({ ...aSetting(), termEnds: new Map([[2021, day(date)]]) })
    expect(firstOn(aLife({ schoolingEnds: [aLaterEnd] }), termUntil('2022-03-09'))).toBe('2022-03-10')
    expect(firstOn(aLife({ schoolingEnds: [aLaterEnd] }), termUntil('2022-03-10'))).toBe('2022-03-11')
    expect(firstOn(aLife({ schoolingEnds: [aLaterEnd] }), termUntil('2022-03-11'))).toBe('2022-03-11')
    expect(firstOn(aLife({ born: '2004-02-29', schoolingEnds: [aLaterEnd] }), termUntil('2022-06-15'))).toBe('2022-03-02')
  })

  const arrived = (...dates: string[]) => ({ immigrations: dates.map(anImmigration) })
  test.each<[string, Life, string]>([
    ['an immigration before it changes nothing', aLife(arrived('2020-06-14')), '2020-06-16'],
    ['on the last day of school', aLife(arrived('2020-06-15')), '2020-06-16'],
    ['on the first day', aLife(arrived('2020-06-16')), '2020-06-16'],
    ['the day after it', aLife(arrived('2020-06-17')), '2020-06-17'],
    ['of several the first', aLife(arrived('2022-01-10', '2021-01-10', '2021-06-10')), '2021-01-10'],
    ['one before and one after', aLife(arrived('2022-01-10', '2015-01-10')), '2020-06-16'],
    [
      'after an emigration it is a return',
      aLife({ ...arrived('2021-01-10'), deregistrations: [aDeregistration('2019-01-10')] }),
      '2020-06-16',
    ],
    [
      'after an emigration the same day too',
      aLife({ ...arrived('2021-01-10'), deregistrations: [aDeregistration('2021-01-10')] }),
      '2020-06-16',
    ],
    [
      'an emigration after it does not make it one',
      aLife({ ...arrived('2021-01-10'), deregistrations: [aDeregistration('2021-01-11')] }),
      '2021-01-10',
    ],
  ])('%s', (_, life, expected) => {
    expect(firstOn(life)).toBe(expected)
  })

  test('a youth who immigrated before it is covered from it, and who immigrated later from the immigration', () => {
    const from = (date: string) =>
      periods(aLife({ ...arrived(date), born: '2004-03-10', registrations: [{ on: day(date), municipality: here }] }))
    expect(from('2020-06-15')).toEqual(['2020-06-16 neverStarted -- 2024-03-10 turned20'])
    expect(from('2020-06-17')).toEqual(['2020-06-17 registeredInSweden -- 2024-03-10 turned20'])
  })
})

describe('other days', () => {
  test.each([
    ['2004-03-10', '2024-03-10'],
    ['2004-02-29', '2024-02-29'],
    ['2000-02-29', '2020-02-29'],
    ['1880-02-29', '1900-03-01'],
  ])('born %s, 20 on %s', (born, expected) => {
    expect(frame(aLife({ born })).turns20On).toBe(day(expected))
  })

  test('without a birthday nobody turns 20 or waits', () => {
    expect(frame(aLife({ born: null, enrolments: [anEnrolment('2020-08-17')] }))).toMatchObject({
      turns20On: null,
      firstOn: null,
      gaps: [],
    })
  })

  test('of several dates of death the first counts, none is never', () => {
    const died = (...dates: string[]) => frame({ ...aLife(), deaths: dates.map((date) => ({ on: day(date) })) }).diedOn
    expect(died()).toBe(never)
    expect(died('2021-05-06', '2021-05-05', '2021-05-07')).toBe(day('2021-05-05'))
  })
})

describe('the day a diploma counts from', () => {
  const school = anEnrolment('2020-08-17', '2021-03-31')
  const countsFrom = (date: string, ...enrolments: Enrolment[]) =>
    dateOf(frame(aLife({ enrolments, credentials: [aCredential(date)] })).completedOn)
  test.each<[string, string, Enrolment[], string]>([
    ['its date, when no education is known', '2021-05-05', [], '2021-05-05'],
    ['the day after, dated on the last followed day', '2021-03-31', [school], '2021-04-01'],
    ['the day after the last followed day, dated that day', '2021-04-01', [school], '2021-04-01'],
    ['the same, dated 59 days later', after('2021-03-31', 59), [school], '2021-04-01'],
    ['the same, dated 60 days later', after('2021-03-31', 60), [school], '2021-04-01'],
    ['its date, dated 61 days later', after('2021-03-31', 61), [school], after('2021-03-31', 61)],
    ['its date, dated before the first followed day', '2020-08-16', [school], '2020-08-16'],
    ['its date, dated on the first followed day', '2020-08-17', [school], '2020-08-17'],
    [
      'of several educations, the one followed last before it',
      '2021-04-10',
      [anEnrolment('2020-08-17', '2021-04-05'), school],
      '2021-04-06',
    ],
    ['an education that begins later is not asked', '2021-04-10', [school, anEnrolment('2021-04-11')], '2021-04-01'],
    [
      'an education of another form is not asked',
      '2021-04-10',
      [anEnrolment('2020-08-17', '2021-03-31', { schoolType: 'SFI' })],
      '2021-04-10',
    ],
    ['nor an undecided one', '2021-04-10', [anUndecided('2020-08-17', '2021-03-31')], '2021-04-10'],
    ['nor one that was withdrawn', '2021-04-10', [aWithdrawal('2021-04-01')], '2021-04-10'],
  ])('%s', (_, date, enrolments, expected) => {
    expect(countsFrom(date, ...enrolments)).toBe(expected)
  })

  test('while still following, it counts from its date', () => {
    const expected = { '2021-03-29': 'inEducation', '2021-03-30': 'completed', '2021-05-01': 'completed' }
    for (const end of [null, '2021-06-10']) {
      expect(
        answersLike(expected, aLife({ enrolments: [anEnrolment('2020-08-17', end)], credentials: [aCredential('2021-03-30')] })),
      ).toEqual(expected)
    }
  })

  test('of several diplomas the first that counts is kept, and other documents never are', () => {
    const credentials = [
      aCredential('2021-02-01', 'studiebevis'),
      aCredential('2021-05-05', 'ib_diploma'),
      aCredential('2021-04-05'),
      aCredential('2021-06-05'),
    ]
    expect(frame(aLife({ credentials }))).toMatchObject({ completedOn: day('2021-04-05') })
    expect(frame(aLife())).toMatchObject({ completedOn: never })
  })
})
