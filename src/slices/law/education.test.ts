/** Which education counts as what (DOMAIN.md 3.2), and which documents end the responsibility (3.4). */
import { describe, expect, test } from 'vitest'
import { aLife, anEnrolment, anInterruption, answersLike, aSetting, aWithdrawal, day, periods } from '../../../test/support/lives.ts'
import {
  educationRow,
  introductoryQualifiesOn,
  isCompleting,
  isFollowed,
  isQualifyingKind,
  isWithdrawn,
  qualifiesOn,
  shippedEducations,
} from './education.rules.ts'
import type { EducationKind, EducationRow } from './law.types.ts'

const today = day('2026-11-20')
const read = (schoolType: string, educationCode = ''): EducationRow => educationRow(shippedEducations, schoolType, educationCode)

describe('the table as shipped', () => {
  test.each<[string, string, EducationKind]>([
    ['GY', 'NA25', 'national'],
    ['GY', 'IB', 'national'],
    ['GY', '', 'national'],
    ['GY', 'XIM', 'national'],
    ['GY', 'I', 'national'],
    ['GY', 'IM', 'introductory'],
    ['GY', 'IMA', 'introductory'],
    ['GY', 'IMYFTOT', 'introductory'],
    ['GYS', 'IMA', 'adapted'],
    ['GYS', '', 'adapted'],
    ['GYAN', 'AH', 'adapted'],
    ['VUXSARGY', '', 'adapted'],
    ['VUXGYAN', '', 'adapted'],
    ['VUXGY', 'X', 'equivalent'],
    ['ABROAD_UPPER_SECONDARY', '', 'abroad'],
    ...['VUX', 'KOMVUX', 'ABU', 'AU'].map((type): [string, string, EducationKind] => [type, '', 'levelUnknown']),
    ...['VUXGR', 'VUXSFI', 'SFI', 'VUXSARGR', 'VUXSARTR', 'VUXGRAN', 'SARVUX', 'SARVUXGY'].map((type): [string, string, EducationKind] => [
      type,
      '',
      'otherForm',
    ]),
    ...['FHS', 'YH', 'HS', 'KU', 'KKU', 'STF', 'GR', 'GRS', 'GRAN', 'SP', 'SAM', 'TR'].map((type): [string, string, EducationKind] => [
      type,
      'IMA',
      'otherForm',
    ]),
    ['', '', 'undecided'],
    ['GYX', '', 'undecided'],
    ['G', 'IMA', 'undecided'],
    ['XGY', '', 'undecided'],
    ['SARVU', '', 'undecided'],
    ['*', '', 'undecided'],
  ])('reads %s %s as %s', (schoolType, educationCode, counts) => {
    expect(read(schoolType, educationCode).counts).toBe(counts)
    expect(read(` ${schoolType.toLowerCase()} `, ` ${educationCode.toLowerCase()} `)).toEqual(read(schoolType, educationCode))
  })

  test.each<[EducationKind, boolean]>([
    ['national', true],
    ['introductory', true],
    ['adapted', true],
    ['equivalent', true],
    ['abroad', true],
    ['levelUnknown', false],
    ['otherForm', false],
    ['undecided', false],
  ])('whether %s qualifies: %s', (kind, expected) => {
    expect(isQualifyingKind(kind)).toBe(expected)
    expect(qualifiesOn({ schoolType: 'A', educationCode: null, counts: kind, qualifiesFromOn: null }, today)).toBe(expected)
  })

  test('an introductory programme qualifies on days from 1 July 2018, everything else always', () => {
    expect(introductoryQualifiesOn).toBe(day('2018-07-01'))
    expect(qualifiesOn(read('GY', 'IMA'), day('2018-06-30'))).toBe(false)
    expect(qualifiesOn(read('GY', 'IMA'), day('2018-07-01'))).toBe(true)
    expect(qualifiesOn(read('GY', 'NA25'), day('1969-12-31'))).toBe(true)
    expect(shippedEducations.filter((row) => row.qualifiesFromOn !== null)).toHaveLength(1)
  })

  test('it is read per day, whenever the programme began', () => {
    const life = aLife({ born: '2002-03-10', enrolments: [anInterruption('2018-01-10', '2018-07-01', 'GY', 'IMA')] })
    const expected = { '2018-06-16': 'awaitingStart', '2018-06-30': 'awaitingStart', '2018-07-01': 'inEducation', '2018-07-02': 'covered' }
    expect(answersLike(expected, life)).toEqual(expected)
    const ended = aLife({ born: '2002-03-10', enrolments: [anInterruption('2018-01-10', '2018-06-30', 'GY', 'IMA')] })
    expect(periods(ended)).toEqual(['2018-06-16 neverStarted -- 2022-03-10 turned20'])
    const older = aLife({ born: '2001-03-10', enrolments: [anEnrolment('2017-10-10', null, { educationCode: 'IMA' })] })
    expect(periods(older)).toEqual(['2017-06-16 neverStarted -- 2018-07-01 inEducation'])
  })
})

