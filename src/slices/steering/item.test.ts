/** Development items: forward step by step, and never past a decision that was not made. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlainDate } from '../../platform/plain-date.ts'
import { asOf, decidedIn, inMeetingOrder, isClosed, isLate, nextSteps, stateOf, stepProblems } from './item.rules.ts'
import { stepKinds, type Item, type Step, type StepKind } from './steering.types.ts'

const on = (text: string) => text as PlainDate
const aStep = (kind: StepKind, given: Partial<Step> = {}): Step => ({
  nth: 1,
  kind,
  onDay: on('2026-05-10'),
  said: 'Därför att',
  dueOn: null,
  byName: 'Amina',
  ...given,
})
const anItem = (steps: readonly Step[] = [], given: Partial<Item> = {}): Item => ({
  itemId: 'x',
  title: 'Fler nås inte på telefon',
  why: 'Siffrorna visar det',
  board: '',
  reportId: null,
  number: null,
  raisedOn: on('2026-05-01'),
  raisedName: 'Leila',
  steps,
  ...given,
})
const today = on('2026-06-01')

describe('a step', () => {
  it.each<[readonly StepKind[], StepKind, boolean]>([
    [[], 'forum', true],
    [[], 'steeringGroup', true],
    [[], 'approved', false],
    [[], 'settled', false],
    [['forum'], 'settled', true],
    [['forum'], 'approved', false],
    [['forum', 'steeringGroup'], 'approved', true],
    [['forum', 'steeringGroup'], 'settled', false],
    [['steeringGroup', 'postponed'], 'forum', true],
    [['steeringGroup', 'postponed'], 'approved', false],
    [['steeringGroup', 'approved'], 'done', true],
    [['steeringGroup', 'rejected'], 'steeringGroup', false],
    [['steeringGroup', 'approved', 'done'], 'forum', false],
  ])('after %j comes %s: %s', (before, kind, may) => {
    const item = anItem(before.map((one) => aStep(one)))
    expect(stepProblems(aStep(kind), item, today).length === 0).toBe(may)
  })

  it.each<[Partial<Step> & { readonly kind: StepKind }, string[]]>([
    [{ kind: 'approved', dueOn: on('2026-05-10') }, []],
    [{ kind: 'approved', dueOn: on('2026-05-09') }, ['due-first']],
    [{ kind: 'rejected', dueOn: on('2026-09-01') }, ['not-due']],
    [{ kind: 'rejected', said: '' }, ['say-why']],
    [{ kind: 'approved', onDay: on('2026-06-02') }, ['in-future']],
    [{ kind: 'approved', onDay: on('2026-05-09') }, ['before-last']],
  ])('%j', (given, problems) => {
    const item = anItem([aStep('steeringGroup')])
    expect(stepProblems(aStep(given.kind, given), item, today).map(({ problem }) => problem)).toEqual(problems)
  })

  it('is never before the item was raised', () => {
    expect(stepProblems(aStep('forum', { onDay: on('2026-04-30') }), anItem(), today)).toEqual([{ field: 'onDay', problem: 'before-last' }])
  })

  it('that is a decision of the steering group always comes after the group had it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...stepKinds), { maxLength: 12 }), (wanted) => {
        let item = anItem()
        for (const kind of wanted) if (nextSteps(stateOf(item)).includes(kind)) item = anItem([...item.steps, aStep(kind)])
        const kinds = item.steps.map(({ kind }) => kind)
        for (const [index, kind] of kinds.entries()) {
          if (['approved', 'rejected', 'postponed'].includes(kind)) expect(kinds[index - 1]).toBe('steeringGroup')
        }
        expect(kinds.filter((kind) => ['rejected', 'settled', 'done'].includes(kind)).length).toBeLessThanOrEqual(1)
        expect(kinds.slice(0, -1).some((kind) => isClosed(kind))).toBe(false)
      }),
    )
  })
})

describe('the list', () => {
  const approved = anItem([aStep('steeringGroup'), aStep('approved', { dueOn: on('2026-05-31') })], { itemId: 'late' })
  it('has what is late first and what is closed last', () => {
    expect([isLate(approved, on('2026-05-31')), isLate(approved, today)]).toEqual([false, true])
    const closed = anItem([aStep('forum'), aStep('settled')], { itemId: 'closed', raisedOn: on('2020-01-01') })
    const open = anItem([], { itemId: 'open', raisedOn: on('2026-02-01') })
    expect(inMeetingOrder([closed, open, approved], today).map(({ itemId }) => itemId)).toEqual(['late', 'open', 'closed'])
  })
  it('of decisions is of the days that are asked for, the last not among them', () => {
    const days = (fromOn: string, untilOn: string) => decidedIn([approved], on(fromOn), on(untilOn)).length
    expect([days('2026-05-10', '2026-05-11'), days('2026-05-01', '2026-05-10'), days('2026-05-11', '2027-01-01')]).toEqual([1, 0, 0])
  })
  it('as it stood at a year’s end knows nothing of the next', () => {
    const later = anItem([aStep('forum'), aStep('steeringGroup', { onDay: on('2027-01-01') })])
    expect(asOf([later, anItem([], { raisedOn: on('2027-01-01') })], on('2027-01-01')).map(stateOf)).toEqual(['forum'])
  })
})
