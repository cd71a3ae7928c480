/** Which educations were followed, by kind and day; introductory programmes turn on 1 July 2018. */
import { describe, expect, it } from 'vitest'
import { aLife, anEnrolment, aSetting, aWithdrawal } from '../../../test/support/lives.ts'
import { dateOf } from '../../platform/plain-date.ts'
import { followedStudies } from './followed.rules.ts'

const introductory = { educationCode: 'IMA' }
const shown = (...enrolments: ReturnType<typeof anEnrolment>[]) =>
  followedStudies(aLife({ enrolments }), aSetting()).map(
    ({ kind, fromOn, untilOn, qualifies }) => `${kind} ${dateOf(fromOn)}--${untilOn === null ? '' : dateOf(untilOn)} ${qualifies}`,
  )

describe('followed studies', () => {
  it.each([
    ['national', anEnrolment('2020-08-17', '2023-06-09'), ['national 2020-08-17--2023-06-10 true']],
    ['still followed', anEnrolment('2020-08-17'), ['national 2020-08-17-- true']],
    ['another form', anEnrolment('2020-08-17', null, { schoolType: 'SFI' }), ['otherForm 2020-08-17-- false']],
    [
      'introductory across the day',
      anEnrolment('2017-08-21', null, introductory),
      ['introductory 2017-08-21--2018-07-01 false', 'introductory 2018-07-01-- true'],
    ],
    ['introductory until the day', anEnrolment('2017-08-21', '2018-06-30', introductory), ['introductory 2017-08-21--2018-07-01 false']],
    [
      'introductory until the day after',
      anEnrolment('2017-08-21', '2018-07-01', introductory),
      ['introductory 2017-08-21--2018-07-01 false', 'introductory 2018-07-01--2018-07-02 true'],
    ],
    ['introductory from the day', anEnrolment('2018-07-01', null, introductory), ['introductory 2018-07-01-- true']],
    ['a start that never came', aWithdrawal('2020-08-17'), []],
  ])('%s', (_, enrolment, expected) => expect(shown(enrolment)).toEqual(expected))
})
