/** What is carried: whatever the record holds, nothing but what 2006:39 4 § names, and the shape that reads it agrees with the list. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allowedFields, carriedFrom, pathsOf } from './carried.rules.ts'
import { CarriedShape } from './package.forms.ts'
import type { Carried } from './transfers.types.ts'

const day = fc
  .tuple(fc.integer({ min: 2020, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
const maybeDay = fc.option(day)
const forbidden = fc.dictionary(
  fc.constantFrom('note', 'diagnosis', 'guardian', 'grade', 'birthCountry', 'unit', 'department', 'responsible', 'source', 'street'),
  fc.string(),
  { maxKeys: 6 },
)
const withMore = <T extends object>(of: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.tuple(of, forbidden).map(([one, more]) => ({ ...more, ...one }))

/** A record as some later version of the reading might hand it: with columns that are nobody else's. */
const record: fc.Arbitrary<Carried> = withMore(
  fc.record({
    number: fc.stringMatching(/^\d{12}$/),
    phones: fc.array(fc.constant('+46701740605'), { maxLength: 3 }),
    emails: fc.array(fc.constant('prov@example.com'), { maxLength: 3 }),
    occupations: fc.array(withMore(fc.record({ kind: fc.constantFrom('work', 'none', 'studies'), sinceOn: maybeDay, statedOn: day }))),
    educations: fc.array(
      withMore(fc.record({ schoolType: fc.constant('GY'), educationCode: fc.constantFrom('NA25', ''), startOn: day, endOn: maybeDay })),
    ),
    measures: fc.array(
      withMore(
        fc.record({
          content: fc.constant('Praktik'),
          fromOn: day,
          endedOn: maybeDay,
          endReason: fc.option(fc.constant('Började studera')),
        }),
      ),
    ),
  }),
)

describe('what is carried', () => {
  it('holds no path that the list does not name, whatever the record holds', () => {
    const allowed = new Set(allowedFields.map(({ field }) => field))
    fc.assert(
      fc.property(record, (whole) => {
        expect(pathsOf(carriedFrom(whole)).filter((path) => !allowed.has(path))).toEqual([])
      }),
    )
  })

  it('is read by the shape that the receiver reads with', () => {
    fc.assert(
      fc.property(record, (whole) => {
        const carried = carriedFrom(whole)
        expect(CarriedShape.parse(JSON.parse(JSON.stringify(carried)))).toEqual(carried)
      }),
    )
  })

  it('keeps what is allowed', () => {
    fc.assert(
      fc.property(record, (whole) => {
        const carried = carriedFrom(whole)
        expect([carried.number, carried.measures.length, carried.phones]).toEqual([whole.number, whole.measures.length, whole.phones])
      }),
    )
  })

  it('cites a paragraph for every field, and the shape has no other', () => {
    const whole: Carried = {
      number: '200803142382',
      phones: ['+46701740605'],
      emails: ['prov@example.com'],
      occupations: [{ kind: 'work', sinceOn: '2026-01-01', statedOn: '2026-02-01' }],
      educations: [{ schoolType: 'GY', educationCode: 'NA25', startOn: '2024-08-20', endOn: '2026-01-10' }],
      measures: [{ content: 'Praktik', fromOn: '2026-02-01', endedOn: '2026-03-01', endReason: 'Började studera' }],
    }
    const read = pathsOf(CarriedShape.parse(whole)).toSorted((a, b) => (a < b ? -1 : 1))
    expect(read).toEqual(allowedFields.map(({ field }) => field).toSorted((a, b) => (a < b ? -1 : 1)))
    expect(CarriedShape.safeParse({ ...whole, diagnosis: 'x' }).success).toBe(false)
    expect(CarriedShape.safeParse({ ...whole, measures: [{ ...whole.measures[0], note: 'x' }] }).success).toBe(false)
  })
})
