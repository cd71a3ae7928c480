/** What the page says first and what is to come, the lanes, the message's number, and what may be said by hand. */
import { describe, expect, test } from 'vitest'
import { aDecision, aLife, anEnrolment, aSetting, day, here } from '../../../test/support/lives.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { explain, type Life } from '../law/index.ts'
import { mayNameNumber, sourceFor } from './correct.rules.ts'
import { inRows, lanesOf } from '../timeline/index.ts'
import { ageOn, comingAfter, standingOn } from './youth.rules.ts'

const explained = (life: Life, on: string) => explain(life, here, aSetting(), day(on))
const life = aLife({ enrolments: [anEnrolment('2020-08-17', '2021-03-31'), anEnrolment('2021-08-16', '2022-06-10')] })

test.each([
  ['2020-09-01', 'not-here'],
  ['2021-04-01', 'here'],
  ['2021-08-16', 'no-longer'],
  ['2022-07-01', 'here'],
  ['2024-03-10', 'no-longer'],
])('on %s the youth is %s', (on, kind) => {
  expect(standingOn(explained(life, on), day(on)).kind).toBe(kind)
})

test('what is known to come is told in order, and no reason is foretold', () => {
  const coming = comingAfter(day('2021-04-01'), explained(life, '2021-04-01'), life)
  expect(coming.map(({ kind }) => kind)).toEqual(['period-ends', 'studies-begin', 'period-begins', 'turns20'])
  expect(JSON.stringify(coming)).not.toContain('endedWithoutDiploma')
})

test('the age is that of the day, also for somebody born on 29 February', () => {
  const born = '2008-02-29' as PlainDate
  expect([ageOn(born, day('2026-02-28')), ageOn(born, day('2026-03-01')), ageOn(null, day('2026-03-01'))]).toEqual([17, 18, null])
})

test('studies that overlap get rows of their own, and nothing ends in the future', () => {
  const spans = [
    { from: day('2021-01-01'), until: null },
    { from: day('2020-01-01'), until: day('2021-01-01') },
    { from: day('2020-06-01'), until: day('2020-07-01') },
  ]
  expect(inRows(spans).map((row) => row.length)).toEqual([2, 1])
  const { periods } = explained(life, '2021-04-01')
  const lanes = lanesOf(
    { life: aLife({ decisions: [aDecision(true, '2021-01-01')] }), periods, credentials: [], law: aSetting() },
    day('2021-04-01'),
  )
  expect(lanes.periods[0]?.until).toBeNull()
  expect(lanes.first).toBeLessThan(lanes.last)
})

describe('a correction', () => {
  const sources = [
    { name: 'navet', feed: 'population' },
    { name: 'extens', feed: 'enrolments' },
    { name: 'betyg', feed: 'diplomas' },
  ]
  const aLine = (line: '4' | '6' | '7', source: string | null) => ({
    line,
    rule: '',
    holds: true,
    reason: null,
    facts: source === null ? [] : [{ kind: 'x', value: '', source, readAt: null }],
  })

  test.each([
    [aLine('7', 'extens'), 'extens'],
    [aLine('7', 'manuellt'), 'extens'],
    [aLine('7', null), 'extens'],
    [aLine('6', null), 'betyg'],
    [aLine('4', 'rule'), 'navet'],
  ])('is asked of the source of the fact, or of the one that usually answers (%#)', (line, expected) => {
    expect(sourceFor(line, sources)).toBe(expected)
    expect(sourceFor(line, [])).toBeNull()
  })

  test('names the number to schools and the population register, never of a protected youth', () => {
    expect(['population', 'schools', 'enrolments', 'diplomas', ''].map((feed) => mayNameNumber(feed, false))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ])
    expect(mayNameNumber('population', true)).toBe(false)
  })
})
