/** The form of the settings of outreach, there and back again; and keys that never collide. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outreachSettingsFrom } from './outreach-settings.rules.ts'
import {
  freshnessKinds,
  ladderDays,
  ladderNumbers,
  outreachChanges,
  readOutreach,
  same,
  typedOutreach,
  type TypedOutreach,
} from './settings-draft.rules.ts'
import { keyOf } from './settings-named.rules.ts'

const shipped = outreachSettingsFrom([])
const typed = typedOutreach(shipped)
const changed = (change: Partial<TypedOutreach>) => readOutreach({ ...typed, ...change }, shipped)

describe('what is in force', () => {
  it('written as a form and read again is the same, and nothing is stored', () => {
    const { draft, problems } = readOutreach(typed, shipped)
    expect([draft, problems]).toEqual([shipped, []])
    expect(outreachChanges(shipped, draft ?? shipped)).toEqual([])
  })

  it('is stored by what differs', () => {
    const { draft } = changed({ ticks: ['smsWithLetter', 'birthdayIsMoment', 'mayForward'], numbers: { ...typed.numbers, calls: '5' } })
    expect(outreachChanges(shipped, draft ?? shipped).map(({ key }) => key)).toEqual(['outreach.ladder', 'outreach.forwardLetters'])
  })

  it('is the same whichever order its parts were written in', () => {
    expect(same({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true)
    expect(same({ a: [1, 2] }, { a: [2, 1] })).toBe(false)
  })
})

describe('a form', () => {
  it('of any texts is read without an error: a draft, or problems that each name a field', () => {
    const text = fc.oneof(fc.string(), fc.integer().map(String), fc.constantFrom('', '09-15', '1', '3', '02-29'))
    const texts = (keys: readonly string[]) => fc.record(Object.fromEntries(keys.map((key) => [key, text])))
    const row = fc.record({ key: text, name: text, source: text, active: fc.boolean() })
    const form = fc.record({
      numbers: texts(ladderNumbers),
      days: texts(ladderDays),
      ticks: fc.constant([]),
      freshness: texts(freshnessKinds),
      steps: fc.array(row),
      departments: fc.array(row),
    })
    fc.assert(
      fc.property(form, (any) => {
        const { draft, problems } = readOutreach(any as unknown as TypedOutreach, shipped)
        expect((draft === null) === problems.length > 0).toBe(true)
        expect(problems.every(({ field }) => /^[a-zA-Z]+(-[a-zA-Z0-9]+)?$/.test(field))).toBe(true)
      }),
    )
  })

  it.each([
    ['too few calls', { numbers: { ...typed.numbers, calls: '2' } }, { field: 'calls', problem: 'out-of-range', least: 3 }],
    ['too many months', { numbers: { ...typed.numbers, beginMonths: '13' } }, { field: 'beginMonths', problem: 'out-of-range', most: 12 }],
    [
      'a rest that is no number',
      { numbers: { ...typed.numbers, 'cooldownDays.noAnswer': '-1' } },
      { field: 'cooldownDays-noAnswer', problem: 'not-whole' },
    ],
    ['no large round', { days: { ...typed.days, largeRoundAfter: '' } }, { field: 'largeRoundAfter', problem: 'not-one-month-day' }],
    [
      'a step without its name',
      { steps: typed.steps.map((row) => ({ ...row, name: '' })).slice(0, 1) },
      { field: 'step-0', problem: 'name-missing' },
    ],
  ] as const)('with %s says so', (_, change, problem) => {
    const { draft, problems } = changed(change)
    expect([draft, problems]).toEqual([null, [problem]])
  })

  it('that leaves a step out keeps it: what has been used is never taken away', () => {
    const { draft } = changed({ steps: typed.steps.slice(1) })
    expect(draft?.searchSteps.map(({ key }) => key).toSorted()).toEqual(shipped.searchSteps.map(({ key }) => key).toSorted())
  })

  it('cannot change a key', () => {
    const { draft } = changed({ steps: [{ key: 'egen"nyckel', name: 'Ny', source: 'school', active: true }, ...typed.steps] })
    expect(draft?.searchSteps[0]).toEqual({ key: 'ny', name: 'Ny', source: 'school', active: true })
  })
})

it('a key is letters and digits, and nobody else’s', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (name, others) => {
      const taken = new Set(others.map((other) => keyOf(other, new Set())))
      const key = keyOf(name, taken)
      expect([/^[a-z0-9]{1,30}$/.test(key), taken.has(key)]).toEqual([true, false])
    }),
  )
})
