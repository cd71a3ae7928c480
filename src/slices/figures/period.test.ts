/** Which period an address asks for, edge days and nonsense included. */
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { percentOf } from './figures.rules.ts'
import type { FigureQuestion } from './figures.types.ts'
import { addressOf, lastDays, periodProblem, questionFrom, schoolYearOf } from './period.rules.ts'

const date = (text: string): PlainDate => text as PlainDate
const today = date('2026-11-26')
const question: FigureQuestion = { fromOn: date('2026-09-01'), untilOn: date('2026-12-01'), by: 'none' }

describe('the period', () => {
  it.each([
    ['', '2026-07-01', '2027-07-01', null],
    ['fran=2026-09-01&till=2026-09-30', '2026-09-01', '2026-10-01', null],
    ['fran=2026-09-01&till=2026-09-01', '2026-09-01', '2026-09-02', null],
    ['fran=2026-09-02&till=2026-09-01', '2026-07-01', '2027-07-01', 'end-before-start'],
    ['fran=igår&till=2026-09-01', '2026-07-01', '2027-07-01', 'not-a-date'],
    ['fran=2026-09-01', '2026-07-01', '2027-07-01', 'not-a-date'],
    ['fran=2001-01-01&till=2026-09-01', '2026-07-01', '2027-07-01', 'too-long'],
  ])('%j is from %s until %s', (query, fromOn, untilOn, problem) => {
    const read = questionFrom(new URLSearchParams(query), today)
    expect([read.question.fromOn, read.question.untilOn, read.problem]).toEqual([fromOn, untilOn, problem])
  })
  it('comes back from its own address', () => {
    for (const by of ['none', 'unit', 'district'] as const) {
      const asked = { ...question, by }
      expect(questionFrom(new URLSearchParams(addressOf(asked).split('?')[1]), today).question).toEqual(asked)
    }
  })
  it.each([
    ['2026-06-30', 0, '2025-07-01'],
    ['2026-07-01', 0, '2026-07-01'],
    ['2026-07-01', 1, '2025-07-01'],
  ])('the school year of %s, %i back, begins %s', (day, back, expected) => {
    expect(schoolYearOf(date(day), back).fromOn).toBe(expected)
  })
  it('of the last thirty days holds today', () => {
    expect(lastDays(today, 30)).toEqual({ fromOn: '2026-10-28', untilOn: '2026-11-27' })
  })
  it('has an end after its start, and at most ten years', () => {
    expect(periodProblem(date('2026-01-01'), date('2026-01-01'))).toBe('end-before-start')
    expect(periodProblem(date('2016-01-01'), date('2026-01-01'))).toBeNull()
    expect(periodProblem(date('2015-01-01'), date('2026-01-01'))).toBe('too-long')
  })
  it('share of nothing is nothing', () => {
    expect([percentOf(0, 0), percentOf(1, 3), percentOf(3, 3)]).toEqual([null, 33, 100])
  })
})
