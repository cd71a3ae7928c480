/** Who is covered on which day: the table of DOMAIN.md 3, each line on both sides of its edge. */
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDecision,
  aDeregistration,
  aLaterEnd,
  aLife,
  anEnrolment,
  anUndecided,
  aRegistration,
  aSetting,
  aWithdrawal,
  day,
  here,
  there,
  answerOn,
  answersLike,
  periods,
} from '../../../test/support/lives.ts'
import { explain } from './explain.rules.ts'
import type { Life } from './law.types.ts'

type Answers = Readonly<Record<string, string>>

describe('one line at a time', () => {
  test.each<[string, Life, Answers]>([
    ['a youth with nothing known is covered', aLife(), { '2020-06-15': 'inCompulsorySchooling', '2020-06-16': 'covered' }],
    ['death ends it on its day', aLife({ died: '2021-05-05' }), { '2021-05-04': 'covered', '2021-05-05': 'deceased' }],
    ['the 20th birthday ends it', aLife(), { '2024-03-09': 'covered', '2024-03-10': 'turned20' }],
    ['born on 29 February: 20 on 29 February', aLife({ born: '2004-02-29' }), { '2024-02-28': 'covered', '2024-02-29': 'turned20' }],
    ['born on 28 February: 20 on 28 February', aLife({ born: '2004-02-28' }), { '2024-02-27': 'covered', '2024-02-28': 'turned20' }],
    [
      'emigration ends it',
      aLife({ deregistrations: [aDeregistration('2021-05-05')] }),
      { '2021-05-04': 'covered', '2021-05-05': 'emigrated' },
    ],
    [
      'deregistration as missing ends it',
      aLife({ deregistrations: [aDeregistration('2021-05-05', 'OB')] }),
      { '2021-05-04': 'covered', '2021-05-05': 'deregistered' },
    ],
    [
      'a move out ends it on the date of the new registration',
      aLife({ registrations: [aRegistration('2004-03-10'), aRegistration('2021-05-05', there)] }),
      { '2021-05-04': 'covered', '2021-05-05': 'moved' },
    ],
    ['somebody never registered here is not ours', aLife({ registrations: [] }), { '2021-05-05': 'moved' }],
    [
      'a registration nobody knows where is not ours',
      aLife({ registrations: [aRegistration('2004-03-10', null)] }),
      { '2021-05-05': 'moved' },
    ],
    ['a diploma ends it', aLife({ credentials: [aCredential('2021-05-05')] }), { '2021-05-04': 'covered', '2021-05-05': 'completed' }],
    ['a studiebevis does not', aLife({ credentials: [aCredential('2021-05-05', 'studiebevis')] }), { '2021-05-05': 'covered' }],
    [
      'education holds from its first day to its last, both included',
      aLife({ enrolments: [anEnrolment('2020-12-01', '2021-05-05')] }),
      { '2020-11-30': 'covered', '2020-12-01': 'inEducation', '2021-05-05': 'inEducation', '2021-05-06': 'covered' },
    ],
    [
      'an education followed for one day holds that day',
      aLife({ enrolments: [anEnrolment('2020-12-01', '2020-12-01')] }),
      { '2020-11-30': 'covered', '2020-12-01': 'inEducation', '2020-12-02': 'covered' },
    ],
    ['an education without an end is still followed', aLife({ enrolments: [anEnrolment('2020-12-01')] }), { '2024-03-09': 'inEducation' }],
    [
      'an end before the start without an interruption is not used',
      aLife({ enrolments: [anEnrolment('2020-12-01', '2020-11-29')] }),
      { '2020-12-01': 'covered' },
    ],
    [
      'studies in another form do not end it',
      aLife({ enrolments: [anEnrolment('2020-12-01', null, { schoolType: 'SFI' })] }),
      { '2020-12-01': 'covered' },
    ],
    [
      'without a birthday nobody is covered, and nobody turns 20',
      aLife({ born: null, enrolments: [anEnrolment('2021-05-10')] }),
      { '2021-05-05': 'inCompulsorySchooling', '2030-01-01': 'inCompulsorySchooling' },
    ],
  ])('%s', (_, life, expected) => {
    expect(answersLike(expected, life)).toEqual(expected)
  })

  test('the first failing line gives the reason: each fact added takes over from the one below', () => {
    const facts: [string, Parameters<typeof aLife>[0]][] = [
      ['undecidedEducation', { enrolments: [anUndecided('2020-06-16')] }],
      ['inEducation', { enrolments: [anUndecided('2020-06-16'), anEnrolment('2020-08-17')] }],
      ['completed', { credentials: [aCredential('2020-12-01')] }],
      ['inCompulsorySchooling', { schoolingEnds: [aLaterEnd] }],
      ['moved', { registrations: [aRegistration('2004-03-10'), aRegistration('2021-01-10', there)] }],
      ['deregistered', { deregistrations: [aDeregistration('2021-02-02', 'OB')] }],
      ['emigrated', { deregistrations: [aDeregistration('2021-02-02', 'OB'), aDeregistration('2021-02-03')] }],
      ['turned20', { born: '2001-03-03' }],
      ['deceased', { died: '2021-03-03' }],
      ['decided', { decisions: [aDecision(false, '2021-03-03')] }],
      ['covered', { decisions: [aDecision(true, '2021-03-03')] }],
    ]
    let known = {}
    const failing: string[] = []
    for (const [expected, more] of facts) {
      known = { ...known, ...more }
      expect(answerOn(aLife(known), '2021-03-03')).toBe(expected)
      const { chain } = explain(aLife(known), here, aSetting(), day('2021-03-03'))
      failing.push(chain.flatMap(({ line, holds }) => (holds ? [] : [line])).join(' '))
    }
    expect(failing.slice(0, 5)).toEqual(['7b', '7 7b', '6 7 7b', '5 6 7 7b', '4 5 6 7 7b'])
    // At 20, nobody is in compulsory school, nor was outside when the undecided education began.
    expect(failing.slice(5)).toEqual(['3 4 5 6 7 7b', '3 4 5 6 7 7b', '2 3 4 6 7', '1 2 3 4 6 7', 'decision 1 2 3 4 6 7', '1 2 3 4 6 7'])
  })
})

