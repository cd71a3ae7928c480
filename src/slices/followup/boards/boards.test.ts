/** Boards: whose they are, what a line stands for, and the order of lines. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { daysLater } from '../calendar/month.rules.ts'
import { dueOf } from '../due/due.rules.ts'
import { dueKinds, dueStandings, type DueItem, type History, type YouthDue } from '../due/due.types.ts'
import { nothing } from '../due/walk.testbed.ts'
import { aFollowUp, anAssessment, aRating, aSignal, routine } from '../followup.testbed.ts'
import type { ListedYouth } from '../people/people.types.ts'
import { boardOf, missedIn, processesOf } from './boards.rules.ts'

const today = date('2026-11-26')
const named = (id: string): ListedYouth => ({
  id,
  givenName: id,
  familyName: 'Provsson',
  protection: 'none',
  leftOn: null,
  unit: 'Provhuset',
  unitId: 'u',
  district: '',
  processes: [],
})
const aYouth = (id: string, history: History): YouthDue => ({ youth: named(id), history, due: dueOf(history, today, routine) })

const followed = aYouth('a', {
  ...nothing,
  presence: { fromOn: date('2026-09-01'), untilOn: null },
  assessments: [anAssessment('2026-11-20')],
  signals: [aFollowUp('health', '2026-11-20'), aFollowUp('economy', '2026-11-22'), aSignal('school', [], { proposedOn: '2026-11-20' })],
  ratings: [aRating('2026-11-21', { health: 1000 })],
})

describe('a board', () => {
  it('has the days to rate of a youth as one line, the late apart from the one of the day', () => {
    const { late, due } = boardOf('housing', [followed])
    expect(late.map(({ kind, days, dueOn, areas }) => [kind, days, dueOn, areas])).toEqual([
      ['rate', 4, '2026-11-22', ['health', 'economy']],
      ['acknowledge', 1, '2026-11-23', ['health']],
      ['call', 1, '2026-11-23', ['health', 'economy']],
      ['acknowledge', 1, '2026-11-25', ['economy']],
    ])
    expect(due.map(({ kind, days }) => [kind, days])).toEqual([['rate', 1]])
  })

  it('is of its own process alone', () => {
    expect(boardOf('labourMarket', [followed])).toMatchObject({ late: [], due: [], coming: [] })
    expect(boardOf('authority', [followed]).late.map(({ kind }) => kind)).toEqual(['answer'])
    expect(processesOf(['administrator', 'housing', 'authority'])).toEqual(['authority', 'housing'])
  })

  it('loses nothing and invents nothing: every item is in one line of its standing, the earliest first', () => {
    const item = fc.record({
      process: fc.constantFrom('authority', 'labourMarket', 'housing'),
      kind: fc.constantFrom(...dueKinds),
      standing: fc.constantFrom(...dueStandings),
      dueOn: fc.integer({ min: -9, max: 9 }).map((days) => daysLater(today, days)),
      about: fc.constant(today),
      signalId: fc.constant(null),
      areas: fc.subarray(['school', 'health']),
    })
    fc.assert(
      fc.property(fc.array(fc.array(item, { maxLength: 9 }), { maxLength: 4 }), (dues) => {
        const youths = dues.map((due, at) => ({ youth: named(String(at)), history: nothing, due: due as DueItem[] }))
        for (const process of ['authority', 'labourMarket', 'housing'] as const) {
          const board = boardOf(process, youths)
          for (const standing of dueStandings) {
            const of = dues.flat().filter((one) => one.process === process && one.standing === standing)
            expect(board[standing].reduce((sum, { days }) => sum + days, 0)).toBe(of.length)
            expect(board[standing].map(({ dueOn }) => dueOn)).toEqual(board[standing].map(({ dueOn }) => dueOn).toSorted())
          }
        }
      }),
    )
  })
})

describe('what was never done', () => {
  it('is counted by kind since a day', () => {
    const long = aYouth('b', {
      ...nothing,
      presence: { fromOn: date('2026-09-01'), untilOn: null },
      assessments: [anAssessment('2026-09-20')],
      signals: [aFollowUp('health', '2026-11-09')],
    })
    const since = date('2026-09-01')
    // Days from the 10th; those of the last week can still be rated.
    expect(missedIn('housing', [long, followed], { today, routine, since })).toEqual([{ kind: 'rate', n: 9 }])
    expect(missedIn('housing', [long], { today, routine, since: date('2026-11-18') })).toEqual([{ kind: 'rate', n: 1 }])
    expect(missedIn('authority', [long], { today, routine, since })).toEqual([])
  })
})
