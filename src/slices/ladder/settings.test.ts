/** Stored settings: what is left out is as shipped, and what breaks a rule is refused. */
import { describe, expect, it, test } from 'vitest'
import { ladderSettingsFrom, ladderShape } from './settings.forms.ts'
import { shippedLadder } from './settings.rules.ts'

describe('settings of the ladder', () => {
  it.each([[null], [undefined], [{}], [shippedLadder]])('that say nothing of their own are the shipped ones', (stored) => {
    expect(ladderSettingsFrom(stored)).toEqual(shippedLadder)
  })

  test('are read back from JSON as they were stored', () => {
    const own = {
      ...shippedLadder,
      calls: 5,
      largeRoundAfter: [10, 1],
      termStarts: [],
      dayHours: { morning: 7, midday: 11, late: 15, end: 18 },
    }
    expect(ladderSettingsFrom(JSON.parse(JSON.stringify(own)))).toEqual(own)
  })

  test('keep the shipped numbers that they leave out', () => {
    expect(ladderSettingsFrom({ silenceDays: 45 })).toEqual({ ...shippedLadder, silenceDays: 45 })
  })

  it.each([
    ['fewer than three calls', { calls: 2 }],
    ['more calls than there are working days in a week', { calls: 6 }],
    ['two calls on one day', { daysBetweenCalls: 0 }],
    ['a visit on the day of its card', { daysToVisit: 0 }],
    ['a month that is none', { largeRoundAfter: [13, 1] }],
    ['a day that is not there every year', { termStarts: [[2, 29]] }],
    ['a day that is never there', { admissions: [[4, 31]] }],
    ['parts of the day out of order', { dayHours: { morning: 12, midday: 8, late: 16, end: 19 } }],
    ['a part of the day that is empty', { dayHours: { morning: 8, midday: 12, late: 12, end: 19 } }],
    ['an hour that is none', { dayHours: { morning: 8, midday: 12, late: 16, end: 25 } }],
    ['to begin at once or never', { beginMonths: 0 }],
    ['half days', { silenceDays: 2.5 }],
    ['days back in time', { lateDays: -1 }],
    ['a number as text', { calls: '3' }],
    ['a setting that there is not', { callsPerDay: 3 }],
  ])('refuse %s', (_, stored) => {
    expect(ladderShape.safeParse(stored).success).toBe(false)
  })
})