describe('an education of undecided kind', () => {
  const heldIn = anUndecided('2020-12-01', '2021-03-31')
  test.each<[string, Life, Answers]>([
    [
      'leaves a covered youth on the list',
      aLife({ enrolments: [heldIn] }),
      { '2020-12-01': 'covered', '2021-03-31': 'covered', '2021-04-01': 'covered' },
    ],
    [
      'leaves a youth who comes from school outside, until it ends',
      aLife({ enrolments: [anEnrolment('2020-08-17', '2020-11-30'), heldIn] }),
      { '2020-12-01': 'undecidedEducation', '2021-03-31': 'undecidedEducation', '2021-04-01': 'covered' },
    ],
    [
      'begun in compulsory school holds outside afterwards',
      aLife({ enrolments: [anUndecided('2020-06-16')] }),
      {
        '2020-06-15': 'inCompulsorySchooling',
        '2020-06-16': 'undecidedEducation',
        '2024-03-09': 'undecidedEducation',
        '2024-03-10': 'turned20',
      },
    ],
    [
      'begun the day after the first day holds inside only when that day was covered',
      aLife({ enrolments: [anUndecided('2020-10-01')] }),
      { '2020-10-01': 'covered' },
    ],
    [
      'begun after a summer of waiting holds outside',
      aLife({ enrolments: [anUndecided('2020-09-30')] }),
      { '2020-09-29': 'awaitingStart', '2020-09-30': 'undecidedEducation' },
    ],
    [
      'of several, the one that began first decides, in whatever order they are listed',
      aLife({ enrolments: [anUndecided('2021-02-01'), heldIn, anEnrolment('2021-01-10', '2021-02-20')] }),
      {
        '2021-01-09': 'covered',
        '2021-01-10': 'inEducation',
        '2021-02-20': 'inEducation',
        '2021-02-21': 'covered',
        '2021-03-31': 'covered',
      },
    ],
    [
      'the same, listed the other way round',
      aLife({ enrolments: [heldIn, anUndecided('2021-02-01'), anEnrolment('2021-01-10', '2021-02-20')] }),
      { '2021-02-21': 'covered', '2021-03-31': 'covered' },
    ],
    [
      'the same, listed the other way round',
      aLife({ enrolments: [heldIn, anUndecided('2021-02-01'), anEnrolment('2021-01-10', '2021-02-20')] }),
      { '2021-02-21': 'covered', '2021-03-31': 'covered' },
    ],
    [
      'and when that one ends, the next answers by its own first day',
      aLife({ enrolments: [anUndecided('2021-02-01'), heldIn, anEnrolment('2021-01-10', '2021-02-20')] }),
      { '2021-04-01': 'undecidedEducation', '2024-03-09': 'undecidedEducation' },
    ],
    [
      'passes on what the one before it held (inside)',
      aLife({ enrolments: [heldIn, anUndecided('2021-04-01', '2021-05-01'), anUndecided('2021-05-01')] }),
      { '2021-04-01': 'covered', '2021-05-02': 'covered' },
    ],
    [
      'passes on what the one before it held (outside)',
      aLife({ enrolments: [anUndecided('2020-06-16', '2021-03-31'), anUndecided('2021-04-01', '2021-05-01'), anUndecided('2021-05-01')] }),
      { '2021-04-01': 'undecidedEducation', '2021-05-02': 'undecidedEducation' },
    ],
    [
      'holds inside again after a move away and back',
      aLife({
        enrolments: [anUndecided('2020-12-01')],
        registrations: [aRegistration('2004-03-10'), aRegistration('2021-01-10', there), aRegistration('2021-03-01')],
      }),
      { '2021-01-09': 'covered', '2021-01-10': 'moved', '2021-02-28': 'moved', '2021-03-01': 'covered' },
    ],
    [
      'begun in another municipality holds outside here',
      aLife({ enrolments: [anUndecided('2020-12-01')], registrations: [aRegistration('2004-03-10', there), aRegistration('2021-01-10')] }),
      { '2021-01-09': 'moved', '2021-01-10': 'undecidedEducation' },
    ],
    [
      'does not stop a diploma',
      aLife({ enrolments: [anUndecided('2020-12-01')], credentials: [aCredential('2021-05-05')] }),
      { '2021-05-04': 'covered', '2021-05-05': 'completed' },
    ],
    [
      'begun while a person had decided it, holds as decided',
      aLife({ enrolments: [anUndecided('2020-12-01')], decisions: [aDecision(false, '2020-11-30', '2020-12-10')] }),
      { '2020-11-30': 'decided', '2020-12-09': 'decided', '2020-12-10': 'undecidedEducation' },
    ],
  ])('%s', (_, life, expected) => {
    expect(answersLike(expected, life)).toEqual(expected)
  })
})

