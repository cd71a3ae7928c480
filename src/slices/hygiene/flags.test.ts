/** What is flagged in texts and what is not, as tables; and what holds of every text. */
import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { benefitRows, crimeRows, healthRows, kinRows, type TextRow } from './flagged-texts.testbed.ts'
import { flagsOf } from './flags.rules.ts'
import { flagKinds, type NoteAbout } from './hygiene.types.ts'
import { mixedRows, nameRows, numberRows } from './named-texts.testbed.ts'

const about: NoteAbout = { ownNames: ['Alexander Svensson Ek'], colleagues: ['Karin Holmlund'] }
const flagged = (text: string, of: NoteAbout = about) => flagsOf(text, of).map(({ kind, word }) => [kind, word])

const tables: readonly (readonly [string, readonly TextRow[]])[] = [
  ['health', healthRows],
  ['crime', crimeRows],
  ['benefits', benefitRows],
  ['kin', kinRows],
  ['names', nameRows],
  ['numbers', numberRows],
  ['several', mixedRows],
]

describe.each(tables)('%s', (_, rows) => {
  it.each(rows.map(([text, ...flags]) => ({ text, flags })))('$text', ({ text, flags }) => {
    expect(flagged(text)).toEqual(flags)
  })
})

describe('the municipality’s own words', () => {
  const words = { extra: ['Fritidsgård', 'blå huset'], never: ['soc', 'Anna Lind', 'FAMILJEHEM'] }
  it.each([
    ['på fritidsgården', [['local', 'fritidsgården']]],
    ['på fritidsgarden', [['local', 'fritidsgarden']]],
    ['i Blå huset', [['local', 'Blå huset']]],
    ['i blå husets kök', [['local', 'blå husets']]],
    ['i ett blått hus', []],
    ['soc ringde', []],
    ['Soc ringde', []],
    ['socialtjänsten ringde', [['benefit', 'socialtjänsten']]],
    ['Anna Lind ringde', []],
    ['Anna ringde', [['name', 'Anna']]],
    ['bor i familjehem', []],
  ])('%s', (text, flags) => {
    expect(flagged(text, { ...about, words })).toEqual(flags)
  })
  it('are no reason to break, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.array(fc.string()), fc.string(), (extra, never, text) => {
        expect(() => flagsOf(text, { ownNames: [], words: { extra, never } })).not.toThrow()
      }),
    )
  })
})

const pieces = [...tables.flatMap(([, rows]) => rows.map(([text]) => text)), ' ', '\n', '. ', '-', '1', '0805', 'Anna', 'å', '\u0301']
const noteText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
)

describe('every text', () => {
  it('gives flags within it, in order, not overlapping, with the word that stands there', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        let last = 0
        for (const { kind, word, from, until } of flagsOf(text, about)) {
          expect(flagKinds).toContain(kind)
          expect(from).toBeGreaterThanOrEqual(last)
          expect(until).toBeGreaterThan(from)
          expect(until).toBeLessThanOrEqual(text.length)
          expect(text.slice(from, until)).toBe(word)
          last = until
        }
      }),
    )
  })
  it('gives the same each time, and nothing more once what was flagged is crossed out', () => {
    fc.assert(
      fc.property(noteText, (text) => {
        const flags = flagsOf(text, about)
        expect(flagsOf(text, about)).toEqual(flags)
        const crossedOut = flags
          .toReversed()
          .reduce((rest, { from, until }) => `${rest.slice(0, from)}${'q'.repeat(until - from)}${rest.slice(until)}`, text)
        expect(flagsOf(crossedOut, about)).toEqual([])
      }),
    )
  })
  it('is read alike in capitals and in another normal form', () => {
    const words = [...healthRows, ...crimeRows, ...benefitRows, ...kinRows].filter(([, ...flags]) => flags.length > 0)
    for (const [text, ...flags] of words) {
      expect(flagged(text.normalize('NFD')).map(([kind]) => kind)).toEqual(flags.map(([kind]) => kind))
      expect(flagged(text.toUpperCase()).map(([kind]) => kind)).toEqual(flags.map(([kind]) => kind))
    }
  })
  it.each([
    'angest',
    'forsorjningsstod',
    'haktad',
    'fangelse',
    'vardnadshavare',
    'foraldrar',
    'omhandertagen',
    'aktivitetsersattning',
    'stold',
  ])('is read without å ä ö: %s', (text) => {
    expect(flagged(text)).toHaveLength(1)
  })
})

describe('the work it takes', () => {
  /** Look-ups and cuts made while a text is read: what the reading consists of, without a clock. */
  const stepsFor = (text: string): number => {
    const spies = [
      vi.spyOn(Set.prototype, 'has'),
      vi.spyOn(Map.prototype, 'get'),
      vi.spyOn(String.prototype, 'slice'),
      vi.spyOn(RegExp.prototype, 'exec'),
    ]
    flagsOf(text, { ownNames: ['Alexander Ek'], colleagues: ['Karin Holmlund'] })
    const steps = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0)
    for (const spy of spies) spy.mockRestore()
    return steps
  }
  it.each([
    ['one long word', 'missbru'],
    ['digits', '0805122384'],
    ['groups of digits', '0805 12 '],
    ['dates', '2008-05-12-'],
    ['names', 'Anna Lind '],
    ['capitals', 'A '],
    ['phrases begun', 'villkorlig '],
    ['hyphens', '-'],
    ['marks', 'e\u0301'],
    ['spaces', ' '],
    ['soft hyphens', 'a\u00AD'],
  ])('grows with the text and no faster: %s', (_, piece) => {
    const [short, long] = [stepsFor(piece.repeat(200)), stepsFor(piece.repeat(800))]
    expect(long).toBeLessThanOrEqual(4.2 * Math.max(short, 50))
  })
  it('has no expression that can go back over what it has read', () => {
    // Each + or * stands after one class of signs, and never twice in a row over the same.
    expect(['a'.repeat(50_000), '1 '.repeat(50_000), 'Å\u0301'.repeat(30_000)].map((text) => flagsOf(text, about))).toEqual([[], [], []])
  })
})
