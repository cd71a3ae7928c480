/** LIX: words, sentences, long words, the edges of the scale, and that nothing typed breaks it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { levelOf, lixLevels, lixOf } from './lix.rules.ts'
import { lixSentence } from './lix.texts.ts'

describe('counting', () => {
  it.each([
    ['', 0, 0, 0, 0],
    ['Jag går till skolan.', 4, 1, 0, 4],
    // Seven letters is long, six is not.
    ['Skolan studier', 2, 1, 1, 52],
    ['Jag ringer. Du svarar.', 4, 2, 0, 2],
    ['Ring kl. 10 i t.ex. skolan.', 6, 1, 0, 6],
    ['Vill du? ja! Bra', 4, 3, 0, 1],
    ['Så gör vi: Du ringer. Vi svarar', 7, 3, 0, 2],
    ['Ringa skolan\nBesöka Lärcentrum\n\n', 4, 2, 1, 27],
    ['2026-12-01 klockan 10.30', 3, 1, 1, 36],
    ['SFI-kursen', 1, 1, 1, 101],
    ['Han sa: ”Kom hit!” Då gick jag.', 7, 3, 0, 2],
  ])('%j has %i words, %i sentences, %i long words: %i', (text, words, sentences, longWords, lix) => {
    expect(lixOf(text)).toEqual({ words, sentences, longWords, lix })
  })

  it('is as Björnsson counts it: words a sentence and long words in a hundred', () => {
    // 20 words in two sentences, five of them long: 10 + 25.
    const text = `${'utbildningen '.repeat(5)}${'jag '.repeat(5)}. Jag ${'vi '.repeat(9)}.`
    expect(lixOf(text)).toMatchObject({ words: 20, sentences: 2, longWords: 5, lix: 35 })
  })

  it('answers for any text, and is never less than what the words alone make', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { words, sentences, longWords, lix } = lixOf(text)
        expect(longWords).toBeLessThanOrEqual(words)
        expect(sentences).toBeLessThanOrEqual(words)
        expect(words === 0 ? lix === 0 : lix >= 1).toBe(true)
        expect(lixLevels).toContain(levelOf({ words, lix }))
      }),
    )
  })

  it('is the sum of two texts on lines of their own', () => {
    const sentence = fc
      .array(fc.constantFrom('jag', 'skolan', 'utbildning', 'vägledare', 'kl. 10', 'Vi'), { minLength: 1 })
      .map((all) => all.join(' '))
    fc.assert(
      fc.property(sentence, sentence, (one, other) => {
        const [a, b, both] = [lixOf(one), lixOf(other), lixOf(`${one}\n${other}`)]
        expect(both.words).toBe(a.words + b.words)
        expect(both.longWords).toBe(a.longWords + b.longWords)
        expect(both.sentences).toBe(a.sentences + b.sentences)
      }),
    )
  })
})

describe('the level', () => {
  it.each([
    [7, 20, 'tooShort'],
    [8, 29, 'veryEasy'],
    [8, 30, 'easy'],
    [8, 39, 'easy'],
    [8, 40, 'medium'],
    [8, 49, 'medium'],
    [8, 50, 'hard'],
    [8, 59, 'hard'],
    [8, 60, 'veryHard'],
  ] as const)('of %i words and LIX %i is %s', (words, lix, level) => {
    expect(levelOf({ words, lix })).toBe(level)
  })

  it('is told in words, with advice when it is hard', () => {
    expect(lixSentence('Ringa', 'sv')).toBe('Läsbarhet: för kort text för att mäta.')
    expect(lixSentence('Jag vill gå en kurs och få ett jobb', 'sv')).toBe('Läsbarhet: mycket lätt att läsa (LIX 9).')
    expect(lixSentence('utbildning '.repeat(9), 'en')).toContain('very hard (LIX 109). Shorter sentences')
  })
})
