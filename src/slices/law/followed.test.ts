/** Which educations were followed, by kind and day; introductory programmes turn on 1 July 2018. */
import { describe, expect, it } from 'vitest'
import { aLife, anEnrolment, aSetting, aWithdrawal } from '../../../test/support/lives.ts'
import { dateOf, type PlainDate } from '../../platform/plain-date.ts'
import { followedStudies, studyLeftFor } from './followed.rules.ts'
import type { EducationKind } from './law.types.ts'

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

describe('the education that a youth left for', () => {
  const on = '2026-08-17' as PlainDate
  const study = (kind: EducationKind, fromOn: string, untilOn: string | null = null, qualifies = true) => ({
    kind,
    fromOn: fromOn as PlainDate,
    untilOn: untilOn as PlainDate | null,
    qualifies,
  })
  it.each<[string, ReturnType<typeof study>[], EducationKind | null]>([
    ['none', [], null],
    ['one that begins that day', [study('national', '2026-08-17')], 'national'],
    ['one that begins the day after', [study('national', '2026-08-18')], null],
    ['one whose last day it is', [study('national', '2026-01-01', '2026-08-18')], 'national'],
    ['one that ended the day before', [study('national', '2026-01-01', '2026-08-17')], null],
    ['one that does not take the youth out', [study('introductory', '2018-01-08', null, false)], null],
    ['of two the one that began last', [study('adapted', '2026-08-16'), study('national', '2026-08-17')], 'national'],
    ['of two of a day the first by kind', [study('national', '2026-08-17'), study('introductory', '2026-08-17')], 'introductory'],
  ])('%s', (_, studies, expected) => {
    expect(studyLeftFor(studies, on)).toBe(expected)
    expect(studyLeftFor(studies.toReversed(), on)).toBe(expected)
  })
})
