/** What an instrument may look like, its versions, and the routine's numbers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { instrumentProblems, versionOn } from './instrument.rules.ts'
import type { Instrument, InstrumentArea } from './instrument.types.ts'
import { routineBounds, routineProblems } from './routine.rules.ts'
import { isLow, scoresOf, sheetProblems } from './score.rules.ts'
import { shippedInstrument, shippedRoutine } from './shipped.rules.ts'

const problemsOf = (of: Partial<Instrument>): string[] =>
  instrumentProblems({ ...shippedInstrument, ...of }).map(({ field, problem }) => `${field} ${problem}`)
const [school, housing] = shippedInstrument.areas as [InstrumentArea, InstrumentArea]
const items = school.items

describe('the shipped instrument', () => {
  it('has no problem, five areas from 0 to 25, and is low strictly below 12.5', () => {
    expect(instrumentProblems(shippedInstrument)).toEqual([])
    expect(shippedInstrument.areas.map(({ key, recipient, threshold }) => [key, recipient, threshold])).toEqual([
      ['school', 'labourMarket', 1250],
      ['housing', 'housing', 1250],
      ['communication', 'housing', 1250],
      ['health', 'housing', 1250],
      ['economy', 'housing', 1250],
    ])
    expect(shippedInstrument.scale).toMatchObject({ min: 0, max: 2500 })
  })
})

describe('an instrument', () => {
  it.each<[string, Partial<Instrument>, string[]]>([
    ['a scale upside down', { scale: { min: 2500, max: 0, step: 1, ratingStep: 50 } }, ['max not-more']],
    ['a scale of nothing', { scale: { min: 0, max: 0, step: 1, ratingStep: 50 } }, ['max not-more']],
    ['no step', { scale: { min: 0, max: 2500, step: 0, ratingStep: 50 } }, ['step no-step']],
    [
      'steps that do not meet the end',
      { scale: { min: 0, max: 2500, step: 300, ratingStep: 700 } },
      ['step no-step', 'ratingStep no-step'],
    ],
    ['a minus', { scale: { min: -100, max: 2500, step: 1, ratingStep: 50 } }, ['min not-a-number']],
    ['parts of a hundredth', { scale: { min: 0, max: 2500.5, step: 1, ratingStep: 50 } }, ['max not-a-number']],
    ['no areas', { areas: [] }, ['areas none']],
    ['too many areas', { areas: Array.from({ length: 13 }, () => school) }, ['areas too-many']],
    ['an area without items', { areas: [{ ...school, items: [] }] }, ['area1Items none']],
    ['an area without a name', { areas: [{ ...school, sv: ' ' }] }, ['area1Sv no-name']],
    ['a long name', { areas: [{ ...school, en: 'x'.repeat(81) }] }, ['area1En long-name']],
    ['an item without a name', { areas: [{ ...school, items: [{ key: 'a', sv: '', en: 'a' }] }] }, ['area1Item1Sv no-name']],
    ['a key with a space', { areas: [{ ...school, key: 'min skola' }] }, ['area1Key bad-key']],
    ['a threshold above the range', { areas: [{ ...school, threshold: 2501 }] }, ['area1Threshold outside-range']],
    ['a threshold that nothing is below', { areas: [{ ...school, threshold: 0 }] }, ['area1Threshold never-low']],
    ['a threshold that nothing is above', { areas: [{ ...school, threshold: 2500, direction: 'above' }] }, ['area1Threshold never-low']],
    ['a threshold of a sum', { aggregation: 'sum', areas: [{ ...school, threshold: 7500 }] }, []],
    ['two areas of one key', { areas: [school, { ...housing, key: 'school' }] }, ['area2Key same-key']],
    ['two areas of one name', { areas: [school, { ...housing, sv: 'SKOLA' }] }, ['area2Sv same-name']],
    [
      'an item in two areas',
      { areas: [school, { ...housing, items }] },
      ['area2Item1Key same-key', 'area2Item2Key same-key', 'area2Item3Key same-key'],
    ],
    ['more answers asked than there are items', { missing: { kind: 'answered', atLeast: 4 } }, ['atLeast too-many']],
    ['no answers asked', { missing: { kind: 'answered', atLeast: 0 } }, ['atLeast not-a-number']],
    ['as many as there are', { missing: { kind: 'answered', atLeast: 3 } }, []],
  ])('with %s: %j', (_, of, problems) => {
    expect(problemsOf(of)).toEqual(problems)
  })

  it('without a problem can give a low score and one that is not, and scores within its range', () => {
    const scale = fc.record({ min: fc.integer({ min: 0, max: 10 }), span: fc.integer({ min: 1, max: 50 }) })
    const thresholds = fc.tuple(fc.integer({ min: 0, max: 6000 }), fc.constantFrom('below' as const, 'above' as const))
    fc.assert(
      fc.property(
        scale,
        thresholds,
        fc.constantFrom('mean' as const, 'sum' as const),
        ({ min, span }, [threshold, direction], aggregation) => {
          const instrument: Instrument = {
            ...shippedInstrument,
            aggregation,
            scale: { min: min * 100, max: (min + span) * 100, step: 100, ratingStep: 100 },
            areas: [{ ...school, threshold, direction }],
          }
          fc.pre(instrumentProblems(instrument).length === 0)
          const scoreOf = (points: number): number => {
            const answers = Object.fromEntries(items.map(({ key }) => [key, points]))
            expect(sheetProblems(instrument, answers)).toEqual([])
            return scoresOf(instrument, answers)[0]!.points
          }
          const [least, most] = [scoreOf(instrument.scale.min), scoreOf(instrument.scale.max)]
          expect(isLow({ threshold, direction }, direction === 'below' ? least : most)).toBe(true)
          expect(isLow({ threshold, direction }, direction === 'below' ? most : least)).toBe(false)
        },
      ),
    )
  })
})

describe('versions', () => {
  const versions = [
    { version: 1, fromOn: date('2026-01-01') },
    { version: 2, fromOn: date('2026-05-15') },
    { version: 3, fromOn: date('2026-05-15') },
    { version: 4, fromOn: date('2026-12-01') },
  ]
  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 1],
    ['2026-05-14', 1],
    ['2026-05-15', 3],
    ['2026-11-30', 3],
    ['2026-12-01', 4],
  ])('on %s is %j', (on, version) => {
    expect(versionOn(versions, date(on))?.version).toBe(version)
  })
})

describe('the routine', () => {
  it('is shipped without a problem, and each number has its bounds', () => {
    expect(routineProblems(shippedRoutine)).toEqual([])
    for (const [key, [least, most]] of Object.entries(routineBounds)) {
      for (const value of [least - 1, most + 1, least + 0.5]) expect(routineProblems({ ...shippedRoutine, [key]: value })).toEqual([key])
      for (const value of [least, most]) expect(routineProblems({ ...shippedRoutine, [key]: value })).toEqual([])
    }
  })
})
