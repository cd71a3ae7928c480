/** Between two educations, and waiting for a known start (DOMAIN.md 3.2, line 8). */
import { describe, expect, test } from 'vitest'
import {
  aLife,
  anEarlierEnd,
  anEnrolment,
  anUndecided,
  aSetting,
  aWithdrawal,
  here,
  after,
  answersLike,
} from '../../../test/support/lives.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { frameOf } from './frame.rules.ts'
import type { Life } from './law.types.ts'
import { merged, never, type Span } from './span.rules.ts'

describe('a gap', () => {
  const waits = (life: Life, settings = aSetting()) =>
    frameOf(life, here, settings).gaps.map(({ from, until }) => `${dateOf(from)}--${dateOf(until)}`)
  test.each<[string, string, string, boolean]>([
    ['of 1 day', '2021-02-14', '2021-02-16', true],
    ['of 14 days', '2021-02-14', '2021-03-01', true],
    ['of 15 days', '2021-02-14', '2021-03-02', false],
    ['of 14 days across new year', '2020-12-20', '2021-01-04', true],
    ['of 15 days across new year', '2020-12-20', '2021-01-05', false],
    ['from 30 April', '2021-04-29', '2021-08-17', false],
    ['from 1 May', '2021-04-30', '2021-08-17', true],
    ['from 2 May', '2021-05-01', '2021-08-17', true],
    ['until 29 September', '2021-05-31', '2021-09-29', true],
    ['until 30 September', '2021-05-31', '2021-09-30', true],
    ['until 1 October', '2021-05-31', '2021-10-01', false],
    ['from 1 May until 30 September', '2021-04-30', '2021-09-30', true],
    ['of 14 days until after September', '2021-09-19', '2021-10-04', true],
    ['of 15 days until after September', '2021-09-19', '2021-10-05', false],
    ['of 14 days from before May', '2021-04-20', '2021-05-05', true],
    ['of a year, from one summer into the next', '2021-05-31', '2022-06-01', false],
  ])('%s', (_, lastOn, start, isWaiting) => {
    const expected = {
      [lastOn]: 'inEducation',
      [after(lastOn, 1)]: isWaiting ? 'awaitingStart' : 'covered',
      [after(start, -1)]: isWaiting ? 'awaitingStart' : 'covered',
      [start]: 'inEducation',
    }
    const enrolments = [anEnrolment(start), anEnrolment('2020-06-01', lastOn)]
    expect(answersLike(expected, aLife({ enrolments }))).toEqual(expected)
    expect(answersLike(expected, aLife({ enrolments: enrolments.map((one) => ({ ...one, schoolType: 'VUXGY' })) }))).toEqual(expected)
    expect(waits(aLife({ enrolments }))).toEqual(isWaiting ? [`${after(lastOn, 1)}--${start}`] : [])
  })

  test.each<[string, Life, string[]]>([
    ['begins on the first day when nothing was followed', aLife({ enrolments: [anEnrolment('2020-09-30')] }), ['2020-06-16--2020-09-30']],
    ['or is none, when the start is too late', aLife({ enrolments: [anEnrolment('2020-10-01')] }), []],
    [
      'begins on the first day when the last education ended before it',
      aLife({ enrolments: [anEnrolment('2020-01-10', '2020-04-20'), anEnrolment('2020-08-17')] }),
      ['2020-06-16--2020-08-17'],
    ],
    [
      'does not begin before it',
      aLife({ enrolments: [anEnrolment('2020-01-10', '2020-02-20'), anEnrolment('2020-03-01', '2020-06-15')] }),
      [],
    ],
    ['is counted from it: 7:14', aLife({ schoolingEnds: [anEarlierEnd('2020-04-29')], enrolments: [anEnrolment('2020-08-17')] }), []],
    [
      'is counted from it: 7:14 a day later',
      aLife({ schoolingEnds: [anEarlierEnd('2020-04-30')], enrolments: [anEnrolment('2020-08-17')] }),
      ['2020-05-01--2020-08-17'],
    ],
    [
      'ends at the first of several starts',
      aLife({ enrolments: [anEnrolment('2020-09-01'), anUndecided('2020-08-17', '2020-09-10')] }),
      ['2020-06-16--2020-08-17'],
    ],
    [
      'lies after the last of several that were followed',
      aLife({ enrolments: [anEnrolment('2020-06-01', '2021-02-20'), anUndecided('2020-10-17', '2020-11-10'), anEnrolment('2021-03-01')] }),
      ['2021-02-21--2021-03-01'],
    ],
    [
      'is none between educations that touch',
      aLife({ enrolments: [anEnrolment('2020-06-01', '2021-02-20'), anUndecided('2021-02-21')] }),
      [],
    ],
    ['needs a start that still stands', aLife({ enrolments: [anEnrolment('2020-06-01', '2021-06-10'), aWithdrawal('2021-08-17')] }), []],
    [
      'needs a start that counts',
      aLife({ enrolments: [anEnrolment('2020-06-01', '2021-06-10'), anEnrolment('2021-08-17', null, { schoolType: 'SFI' })] }),
      [],
    ],
    [
      'can come twice',
      aLife({ enrolments: [anEnrolment('2020-08-17', '2021-06-10'), anEnrolment('2021-08-18', '2021-12-20'), anEnrolment('2022-01-03')] }),
      ['2020-06-16--2020-08-17', '2021-06-11--2021-08-18', '2021-12-21--2022-01-03'],
    ],
  ])('%s', (_, life, expected) => {
    expect(waits(life)).toEqual(expected)
  })

  test('both numbers are settings', () => {
    const settings = aSetting({ shortGapDays: 3, summer: { from: [6, 11], until: [8, 17] } })
    const between = (lastOn: string, start: string) =>
      waits(aLife({ enrolments: [anEnrolment('2020-06-01', lastOn), anEnrolment(start)] }), settings).length
    expect([between('2021-02-10', '2021-02-14'), between('2021-02-10', '2021-02-15')]).toEqual([1, 0])
    expect([between('2021-06-10', '2021-08-17'), between('2021-06-09', '2021-08-17'), between('2021-06-10', '2021-08-18')]).toEqual([
      1, 0, 0,
    ])
  })
})

test('spans that overlap or touch are merged, and no others', () => {
  const span = (from: number, until: number) => ({ from, until }) as Span
  expect(merged([])).toEqual([])
  expect(merged([span(1, 2)])).toEqual([span(1, 2)])
  expect(merged([span(7, 9), span(1, 3), span(3, 5), span(6, 7), span(2, 4), span(2, 3)])).toEqual([span(1, 5), span(6, 9)])
  expect(merged([span(1, 9), span(2, 3), span(9, never)])).toEqual([span(1, never)])
})
