/** Two telephones with the same visit: field by field, with nothing lost and nothing doubled. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changedFields, contactOf, isCoherent, isOtherContact, isSince, likelyInstant, merged, sameMoment } from './merge.rules.ts'
import { blank } from './visits.testbed.ts'
import { visitFieldNames, visitResults, type SomeFields, type VisitFieldName, type VisitFields } from './visits.types.ts'

const minute = 60_000
const t = 1_800_000 * minute
const inside: VisitFields = { ...blank, checkedInAt: t }
const done: VisitFields = { checkedInAt: t, checkedOutAt: t + 20 * minute, result: 'notHome', note: '' }

const names = (fields: SomeFields) => Object.keys(fields) as VisitFieldName[]
const baseOf = (fields: SomeFields, from: VisitFields): SomeFields => Object.fromEntries(names(fields).map((name) => [name, from[name]]))

describe('a change', () => {
  it.each<[string, VisitFields, SomeFields, VisitFields, VisitFields, string]>([
    ['that nobody else was before stands', blank, { checkedInAt: t }, blank, inside, ''],
    [
      'of one field stands beside what another wrote in another',
      inside,
      { note: 'Ingen svarade' },
      { ...inside, result: 'notHome' },
      { ...inside, result: 'notHome', note: 'Ingen svarade' },
      '',
    ],
    [
      'of the same to the same is no difference',
      inside,
      { result: 'notHome' },
      { ...inside, result: 'notHome' },
      { ...inside, result: 'notHome' },
      '',
    ],
    [
      'of the same to something else is for a person',
      inside,
      { result: 'reached' },
      { ...inside, result: 'notHome' },
      { ...inside, result: 'notHome' },
      'result',
    ],
    [
      'in two fields is taken in where it can be',
      inside,
      { result: 'reached', note: 'Pratade' },
      { ...inside, result: 'notHome' },
      { ...inside, result: 'notHome', note: 'Pratade' },
      'result',
    ],
    [
      'back to what it was does not undo what another wrote',
      inside,
      { result: null },
      { ...inside, result: 'notHome' },
      { ...inside, result: 'notHome' },
      '',
    ],
    [
      'that empties a note which another has changed is for a person',
      { ...inside, note: 'a' },
      { note: '' },
      { ...inside, note: 'b' },
      { ...inside, note: 'b' },
      'note',
    ],
  ])('%s', (_, base, mine, theirs, after, conflicts) => {
    expect(merged(baseOf(mine, base), mine, theirs)).toEqual({ after, conflicts: conflicts === '' ? [] : conflicts.split(' ') })
  })

  it.each([
    ['checkedInAt', 0, 3, 0],
    ['checkedInAt', 3, 0, 0],
    ['checkedInAt', 10, 0, 0],
    ['checkedInAt', 0, 10, 0],
    ['checkedInAt', 11, 0, null],
    ['checkedInAt', 0, 11, null],
  ] as const)('of %s within ten minutes of another’s is the same moment: %i and %i', (name, mine, theirs, kept) => {
    const found = merged({ [name]: null }, { [name]: t + mine * minute }, { ...blank, [name]: t + theirs * minute })
    expect(found.conflicts).toEqual(kept === null ? [name] : [])
    expect(found.after[name]).toBe(t + (kept ?? theirs) * minute)
  })

  it.each([
    [20, 25, 25],
    [25, 20, 25],
    [20, 31, null],
  ])('of the check-out is the later one: %i and %i', (mine, theirs, kept) => {
    const found = merged({ checkedOutAt: null }, { checkedOutAt: t + mine * minute }, { ...inside, checkedOutAt: t + theirs * minute })
    expect(found.after.checkedOutAt).toBe(t + (kept ?? theirs) * minute)
    expect(found.conflicts).toEqual(kept === null ? ['checkedOutAt'] : [])
  })

  it('that does not go with what another did is for a person, all of it', () => {
    const undone = merged({ checkedInAt: t }, { checkedInAt: null }, done)
    expect(undone).toEqual({ after: done, conflicts: ['checkedInAt'] })
    const out = merged({ checkedOutAt: null, result: null }, { checkedOutAt: t, result: 'reached' }, blank)
    expect(out).toEqual({ after: blank, conflicts: ['checkedOutAt', 'result'] })
    expect([
      isSince({ checkedOutAt: null, result: null }, blank),
      isSince({ checkedInAt: t }, done),
      isSince({ checkedInAt: null }, done),
    ]).toEqual([false, false, true])
  })
})

const someInstant = fc.option(
  fc.integer({ min: 0, max: 40 }).map((minutes) => t + minutes * minute),
  { freq: 3 },
)
const someFields: fc.Arbitrary<VisitFields> = fc
  .record({
    checkedInAt: someInstant,
    checkedOutAt: someInstant,
    result: fc.option(fc.constantFrom(...visitResults), { freq: 2 }),
    note: fc.constantFrom('', 'a', 'b'),
  })
  .filter(isCoherent)
/** What one telephone wrote, from what it had seen. */
const someWriting = (from: VisitFields): fc.Arbitrary<SomeFields> =>
  someFields.map((to) => Object.fromEntries(visitFieldNames.filter((name) => to[name] !== from[name]).map((name) => [name, to[name]])))
