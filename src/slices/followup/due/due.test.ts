/** What can be done, what cannot be done any more, and what holds for every list. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { daysLater, monthOf } from '../calendar/month.rules.ts'
import { aFollowUp, anAssessment, aRating, routine } from '../followup.testbed.ts'
import { dueOf, missedOf } from './due.rules.ts'
import type { History } from './due.types.ts'
import { nothing } from './walk.testbed.ts'

describe('what cannot be done any more', () => {
  const stopped: History = {
    ...nothing,
    signals: [aFollowUp('housing', '2026-10-01', '2026-12-20', { quarter: '2026-07-01' })],
    ratings: [aRating('2026-10-02', { housing: 1000 })],
  }
  it('is not on the list, and is told as never done', () => {
    const kinds = (on: string): string[] =>
      dueOf(stopped, date(on), routine)
        .filter(({ kind }) => kind !== 'assess' && kind !== 'rate')
        .map(({ kind, about }) => `${kind} ${about}`)
    expect(kinds('2026-12-20')).toEqual([
      'call 2026-11-01',
      'report 2026-11-01',
      'judge 2026-11-01',
      'call 2026-12-01',
      'report 2026-12-01',
      'judge 2026-12-01',
    ])
    expect(kinds('2026-12-21')).toEqual([])
    const missed = missedOf(stopped, date('2026-12-21'), routine).filter(({ kind }) => kind !== 'rate' && kind !== 'assess')
    expect(missed.map(({ kind, about }) => `${kind} ${about}`)).toEqual([
      'call 2026-11-01',
      'report 2026-11-01',
      'judge 2026-11-01',
      'call 2026-12-01',
      'report 2026-12-01',
      'judge 2026-12-01',
    ])
  })

  it('a youth who has left has nothing due', () => {
    expect(
      dueOf({ ...nothing, presence: { fromOn: date('2026-01-01'), untilOn: date('2026-12-31') } }, date('2026-12-31'), routine),
    ).toEqual([])
  })

  it('an assessment of a quarter is never done when a later one is', () => {
    const assessed: History = { ...nothing, assessments: [anAssessment('2026-08-01')] }
    const about = (list: readonly { readonly kind: string; readonly about: string }[]): string[] =>
      list.filter(({ kind }) => kind === 'assess').map((one) => one.about)
    expect(about(missedOf(assessed, date('2026-10-01'), routine))).toEqual(['2026-01-01', '2026-04-01'])
    expect(about(dueOf(assessed, date('2026-12-15'), routine))).toEqual(['2026-10-01'])
    expect(about(dueOf(nothing, date('2026-12-15'), routine))).toEqual(['2026-07-01', '2026-10-01'])
  })
})

describe('a list', () => {
  const dayIn2026 = fc.integer({ min: 0, max: 364 }).map((n) => daysLater(date('2026-01-01'), n))
  const aHistory = fc.record({
    starts: fc.array(fc.tuple(fc.constantFrom('school', 'housing', 'health'), dayIn2026, fc.option(fc.integer({ min: 1, max: 300 }))), {
      maxLength: 3,
    }),
    rated: fc.array(dayIn2026, { maxLength: 20 }),
    reported: fc.array(dayIn2026, { maxLength: 4 }),
  })

  it('never tells one thing twice, never as both due and missed, and always by its day', () => {
    fc.assert(
      fc.property(aHistory, fc.integer({ min: 0, max: 500 }), ({ starts, rated, reported }, at) => {
        const on = daysLater(date('2026-01-01'), at)
        const signals = starts.map(([area, from, length], n) =>
          aFollowUp(area, from, length === null ? null : daysLater(from, length), { id: `${area}${n}` }),
        )
        const reports = reported.map((made, n) => ({
          reportId: `r${n}`,
          recipient: 'housing' as const,
          month: monthOf(made),
          madeOn: made,
          version: 1,
        }))
        const history: History = {
          ...nothing,
          signals,
          reports,
          ratings: rated.map((day) => aRating(day, { housing: 1000, health: 1000 })),
        }
        const keyOf = ({
          process,
          kind,
          about,
          signalId,
        }: {
          process: string
          kind: string
          about: string
          signalId: string | null
        }): string => [process, kind, about, signalId].join(' ')
        const [due, missed] = [dueOf(history, on, routine), missedOf(history, on, routine)]
        const keys = [...due, ...missed].map(keyOf)
        expect(new Set(keys).size).toBe(keys.length)
        for (const { standing, dueOn } of due) expect(standing).toBe(dueOn < on ? 'late' : dueOn === on ? 'due' : 'coming')
        expect(due.every(({ dueOn }, n) => n === 0 || dueOn >= due[n - 1]!.dueOn)).toBe(true)
        expect(missed.every(({ dueOn }) => dueOn < on)).toBe(true)
      }),
    )
  })
})
