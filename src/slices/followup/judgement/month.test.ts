/** What a month shows of each area: the days that were to be rated and no others, and whether it can be judged. */
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { aFollowUp, aJudgement, anAssessment, aRating, routine, shipped } from '../followup.testbed.ts'
import { monthOfAreas } from './month.rules.ts'

const facts = { signals: [], ratings: [], judgements: [], scored: [], instruments: [shipped] }
const november = date('2026-11-01')

describe('the month of an area', () => {
  it('has the days from the 1st before to the last before its own 1st, and what lacks a rating is empty', () => {
    const ratings = [
      aRating('2026-09-30', { housing: 500 }),
      aRating('2026-10-02', { housing: 700 }),
      aRating('2026-11-01', { housing: 900 }),
    ]
    const [area] = monthOfAreas({ ...facts, ratings, signals: [aFollowUp('housing', '2026-09-10')] }, november, date('2026-11-05'), routine)
    expect(area?.days).toHaveLength(31)
    expect(area?.days.filter(({ points }) => points !== null)).toEqual([{ on: '2026-10-02', points: 700 }])
    expect([area?.days[0]?.on, area?.days.at(-1)?.on]).toEqual(['2026-10-01', '2026-10-31'])
  })
  it.each([
    ['begun on the 20th: from the day after', '2026-10-20', null, 11],
    ['stopped on the 5th: to the day before', '2026-09-10', '2026-10-05', 4],
    ['stopped before the month', '2026-09-10', '2026-09-30', undefined],
    ['begun on its 1st', '2026-11-01', null, undefined],
  ])('%s', (_, from, stop, days) => {
    const [area] = monthOfAreas({ ...facts, signals: [aFollowUp('housing', from, stop)] }, november, date('2026-11-05'), routine)
    expect(area?.days.length).toBe(days)
  })
  it('has no days to rate at the labour-market process', () => {
    const [area] = monthOfAreas({ ...facts, signals: [aFollowUp('school', '2026-09-10')] }, november, date('2026-11-05'), routine)
    expect(area?.days).toEqual([])
  })
  it.each([
    ['can be judged when its report is announced', '2026-09-10', null, '2026-10-26', null],
    ['is ahead before that', '2026-09-10', null, '2026-10-24', 'month-ahead'],
    ['is not asked for when the follow-up had hardly begun', '2026-10-28', null, '2026-11-05', 'not-owed'],
    ['is over after the stop', '2026-09-10', '2026-11-04', '2026-11-05', 'ended'],
  ])('%s', (_, from, stop, today, refusal) => {
    const [area] = monthOfAreas({ ...facts, signals: [aFollowUp('housing', from, stop)] }, november, date(today), routine)
    expect(area?.refusal).toBe(refusal)
  })
  it('has the judgement that holds, the one before, and the last score before the month', () => {
    const judgements = [aJudgement('housing', '2026-10-01', 'down'), aJudgement('housing', '2026-11-01', 'up')]
    const scored = [
      { assessment: anAssessment('2026-09-08', { housing: 1200 }), instrument: shipped },
      { assessment: anAssessment('2026-11-01', { housing: 1300 }), instrument: shipped },
    ]
    const signals = [aFollowUp('housing', '2026-09-10')]
    const [area] = monthOfAreas({ ...facts, signals, judgements, scored }, november, date('2026-11-05'), routine)
    expect([area?.judgement?.progression, area?.before?.progression, area?.score?.points]).toEqual(['up', 'down', 1200])
  })
})
