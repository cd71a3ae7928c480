/** The ladder against somebody with a notebook and a calendar: a slower way, written on its own, must come to the same answer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { someFacts, someSettings } from './histories.testbed.ts'
import { standingOf } from './ladder.rules.ts'
import { shown } from './ladder.testbed.ts'
import type { LadderFacts } from './ladder.types.ts'
import { slowly } from './leaves.testbed.ts'
import { shippedLadder, type LadderSettings } from './settings.rules.ts'

function quickly(facts: LadderFacts, settings: LadderSettings): string {
  const { step, waitsFor } = standingOf(facts, settings)
  return `${shown(step)} ${waitsFor}`
}

test('the next step is the same for somebody who turns the leaves of the calendar, with the shipped settings', () => {
  fc.assert(
    fc.property(someFacts, (facts) => {
      expect(quickly(facts, shippedLadder)).toBe(slowly(facts, shippedLadder))
    }),
    { numRuns: 10_000 },
  )
})

test('and with any settings', () => {
  fc.assert(
    fc.property(someFacts, someSettings, (facts, settings) => {
      expect(quickly(facts, settings)).toBe(slowly(facts, settings))
    }),
    { numRuns: 10_000 },
  )
})
