/** The seven points of förordning 2006:39, 8 §, one by one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { planPoints, pointsMet, pointsOf, type PlanPoint } from './points.rules.ts'
import { aContent, aStep } from './plans.testbed.ts'
import type { FollowUp } from './plans.types.ts'

type Plan = NonNullable<Parameters<typeof pointsOf>[0]>
type Measure = Parameters<typeof pointsOf>[1][number]
const today = date('2026-12-01')

const followUpOn = (on: string, state: FollowUp['state'] = 'planned'): FollowUp => ({
  followUpId: on,
  on: date(on),
  state,
  movedFrom: null,
  closedOn: null,
  outcome: null,
  reason: null,
  note: '',
  by: null,
})
const plan = (of: Partial<Plan> = {}): Plan => ({ ...aContent(), status: 'agreed', followUps: [followUpOn('2026-12-08')], ...of })
const measure = (of: Partial<Measure> = {}): Measure => ({
  fromOn: date('2026-10-01'),
  plannedUntilOn: date('2026-12-20'),
  endedOn: null,
  endReason: null,
  responsible: 'municipality',
  placement: 'none',
  struck: null,
  ...of,
})
const only = (column: 'youth' | 'municipality' | 'other') => [aStep({ column })]

const table: readonly (readonly [PlanPoint, string, Plan | null, readonly Measure[], string])[] = [
  ['planning', 'no plan', null, [], 'missing noPlan'],
  ['planning', 'a goal', plan(), [], 'met goal'],
  ['planning', 'an empty goal', plan({ goal: ' ' }), [], 'missing noGoal'],
  ['youth', 'no plan', null, [], 'missing noPlan'],
  ['youth', 'no step', plan({ steps: only('municipality') }), [], 'missing noStep'],
  ['youth', 'a step', plan({ steps: only('youth') }), [], 'met steps'],
  ['youth', 'a measure of theirs', plan({ steps: [] }), [measure({ responsible: 'youth' })], 'met measures'],
  ['municipality', 'no step', plan({ steps: only('youth') }), [], 'missing noStep'],
  ['municipality', 'a measure without a plan', null, [measure()], 'met measures'],
  ['municipality', 'a struck measure', plan({ steps: [] }), [measure({ struck: { at: '', by: '', why: 'fel' } })], 'missing noStep'],
  ['municipality', 'a measure that waits for a decision', plan({ steps: [] }), [measure({ placement: 'waiting' })], 'missing noStep'],
  ['municipality', 'a measure that was refused', plan({ steps: [] }), [measure({ placement: 'refused' })], 'missing noStep'],
  ['municipality', 'a measure that was decided', plan({ steps: [] }), [measure({ placement: 'approved' })], 'met measures'],
  ['other', 'nothing said', plan({ steps: only('youth') }), [], 'missing sayNoOther'],
  ['other', 'none, in so many words', plan({ steps: only('youth'), noOtherActor: true }), [], 'notRelevant saidNoOther'],
  ['other', 'a step', plan({ steps: only('other') }), [], 'met steps'],
  ['other', 'a measure through another', plan({ steps: [] }), [measure({ responsible: 'other' })], 'met measures'],
  ['dates', 'no plan', null, [], 'missing noPlan'],
  ['dates', 'no end', plan({ endsOn: null }), [], 'missing noEnd'],
  ['dates', 'no end, but it is over', plan({ endsOn: null, status: 'ended' }), [], 'met dates'],
  ['dates', 'both', plan(), [measure()], 'met dates'],
  ['dates', 'a measure without planned end', plan(), [measure({ plannedUntilOn: null })], 'missing measureWithoutEnd'],
  ['dates', 'a measure that has ended', plan(), [measure({ plannedUntilOn: null, endedOn: today, endReason: 'work' })], 'met dates'],
  ['endReasons', 'nothing has ended', plan(), [measure()], 'notRelevant nothingEnded'],
  ['endReasons', 'ended with a reason', plan(), [measure({ endedOn: today, endReason: 'work' })], 'met reasons'],
  [
    'endReasons',
    'ended without',
    plan(),
    [measure({ endedOn: today }), measure({ endedOn: today, endReason: 'work' })],
    'missing reasonMissing',
  ],
  ['endReasons', 'ends tomorrow', plan(), [measure({ endedOn: date('2026-12-02') })], 'notRelevant nothingEnded'],
  ['endReasons', 'the plan has ended', plan({ status: 'ended' }), [], 'met reasons'],
  ['followUp', 'no plan', null, [], 'missing noPlan'],
  ['followUp', 'none', plan({ followUps: [] }), [], 'missing noFollowUp'],
  ['followUp', 'only one that is held', plan({ followUps: [followUpOn('2026-11-08', 'done')] }), [], 'missing noFollowUp'],
  ['followUp', 'today', plan({ followUps: [followUpOn('2026-12-01')] }), [], 'met followUp'],
  ['followUp', 'yesterday', plan({ followUps: [followUpOn('2026-11-30')] }), [], 'met followUpOverdue'],
  ['followUp', 'the plan has ended', plan({ status: 'ended', followUps: [] }), [], 'notRelevant ended'],
  [
    'followUp',
    'it was followed up and ended',
    plan({ status: 'ended', followUps: [followUpOn('2026-11-08', 'done')] }),
    [],
    'met followUp',
  ],
]

describe('each point', () => {
  it.each(table)('%s: %s', (point, _case, of, measures, expected) => {
    const answer = pointsOf(of, measures, today).find((one) => one.point === point)
    expect(`${answer?.state} ${answer?.hint}`).toBe(expected)
  })

  it('the table has every point met or not relevant, and missing', () => {
    for (const point of planPoints) {
      const said = table.filter(([of]) => of === point).map(([, , , , expected]) => expected.split(' ')[0])
      expect(said).toContain('missing')
      expect(said.some((state) => state !== 'missing')).toBe(true)
    }
  })
})

describe('together', () => {
  it('a whole plan meets all seven, no plan none but the reasons', () => {
    expect(pointsMet(pointsOf(plan(), [], today))).toBe(7)
    expect(pointsMet(pointsOf(null, [], today))).toBe(1)
  })

  it('are seven in their order, and another step never makes one missing', () => {
    const steps = fc.array(fc.constantFrom('youth' as const, 'municipality' as const, 'other' as const).map((column) => aStep({ column })))
    fc.assert(
      fc.property(steps, fc.constantFrom('youth' as const, 'municipality' as const, 'other' as const), (some, column) => {
        const before = pointsOf(plan({ steps: some }), [], today)
        const after = pointsOf(plan({ steps: [...some, aStep({ column })] }), [], today)
        expect(after.map(({ point }) => point)).toEqual(planPoints)
        expect(pointsMet(after)).toBeGreaterThanOrEqual(pointsMet(before))
      }),
    )
  })
})