const someCase = someFields.chain((base) => fc.record({ base: fc.constant(base), a: someWriting(base), b: someWriting(base) }))
const written = (base: VisitFields, fields: SomeFields, onto: VisitFields) => merged(baseOf(fields, base), fields, onto)

describe('whatever two telephones write', () => {
  it('the visit can always be true', () => {
    fc.assert(
      fc.property(someCase, ({ base, a, b }) => {
        const first = written(base, a, base).after
        expect(isCoherent(written(base, b, first).after)).toBe(true)
      }),
    )
  })

  it('the same change twice is the same change', () => {
    fc.assert(
      fc.property(someCase, ({ base, a, b }) => {
        const first = written(base, a, base).after
        const once = written(base, b, first)
        const twice = written(base, b, once.after)
        expect(twice.after).toEqual(once.after)
        expect(twice.conflicts).toEqual(once.conflicts)
      }),
    )
  })

  it('who comes first makes no difference to what only one of them changed', () => {
    fc.assert(
      fc.property(someCase, ({ base, a, b }) => {
        const [ab, ba] = [written(base, b, written(base, a, base).after), written(base, a, written(base, b, base).after)]
        if (ab.conflicts.length > 0 || ba.conflicts.length > 0) return
        expect(ab.after).toEqual(ba.after)
      }),
    )
  })

  it('every value that was written stands, or waits beside the one that does', () => {
    fc.assert(
      fc.property(someCase, ({ base, a, b }) => {
        const first = written(base, a, base).after
        const { after, conflicts } = written(base, b, first)
        for (const name of names(b)) {
          const isKept = after[name] === b[name] || conflicts.includes(name)
          const isOneMoment =
            typeof b[name] === 'number' && typeof after[name] === 'number' && Math.abs(b[name] - after[name]) <= sameMoment
          expect(isKept || isOneMoment).toBe(true)
        }
        for (const name of names(a)) if (b[name] === undefined) expect(after[name]).toEqual(first[name])
      }),
    )
  })

  it('a conflict is only about what differs', () => {
    fc.assert(
      fc.property(someCase, ({ base, a, b }) => {
        const first = written(base, a, base).after
        const { conflicts } = written(base, b, first)
        expect(conflicts.every((name) => changedFields(b, first).includes(name))).toBe(true)
      }),
    )
  })
})

describe('an instant', () => {
  it.each([
    [t + 59_999, t],
    [t, t],
    [t - 10 * minute, t - 5 * minute],
    [t + 90 * minute, t + 30 * minute],
  ])('%i is kept on the minute, in the round’s day and not ahead', (given, kept) => {
    expect(likelyInstant(given, { from: t - 5 * minute, now: t + 30 * minute })).toBe(kept)
  })
})

describe('a visit as a contact', () => {
  it.each([
    ['reached', true],
    ['declined', true],
    ['notHome', false],
    ['wrongAddress', false],
    ['someoneElse', false],
  ] as const)('%s: reached %s', (result, reached) => {
    expect(contactOf(result)).toEqual({ outcome: result, reached })
  })

  it('that nobody made is none', () => {
    expect([contactOf('notMade'), contactOf(null)]).toEqual([null, null])
  })

  it('is written anew when what it says has changed, and only then', () => {
    expect(isOtherContact(done, { ...done, checkedOutAt: t + 30 * minute })).toBe(false)
    expect(isOtherContact(done, { ...done, checkedInAt: t - sameMoment })).toBe(false)
    expect(
      [{ result: 'reached' }, { note: 'x' }, { checkedInAt: t - sameMoment - minute }].map((more) =>
        isOtherContact(done, { ...done, ...more } as VisitFields),
      ),
    ).toEqual([true, true, true])
  })
})
