/** What a tick keeps, what the log is told, and the words shown. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawn } from '../../ui/drawn.testbed.ts'
import { keptField } from './hygiene.forms.ts'
import { hygieneTexts } from './hygiene.texts.ts'
import { flagKinds, type NoteAbout } from './hygiene.types.ts'
import { tickIn } from './hygiene.testbed.ts'
import {
  flagsIn,
  flagsInKept,
  heldBack,
  holdBack,
  hygieneDetail,
  joinedChecks,
  keptFrom,
  keptValue,
  noteDraft,
  unchecked,
} from './kept.rules.ts'
import { NoteWarning } from './note-warning.views.tsx'
import { noteWordsFrom } from './own-words.rules.ts'
import { noteProblems } from './problem.texts.ts'

const about: NoteAbout = { ownNames: ['Olle Prov'] }
const check = (text: string, kept: readonly string[] = [], before: readonly string[] = []) =>
  heldBack([{ field: 'note', text }], kept, about, before)
const words = (flags: readonly { readonly word: string }[]) => flags.map(({ word }) => word)

describe('the tick', () => {
  it('keeps what was shown, however often and in whatever letters, and nothing else', () => {
    const shown = check('Mamma, adhd och  god  man').flags
    const kept = keptField.parse(keptValue(shown))
    expect(check('ADHD, mamma och god man', kept).asked).toEqual([])
    expect(words(check('adhd, pappa', kept).asked)).toEqual(['pappa'])
    expect(words(check('mamma', keptField.parse('ja')).asked)).toEqual(['mamma'])
    expect(words(check('mamma', keptField.parse(undefined)).asked)).toEqual(['mamma'])
  })
  it('asks about no word that stood there before, in whichever field', () => {
    expect(check('Mamma ringer', [], ['ring mamma']).asked).toEqual([])
    expect(words(check('Mamma och pappa', [], ['mamma']).asked)).toEqual(['pappa'])
  })
  it('gives back what it was about', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('mamma', 'Sara Berg', 'adhd', 'åtal', 'soc', '080512-2384')), (parts) => {
        const { flags } = check(parts.join('. '))
        expect(keptValue(flagsInKept(keptValue(flags)))).toBe(keptValue(flags))
        expect(check(parts.join('. '), keptFrom(keptValue(flags))).asked).toEqual([])
      }),
    )
  })
  it('is never broken by what somebody sends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, sent) => {
        expect(() => check(text, keptFrom(sent))).not.toThrow()
        expect(() => flagsInKept(sent)).not.toThrow()
      }),
    )
  })
})

describe('a refusal', () => {
  it('carries what was flagged; others carry nothing', () => {
    const checked = check('mamma')
    expect(flagsIn(holdBack(checked))).toEqual(checked.flags)
    expect([flagsIn({ granted: false, reason: 'missing' }), flagsIn({ granted: true })]).toEqual([[], []])
  })
  it('is shown again unticked; a form that comes back for something else keeps its tick', () => {
    const { flags } = check('mamma')
    expect(noteDraft(flags, 'kin:mamma')).toEqual({ flags, isKept: false })
    expect(noteDraft([], 'kin:mamma')).toEqual({ flags: [{ kind: 'kin', word: 'mamma' }], isKept: true })
    expect(noteDraft([], '')).toEqual({ flags: [], isKept: false })
  })
})

describe('the log', () => {
  it.each([
    [check('Ringde'), {}],
    [unchecked, {}],
    [check('mamma, pappa och adhd'), { flagged: { kin: 2, diagnosis: 1 }, kept: false }],
    [check('mamma', ['kin:mamma']), { flagged: { kin: 1 }, kept: true }],
    [joinedChecks(check('mamma', ['kin:mamma']), check('åtal')), { flagged: { kin: 1, crime: 1 }, kept: false }],
  ])('is told kinds, counts and the answer', (checked, detail) => {
    expect(hygieneDetail(checked)).toEqual(detail)
  })
  it('is never told a word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const keys = Object.keys(hygieneDetail(check(`${text} mamma`)).flagged ?? {})
        expect(keys.every((key) => (flagKinds as readonly string[]).includes(key))).toBe(true)
      }),
    )
  })
})

describe.each(['sv', 'en'] as const)('the words in %s', (lang) => {
  it('say of each kind what it is and why, with the paragraph', () => {
    for (const kind of flagKinds) {
      expect(hygieneTexts[lang].kinds[kind]).not.toBe('')
      expect(hygieneTexts[lang].why[kind]).toMatch(
        kind === 'diagnosis' || kind === 'crime' ? /2006:39, (5 §|section 5)/ : /2006:39, (4 §|section 4)/,
      )
    }
  })
  it('are one problem a field, with four words at most and how many more', () => {
    const { flags } = heldBack(
      [
        { field: 'goal', text: 'mamma pappa syster kusin moster' },
        { field: 'note', text: 'åtal' },
      ],
      [],
      about,
    )
    const [goal, note] = noteProblems(flags, lang)
    expect([goal?.field, note?.field]).toEqual(['goal', 'note'])
    expect(goal?.text).toMatch(/mamma.*pappa.*syster.*kusin.*(och 1 till|and 1 more)/)
    expect(goal?.text).not.toContain('moster')
  })
  it('stand in the warning once each, with what was typed never taken for markup', () => {
    const warning = (text: string, isKept = false) => NoteWarning({ flags: check(text).flags, lang, isKept })
    expect(warning('Ringde')).toBeNull()
    const html = drawn(warning('mamma, Mamma och adhd'))
    expect(html.match(/mamma/gi)).toHaveLength(2)
    expect(tickIn(html)).toBe('kin:mamma|diagnosis:adhd')
    expect(html).not.toMatch(/\schecked/)
    expect(drawn(warning('mamma', true))).toMatch(/\schecked/)
  })
})

describe('the municipality’s own words', () => {
  it.each([
    [[], { extra: [], never: [] }],
    [[{ key: 'notes.extra', value: ['a', 'b c'] }], { extra: ['a', 'b c'], never: [] }],
    [[{ key: 'notes.never', value: 'soc' }], { extra: [], never: [] }],
    [[{ key: 'notes.extra', value: Array.from({ length: 201 }, () => 'x') }], { extra: [], never: [] }],
    [[{ key: 'annat', value: ['a'] }], { extra: [], never: [] }],
  ])('%j are read, and what cannot be read is as if it were not there', (rows, read) => {
    expect(noteWordsFrom(rows)).toEqual(read)
  })
})
