/** What is shown of answers: from a least number, and never so that a smaller group can be worked out, not as a rest and not over time. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../test/support/places.ts'
import { dayOf, weekdayOf } from '../../platform/plain-date.ts'
import { codeLastsUntil } from './hand.rules.ts'
import { afterMeeting } from './shipped-meeting.ts'
import type { Tally } from './survey.types.ts'
import { curvesOf, percentsOf, quarterAfter, quarterName, quarterOf, shownOf, trendsOf } from './trend.rules.ts'

describe('a quarter', () => {
  it.each([
    ['2026-01-01', '2026-01-01', '2026-04-01', '2026 kv 1'],
    ['2026-03-31', '2026-01-01', '2026-04-01', '2026 kv 1'],
    ['2026-04-01', '2026-04-01', '2026-07-01', '2026 kv 2'],
    ['2026-11-26', '2026-10-01', '2027-01-01', '2026 kv 4'],
    ['2028-02-29', '2028-01-01', '2028-04-01', '2028 kv 1'],
  ])('of %s begins %s, is followed by %s, and is called %s', (day, first, next, name) => {
    const quarter = quarterOf(dayOf(date(day)))
    expect([quarter, quarterAfter(quarter), quarterName(quarter, 'kv ')]).toEqual([first, next, name])
  })
})

describe('a code', () => {
  it.each([
    ['2026-11-23', 6, '2026-11-29'],
    ['2026-11-23', 7, '2026-12-06'],
    ['2026-11-29', 0, '2026-11-29'],
    ['2026-12-28', 30, '2027-01-31'],
  ])('given on %s for %i days lasts until %s', (today, days, until) => {
    expect(codeLastsUntil(dayOf(date(today)), days)).toBe(until)
  })
  it('lasts its days and less than a week more, to a Sunday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 18_000, max: 30_000 }), fc.integer({ min: 1, max: 120 }), (today, days) => {
        const until = dayOf(codeLastsUntil(today as never, days))
        expect(weekdayOf(until)).toBe(7)
        expect(until - today - days).toBeGreaterThanOrEqual(0)
        expect(until - today - days).toBeLessThan(7)
      }),
    )
  })
})

const counts = (...answers: number[]): Map<number, number> => new Map(answers.map((n, unit) => [unit, n]))

describe('what is shown', () => {
  it.each([
    ['nothing below the minimum', [9], 10, false, []],
    ['the whole from the minimum', [10], 10, true, [0]],
    ['all units when each reaches it', [10, 11, 40], 10, true, [0, 1, 2]],
    ['the whole alone when the two units are small', [6, 6], 10, true, []],
    ['not the unit that would give the other away', [30, 4], 10, true, []],
    ['not the smallest shown unit, beside one that is small', [30, 12, 4], 10, true, [0]],
    ['units whose rest reaches the minimum', [30, 6, 5], 10, true, [0]],
    ['units beside those without answers', [30, 12, 0], 10, true, [0, 1]],
    ['nothing of nothing', [0, 0], 5, false, []],
  ])('is %s', (_, answers, minimum, isAllShown, units) => {
    const shown = shownOf(counts(...answers), minimum)
    expect([shown.isAllShown, [...shown.units].toSorted((a, b) => a - b)]).toEqual([isAllShown, units])
  })

  it('is no less when fewer answers are needed: a setting that is lowered and raised again tells nothing more', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 6 }), fc.integer({ min: 5, max: 20 }), fc.nat(20), (answers, low, more) => {
        const [many, few] = [shownOf(counts(...answers), low), shownOf(counts(...answers), low + more)]
        expect([...few.units].every((unit) => many.units.has(unit))).toBe(true)
        expect(!few.isAllShown || many.isAllShown).toBe(true)
      }),
    )
  })
})

type Vector = readonly number[]

/** The rows with those before them taken away (Gauss): what is left is independent. */
function reduced(rows: readonly Vector[]): number[][] {
  const basis: number[][] = []
  for (const row of rows) {
    const left = remainderOf(row, basis)
    const pivot = left.findIndex((value) => Math.abs(value) > 1e-9)
    if (pivot >= 0) basis.push(left.map((value) => value / (left[pivot] ?? 1)))
  }
  return basis
}

function remainderOf(row: Vector, basis: readonly Vector[]): number[] {
  let left = [...row]
  for (const one of basis) {
    const pivot = one.findIndex((value) => Math.abs(value) > 1e-9)
    const times = left[pivot] ?? 0
    left = left.map((value, index) => value - times * (one[index] ?? 0))
  }
  return left
}

const isKnown = (group: Vector, basis: readonly Vector[]): boolean => remainderOf(group, basis).every((value) => Math.abs(value) < 1e-9)

