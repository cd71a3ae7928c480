/** Where a measure stands on each day, and what may begin and end when: as tables with their edge days, and as properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  daysProblems,
  endProblem,
  isOverdue,
  neverBegan,
  newProblems,
  overlap,
  saidEndProblem,
  stateOf,
  takes,
  type KnownOfDays,
} from './measure.rules.ts'
import type { EndProblem, Item, Measure, MeasureProblem, MeasureState, Reason } from './measures.types.ts'
import { around, date, had, item, measure, today } from './rules.testbed.ts'

const struck = { at: '', by: '', why: '' }

describe('where it stands', () => {
  it.each<[Partial<Measure>, string, MeasureState]>([
    [{}, '2026-11-09', 'planned'],
    [{}, '2026-11-10', 'ongoing'],
    [{ endedOn: date('2026-11-15') }, '2026-11-14', 'ongoing'],
    [{ endedOn: date('2026-11-15') }, '2026-11-15', 'ended'],
    // Never began: not even planned.
    [{ endedOn: date('2026-11-10') }, '2026-11-01', 'ended'],
    // A planned end that passes ends nothing.
    [{ plannedUntilOn: date('2026-11-12') }, '2026-11-20', 'ongoing'],
    [{ placement: 'waiting' }, '2026-11-20', 'waiting'],
    [{ placement: 'refused' }, '2026-11-20', 'refused'],
    [{ placement: 'approved' }, '2026-11-20', 'ongoing'],
    [{ struck, endedOn: date('2026-11-15') }, '2026-11-20', 'struck'],
  ])('%j on %s: %s', (given, on, state) => {
    expect(stateOf({ ...measure, ...given }, date(on))).toBe(state)
  })

  it.each([
    ['2026-11-19', false],
    ['2026-11-20', true],
    ['2026-11-21', true],
  ])('planned until 20 November, on %s overdue: %s', (on, overdue) => {
    expect(isOverdue({ ...measure, plannedUntilOn: today }, date(on))).toBe(overdue)
    expect(isOverdue({ ...measure, plannedUntilOn: today, endedOn: date('2026-11-19') }, date(on))).toBe(false)
  })

  it('goes one way as days pass: planned, ongoing, ended', () => {
    const order: readonly MeasureState[] = ['planned', 'ongoing', 'ended']
    fc.assert(
      fc.property(
        fc.integer({ min: -30, max: 30 }),
        fc.option(fc.integer({ min: 0, max: 30 })),
        fc.integer({ min: -60, max: 60 }),
        (from, length, on) => {
          const one = { ...measure, fromOn: around(from), endedOn: length === null ? null : around(from + length) }
          const [here, next] = [stateOf(one, around(on)), stateOf(one, around(on + 1))]
          expect(order.indexOf(next)).toBeGreaterThanOrEqual(order.indexOf(here))
        },
      ),
    )
  })
})

describe('new days', () => {
  const known: KnownOfDays = {
    followed: [{ fromOn: date('2026-10-01'), untilOn: date('2026-12-01') }],
    others: [],
    recordedOn: today,
    today,
  }
  const other: Measure = { ...measure, isExclusive: true, fromOn: date('2026-11-10'), plannedUntilOn: date('2026-11-25') }
  const days = (fromOn: string, until: string | null = null) => ({
    fromOn: date(fromOn),
    plannedUntilOn: until === null ? null : date(until),
    endedOn: null,
  })

  it.each<[string, string | null, Partial<Item>, readonly MeasureProblem[]]>([
    ['2026-10-01', null, {}, []],
    ['2026-09-30', null, {}, ['outside-period']],
    ['2026-11-30', null, {}, []],
    ['2026-12-01', null, {}, ['outside-period']],
    ['2026-11-01', null, { fromOn: date('2026-11-01') }, []],
    ['2026-11-01', null, { fromOn: date('2026-11-02') }, ['item-not-valid']],
    ['2026-11-01', null, { untilOn: date('2026-11-01') }, ['item-not-valid']],
    ['2026-11-01', null, { untilOn: date('2026-11-02') }, []],
    ['2026-11-10', '2026-11-10', {}, []],
    ['2026-11-10', '2026-11-09', {}, ['end-before-start']],
    ['2026-11-10', '2029-11-10', {}, []],
    ['2026-11-10', '2029-11-11', {}, ['end-too-far']],
    ['2027-11-21', null, {}, ['outside-period']],
    ['2027-11-22', null, {}, ['start-too-far']],
    ['2026-10-01', '2026-11-10', { isExclusive: true }, []],
    ['2026-10-01', '2026-11-11', { isExclusive: true }, ['overlaps']],
    ['2026-10-01', null, { isExclusive: true }, ['overlaps']],
    ['2026-11-24', null, { isExclusive: true }, ['overlaps']],
    ['2026-11-25', null, { isExclusive: true }, []],
    ['2026-11-24', null, { isExclusive: false }, []],
  ])('from %s until %s, item %j: %j', (from, until, given, problems) => {
    expect(daysProblems(days(from, until), { ...item, ...given }, { ...known, others: [other] })).toEqual(problems)
  })

  it.each<[Partial<Measure>, boolean]>([
    [{}, true],
    [{ struck }, false],
    [{ placement: 'waiting' }, false],
    [{ placement: 'refused' }, false],
    [{ isExclusive: false }, false],
    [{ endedOn: date('2026-11-20') }, false],
    [{ endedOn: date('2026-11-21') }, true],
    // The planned end has passed and nobody has ended it: today is taken still.
    [{ plannedUntilOn: date('2026-11-15') }, true],
  ])('beside %j a start today overlaps: %s', (given, overlaps) => {
    const problems = daysProblems(
      days('2026-11-20', '2026-11-30'),
      { ...item, isExclusive: true },
      { ...known, others: [{ ...other, ...given }] },
    )
    expect(problems).toEqual(overlaps ? ['overlaps'] : [])
  })

  it('an overdue measure leaves tomorrow free', () => {
    const late = { ...other, plannedUntilOn: date('2026-11-15') }
    expect(takes(late, today).untilOn).toBe('2026-11-21')
    expect(daysProblems(days('2026-11-21'), { ...item, isExclusive: true }, { ...known, others: [late] })).toEqual([])
  })

  it('an item that is not there and a note over the limit are both said', () => {
    expect(newProblems({ ...days('2026-11-01'), note: 'x'.repeat(501) }, null, known)).toEqual(['unknown-item', 'note-too-long'])
    expect(newProblems({ ...days('2026-11-01'), note: 'x'.repeat(500) }, item, known)).toEqual([])
  })

  it('overlap is having a day in common, whichever comes first', () => {
    const span = fc.tuple(fc.integer({ min: -20, max: 20 }), fc.option(fc.integer({ min: 0, max: 20 })))
    const holds = ([from, length]: readonly [number, number | null], day: number) => day >= from && (length === null || day < from + length)
    const spanOf = ([from, length]: readonly [number, number | null]) => ({
      fromOn: around(from),
      untilOn: length === null ? null : around(from + length),
    })
    fc.assert(
      fc.property(span, span, (one, two) => {
        const common = Array.from({ length: 100 }, (_, index) => index - 30).some((day) => holds(one, day) && holds(two, day))
        expect(overlap(spanOf(one), spanOf(two))).toBe(common)
        expect(overlap(spanOf(two), spanOf(one))).toBe(common)
      }),
    )
  })
})

describe('an end', () => {
  const completed: Reason = { key: 'completed', name: item.name, uses: ['end'] }
  const never: Reason = { ...completed, key: 'neverBegan' }
  it.each<[string, Partial<Measure>, Reason | undefined, EndProblem | null]>([
    ['2026-11-10', {}, completed, null],
    ['2026-11-09', {}, completed, 'end-before-start'],
    ['2026-11-20', {}, completed, null],
    ['2026-11-21', {}, completed, 'end-ahead'],
    ['2026-12-01', { fromOn: date('2026-12-01') }, completed, 'only-never-began'],
    ['2026-12-01', { fromOn: date('2026-12-01') }, never, null],
    ['2026-11-20', { fromOn: today }, completed, null],
    ['2026-12-02', { fromOn: date('2026-12-01') }, never, 'end-ahead'],
    ['2026-11-15', {}, undefined, 'unknown-reason'],
    ['2026-11-15', {}, { ...completed, uses: ['decline'] }, 'unknown-reason'],
    ['2026-11-15', { placement: 'waiting' }, completed, 'not-standing'],
    ['2026-11-15', { struck }, completed, 'not-standing'],
    ['2026-11-15', { endedOn: date('2026-11-12') }, completed, 'ended-already'],
    ['2026-11-15', { stages: [had('preparation', 1, '2026-11-16')] }, completed, 'end-before-stage'],
    ['2026-11-16', { stages: [had('preparation', 1, '2026-11-16')] }, completed, null],
    ['2026-11-15', { stages: [had('preparation', 1, '2026-11-11', '2026-11-16')] }, completed, 'end-before-stage'],
  ])('on %s of %j: %s', (on, given, reason, problem) => {
    expect(endProblem({ ...measure, ...given }, { endedOn: date(on), reason }, today)).toBe(problem)
  })

  // Said on 9 November of what was to begin on the tenth; corrected on the twentieth.
  const calledOff = { ...measure, endedOn: measure.fromOn, endReason: 'neverBegan', endSaidOn: date('2026-11-09') }
  it.each<[string, Partial<Measure>, Reason, EndProblem | null]>([
    ['2026-11-10', {}, completed, 'only-never-began'],
    ['2026-11-10', {}, never, null],
    ['2026-11-11', {}, completed, null],
    ['2026-11-10', { endSaidOn: date('2026-11-10') }, completed, null],
  ])('of what was called off, corrected to %s of %j for the reason %j: %s', (on, given, reason, problem) => {
    expect(saidEndProblem({ ...calledOff, ...given }, { endedOn: date(on), reason }, today)).toBe(problem)
  })

  it.each<[Partial<Measure>, boolean]>([
    [{}, true],
    [{ endReason: 'work' }, true],
    [{ endSaidOn: date('2026-11-10') }, true],
    [{ endReason: 'work', endSaidOn: date('2026-11-10') }, false],
    [{ endedOn: date('2026-11-11'), endSaidOn: date('2026-11-11') }, false],
    [{ endedOn: null, endReason: null, endSaidOn: null }, false],
  ])('%j: it never began: %s', (given, isSo) => {
    expect(neverBegan({ ...calledOff, ...given })).toBe(isSo)
  })
})
