/** Coding the past anew: twice changes nothing, there and back gives the codes of the beginning, and what somebody has done since stands. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { codesOf, sameLine } from './codes.rules.ts'
import { codingEvents, freeEvents, type CodingLine, type Convention } from './coding.types.ts'
import { freeOccupations } from './convention.rules.ts'
import { countsOf, leaves, lineAfter, stepOf, writes } from './replay.rules.ts'
import type { PastCoding } from './replay.types.ts'
import { defaultConvention, shippedConventions } from './shipped.rules.ts'

const [, talks = defaultConvention, example = defaultConvention] = shippedConventions
const coding = (given: Partial<PastCoding> = {}): PastCoding => {
  const event = given.event ?? 'militaryService'
  const { occupation, measure } = codesOf(event, defaultConvention)
  return {
    codedId: 'a',
    personId: 1,
    event,
    written: { occupation, measure },
    isTakenBack: false,
    isSaidSince: false,
    isMeasureTouched: false,
    ...given,
  }
}
const one = (given: Partial<PastCoding>, convention: Convention) => stepOf(coding(given), convention)
const stepsOf = (past: readonly PastCoding[], convention: Convention) => past.map((each) => stepOf(each, convention))

describe('one coding', () => {
  test('of military service gets the other occupation', () => {
    expect(one({}, example).occupation).toEqual({ does: 'write', to: 'other' })
  })
  test('of a talk gets a measure, and loses it again', () => {
    const there = one({ event: 'singleTalk' }, talks)
    expect(there.measure).toEqual({ does: 'write', to: { item: 'singleTalk', responsible: 'municipality' } })
    expect(one({ event: 'singleTalk', written: lineAfter(there) }, defaultConvention).measure).toEqual({ does: 'write', to: null })
  })
  test('of a talk whose item was not valid that day is left as it is', () => {
    expect(stepOf(coding({ event: 'singleTalk' }), talks, () => false).measure).toEqual({ does: 'leave', why: 'item-not-valid' })
  })
  test('whose codes are the same is not touched', () => {
    expect(writes(one({ event: 'parentalLeave' }, example))).toBe(false)
  })
  test.each([
    ['something said since', { isSaidSince: true }, 'said-since'],
    ['a contact taken back', { isTakenBack: true }, 'taken-back'],
  ] as const)('with %s is left as it is', (_, given, why) => {
    expect(one(given, example).occupation).toEqual({ does: 'leave', why })
  })
  test('whose measure somebody has changed is left as it is', () => {
    const written = { occupation: null, measure: { item: 'singleTalk', responsible: 'municipality' } } as const
    const step = one({ event: 'singleTalk', written, isMeasureTouched: true }, defaultConvention)
    expect(step.measure).toEqual({ does: 'leave', why: 'measure-touched' })
    expect([writes(step), leaves(step)]).toEqual([false, true])
  })
})

test('changes are counted by what they go from and to, the most first', () => {
  const steps = stepsOf([coding({ personId: 1 }), coding({ personId: 2 }), coding({ personId: 3, event: 'workAbroad' })], example)
  expect(countsOf(steps, ({ occupation }) => occupation ?? '-')).toEqual([
    { before: 'studies', after: 'other', n: 2 },
    { before: 'work', after: 'abroad', n: 1 },
  ])
})

const anyLine: fc.Arbitrary<CodingLine> = fc.record({
  occupation: fc.option(fc.constantFrom(...freeOccupations)),
  measure: fc.option(fc.record({ item: fc.constantFrom('practice', 'singleTalk'), responsible: fc.constantFrom('youth', 'municipality') })),
})
const anyConvention: fc.Arbitrary<Convention> = fc
  .record(Object.fromEntries(freeEvents.map((event) => [event, anyLine])))
  .map((lines) => ({ ...defaultConvention, key: 'egen', lines }) as Convention)
type Drawn = Pick<PastCoding, 'personId' | 'event' | 'isTakenBack' | 'isSaidSince' | 'isMeasureTouched'>
const anyPast: fc.Arbitrary<Drawn[]> = fc
  .array(
    fc.record({
      personId: fc.nat(2),
      event: fc.constantFrom(...codingEvents),
      isTakenBack: fc.boolean(),
      isSaidSince: fc.boolean(),
      isMeasureTouched: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.toSorted((a, b) => a.personId - b.personId))

/** What was written by the convention at the beginning. */
const writtenBy = (drawn: readonly Drawn[], convention: Convention): PastCoding[] =>
  drawn.map((each, index) => {
    const { occupation, measure } = codesOf(each.event, convention)
    return { ...each, codedId: String(index), written: { occupation, measure } }
  })
/** The past after a replay. */
const replayed = (past: readonly PastCoding[], convention: Convention): PastCoding[] =>
  stepsOf(past, convention).map((step) => ({ ...step.coding, written: lineAfter(step) }))

describe('whatever the conventions and the past', () => {
  test('a second time changes nothing', () => {
    fc.assert(
      fc.property(anyPast, anyConvention, anyConvention, (drawn, a, b) => {
        const once = replayed(writtenBy(drawn, a), b)
        expect(stepsOf(once, b).some(writes)).toBe(false)
      }),
    )
  })
  test('there and back gives the codes of the beginning', () => {
    fc.assert(
      fc.property(anyPast, anyConvention, anyConvention, (drawn, a, b) => {
        const past = writtenBy(drawn, a)
        const back = replayed(replayed(past, b), a)
        expect(back.map(({ written }) => written)).toEqual(past.map(({ written }) => written))
      }),
    )
  })
  test('what somebody has acted on keeps its codes, and the rest has those of the convention', () => {
    fc.assert(
      fc.property(anyPast, anyConvention, anyConvention, (drawn, a, b) => {
        for (const step of stepsOf(writtenBy(drawn, a), b)) {
          const { coding: past } = step
          if (past.isTakenBack) expect(sameLine(lineAfter(step), past.written)).toBe(true)
          if (past.isSaidSince) expect(lineAfter(step).occupation).toBe(past.written.occupation)
          if (past.isMeasureTouched) expect(lineAfter(step).measure).toEqual(past.written.measure)
          if (!leaves(step)) expect(sameLine(lineAfter(step), codesOf(past.event, b))).toBe(true)
        }
      }),
    )
  })
})