describe('a table of the municipality', () => {
  const row = (of: Partial<EducationRow>): EducationRow => ({
    schoolType: 'GY',
    educationCode: null,
    counts: 'national',
    qualifiesFromOn: null,
    ...of,
  })

  test('the first row that fits decides', () => {
    const table = [
      row({ schoolType: 'KOM*', counts: 'equivalent' }),
      row({ schoolType: 'KOMVUX', counts: 'otherForm' }),
      row({ schoolType: '*' }),
    ]
    expect(educationRow(table, 'KOMVUX', '').counts).toBe('equivalent')
    expect(educationRow(table, 'ANYTHING', '').counts).toBe('national')
    expect(educationRow([], 'GY', '')).toEqual({ schoolType: '*', educationCode: null, counts: 'undecided', qualifiesFromOn: null })
  })

  test('a code without a star fits only itself', () => {
    const table = [row({ educationCode: 'IMA', counts: 'introductory' })]
    expect(educationRow(table, 'GY', 'IMA').counts).toBe('introductory')
    expect(educationRow(table, 'GY', 'IMAX').counts).toBe('undecided')
  })

  test('decides who is covered', () => {
    const life = aLife({ enrolments: [anEnrolment('2020-12-01', null, { schoolType: 'FHS' })] })
    const educations = [row({ schoolType: 'FHS', counts: 'equivalent', qualifiesFromOn: day('2021-02-01') })]
    const expected = { '2020-12-01': 'covered', '2021-01-31': 'covered', '2021-02-01': 'inEducation' }
    expect(answersLike(expected, life, aSetting({ educations }))).toEqual(expected)
    expect(periods(life)).toEqual(['2020-06-16 neverStarted -- 2024-03-10 turned20'])
  })
})

describe('followed, withdrawn or wrong', () => {
  test.each([
    ['still followed', anEnrolment('2020-08-17'), true, false],
    ['cancelled without an end', anEnrolment('2020-08-17', null, { cancelled: true }), true, false],
    ['followed for one day', anEnrolment('2020-08-17', '2020-08-17'), true, false],
    ['interrupted on its first day', anInterruption('2020-08-17', '2020-08-17'), true, false],
    ['withdrawn', aWithdrawal('2020-08-17'), false, true],
    ['ended before the start by mistake', anEnrolment('2020-08-17', '2020-08-16'), false, false],
  ])('%s', (_, enrolment, followed, withdrawn) => {
    expect(isFollowed(enrolment)).toBe(followed)
    expect(isWithdrawn(enrolment)).toBe(withdrawn)
  })
})

describe('credentials', () => {
  test.each([
    ['examen_hogskoleforberedande', true],
    ['examen_yrkes', true],
    ['examen_ingenjor', true],
    ['anpassad_gymnasiebevis', true],
    ['gymnasiesarskolebevis', true],
    ['vux_examen', true],
    ['ib_diploma', true],
    ['utlandsk_examen', true],
    ['folkhogskola_behorighet', true],
    ['studiebevis', false],
    ['gymnasieintyg', false],
    ['kunskapsintyg', false],
    ['slutbetyg', false],
    ['', false],
  ])('whether %s ends the responsibility: %s', (type, expected) => {
    expect(isCompleting(type)).toBe(expected)
  })
})
