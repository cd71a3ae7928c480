/** When follow-ups are due and where they may be moved: the edge days. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isPostponed, isSoon, mayPlan, mayPostpone, nextFollowUp, openFollowUp, plannedIn, standingOf } from './follow-up.rules.ts'
import type { FollowUp, FollowUpState, PlanStatus } from './plans.types.ts'

const aFollowUp = (on: string, of: Partial<FollowUp> = {}): FollowUp => ({
  followUpId: on,
  on: date(on),
  state: 'planned',
  movedFrom: null,
  closedOn: null,
  outcome: null,
  reason: null,
  note: '',
  by: null,
  ...of,
})
const today = date('2026-12-01')
const someDay = fc.integer({ min: -400, max: 400 }).map((n): PlainDate => dateOf(plusDays(dayOf(today), n)))

describe('standing', () => {
  it.each([
    ['2026-12-02', 'planned', 'planned'],
    ['2026-12-01', 'planned', 'due'],
    ['2026-11-30', 'planned', 'overdue'],
    ['2026-11-30', 'done', 'done'],
    ['2026-11-30', 'postponed', 'postponed'],
    ['2026-12-01', 'dropped', 'dropped'],
  ] as const)('of %s, %s, is %s', (on, state, standing) => {
    expect(standingOf({ on: date(on), state }, today)).toBe(standing)
  })

  it('is one of planned, due and overdue on every day, in that order', () => {
    fc.assert(
      fc.property(someDay, someDay, (on, day) => {
        const expected = on > day ? 'planned' : on === day ? 'due' : 'overdue'
        expect(standingOf({ on, state: 'planned' }, day)).toBe(expected)
      }),
    )
  })

  it.each([
    ['2026-12-01', false],
    ['2026-12-02', true],
    ['2026-12-15', true],
    ['2026-12-16', false],
  ])('%s comes soon: %s', (on, soon) => {
    expect(isSoon(date(on), today)).toBe(soon)
  })

  it('is postponed when it was moved and waits', () => {
    expect(isPostponed(aFollowUp('2026-12-08', { movedFrom: today }))).toBe(true)
    expect(isPostponed(aFollowUp('2026-12-08', { movedFrom: today, state: 'done' }))).toBe(false)
    expect(isPostponed(aFollowUp('2026-12-08'))).toBe(false)
  })

  it('the next is the earliest that waits', () => {
    const all = [aFollowUp('2026-12-20'), aFollowUp('2026-11-01', { state: 'done' }), aFollowUp('2026-12-10')]
    expect(nextFollowUp(all)?.on).toBe('2026-12-10')
    expect(plannedIn(all).map(({ on }) => on)).toEqual(['2026-12-10', '2026-12-20'])
    expect(nextFollowUp([])).toBeNull()
  })
})

describe('postponing', () => {
  const planned = [aFollowUp('2026-11-25'), aFollowUp('2026-12-10'), aFollowUp('2026-11-01', { state: 'done' })]
  const plan = (of: { status?: PlanStatus; endsOn?: PlainDate | null } = {}) => ({
    status: 'agreed' as PlanStatus,
    endsOn: date('2026-12-31') as PlainDate | null,
    followUps: planned,
    ...of,
  })
  it.each([
    ['2026-11-25', '2026-11-30', {}, 'passed'],
    ['2026-11-25', '2026-12-01', {}, true],
    ['2026-12-10', '2026-12-10', {}, 'not-later'],
    ['2026-12-10', '2026-12-09', {}, 'not-later'],
    ['2026-12-10', '2026-12-11', {}, true],
    ['2026-12-10', '2026-12-31', {}, true],
    ['2026-12-10', '2027-01-01', {}, 'after-end'],
    ['2026-12-10', '2027-01-01', { endsOn: null }, true],
    ['2026-11-25', '2026-12-10', {}, 'taken'],
    ['2026-11-01', '2026-12-11', {}, 'over'],
    ['2026-11-02', '2026-12-11', {}, 'missing'],
    ['2026-12-10', '2026-12-11', { status: 'ended' }, 'ended'],
  ] as const)('%s to %s in %j: %s', (id, to, of, expected) => {
    const decision = mayPostpone(plan(of), id, date(to), today)
    expect(decision.granted ? true : decision.reason).toBe(expected)
  })

  it('never goes backwards, to the past or past the end, whatever is asked', () => {
    fc.assert(
      fc.property(someDay, someDay, someDay, (on, to, end) => {
        const decision = mayPostpone({ status: 'agreed', endsOn: end, followUps: [aFollowUp(on, { followUpId: 'x' })] }, 'x', to, today)
        expect(decision.granted).toBe(to > on && to >= today && to <= end)
      }),
    )
  })

  it.each(['done', 'postponed', 'dropped'] satisfies FollowUpState[])('what is %s is over', (state) => {
    expect(openFollowUp({ status: 'draft', endsOn: null, followUps: [aFollowUp('2026-12-01', { state })] }, '2026-12-01')).toEqual({
      granted: false,
      reason: 'over',
    })
  })
})

describe('planning the next', () => {
  const followUps = ['2026-12-01', '2026-12-10', '2026-12-11', '2026-12-12', '2026-12-13', '2026-12-14'].map((on) => aFollowUp(on))
  const plan = (n: number) => ({ beginsOn: today, endsOn: date('2026-12-31'), followUps: followUps.slice(0, n) })
  it.each([
    ['2026-11-30', 2, 'passed'],
    ['2026-12-01', 2, true],
    ['2026-12-10', 2, 'taken'],
    ['2026-12-31', 2, true],
    ['2027-01-01', 2, 'after-end'],
    ['2026-12-20', 6, true],
  ] as const)('on %s with %i planned: %s', (on, n, expected) => {
    const decision = mayPlan(plan(n), date(on), { today, leavingOut: '2026-12-01' })
    expect(decision.granted ? true : decision.reason).toBe(expected)
  })

  it('is refused before the start, and when six wait besides', () => {
    expect(mayPlan({ ...plan(1), beginsOn: date('2026-12-05') }, date('2026-12-04'), { today, leavingOut: '' })).toEqual({
      granted: false,
      reason: 'before-start',
    })
    expect(mayPlan(plan(6), date('2026-12-20'), { today, leavingOut: '' })).toEqual({ granted: false, reason: 'too-many' })
  })
})
