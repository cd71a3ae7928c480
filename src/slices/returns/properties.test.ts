/**
 * What must hold of any youth and any half-year: over all half-years each exit, contact and measure is told once, and nothing is told of days that no
 * period holds. A naive recount, day by day, must come to the same numbers.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays, type Day, type PlainDate } from '../../platform/plain-date.ts'
import { buildReturn } from './build.rules.ts'
import { brokenControls } from './controls.rules.ts'
import { aContact, aMeasure, anAttempt, aPeriod, aProfile, aStatement, aYouth, date, half, someFacts } from './returns.testbed.ts'
import type { Block, ReturnPeriod, ReturnRecord, ReturnYouth } from './returns.types.ts'

const halves = ['2025H1', '2025H2', '2026H1', '2026H2', '2027H1']
const first = dayOf(date('2025-01-01'))
const last = dayOf(date('2027-06-30'))

/** Days gather at the edges of the half-years, so that they meet. */
const edges = ['2025-06-30', '2025-07-01', '2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01', '2026-12-31'].map((on) =>
  dayOf(date(on)),
)
const someDay = fc.oneof(
  fc.tuple(fc.constantFrom(...edges), fc.integer({ min: -2, max: 2 })).map(([day, offset]) => (day + offset) as Day),
  fc.integer({ min: first, max: last }).map((day) => day as Day),
)
const aLength = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 400 }))

/** Periods that never overlap or touch, the last one perhaps open. */
const somePeriods: fc.Arbitrary<ReturnPeriod[]> = fc
  .tuple(someDay, fc.array(fc.tuple(aLength, aLength), { minLength: 1, maxLength: 3 }), fc.boolean())
  .map(([start, spans, isOpen]) => {
    let from = start
    return spans.map(([length, pause], index) => {
      const until = plusDays(from, length)
      const period = aPeriod(dateOf(from), isOpen && index === spans.length - 1 ? null : dateOf(until))
      from = plusDays(until, pause)
      return period
    })
  })

const someContacts = fc
  .array(fc.tuple(someDay, fc.boolean()), { maxLength: 6 })
  .map((days) =>
    days.map(([day, isReached], index) =>
      isReached ? aContact(dateOf(day), `c${index}`) : { ...anAttempt(dateOf(day)), contactId: `c${index}` },
    ),
  )
const someMeasures = fc
  .array(fc.tuple(someDay, fc.option(fc.nat(300)), fc.boolean()), { maxLength: 4 })
  .map((all) =>
    all.map(([from, length, counts], index) =>
      aMeasure(dateOf(from), length === null ? null : dateOf(plusDays(from, length)), { measureId: `m${index}`, counts }),
    ),
  )
const someYouth: fc.Arbitrary<ReturnYouth> = fc
  .record({ periods: somePeriods, contacts: someContacts, measures: someMeasures })
  .map((given) => aYouth({ ...given, statements: [aStatement('2024-01-01')] }))

const recordsIn = (youth: ReturnYouth, key: string): readonly ReturnRecord[] =>
  buildReturn(someFacts([youth], key), { ...aProfile(), half: key }).records
const allOf = (youth: ReturnYouth, block: Block): readonly ReturnRecord[] =>
  halves.flatMap((key) => recordsIn(youth, key)).filter((record) => record.block === block)

const isCovered = ({ periods }: ReturnYouth, on: PlainDate): boolean =>
  periods.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))
/** The same things, each once, in any order. */
function expectSame(told: readonly (string | null)[], expected: readonly string[]): void {
  expect(told).toHaveLength(expected.length)
  expect(new Set(told)).toEqual(new Set(expected))
}
const isSeen = (on: PlainDate): boolean => date('2025-01-01') <= on && on <= date('2027-06-30')