/** Every group of the units and quarters, as zeros and ones. */
const groupsOf = (size: number): Vector[] =>
  Array.from({ length: 2 ** size }, (_, bits) => Array.from({ length: size }, (__, at) => Math.floor(bits / 2 ** at) % 2))

describe('a group smaller than the minimum', () => {
  it('cannot be worked out from anything that is shown, of units and quarters added and taken away in any way', () => {
    const few = fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 40 }))
    const table = fc.array(fc.array(few, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    fc.assert(
      fc.property(table, fc.integer({ min: 5, max: 12 }), (quarters, minimum) => {
        const [units, size] = [3, quarters.length * 3]
        const flat = quarters.flat()
        const known = quarters.flatMap((answers, q) => {
          const shown = shownOf(counts(...answers), minimum)
          const cellsOf = (has: (unit: number) => boolean): Vector =>
            Array.from({ length: size }, (_, at) => (Math.floor(at / units) === q && has(at % units) ? 1 : 0))
          return [...(shown.isAllShown ? [cellsOf(() => true)] : []), ...[...shown.units].map((unit) => cellsOf((one) => one === unit))]
        })
        const basis = reduced(known)
        for (const group of groupsOf(size)) {
          const answered = group.reduce((sum, has, at) => sum + has * (flat[at] ?? 0), 0)
          expect(answered === 0 || answered >= minimum || !isKnown(group, basis)).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

const tally = (quarter: string, unitId: number, option: number, n: number, question = 'helped'): Tally => ({
  ...{ quarter: date(quarter), unitId, option, n, question },
})

describe('shares', () => {
  it('make a hundred together, and none is a whole per cent from what it is', () => {
    const some = fc.array(fc.nat(60), { minLength: 2, maxLength: 7 }).filter((chosen) => chosen.some((n) => n > 0))
    fc.assert(
      fc.property(some, (chosen) => {
        const answers = chosen.reduce((sum, n) => sum + n, 0)
        const percents = percentsOf({ answers, chosen })
        expect(percents.reduce((sum, percent) => sum + percent, 0)).toBe(100)
        for (const [option, n] of chosen.entries()) expect(Math.abs((percents[option] ?? 0) - (100 * n) / answers)).toBeLessThan(1)
      }),
    )
  })
})

describe('trends', () => {
  const today = dayOf(date('2026-11-26'))
  const tallies = [tally('2026-01-01', 1, 0, 8), tally('2026-01-01', 1, 1, 4), tally('2026-07-01', 1, 0, 3), tally('2026-10-01', 1, 0, 90)]

  it('have a point for each quarter that is over, with gaps, and none for the one under way', () => {
    const [trend] = trendsOf([afterMeeting], tallies, { unitId: null, minimum: 10, today })
    expect(trend?.question.key).toBe('helped')
    expect(trend?.points).toEqual([
      { quarter: '2026-01-01', of: { answers: 12, chosen: [8, 4] } },
      { quarter: '2026-04-01', of: null },
      { quarter: '2026-07-01', of: null },
    ])
    expect(percentsOf({ answers: 12, chosen: [8, 4] })).toEqual([67, 33])
  })
  it('of a unit are hidden where the rest would be too small', () => {
    const both = [...tallies, tally('2026-01-01', 2, 1, 3)]
    const ofUnit = (unitId: number | null) =>
      trendsOf([afterMeeting], both, { unitId, minimum: 10, today })[0]?.points[0]?.of?.answers ?? null
    expect([ofUnit(null), ofUnit(1), ofUnit(2), ofUnit(3)]).toEqual([15, null, null, null])
  })
  it('go on over versions that ask the same, and end with a question that is not asked any more', () => {
    const older = { ...afterMeeting, questions: [{ key: 'past', kind: 'yesNo', text: { sv: 'Förr?' } }] } as const
    const past = [...tallies, tally('2026-01-01', 1, 0, 20, 'past')]
    const found = trendsOf([afterMeeting, older], past, { unitId: null, minimum: 10, today })
    expect(found.map(({ question }) => question.key)).toEqual(['helped', 'past'])
    expect(trendsOf([afterMeeting], [], { unitId: null, minimum: 10, today })).toEqual([])
  })
  it('are drawn as the good steps of a scale, a yes, or each choice', () => {
    expect(afterMeeting.questions.map(curvesOf)).toEqual([[[3, 4]], [[0]]])
    expect(curvesOf({ key: 'a', kind: 'choice', text: { sv: 'A?' }, options: [{ sv: 'B' }, { sv: 'C' }] })).toEqual([[0], [1]])
  })
})