test('a death ends a period on its day', () => {
  expect(periods(aLife({ died: '2021-05-05' }))).toEqual(['2020-06-16 neverStarted -- 2021-05-05 deceased'])
})

describe('facts that arrive late', () => {
  const left = anEnrolment('2020-08-17', '2021-06-10')
  const stays = ['2021-06-11 endedWithoutDiploma -- 2024-03-10 turned20']
  test('a start that becomes known late removes a period already shown', () => {
    expect(periods(aLife({ enrolments: [left] }))).toEqual(stays)
    expect(periods(aLife({ enrolments: [left, anEnrolment('2021-08-18')] }))).toEqual([])
  })

  test('a start that is withdrawn lets coverage begin on the first day of the gap', () => {
    expect(periods(aLife({ enrolments: [left, aWithdrawal('2021-08-18')] }))).toEqual(stays)
  })

  test('a diploma that arrives late removes the period that began when school ended', () => {
    expect(periods(aLife({ enrolments: [left], credentials: [aCredential('2021-08-09')] }))).toEqual([])
    expect(periods(aLife({ enrolments: [left], credentials: [aCredential('2021-08-10')] }))).toEqual([
      '2021-06-11 endedWithoutDiploma -- 2021-08-10 completed',
    ])
  })

  test('a person can have several periods, and touching ones are one', () => {
    const registrations = [
      aRegistration('2004-03-10'),
      aRegistration('2021-01-10', there),
      aRegistration('2021-03-01'),
      aRegistration('2021-09-01'),
    ]
    const enrolments = [anEnrolment('2022-01-10', '2022-03-01')]
    expect(periods(aLife({ registrations, enrolments }))).toEqual([
      '2020-06-16 neverStarted -- 2021-01-10 moved',
      '2021-03-01 movedIn -- 2022-01-10 inEducation',
      '2022-03-02 endedWithoutDiploma -- 2024-03-10 turned20',
    ])
    expect(periods(aLife({ registrations, enrolments }), aSetting(), there)).toEqual(['2021-01-10 movedIn -- 2021-03-01 moved'])
  })
})