describe('any youth', () => {
  it('has each exit told once, in the half-year that its day lies in', () => {
    fc.assert(
      fc.property(someYouth, (youth) => {
        const told = allOf(youth, 'exit').map(({ on }) => on)
        expect(told).toEqual(youth.periods.flatMap(({ untilOn }) => (untilOn !== null && isSeen(untilOn) ? [untilOn] : [])))
      }),
    )
  })

  it('has each contact of a covered day told once, and no other', () => {
    fc.assert(
      fc.property(someYouth, (youth) => {
        const expected = youth.contacts.filter(({ on, reached }) => reached && isSeen(on) && isCovered(youth, on))
        expectSame(
          allOf(youth, 'contact').map(({ refId }) => refId),
          expected.map(({ contactId }) => contactId),
        )
      }),
    )
  })

  it('has each measure that began on a covered day told once as begun, and at most once as ended', () => {
    fc.assert(
      fc.property(someYouth, (youth) => {
        const real = youth.measures.filter(({ counts, fromOn, endedOn }) => counts && endedOn !== fromOn && isCovered(youth, fromOn))
        const begun = real.filter(({ fromOn }) => isSeen(fromOn))
        expectSame(
          allOf(youth, 'measureBegun').map(({ refId }) => refId),
          begun.map(({ measureId }) => measureId),
        )
        const ended = allOf(youth, 'measureEnded').map(({ refId }) => refId)
        expect(new Set(ended).size).toBe(ended.length)
        for (const refId of ended) expect(real.map(({ measureId }) => measureId)).toContain(refId)
      }),
    )
  })

  it('has an end that is not told named by a control, or dated outside the half-years that the youth is in', () => {
    fc.assert(
      fc.property(someYouth, fc.constantFrom(...halves), (youth, key) => {
        const facts = someFacts([youth], key)
        const told = new Set(recordsIn(youth, key).map(({ block, refId }) => `${block} ${refId}`))
        if (told.size === 0) return
        const named = new Set(brokenControls(facts, aProfile()).map(({ refId }) => refId))
        for (const { measureId, counts, fromOn, endedOn } of youth.measures) {
          const isDue = counts && endedOn !== null && endedOn > fromOn && half(key).fromOn <= endedOn && endedOn < half(key).untilOn
          if (isDue && isCovered(youth, fromOn)) expect(told.has(`measureEnded ${measureId}`) || named.has(measureId)).toBe(true)
        }
      }),
    )
  })

  it('is in the file of a half-year exactly when some day of it was covered, or an exit is dated in it', () => {
    fc.assert(
      fc.property(someYouth, fc.constantFrom(...halves), (youth, key) => {
        const { fromOn, untilOn } = half(key)
        const days = Array.from({ length: dayOf(untilOn) - dayOf(fromOn) }, (_, index) => dateOf(plusDays(dayOf(fromOn), index)))
        const isIn = days.some((on) => isCovered(youth, on) || youth.periods.some((period) => period.untilOn === on))
        expect(recordsIn(youth, key).length > 0).toBe(isIn)
      }),
      { numRuns: 50 },
    )
  })

  it('makes the same lines whatever order the youths come in, and as many as there are records', () => {
    fc.assert(
      fc.property(fc.array(someYouth, { minLength: 2, maxLength: 4 }), fc.constantFrom(...halves), (youths, key) => {
        const named = youths.map((youth, index) => ({ ...youth, personId: index, subjectId: `s${index}`, number: `20080314238${index}` }))
        const built = buildReturn(someFacts(named, key), aProfile())
        expect(buildReturn(someFacts(named.toReversed(), key), aProfile()).lines).toEqual(built.lines)
        expect(built.lines).toHaveLength(built.records.length)
        expect(built.counts.rows).toBe(Object.values(built.counts.blocks).reduce((sum, n) => sum + n, 0))
      }),
    )
  })

  it('has as many lines side by side as its fullest block', () => {
    fc.assert(
      fc.property(someYouth, fc.constantFrom(...halves), (youth, key) => {
        const facts = someFacts([youth], key)
        const { records, lines } = buildReturn(facts, aProfile({ file: { layout: 'youthRows' } }))
        const periods = [...new Set(records.map(({ periodFromOn }) => periodFromOn))]
        const fullest = periods.map((from) =>
          Math.max(
            ...(['youth', 'contact', 'measureBegun', 'measureEnded', 'exit'] as const).map(
              (block) => records.filter((one) => one.periodFromOn === from && one.block === block).length,
            ),
          ),
        )
        expect(lines).toHaveLength(fullest.reduce((sum, n) => sum + n, 0))
      }),
    )
  })
})
