/** Pictures of a day, the flow month by month, what may be asked, and the empty register. */
import { describe, expect, it } from 'vitest'
import { tableOf } from './cells.rules.ts'
import { aContact, aMeasure, anOccupation, aPeriod, aQuestion, aYouth, counted, date, facts } from './facts.testbed.ts'
import type { FactYouth } from './facts.types.ts'
import { indicatorNames, indicators, questionProblem } from './registry.rules.ts'

describe('pictures of a day', () => {
  const picture = aQuestion('2026-09-15', '2026-09-16')
  it.each([
    ['the same day', '2026-09-15', 'days30'],
    ['thirty days', '2026-08-16', 'days30'],
    ['thirty-one', '2026-08-15', 'days90'],
    ['ninety', '2026-06-17', 'days90'],
    ['ninety-one', '2026-06-16', 'days180'],
    ['a year', '2025-09-15', 'days365'],
    ['a day more', '2025-09-14', 'longer'],
    ['the day after: not yet', '2026-09-16', 'never'],
  ])('since reached: %s', (_, on, expected) => {
    const youth = aYouth({ contacts: [aContact(`${on} phone!`)] })
    expect(counted('since-reached', picture, [youth])).toMatchObject({ covered: 1, [`since.${expected}`]: 1 })
  })
  it.each([
    ['never asked', [], 'notKnown.notAsked'],
    ['known to do nothing is known', [anOccupation('2026-09-01 none')], 'known.none'],
    ['lapsed on its review day', [anOccupation('2026-09-01 work', { reviewOn: date('2026-09-15') })], 'notKnown.lapsed'],
    ['the day before', [anOccupation('2026-09-01 work', { reviewOn: date('2026-09-16') })], 'known.work'],
  ])('not known: %s', (_, occupations, expected) => {
    expect(counted('not-known', picture, [aYouth({ occupations })])).toMatchObject({ covered: 1, [expected]: 1 })
  })
  it.each<[string, Partial<FactYouth>, string]>([
    ['nothing', {}, 'has.without'],
    ['a measure to come', { measures: [aMeasure('2026-10-01')] }, 'has.measure'],
    ['work', { occupations: [anOccupation('2026-09-01 work')] }, 'has.work'],
    ['declined since July', { offers: [{ id: 1, on: date('2026-07-01'), unitId: 1 }] }, 'has.declined'],
    ['declined in June', { offers: [{ id: 1, on: date('2026-06-30'), unitId: 1 }] }, 'has.without'],
  ])('September: %s', (_, youth, expected) => {
    expect(counted('september', picture, [aYouth(youth)])).toEqual({ covered: 1, [expected]: 1 })
  })
  it('September: those who turn 16 in the year are the leavers', () => {
    const leaver = aYouth({ bornOn: date('2010-12-31') })
    expect(counted('september', picture, [leaver])).toEqual({ covered: 1, 'has.without': 1, leavers: 1, 'leavers.without': 1 })
  })
  it('somebody watched stands by herself', () => {
    const youth = aYouth({ periods: [], watches: [{ fromOn: date('2026-09-01'), untilOn: null }] })
    expect(counted('on-day', picture, [youth])).toEqual({ watching: 1 })
  })
})

describe('the flow', () => {
  it('counts who came in, who left, and who is there at the end of each month', () => {
    const youths = [aYouth({ periods: [aPeriod('2026-01-31 -- 2026-03-01')] }), aYouth({ periods: [aPeriod('2025-06-01')] })]
    expect(counted('flow', aQuestion('2026-01-01', '2026-04-01'), youths)).toEqual({
      before: 1,
      in: 1,
      out: 1,
      '2026-01.in': 1,
      '2026-01.covered': 2,
      '2026-02.covered': 2,
      '2026-03.out': 1,
      '2026-03.covered': 1,
    })
  })
  it('ends with the day that it is asked on', () => {
    const { rows } = tableOf(facts(), indicators.flow, aQuestion('2026-01-15', '2026-04-01', [], '2026-02-10'))
    expect(rows.map(({ key }) => key)).toEqual([
      'before',
      'in',
      'out',
      '2026-01.in',
      '2026-01.out',
      '2026-01.covered',
      '2026-02.in',
      '2026-02.out',
      '2026-02.covered',
    ])
  })
})

describe('a question', () => {
  const today = date('2026-11-20')
  it.each([
    ['half-year', aQuestion('2026-07-01', '2026-07-01'), 'end-before-start'],
    ['half-year', aQuestion('2026-07-01', '2027-01-01'), null],
    ['half-year', aQuestion('2026-11-21', '2027-01-01'), 'not-begun'],
    ['flow', aQuestion('2006-07-01', '2026-07-10'), 'too-long'],
    ['on-day', aQuestion('2026-11-20', '2026-11-21'), null],
    ['on-day', aQuestion('2026-11-20', '2026-11-22'), 'day-ahead'],
    ['half-year', aQuestion('2026-07-01', '2027-01-01', ['department']), 'unknown-dimension'],
    ['outreach-list', aQuestion('2026-07-01', '2027-01-01', ['unit', 'unit']), 'unknown-dimension'],
  ] as const)('%s: %o', (name, question, expected) => expect(questionProblem(name, question, today)).toBe(expected))
})

describe('an empty register', () => {
  it.each(indicatorNames)('%s has all its rows, each zero, for every unit', (name) => {
    const { rows, groups, values } = tableOf(facts(), indicators[name], aQuestion('2026-01-01', '2026-03-01', ['unit', 'sex']))
    expect(rows.length).toBeGreaterThan(2)
    expect(groups).toHaveLength(4 * 4)
    expect(values.flat().every((value) => value === 0 || value === null)).toBe(true)
  })
})
