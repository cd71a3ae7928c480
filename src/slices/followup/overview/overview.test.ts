/** Which area progresses least: what is compared, what is not, ties, units, and scales of different size. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { anAssessment, shipped } from '../followup.testbed.ts'
import type { InstrumentVersion } from '../instrument/instrument.types.ts'
import { leastOf, overviewOf, standingOf, type AssessedYouth } from './overview.rules.ts'
import { changeText } from './overview.views.tsx'

const period = { firstOn: date('2026-01-01'), lastOn: date('2026-12-31') }
type Told = readonly [on: string, scores: Readonly<Record<string, number>>, instrument?: InstrumentVersion]
const aYouth = (unit: string | null, ...told: readonly Told[]): AssessedYouth => ({
  unit,
  scored: told.map(([on, scores, instrument = shipped]) => ({ assessment: anAssessment(on, scores), instrument })),
})

describe('how an area stands', () => {
  it('is the mean change from the first to the last assessment of the period, in hundredths of a per cent of the range', () => {
    const youths = [
      aYouth(
        'A',
        ['2025-12-20', { school: 0 }],
        ['2026-03-20', { school: 1000 }],
        ['2026-06-20', { school: 500 }],
        ['2026-09-20', { school: 1250 }],
      ),
      aYouth('A', ['2026-03-20', { school: 1500 }], ['2026-06-20', { school: 1249 }]),
      aYouth('A', ['2026-06-20', { school: 2000 }]),
    ]
    // +250 and -251 of 2500: +10 % and -10.04 %.
    expect(standingOf(youths, 'school', period)).toEqual({
      area: 'school',
      compared: 2,
      first: 1250,
      last: 1250,
      change: -2,
      up: 1,
      same: 0,
      down: 1,
      low: 1,
      assessed: 3,
    })
  })

  it('is nothing where nothing can be compared', () => {
    expect(standingOf([aYouth('A', ['2026-06-20', { school: 900 }])], 'school', period)).toMatchObject({
      compared: 0,
      change: null,
      low: 1,
    })
    const turned = { ...shipped, areas: shipped.areas.map((area) => ({ ...area, direction: 'above' as const })) }
    const changed = aYouth('A', ['2026-03-20', { school: 900 }], ['2026-06-20', { school: 1000 }, turned])
    expect(standingOf([changed], 'school', period).change).toBeNull()
  })

  it('is better when it goes down where much is bad', () => {
    const turned = { ...shipped, areas: shipped.areas.map((area) => ({ ...area, direction: 'above' as const })) }
    const youth = aYouth('A', ['2026-03-20', { school: 1500 }, turned], ['2026-06-20', { school: 1000 }, turned])
    expect(standingOf([youth], 'school', period)).toMatchObject({ change: 2000, up: 1, low: 0 })
  })

  it('weighs scales of different size alike', () => {
    const summed = { ...shipped, aggregation: 'sum' as const }
    const youths = [
      aYouth('A', ['2026-03-20', { school: 1000 }], ['2026-06-20', { school: 1250 }]),
      aYouth('A', ['2026-03-20', { school: 3000 }, summed], ['2026-06-20', { school: 3750 }, summed]),
    ]
    expect(standingOf(youths, 'school', period).change).toBe(1000)
  })
})

describe('the area that progresses least', () => {
  it('is the one with the lowest mean change, or those that share it, or none', () => {
    const of = (changes: readonly (number | null)[]) =>
      leastOf(changes.map((change, at) => ({ ...standingOf([], String(at), period), change })))
    expect([of([10, -5, null]), of([3, 3, 9]), of([null, null]), of([])]).toEqual([['1'], ['0', '1'], [], []])
  })

  it('is told for all, and unit by unit, those without a unit last', () => {
    const moved = (unit: string | null, school: number, health: number) =>
      aYouth(unit, ['2026-03-20', { school: 1000, health: 1000 }], ['2026-06-20', { school: 1000 + school, health: 1000 + health }])
    const groups = overviewOf(
      [moved('Ö', 100, -100), moved(null, 0, 50), moved('A', -300, 100)],
      [{ key: 'school' }, { key: 'health' }],
      period,
    )
    expect(groups.map(({ unit, isAll, youths, least }) => [unit, isAll, youths, least])).toEqual([
      [null, true, 3, ['school']],
      ['A', false, 1, ['school']],
      ['Ö', false, 1, ['health']],
      [null, false, 1, ['school']],
    ])
  })

  it('does not depend on the order of the youths, and every youth is in one unit', () => {
    const youth = fc.record({
      unit: fc.constantFrom('A', 'B', null),
      a: fc.integer({ min: 0, max: 2500 }),
      b: fc.integer({ min: 0, max: 2500 }),
    })
    fc.assert(
      fc.property(fc.array(youth, { maxLength: 8 }), (told) => {
        const youths = told.map(({ unit, a, b }) => aYouth(unit, ['2026-03-20', { school: a }], ['2026-06-20', { school: b }]))
        const groups = overviewOf(youths, [{ key: 'school' }], period)
        expect(overviewOf(youths.toReversed(), [{ key: 'school' }], period)).toEqual(groups)
        expect(groups.slice(1).reduce((sum, group) => sum + group.youths, 0)).toBe(youths.length)
      }),
    )
  })
})

describe('a change in words', () => {
  it('has a sign and one decimal', () => {
    expect([changeText(-160, 'sv'), changeText(1000, 'en'), changeText(3, 'sv'), changeText(-0, 'sv'), changeText(null, 'sv')]).toEqual([
      '−1,6 %',
      '+10 %',
      '0 %',
      '0 %',
      '–',
    ])
  })
})
