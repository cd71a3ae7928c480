/** The instrument as a form and back: nothing is lost, empty rows are nothing, and problems lead to the row where they were written. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { instrumentFields, instrumentFrom, placeOf } from './instrument-form.ts'
import type { Instrument } from './instrument.types.ts'
import { shippedInstrument } from './shipped.rules.ts'

const points = fc.integer({ min: 0, max: 99_999 })
const name = fc.constantFrom('Skola', 'Boende', 'Hälsa & sömn', '13', 'a')
const anArea = (n: number) =>
  fc.record({
    key: fc.constant(`area${n}`),
    sv: name,
    en: name,
    recipient: fc.constantFrom('housing' as const, 'labourMarket' as const),
    threshold: points,
    direction: fc.constantFrom('below' as const, 'above' as const),
    items: fc
      .nat(4)
      .chain((count) =>
        fc.tuple(...Array.from({ length: count }, (_, m) => fc.record({ key: fc.constant(`q${n}x${m}`), sv: name, en: name }))),
      ),
  })
const anInstrument: fc.Arbitrary<Instrument> = fc.record({
  scale: fc.record({ min: points, max: points, step: points, ratingStep: points }),
  aggregation: fc.constantFrom('mean' as const, 'sum' as const),
  missing: fc.oneof(
    fc.constant({ kind: 'refuse' as const }),
    fc.nat(20).map((atLeast) => ({ kind: 'answered' as const, atLeast })),
  ),
  areas: fc.integer({ min: 1, max: 5 }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => anArea(n + 1)))),
})
const read = (fields: Readonly<Record<string, string>>, used: readonly string[] = []) =>
  instrumentFrom((field) => fields[field] ?? '', used)

describe('the instrument as a form', () => {
  it('comes back as it was, in both languages', () => {
    fc.assert(
      fc.property(anInstrument, fc.constantFrom('sv' as const, 'en' as const), (instrument, lang) => {
        expect(read(instrumentFields(instrument, lang)).instrument).toEqual(instrument)
      }),
    )
  })
  it('leaves out what is ticked away, and says where what is left was written', () => {
    const { instrument, places } = read({
      ...instrumentFields(shippedInstrument, 'sv'),
      area1Remove: 'ja',
      area3Item1Sv: '',
      area3Item1En: '',
    })
    expect(instrument.areas.map(({ key }) => key)).toEqual(['housing', 'communication', 'health', 'economy'])
    expect(placeOf('area1Threshold', places)).toBe('area2Threshold')
    expect(placeOf('area2Item1Sv', places)).toBe('area3Item2Sv')
    expect(placeOf('max', places)).toBe('max')
  })
  it('gives new rows keys that nothing has had', () => {
    const row = { area6Sv: 'Fritid', area6En: 'Free time', area6Item2Sv: 'Vänner', area6Item2En: 'Friends' }
    const { instrument } = read({ ...instrumentFields(shippedInstrument, 'sv'), ...row }, ['area1', 'item1', 'item2', 'school'])
    expect([instrument.areas[5]?.key, instrument.areas[5]?.items.map(({ key }) => key)]).toEqual(['area2', ['item3']])
  })
  it('holds what is no number for the rules to refuse', () => {
    const { instrument } = read({ ...instrumentFields(shippedInstrument, 'sv'), max: 'mycket' })
    expect(instrument.scale.max).toBeNaN()
  })
})
