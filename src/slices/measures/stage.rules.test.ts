/** Stages, rounds and items of the catalogue: as tables with their edge days, and as properties. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, type Day } from '../../platform/plain-date.ts'
import { isSame, itemProblems } from './item.rules.ts'
import { plannedEnd, plannedStages, suggestedEnd } from './measure.rules.ts'
import type { Measure, MeasureStage } from './measures.types.ts'
import { approvedDays, roundProblem } from './round.rules.ts'
import { around, composite, date, employment, had, item, measure, preparation, today } from './rules.testbed.ts'
import { interruptProblem, nextStages, reopened, stageProblem } from './stage.rules.ts'

describe('stages', () => {
  it('are planned one after the other, the first of alternatives, months by the calendar', () => {
    expect(plannedStages(composite, date('2026-11-01')).map(({ stage, fromOn, untilOn }) => [stage.key, fromOn, untilOn])).toEqual([
      ['preparation', '2026-11-01', '2026-11-08'],
      ['practice', '2026-11-08', '2026-12-20'],
      ['employment', '2026-12-20', '2027-06-20'],
    ])
    expect(suggestedEnd(composite, date('2026-11-01'))).toBe('2027-06-20')
    expect(suggestedEnd([], date('2026-11-01'))).toBeNull()
  })

  it.each([
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('%s and %i months is %s', (from, months, until) => {
    expect(plannedEnd(date(from), { months })).toBe(until)
  })

  it('a month later is later, and never in the month after the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: 36 }), (day, months) => {
        const until = dayOf(plannedEnd(dateOf(day as Day), { months }))
        expect(until - day).toBeGreaterThanOrEqual(28 * months)
        expect(until - day).toBeLessThanOrEqual(31 * months)
      }),
    )
  })

  it.each<[readonly MeasureStage[], readonly string[]]>([
    [[], ['preparation', 'matching']],
    [[had('matching', 1, '2026-11-10')], ['practice']],
    [[had('matching', 1, '2026-11-10', '2026-11-15')], ['practice']],
    [[had('matching', 1, '2026-11-10', '2026-11-15', 'interrupted')], ['preparation', 'matching']],
    [[had('practice', 2, '2026-11-10')], ['employment']],
    [[had('employment', 3, '2026-11-10')], []],
    [[had('employment', 3, '2026-11-10', '2026-11-15', 'interrupted')], ['employment']],
  ])('after %j comes %j', (stages, next) => {
    expect(nextStages({ itemStages: composite, stages }).map(({ key }) => key)).toEqual(next)
  })

  it.each<[string, string, Partial<Measure>, string | null]>([
    ['preparation', '2026-11-10', {}, null],
    ['preparation', '2026-11-09', {}, 'before-measure'],
    ['preparation', '2026-11-20', {}, null],
    ['preparation', '2026-11-21', {}, 'ahead'],
    ['practice', '2026-11-10', {}, 'unknown-stage'],
    ['preparation', '2026-11-10', { placement: 'waiting' }, 'not-ongoing'],
    ['preparation', '2026-11-10', { endedOn: date('2026-11-15') }, 'not-ongoing'],
    ['practice', '2026-11-12', { stages: [had('matching', 1, '2026-11-12')] }, null],
    ['practice', '2026-11-11', { stages: [had('matching', 1, '2026-11-12')] }, 'before-last'],
    ['preparation', '2026-11-14', { stages: [had('matching', 1, '2026-11-12', '2026-11-15', 'interrupted')] }, 'before-last'],
  ])('%s on %s of %j: %s', (key, on, given, problem) => {
    expect(stageProblem({ ...measure, ...given }, { key, fromOn: date(on) }, today)).toBe(problem)
  })

  it.each<[string, string, readonly MeasureStage[], string | null]>([
    ['moved', '2026-11-12', [had('matching', 1, '2026-11-12')], null],
    ['moved', '2026-11-11', [had('matching', 1, '2026-11-12')], 'before-stage'],
    ['moved', '2026-11-21', [had('matching', 1, '2026-11-12')], 'ahead'],
    ['noPlace', '2026-11-15', [had('matching', 1, '2026-11-12')], 'unknown-reason'],
    ['moved', '2026-11-15', [], 'no-open-stage'],
  ])('interrupted for %s on %s: %s', (reason, on, stages, problem) => {
    expect(interruptProblem({ ...measure, stages }, { reason, on: date(on) }, today)).toBe(problem)
  })
})

describe('a round', () => {
  const asked = (heldOn: string, present: readonly string[]) =>
    roundProblem({ heldOn: date(heldOn), present }, { staffId: 'me', colleagues: ['me', 'you'] }, today)
  it.each<[string, readonly string[], string | null]>([
    ['2026-11-20', ['me', 'you'], null],
    ['2026-11-21', ['me'], 'ahead'],
    ['2026-05-21', ['me'], null],
    ['2026-05-20', ['me'], 'too-long-ago'],
    ['2026-11-20', [], 'nobody-present'],
    ['2026-11-20', ['you'], 'not-present-yourself'],
    ['2026-11-20', ['me', 'her'], 'not-a-colleague'],
  ])('on %s with %j: %s', (heldOn, present, problem) => {
    expect(asked(heldOn, present)).toBe(problem)
  })

  it('an approved placement begins when decided at the earliest and lasts as long as was proposed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -60, max: 60 }),
        fc.option(fc.integer({ min: 0, max: 300 })),
        fc.integer({ min: -60, max: 0 }),
        (from, length, held) => {
          const proposed = { fromOn: around(from), plannedUntilOn: length === null ? null : around(from + length) }
          const to = approvedDays(proposed, around(held))
          expect(to.fromOn).toBe(around(Math.max(from, held)))
          expect(to.plannedUntilOn).toBe(length === null ? null : around(Math.max(from, held) + length))
        },
      ),
    )
  })
})

describe('an item of the catalogue', () => {
  it('has a name of its own, an end after its start, and steps in order', () => {
    const others = [{ ...item, key: 'practice', name: { sv: 'Praktik', en: 'Practice' } }]
    expect(itemProblems({ ...item, name: { sv: 'PRAKTIK', en: 'x' } }, others)).toEqual([{ field: 'nameSv', problem: 'same-name' }])
    expect(itemProblems({ ...item, untilOn: item.fromOn }, others)).toEqual([{ field: 'until', problem: 'end-before-start' }])
    expect(itemProblems({ ...item, stages: [preparation, employment] }, others)).toEqual([
      { field: 'stageStep1', problem: 'stages-in-order' },
    ])
    expect(itemProblems({ ...item, stages: composite }, others)).toEqual([])
  })

  it('says the same whatever order its reasons are ticked in', () => {
    const one = { ...item, stages: [{ ...preparation, reasons: ['moved', 'attendance'] }] }
    expect(isSame(one, { ...item, stages: [{ ...preparation, reasons: ['attendance', 'moved'] }] })).toBe(true)
    expect(isSame(one, { ...item, stages: [{ ...preparation, reasons: ['moved'] }] })).toBe(false)
    expect(isSame(item, { ...item, counts: false })).toBe(false)
  })
})

describe('a measure whose end is taken back', () => {
  it('has the stage under way that ended with it, and none that was done before', () => {
    const done = had('preparation', 1, '2026-11-10', '2026-11-15')
    const last = { ...had('practice', 2, '2026-11-12', '2026-11-15', 'interrupted'), reason: 'moved', endedWithMeasure: true }
    const { stages } = reopened({ ...measure, endedOn: date('2026-11-15'), stages: [done, last] })
    expect(stages).toEqual([done, had('practice', 2, '2026-11-12')])
    expect(reopened({ ...measure, stages: [done] }).stages).toEqual([done])
  })
})
