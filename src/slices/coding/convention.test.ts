/** What a convention may say: everything that an own one can hold is asked for, and what the law decides is refused by name. */
import { describe, expect, test } from 'vitest'
import { codingSettingsFrom, nextOwn } from './coding-settings.rules.ts'
import { problemsOf, readConvention, type KnownItem } from './convention.rules.ts'
import { defaultConvention } from './shipped.rules.ts'

const items: readonly KnownItem[] = [
  { key: 'singleTalk', isValid: true },
  { key: 'youthEmployment', isValid: true },
  { key: 'gone', isValid: false },
]
const { lines } = defaultConvention
const wish = (changed: object = {}, rest: object = {}): unknown => ({ name: 'Vår', lines: { ...lines, ...changed }, ...rest })
const told = (value: unknown): string[] =>
  problemsOf(value, items).map(({ event, field, fault }) => [event, field, fault].filter((part) => part !== null).join(' '))

describe('a convention of the municipality’s own', () => {
  test('may be that of Skaraborg, and is given back as it was', () => {
    expect(readConvention(wish(), items)).toEqual({ granted: true, value: { name: 'Vår', lines } })
  })

  test.each([
    ['nothing that can be read', null, ['not-readable']],
    ['a list', [], ['not-readable']],
    ['no lines', { name: 'Vår' }, ['not-readable']],
    ['no name', { lines }, ['name name-missing']],
    ['a name that is too long', { name: 'x'.repeat(61), lines }, ['name name-too-long']],
    ['an unknown field', wish({}, { colour: 'red' }), ['colour unknown-field']],
    ['an event that there is not', wish({ prison: { occupation: null, measure: null } }), ['prison unknown-event']],
    ['a line that is no line', wish({ other: 'work' }), ['other not-a-line']],
    ['an unknown field of a line', wish({ other: { occupation: 'other', measure: null, kind: 'x' } }), ['other kind unknown-field']],
    ['an occupation that there is not', wish({ other: { occupation: 'rest', measure: null } }), ['other occupation unknown-occupation']],
    [
      'a code without an item',
      wish({ other: { occupation: null, measure: { item: 'dream', responsible: 'youth' } } }),
      ['other item unknown-item'],
    ],
    [
      'an item out of validity',
      wish({ other: { occupation: null, measure: { item: 'gone', responsible: 'youth' } } }),
      ['other item item-not-valid'],
    ],
    [
      'nobody responsible',
      wish({ other: { occupation: null, measure: { item: 'singleTalk' } } }),
      ['other responsible unknown-responsible'],
    ],
    ['who leaves the register', wish({ workFound: { ...lines.workFound, endsCoverage: true } }), ['workFound endsCoverage decided-by-law']],
    [
      'upper secondary abroad for another stay',
      wish({ abroad: { occupation: 'studiesAbroad', measure: null } }),
      ['abroad occupation decided-by-law'],
    ],
    ['unknown for something known', wish({ other: { occupation: 'unknown', measure: null } }), ['other occupation decided-by-law']],
    ['a line of another actor', wish({ otherActor: { occupation: null, measure: null } }), ['otherActor decided-by-law']],
    ['a line of studies abroad', wish({ studiesAbroad: { occupation: 'studies', measure: null } }), ['studiesAbroad decided-by-law']],
  ])('is refused with %s', (_, value, expected) => {
    expect(told(value)).toEqual(expected)
    expect(readConvention(value, items).granted).toBe(false)
  })

  test('says every line that is missing', () => {
    const { workFound: _, singleTalk: __, ...rest } = lines
    expect(told({ name: 'Vår', lines: rest })).toEqual(['workFound line-missing', 'singleTalk line-missing'])
  })

  test('is a new version each time', () => {
    const first = nextOwn(null, { name: 'Vår', lines })
    expect([first.version, nextOwn(first, first).version]).toEqual([1, 2])
  })
})

describe('what is in force', () => {
  const own = { version: 3, name: 'Vår', lines }
  test.each([
    ['nothing chosen', [], 'skaraborg', 1],
    ['a shipped one', [{ key: 'coding.convention', value: 'exempel' }], 'exempel', 1],
    [
      'the own',
      [
        { key: 'coding.convention', value: 'egen' },
        { key: 'coding.own', value: own },
      ],
      'egen',
      3,
    ],
    ['an own that was never made', [{ key: 'coding.convention', value: 'egen' }], 'skaraborg', 1],
    ['one that is no longer shipped', [{ key: 'coding.convention', value: 'gammal' }], 'skaraborg', 1],
  ])('with %s', (_, rows, key, version) => {
    const { chosen } = codingSettingsFrom(rows)
    expect([chosen.key, chosen.version]).toEqual([key, version])
  })
  test('a stored convention that holds more than it may is refused', () => {
    const value = { ...own, lines: { ...lines, otherActor: { occupation: null, measure: null } } }
    expect(() => codingSettingsFrom([{ key: 'coding.own', value }])).toThrow(/otherActor/)
  })
})
