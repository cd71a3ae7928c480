/** A day of ratings: how far it has come, whose turn is next, and numbers that are pressed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { shippedInstrument } from '../instrument/shipped.rules.ts'
import type { Signal } from '../signals/signals.types.ts'
import { areasOn, nextToRate, standingOn, stripOf, type DayStanding } from './day.rules.ts'
import type { DayRating } from './ratings.types.ts'
import { halfField, pointsField, readTapped, tapsOf } from './taps.rules.ts'

const signal = (area: string, heldFrom: string, endedOn: string | null = null): Signal => ({
  signalId: `${area}-${heldFrom}`,
  area,
  origin: { kind: 'added', ground: 'Prov.' },
  instrumentVersion: 1,
  proposedOn: date(heldFrom),
  state: endedOn === null ? 'confirmed' : 'ended',
  recipient: area === 'school' ? 'labourMarket' : 'housing',
  fromOn: date(heldFrom),
  heldFrom: date(heldFrom),
  acknowledgedOn: null,
  endedOn: endedOn === null ? null : date(endedOn),
  lastActOn: date(endedOn ?? heldFrom),
})
const housing = (...signals: Signal[]) => signals.map((one) => ({ signal: one, instrument: shippedInstrument }))
const rating = (on: string, ...areas: string[]): DayRating => ({
  on: date(on),
  version: 1,
  areas: areas.map((area) => ({ area, points: 1200 })),
})

describe('the standing of a day', () => {
  const two = housing(signal('health', '2026-11-10'), signal('housing', '2026-11-12', '2026-11-20'), signal('school', '2026-11-01'))
  it.each([
    ['2026-11-09', [], 'none', 'before the signal'],
    ['2026-11-10', [], 'free', 'the day of the signal'],
    ['2026-11-10', ['health'], 'rated', 'the day of the signal, rated'],
    ['2026-11-11', [], 'missing', 'a day gone by'],
    ['2026-11-12', ['health'], 'rated', 'the other begins that day and is not owed'],
    ['2026-11-13', ['health'], 'partly', 'one of two'],
    ['2026-11-13', ['housing', 'health'], 'rated', 'both'],
    ['2026-11-20', ['health'], 'rated', 'the day of the stop is not owed'],
    ['2026-11-25', [], 'waiting', 'today'],
    ['2026-11-25', ['health'], 'rated', 'today, rated'],
  ] as const)('%s with %j is %s: %s', (on, areas, standing, why) => {
    const ratings = areas.length === 0 ? [] : [rating(on, ...areas)]
    expect(standingOn(two, ratings, date(on), date('2026-11-25')), why).toBe(standing)
  })

  it('is of the areas that housing has, in the order of the instrument', () => {
    expect(areasOn(two, date('2026-11-15')).map((one) => one.signal.area)).toEqual(['housing', 'health'])
    expect(areasOn(two, date('2026-11-21')).map((one) => one.signal.area)).toEqual(['health'])
    expect(areasOn(housing(signal('school', '2026-11-01')), date('2026-11-15'))).toEqual([])
  })

  it('is seen for fourteen days, today last', () => {
    const strip = stripOf(two, [rating('2026-11-24', 'health')], date('2026-11-25'))
    expect(strip).toHaveLength(14)
    expect([strip[0]?.on, strip.at(-1)?.on]).toEqual(['2026-11-12', '2026-11-25'])
    expect(strip.slice(-3).map(({ standing }) => standing)).toEqual(['missing', 'rated', 'waiting'])
  })
})

describe('whose turn is next', () => {
  const row = (youthId: string, standing: DayStanding) => ({ youthId, standing })
  it.each([
    ['the one below', [row('a', 'rated'), row('b', 'waiting'), row('c', 'missing')], 'a', 'b'],
    [
      'past those that are rated and those that need not be',
      [row('a', 'rated'), row('b', 'rated'), row('c', 'free'), row('d', 'partly')],
      'a',
      'd',
    ],
    ['from the top after the last', [row('a', 'missing'), row('b', 'rated')], 'b', 'a'],
    ['nobody when all are', [row('a', 'rated'), row('b', 'rated')], 'b', null],
    ['never the same again', [row('a', 'partly')], 'a', null],
    ['the first when the one is not in the list', [row('a', 'waiting')], 'x', 'a'],
  ] as const)('is %s', (_, rows, after, next) => {
    expect(nextToRate(rows, after)).toBe(next)
  })
})

describe('numbers to press', () => {
  it.each([
    [{ min: 0, max: 2500, step: 50 }, 26, true],
    [{ min: 0, max: 2500, step: 100 }, 26, false],
    [{ min: 100, max: 500, step: 100 }, 5, false],
  ])('are those of %j', (scale, many, hasHalf) => {
    expect(tapsOf(scale)).toMatchObject({ hasHalf })
    expect(tapsOf(scale)?.wholes).toHaveLength(many)
  })
  it.each([
    { min: 0, max: 10000, step: 100 },
    { min: 0, max: 2500, step: 25 },
    { min: 50, max: 2550, step: 100 },
  ])('are none of %j: such points are written', (scale) => {
    expect(tapsOf(scale)).toBeNull()
  })

  const typed = (fields: Readonly<Record<string, string>>) => readTapped(Object.keys(fields), (field) => fields[field] ?? '')
  it('are read as what was pressed, whatever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 25 }), fc.boolean(), (whole, half) => {
        const read = typed({ [pointsField('health')]: String(whole), ...(half ? { [halfField('health')]: 'ja' } : {}) })
        expect(read).toEqual({ areas: [{ area: 'health', points: whole * 100 + (half ? 50 : 0) }], faults: [] })
      }),
    )
  })
  it('leave out what was not pressed, and say what cannot be read', () => {
    expect(typed({ 'points-health': '', 'points-housing': '7', note: 'x' })).toEqual({
      areas: [{ area: 'housing', points: 700 }],
      faults: [],
    })
    expect(typed({ 'points-health': '', 'half-health': 'ja' }).faults).toEqual([{ field: 'points-health', problem: 'half-alone' }])
    expect(typed({ 'points-health': 'tolv' }).faults).toEqual([{ field: 'points-health', problem: 'not-points' }])
  })
})
