/** What a person has decided overrides every line, from its first day until the day before its last date (DOMAIN.md 3). */
import { describe, expect, test } from 'vitest'
import { aDecision, aLife, anEnrolment, answerOn, periods } from '../../../test/support/lives.ts'
import type { Life } from './law.types.ts'

describe('a manual decision', () => {
  test.each<[string, Life, string[]]>([
    [
      'that covers holds from its first day until the day before its last date, and that is why the period began',
      aLife({ enrolments: [anEnrolment('2020-08-17')], decisions: [aDecision(true, '2021-01-01', '2021-02-01')] }),
      ['2021-01-01 decided -- 2021-02-01 inEducation'],
    ],
    [
      'that does not cover ends a period and begins one when it runs out',
      aLife({ decisions: [aDecision(false, '2021-01-01', '2021-02-01')] }),
      ['2020-06-16 neverStarted -- 2021-01-01 decided', '2021-02-01 decided -- 2024-03-10 turned20'],
    ],
    [
      'without an end holds for ever',
      aLife({ decisions: [aDecision(false, '2021-01-01')] }),
      ['2020-06-16 neverStarted -- 2021-01-01 decided'],
    ],
    ['overrides even age', aLife({ decisions: [aDecision(true, '2024-01-01')] }), ['2020-06-16 neverStarted -- open']],
    [
      'that ends when it begins is never in force',
      aLife({ decisions: [aDecision(false, '2021-01-01', '2021-01-01')] }),
      ['2020-06-16 neverStarted -- 2024-03-10 turned20'],
    ],
    [
      'covers a person without a birthday',
      aLife({ born: null, decisions: [aDecision(true, '2021-01-01', '2021-02-01')] }),
      ['2021-01-01 decided -- 2021-02-01 inCompulsorySchooling'],
    ],
    [
      'made later wins over one made earlier, which comes back when it ends',
      aLife({ decisions: [aDecision(false, '2021-01-01', '2021-06-01'), aDecision(true, '2021-02-01', '2021-03-01')] }),
      [
        '2020-06-16 neverStarted -- 2021-01-01 decided',
        '2021-02-01 decided -- 2021-03-01 decided',
        '2021-06-01 decided -- 2024-03-10 turned20',
      ],
    ],
    [
      'made later wins whatever the order they are listed in',
      aLife({ decisions: [aDecision(true, '2021-02-01', '2021-03-01'), aDecision(false, '2021-01-01', '2021-06-01')] }),
      [
        '2020-06-16 neverStarted -- 2021-01-01 decided',
        '2021-02-01 decided -- 2021-03-01 decided',
        '2021-06-01 decided -- 2024-03-10 turned20',
      ],
    ],
  ])('%s', (_, life, expected) => {
    expect(periods(life)).toEqual(expected)
  })

  test('one that covers does not win over a later one that does not', () => {
    const decisions = [aDecision(false, '2021-02-01'), aDecision(true, '2021-01-01')]
    expect(answerOn(aLife({ decisions }), '2021-02-01')).toBe('decided')
    expect(answerOn(aLife({ decisions: decisions.toReversed() }), '2021-02-01')).toBe('decided')
  })

  test('of two from the same day, the one that covers wins', () => {
    const [covers, not] = [aDecision(true, '2021-01-01'), aDecision(false, '2021-01-01')]
    expect(answerOn(aLife({ decisions: [covers, not], enrolments: [anEnrolment('2020-08-17')] }), '2021-01-01')).toBe('covered')
    expect(answerOn(aLife({ decisions: [not, covers], enrolments: [anEnrolment('2020-08-17')] }), '2021-01-01')).toBe('covered')
  })
})

/** Every period as when and why it begins. */
const begins = (life: Life): string[] => periods(life).map((period) => period.replace(/ --.*/, ''))

describe('a period begins by decision, or not', () => {
  const school = (last: string) => [anEnrolment('2020-08-17', last)]
  const not = (from: string, until: string) => aDecision(false, from, until)
  const covers = (from: string, until: string) => aDecision(true, from, until)
  test.each<[string, Life, string[]]>([
    [
      'one that covers a day in school',
      aLife({ enrolments: school('2021-06-10'), decisions: [covers('2021-01-01', '2021-02-01')] }),
      ['2021-01-01 decided', '2021-06-11 endedWithoutDiploma'],
    ],
    [
      'one that covers until school ends makes the whole period',
      aLife({ enrolments: school('2021-06-10'), decisions: [covers('2021-06-01', '2021-07-01')] }),
      ['2021-06-01 decided'],
    ],
    [
      'one that covers only from the day it begins anyway does not make it begin',
      aLife({ enrolments: school('2021-06-10'), decisions: [covers('2021-06-11', '2021-07-01')] }),
      ['2021-06-11 endedWithoutDiploma'],
    ],
    [
      'one that covers a covered day begins nothing',
      aLife({ decisions: [covers('2021-06-11', '2021-07-01')] }),
      ['2020-06-16 neverStarted'],
    ],
    ['one against runs out', aLife({ decisions: [not('2021-01-01', '2021-02-01')] }), ['2020-06-16 neverStarted', '2021-02-01 decided']],
    [
      'one against runs out while school had ended',
      aLife({ enrolments: school('2021-01-15'), decisions: [not('2021-01-01', '2021-02-01')] }),
      ['2021-02-01 decided'],
    ],
    [
      'one against runs out the day after school ended',
      aLife({ enrolments: school('2021-01-31'), decisions: [not('2021-01-01', '2021-02-01')] }),
      ['2021-02-01 endedWithoutDiploma'],
    ],
    [
      'one against ran out the day before school ended',
      aLife({ enrolments: school('2021-01-31'), decisions: [not('2021-01-01', '2021-01-31')] }),
      ['2021-02-01 endedWithoutDiploma'],
    ],
    [
      'one against is replaced by one that covers',
      aLife({ decisions: [not('2021-01-01', '2021-02-01'), covers('2021-01-20', '2021-01-25')] }),
      ['2020-06-16 neverStarted', '2021-01-20 decided', '2021-02-01 decided'],
    ],
    ['one against from the first day', aLife({ decisions: [not('2020-06-16', '2020-06-17')] }), ['2020-06-17 decided']],
    ['one against until the first day', aLife({ decisions: [not('2020-06-01', '2020-06-16')] }), ['2020-06-16 neverStarted']],
    [
      'one that covers, long past, is no reason',
      aLife({ decisions: [covers('2020-01-01', '2020-02-01')] }),
      ['2020-01-01 decided', '2020-06-16 neverStarted'],
    ],
  ])('%s', (_, life, expected) => {
    expect(begins(life)).toEqual(expected)
  })
})
