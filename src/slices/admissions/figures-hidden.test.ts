/** Hidden numbers of the radar's figures, and that nobody can work them out: an attacker of its own tries every line that could be the true one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shownOutcome, type OutcomeColumn } from './figures-hidden.ts'
import type { Outcome } from './figures.rules.ts'

type Line = Readonly<Record<OutcomeColumn, number>>

const columns = ['youths', 'invited', 'guided', 'changedChoice', 'placed', 'placedAfterGuidance', 'left', 'without'] as const

/** What one may work out of a line: its numbers, and what is left of one when a part of it is taken away. None is below zero. */
const told = (line: Line): readonly number[] => [
  ...columns.map((column) => line[column]),
  line.youths - line.invited,
  line.invited - line.guided,
  line.guided - line.changedChoice,
  line.placed - line.placedAfterGuidance,
  line.guided - line.placedAfterGuidance,
  line.youths - line.guided,
  line.youths - line.placed - line.guided + line.placedAfterGuidance,
]
const canBe = (line: Line): boolean => line.youths === line.placed + line.left + line.without && told(line).every((number) => number >= 0)

/** Every line that looks the same, as far as one step from the truth in each hidden number. */
function lookalikes(line: Line, isHidden: (column: OutcomeColumn) => boolean): Line[] {
  let all: Line[] = [line]
  for (const column of columns.filter(isHidden)) {
    all = all.flatMap((one) => [-1, 0, 1].map((step) => ({ ...one, [column]: one[column] + step })))
  }
  return all.filter(canBe)
}

const shownOf = (line: Line, below = 5) => shownOutcome({ round: 'first', state: 'notAdmitted', ...line } satisfies Outcome, below).shown
const few = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(9))

/** Anybody's fate and how far they were guided, counted. */
const someLine: fc.Arbitrary<Line> = fc
  .array(fc.tuple(few, few, few, few), { minLength: 3, maxLength: 3 })
  .map((fates) => {
    const of = (fate: number, from: number): number => (fates[fate] ?? []).slice(from).reduce((sum, n) => sum + n, 0)
    const all = (from: number): number => of(0, from) + of(1, from) + of(2, from)
    const fate = { placed: of(0, 0), left: of(1, 0), without: of(2, 0), placedAfterGuidance: of(0, 2) }
    return { youths: all(0), invited: all(1), guided: all(2), changedChoice: all(3), ...fate }
  })
  .filter(({ youths }) => youths > 0)

describe('what became of those not admitted', () => {
  it('does not tell that one is without a place by how many were placed after guidance', () => {
    const line = { youths: 6, invited: 5, guided: 5, changedChoice: 0, placed: 5, placedAfterGuidance: 5, left: 0, without: 1 }
    const shown = shownOf(line)
    expect(shown.without).toBe(null)
    const most = (of: readonly number[]): number => Math.max(...of)
    expect(most(lookalikes(line, (column) => shown[column] === null).map(({ without }) => without))).toBeGreaterThan(1)
  })

  it('does not tell a small rest: all but one were invited', () => {
    const line = { youths: 20, invited: 19, guided: 10, changedChoice: 5, placed: 10, placedAfterGuidance: 5, left: 5, without: 5 }
    const { youths, invited } = shownOf(line)
    expect([youths, invited]).toContain(null)
    expect(shownOf({ ...line, invited: 15 })).toEqual({ ...line, invited: 15 })
    expect(shownOf(line, 1)).toEqual(line)
  })

  it('tells no hidden number and no small rest, whatever the numbers are', () => {
    fc.assert(
      fc.property(someLine, (line) => {
        const shown = shownOf(line)
        const could = lookalikes(line, (column) => shown[column] === null).map(told)
        told(line).forEach((number, index) => {
          const column = columns[index]
          const isHidden = column !== undefined && shown[column] === null
          if (column !== undefined && !isHidden) expect(shown[column]).toBe(line[column])
          if (isHidden || (number > 0 && number < 5)) expect(new Set(could.map((one) => one[index])).size).toBeGreaterThan(1)
        })
      }),
      { numRuns: 300 },
    )
  })
})
