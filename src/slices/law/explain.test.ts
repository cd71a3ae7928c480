/** "Why is this youth here, and why not?": every line with its facts, their source and when they were read (DOMAIN.md 3.6). */
import { describe, expect, test } from 'vitest'
import {
  aCredential,
  aDecision,
  aDeregistration,
  aLaterEnd,
  aLife,
  anEnrolment,
  anImmigration,
  anOrigin,
  anUndecided,
  aProtection,
  aRegistration,
  aSetting,
  aStay,
  day,
  here,
  shownPeriod,
} from '../../../test/support/lives.ts'
import { explain } from './explain.rules.ts'
import type { ChainLine, Life, LineName } from './law.types.ts'

const explained = (life: Life, date: string, settings = aSetting()) => explain(life, here, settings, day(date))

function lineOf(life: Life, date: string, name: LineName, settings = aSetting()): ChainLine {
  const found = explained(life, date, settings).chain.find(({ line }) => line === name)
  if (found === undefined) throw new Error(`no line ${name}`)
  return found
}

describe('the chain', () => {
  test('names every line in the order of the law, with its paragraph, when all hold', () => {
    const { covered, reason, chain, periods } = explained(aLife(), '2021-05-05')
    expect({ covered, reason }).toEqual({ covered: true, reason: null })
    expect(chain.map(({ line, holds, reason: why }) => [line, holds, why])).toEqual(
      ['1', '2', '3', '4', '5', '6', '7', '7b', '8'].map((line) => [line, true, null]),
    )
    expect(chain.map(({ rule }) => rule)).toEqual([
      '29 kap. 9 § skollagen',
      '29 kap. 9 § första stycket skollagen',
      '29 kap. 6 § skollagen; 19–22 §§ folkbokföringslagen',
      '29 kap. 6 § skollagen',
      '7 kap. 10, 13 och 14 §§ skollagen',
      '29 kap. 9 § första stycket skollagen',
      '29 kap. 9 § första stycket skollagen; lag (2018:749)',
      '29 kap. 9 § skollagen; kommunens regel om utbildningar av okänt slag',
      '29 kap. 9 § skollagen; kommunens regel om byten och sommar',
    ])
    expect(periods.map(shownPeriod)).toEqual(['2020-06-16 neverStarted -- 2024-03-10 turned20'])
  })

  test('shows every line that fails with its reason, and gives the first as the answer', () => {
    const life = aLife({ died: '2021-05-05', enrolments: [anEnrolment('2020-08-17')], credentials: [aCredential('2020-12-01')] })
    const { covered, reason, chain } = explained(life, '2021-05-05')
    expect({ covered, reason }).toEqual({ covered: false, reason: 'deceased' })
    expect(chain.filter(({ holds }) => !holds).map(({ line, reason: why }) => [line, why])).toEqual([
      ['1', 'deceased'],
      ['6', 'completed'],
      ['7', 'inEducation'],
    ])
  })

  test('puts a decision in force first, whatever it says, and none that is not', () => {
    const life = (covers: boolean) =>
      aLife({ enrolments: [anEnrolment('2020-08-17')], decisions: [aDecision(covers, '2021-01-01', '2021-02-01')] })
    expect(explained(life(true), '2021-01-01')).toMatchObject({ covered: true, reason: null })
    expect(explained(life(true), '2021-01-01').chain[0]).toEqual({
      line: 'decision',
      rule: 'Beslut av en person går före de andra raderna',
      holds: true,
      reason: null,
      facts: [{ kind: 'decision', value: 'covers 2021-01-01--2021-02-01 Anna Ek: enligt samtal', source: 'unknown', readAt: null }],
    })
    expect(explained(life(false), '2021-01-31')).toMatchObject({ covered: false, reason: 'decided' })
    expect(explained(life(false), '2021-01-31').chain[0]).toMatchObject({ line: 'decision', holds: false, reason: 'decided' })
    expect(explained(life(false), '2021-01-31').chain).toHaveLength(10)
    expect(explained(life(false), '2021-02-01').chain).toHaveLength(9)
    expect(lineOf(aLife({ decisions: [aDecision(false, '2021-01-01')] }), '2021-01-01', 'decision').facts).toMatchObject([
      { value: 'not 2021-01-01-- Anna Ek: enligt samtal' },
    ])
  })
})

describe('where facts come from', () => {
  const origin = anOrigin('navet', '2026-11-20T02:10:00Z')
  const enrolment = { ...anEnrolment('2020-08-17', '2021-01-10'), origin }
  const life: Life = {
    ...aLife(),
    deaths: [{ on: day('2023-01-01'), origin }],
    registrations: [{ ...aRegistration('2004-03-10'), origin }],
    deregistrations: [{ ...aDeregistration('2022-01-01'), origin }],
    immigrations: [{ ...anImmigration('2019-01-01'), origin }],
    enrolments: [enrolment, { ...anUndecided('2021-01-12'), origin }],
    credentials: [{ ...aCredential('2021-02-01'), origin }],
    schoolingEnds: [{ ...aLaterEnd, origin }],
    decisions: [{ ...aDecision(false, '2021-01-01'), origin }],
    protectedRegistration: { ...aProtection('2020-12-01'), origin },
    confirmedStays: [{ ...aStay('2020-12-01'), origin }],
  }

  test.each<[LineName, string, string[]]>([
    ['decision', '2021-02-02', ['decision']],
    ['1', '2021-02-02', ['death']],
    ['3', '2022-01-01', ['deregistration']],
    ['4', '2020-11-30', ['registration']],
    ['4', '2021-02-02', ['protectedRegistration', 'registration']],
    ['5', '2021-02-02', ['schoolingEnd', 'immigration']],
    ['6', '2021-02-02', ['credential']],
    ['7', '2020-09-01', ['enrolment']],
    ['7b', '2021-02-02', ['enrolment']],
  ])('line %s on %s names source and time of reading', (name, date, kinds) => {
    expect(lineOf(life, date, name).facts.filter(({ readAt }) => readAt !== null)).toEqual(
      kinds.map((kind) => ({ kind, value: expect.any(String), source: 'navet', readAt: '2026-11-20T02:10:00Z' })),
    )
  })

  test('what is no record says what it is instead', () => {
    const { facts } = lineOf(aLife(), '2021-05-05', '5')
    expect(facts.map(({ kind, source, readAt }) => [kind, source, readAt])).toEqual([
      ['birthDate', 'identityNumber', null],
      ['termEnd', 'settings', null],
      ['firstDay', 'rule', null],
    ])
    expect(lineOf(aLife(), '2021-05-05', '4').facts).toEqual([
      { kind: 'registration', value: '0180 2004-03-10', source: 'unknown', readAt: null },
    ])
    expect(lineOf(aLife({ born: null }), '2021-05-05', '2').facts[0]?.source).toBe('identityNumber')
    expect(lineOf(aLife({ credentials: [aCredential('2021-05-05')] }), '2021-05-05', '6').facts[1]).toMatchObject({
      source: 'rule',
      readAt: null,
    })
    expect(lineOf(aLife({ enrolments: [anEnrolment('2020-08-17')] }), '2020-07-01', '8').facts[0]).toMatchObject({
      source: 'rule',
      readAt: null,
    })
  })
})
