/** The facts each line of an explanation is answered from, and no others (DOMAIN.md 3.6). */
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDeregistration,
  aLaterEnd,
  aLife,
  anEarlierEnd,
  anEnrolment,
  anImmigration,
  anInterruption,
  anUndecided,
  aProtection,
  aRegistration,
  aSetting,
  aWithdrawal,
  day,
  here,
  there,
} from '../../../test/support/lives.ts'
import { explain } from './explain.rules.ts'
import type { Life, LineName } from './law.types.ts'

/** The facts of one line as text, without their origin. */
function factsOf(life: Life, date: string, name: LineName, settings = aSetting()): string[] {
  const lines = explain(life, here, settings, day(date)).chain.filter(({ line }) => line === name)
  return lines.flatMap(({ facts }) => facts.map(({ kind, value }) => `${kind} ${value}`))
}

describe('the facts of a line', () => {
  const school = anEnrolment('2020-08-17', '2021-05-31')
  const shownSchool = 'enrolment GY NA25 2020-08-17--2021-05-31 national'
  test.each<[string, LineName, Life, string, string[]]>([
    ['alive', '1', aLife(), '2021-05-05', []],
    ['dead, or to be', '1', aLife({ died: '2021-05-06' }), '2021-05-05', ['death 2021-05-06']],
    ['a birthday', '2', aLife(), '2021-05-05', ['birthDate 2004-03-10']],
    ['no birthday', '2', aLife({ born: null }), '2021-05-05', ['birthDate unknown']],
    ['nor schooling', '5', aLife({ born: null, immigrations: [anImmigration('2021-01-01')] }), '2021-05-05', ['birthDate unknown']],
    ['registered', '3', aLife(), '2021-05-05', ['registration 0180 2004-03-10']],
    ['emigrated', '3', aLife({ deregistrations: [aDeregistration('2021-05-05')] }), '2021-05-05', ['deregistration UV 2021-05-05']],
    ['missing', '3', aLife({ deregistrations: [aDeregistration('2021-05-05', 'OB')] }), '2021-05-06', ['deregistration OB 2021-05-05']],
    ['elsewhere', '4', aLife({ registrations: [aRegistration('2021-05-05', there)] }), '2021-05-05', ['registration 1480 2021-05-05']],
    [
      'not known where',
      '4',
      aLife({ registrations: [aRegistration('2021-05-05', null)] }),
      '2021-05-05',
      ['registration elsewhere 2021-05-05'],
    ],
    ['nowhere', '4', aLife({ registrations: [] }), '2021-05-05', []],
    [
      'protected without a stay',
      '4',
      aLife({ protectedRegistration: aProtection('2021-05-05') }),
      '2021-05-05',
      ['protectedRegistration 2021-05-05'],
    ],
    [
      'protected from tomorrow',
      '4',
      aLife({ protectedRegistration: aProtection('2021-05-06') }),
      '2021-05-05',
      ['registration 0180 2004-03-10'],
    ],
    ['schooling', '5', aLife(), '2020-01-01', ['birthDate 2004-03-10', 'termEnd 2020 2020-06-15', 'firstDay 2020-06-16']],
    [
      'schooling by decision, and an immigration',
      '5',
      aLife({ schoolingEnds: [anEarlierEnd('2020-01-31'), aLaterEnd], immigrations: [anImmigration('2020-03-01')] }),
      '2020-05-01',
      [
        'birthDate 2004-03-10',
        'termEnd 2020 2020-06-15',
        'firstDay 2020-03-01',
        'schoolingEnd 7:14 2020-01-31',
        'schoolingEnd 7:13',
        'immigration 2020-03-01',
      ],
    ],
    ['no documents', '6', aLife(), '2021-05-05', []],
    ['a document still to come', '6', aLife({ credentials: [aCredential('2021-05-06')] }), '2021-05-05', []],
    [
      'a document of today that ends nothing',
      '6',
      aLife({ credentials: [aCredential('2021-05-05', 'studiebevis')] }),
      '2021-05-05',
      ['credential studiebevis 2021-05-05'],
    ],
    [
      'a diploma that counts before its date, with what else there is, in order',
      '6',
      aLife({
        enrolments: [school],
        credentials: [aCredential('2021-06-20', 'studiebevis'), aCredential('2021-06-20', 'ib_diploma'), aCredential('2021-06-09')],
      }),
      '2021-06-01',
      [
        'credential examen_yrkes 2021-06-09',
        'credential ib_diploma 2021-06-20',
        'credential studiebevis 2021-06-20',
        'completedFrom 2021-06-01',
      ],
    ],
    ['nothing followed', '7', aLife(), '2021-05-05', []],
    ['before the first start', '7', aLife({ enrolments: [school] }), '2020-08-16', []],
    ['before a start that has no end', '7', aLife({ enrolments: [anEnrolment('2020-08-17')] }), '2020-08-16', []],
    ['before a start that was withdrawn', '7', aLife({ enrolments: [aWithdrawal('2020-08-17')] }), '2020-08-16', []],
    ['on the first day', '7', aLife({ enrolments: [school] }), '2020-08-17', [shownSchool]],
    ['on the last day', '7', aLife({ enrolments: [school] }), '2021-05-31', [shownSchool]],
    [
      'what was followed last',
      '7',
      aLife({ enrolments: [anEnrolment('2019-08-17', '2020-06-10'), school, anInterruption('2020-09-01', '2021-05-30')] }),
      '2021-06-01',
      [shownSchool],
    ],
    [
      'of two that ended together the one that began first',
      '7',
      aLife({ enrolments: [anEnrolment('2020-09-01', '2021-05-31'), school] }),
      '2021-06-01',
      [shownSchool],
    ],
    [
      'an interruption',
      '7',
      aLife({ enrolments: [anInterruption('2020-08-17', '2021-01-10', 'GY', 'IMA')] }),
      '2021-02-01',
      ['enrolment GY IMA 2020-08-17--2021-01-10 introductory cancelled'],
    ],
    [
      'a withdrawal',
      '7',
      aLife({ enrolments: [aWithdrawal('2020-08-17')] }),
      '2021-02-01',
      ['enrolment GY NA25 2020-08-17--2020-08-16 national withdrawn'],
    ],
    [
      'all that is followed, in order, without an empty code',
      '7',
      aLife({ enrolments: [anEnrolment('2020-10-01', null, { schoolType: 'SFI', educationCode: '' }), school] }),
      '2021-01-10',
      [shownSchool, 'enrolment SFI 2020-10-01-- otherForm'],
    ],
    ['no undecided education', '7b', aLife({ enrolments: [school] }), '2021-01-10', []],
    [
      'the undecided one that began first',
      '7b',
      aLife({ enrolments: [anUndecided('2020-10-02'), anUndecided('2020-10-01')] }),
      '2021-01-10',
      ['enrolment NYTT X1 2020-10-01-- undecided'],
    ],
    ['no gap', '8', aLife(), '2021-05-05', []],
    [
      'no gap, but starts that are known',
      '8',
      aLife({ enrolments: [school, anUndecided('2020-11-01'), anEnrolment('2019-01-01')] }),
      '2020-08-17',
      ['enrolment NYTT X1 2020-11-01-- undecided'],
    ],
    [
      'a gap with what lies on both sides, its last day included',
      '8',
      aLife({ enrolments: [anEnrolment('2021-08-18'), anUndecided('2021-08-18', '2021-08-20'), anEnrolment('2022-08-18'), school] }),
      '2021-06-01',
      [
        'gap 2021-06-01--2021-08-17',
        shownSchool,
        'enrolment GY NA25 2021-08-18-- national',
        'enrolment NYTT X1 2021-08-18--2021-08-20 undecided',
      ],
    ],
    ['a gap on its last day', '8', aLife({ enrolments: [school] }), '2020-08-16', ['gap 2020-06-16--2020-08-16', shownSchool]],
  ])('%s (line %s)', (_, name, life, date, expected) => {
    expect(factsOf(life, date, name)).toEqual(expected)
  })

  test('the term end of the year is the one that is set', () => {
    expect(factsOf(aLife(), '2021-05-05', '5', aSetting({ termEnds: ['2020-06-09'] }))).toContain('termEnd 2020 2020-06-09')
  })
})
