/** Sixty days of silence: exactly the five steps, on days when somebody works, for every day of entry in five years (issue 4). */
import { describe, expect, it, test } from 'vitest'
import { dateOf, dayFrom, plusDays, weekdayOf, type Day } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { partOfDay } from './days.rules.ts'
import { silence, someone, type Doing } from './ladder.testbed.ts'
import { shippedLadder } from './settings.rules.ts'

const first = dayFrom(2024, 1, 1)
const entries = Array.from({ length: dayFrom(2029, 1, 1) - first }, (_, at) => plusDays(first, at))
const told = (doings: readonly Doing[]): string[] => doings.map(({ kind, event }) => `${kind} ${dateOf(event.on)}`)

describe('sixty days of silence', () => {
  it('are a letter, three calls, a further letter, a card and a visit', () => {
    expect(told(silence(someone('2026-11-07'), 60))).toEqual([
      'letter 2026-11-09',
      'call 2026-11-16',
      'call 2026-11-18',
      'call 2026-11-20',
      'furtherLetter 2026-11-25',
      'visitCard 2026-12-07',
      'homeVisit 2026-12-10',
    ])
  })

  test('over Christmas too', () => {
    expect(told(silence(someone('2025-12-20'), 60))).toEqual([
      'letter 2025-12-22',
      'call 2025-12-29',
      'call 2025-12-31',
      'call 2026-01-02',
      'furtherLetter 2026-01-07',
      'visitCard 2026-01-19',
      'homeVisit 2026-01-22',
    ])
  })

  const everyEntry = entries.map((enteredOn): [Day, Doing[]] => [enteredOn, silence(someone(dateOf(enteredOn)), 60)])

  it('have the five steps in order, whatever the day of entry', () => {
    const steps = ['letter', 'call', 'call', 'call', 'furtherLetter', 'visitCard', 'homeVisit']
    for (const [enteredOn, doings] of everyEntry) {
      expect(
        doings.map(({ kind }) => kind),
        dateOf(enteredOn),
      ).toEqual(steps)
    }
  })

  it('have all steps on working days', () => {
    for (const [enteredOn, doings] of everyEntry) {
      expect(
        doings.every(({ event }) => isWorkingDay(event.on)),
        dateOf(enteredOn),
      ).toBe(true)
    }
  })

  it('have calls on three weekdays and in three parts of the day', () => {
    for (const [enteredOn, doings] of everyEntry) {
      const calls = doings.filter(({ kind }) => kind === 'call').map(({ event }) => event)
      expect(new Set(calls.map(({ on }) => weekdayOf(on))).size, dateOf(enteredOn)).toBe(3)
      expect(new Set(calls.map(({ minute }) => partOfDay(minute, shippedLadder.dayHours))).size, dateOf(enteredOn)).toBe(3)
    }
  })

  it('have the letter within five days of entry: no stretch of days off is longer', () => {
    for (const [enteredOn, [letter]] of everyEntry) {
      expect((letter?.event.on ?? Infinity) - enteredOn, dateOf(enteredOn)).toBeLessThanOrEqual(5)
    }
  })
})
