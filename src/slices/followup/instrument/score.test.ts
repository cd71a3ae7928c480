/** Points as text, scores and the threshold: 12.5 exactly is not low, 12.49 is, and no rounding moves a score across. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { shippedInstrument } from './shipped.rules.ts'
import type { Answers, Instrument, InstrumentArea, MissingRule } from './instrument.types.ts'
import { answerProblem, areaRange, isLow, parsePoints, pointsText, scoresOf, sheetProblems } from './score.rules.ts'

const school = shippedInstrument.areas[0]!
const oneArea = (of: Partial<Instrument> = {}, area: Partial<InstrumentArea> = {}): Instrument => ({
  ...shippedInstrument,
  areas: [{ ...school, ...area }],
  ...of,
})
const answered = (...points: (number | null)[]): Answers =>
  Object.fromEntries(points.flatMap((value, at) => (value === null ? [] : [[`school${at + 1}`, value]])))

describe('points', () => {
  it.each([
    ['12,5', 1250],
    ['12.5', 1250],
    ['12,49', 1249],
    ['12.50', 1250],
    ['0', 0],
    [' 25 ', 2500],
    ['0,05', 5],
    ['9999,99', 999_999],
    ['12,499', null],
    ['12,', null],
    [',5', null],
    ['-1', null],
    ['1e1', null],
    ['', null],
    ['tolv', null],
    ['12 5', null],
  ])('%j is read as %j', (text, points) => {
    expect(parsePoints(text)).toBe(points)
  })

  it.each([
    [1250, '12,5'],
    [1249, '12,49'],
    [2500, '25'],
    [5, '0,05'],
    [0, '0'],
    [-130, '−1,3'],
  ])('%i is written %s', (points, text) => {
    expect(pointsText(points, ',')).toBe(text)
  })

  it('are read as they are written, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), fc.constantFrom(',' as const, '.' as const), (points, mark) => {
        expect(parsePoints(pointsText(points, mark))).toBe(points)
      }),
    )
  })
})

describe('the threshold', () => {
  it.each([
    [1249, 'below', true],
    [1250, 'below', false],
    [1251, 'below', false],
    [0, 'below', true],
    [1249, 'above', false],
    [1250, 'above', false],
    [1251, 'above', true],
  ] as const)('%i hundredths, low when %s 12.5: %s', (points, direction, low) => {
    expect(isLow({ threshold: 1250, direction }, points)).toBe(low)
  })

  it.each([
    [[1250, 1250, 1250], 1250, false],
    [[1249, 1250, 1250], 1249, true],
    [[1250, 1250, 1251], 1250, false],
    [[0, 1250, 2500], 1250, false],
    [[0, 1249, 2500], 1249, true],
    [[2500, 2500, 2500], 2500, false],
  ])('the mean of %j is %i, low: %s', (points, score, low) => {
    const [scored] = scoresOf(oneArea(), answered(...points))
    expect(scored?.points).toBe(score)
    expect(isLow(school, score)).toBe(low)
  })

  it('is never crossed by rounding: the score shown is low exactly when the exact mean is', () => {
    const points = fc.array(fc.integer({ min: 0, max: 2500 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        points,
        fc.integer({ min: 1, max: 2499 }),
        fc.constantFrom('below' as const, 'above' as const),
        (given, threshold, direction) => {
          const items = given.map((_, at) => ({ key: `school${at + 1}`, sv: 'a', en: 'a' }))
          const [scored] = scoresOf(oneArea({}, { items, direction, threshold }), answered(...given))
          const sum = given.reduce((a, b) => a + b, 0)
          const exactly = direction === 'below' ? sum < threshold * given.length : sum > threshold * given.length
          expect(isLow({ threshold, direction }, scored!.points)).toBe(exactly)
          expect(Math.abs(scored!.points * given.length - sum)).toBeLessThan(given.length)
        },
      ),
    )
  })
})

describe('items without an answer', () => {
  const atLeast = (n: number): MissingRule => ({ kind: 'answered', atLeast: n })
  it.each<[MissingRule, (number | null)[], string[]]>([
    [{ kind: 'refuse' }, [1250, 1250, 1250], []],
    [{ kind: 'refuse' }, [1250, null, 1250], ['school2 missing']],
    [{ kind: 'refuse' }, [null, null, null], ['school1 missing', 'school2 missing', 'school3 missing']],
    [atLeast(2), [1250, null, 1250], []],
    [atLeast(2), [1250, null, null], ['null too-few']],
    [atLeast(1), [null, null, null], ['null too-few']],
    [atLeast(1), [null, null, 0], []],
    [atLeast(3), [0, 0, 2501], ['school3 outside']],
  ])('by the rule %j, %j: %j', (missing, points, problems) => {
    const found = sheetProblems(oneArea({ missing }), answered(...points))
    expect(found.map(({ item, problem }) => `${item} ${problem}`)).toEqual(problems)
  })

  it('are left out of the mean, never counted as zero, and said', () => {
    expect(scoresOf(oneArea({ missing: atLeast(1) }), answered(1300, null, 1400))).toEqual([
      { area: 'school', points: 1350, answered: 2, asked: 3 },
    ])
  })

  it('count in a sum as the mean of the others', () => {
    const sum = oneArea({ aggregation: 'sum', missing: atLeast(2), scale: { min: 0, max: 500, step: 50, ratingStep: 50 } })
    expect(scoresOf(sum, answered(400, null, 500))[0]?.points).toBe(1350)
    expect(scoresOf(sum, answered(400, 450, 500))[0]?.points).toBe(1350)
    expect(areaRange(sum, school)).toEqual({ min: 0, max: 1500 })
  })

  it('an area of the sheet that is all right says nothing of another that is not', () => {
    const answers = { ...answered(1250, 1250, 1250), housing1: 1000 }
    expect(new Set(sheetProblems(shippedInstrument, answers).map(({ area }) => area))).toEqual(
      new Set(['housing', 'communication', 'health', 'economy']),
    )
  })
})

describe('an answer', () => {
  const scale = { min: 100, max: 500, step: 50 }
  it.each([
    [100, null],
    [500, null],
    [150, null],
    [99, 'outside'],
    [501, 'outside'],
    [-100, 'outside'],
    [125, 'off-step'],
    [Number.NaN, 'outside'],
    [150.5, 'outside'],
  ])('of %d is %j', (points, problem) => {
    expect(answerProblem(scale, points)).toBe(problem)
  })
})
