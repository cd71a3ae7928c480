/**
 * LIX, Björnsson's measure of how hard a Swedish text is to read (Läsbarhet, 1968): words a sentence, plus the share of words with more than six
 * letters. The same on the server and, as one types, in the browser.
 */

/** `lix` is rounded to a whole number; 0 without words. */
export type Lix = { readonly words: number; readonly sentences: number; readonly longWords: number; readonly lix: number }

/** `tooShort`: so few words that the number says nothing. */
export const lixLevels = ['tooShort', 'veryEasy', 'easy', 'medium', 'hard', 'veryHard'] as const
export type LixLevel = (typeof lixLevels)[number]

const word = /[\p{L}\p{M}\p{N}]+(?:['’.:/-][\p{L}\p{M}\p{N}]+)*/gu
const letters = /\p{L}/gu
/** After a full stop or a colon a sentence begins with no small letter and no digit: "t.ex. skolan", "kl. 10". */
const sentenceEnd = /(?<=[!?]["”’)]*)\s+|(?<=[.:…]["”’)]*)\s+(?=[^\p{Ll}\p{N}\s])/u
const longerThan = 6
const fewestWords = 8

const wordsIn = (text: string): readonly string[] => text.match(word) ?? []
const isLong = (one: string): boolean => (one.match(letters) ?? []).length > longerThan

/** Each line is a sentence of its own, whether it ends with a full stop or not: steps are lines. */
const sentencesIn = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((line) => line.split(sentenceEnd))
    .filter((sentence) => wordsIn(sentence).length > 0)

/** The measure of a text. */
export function lixOf(text: string): Lix {
  const words = wordsIn(text)
  const sentences = sentencesIn(text).length
  const longWords = words.filter(isLong).length
  const lix = words.length === 0 ? 0 : Math.round(words.length / sentences + (100 * longWords) / words.length)
  return { words: words.length, sentences, longWords, lix }
}

/** Björnsson's scale: under 30 as in children's books, 30 to 39 as in fiction, 40 to 49 as in newspapers, 50 to 59 as from authorities, from 60 hardest. */
export function levelOf({ words, lix }: Pick<Lix, 'words' | 'lix'>): LixLevel {
  if (words < fewestWords) return 'tooShort'
  if (lix < 30) return 'veryEasy'
  if (lix < 40) return 'easy'
  if (lix < 50) return 'medium'
  return lix < 60 ? 'hard' : 'veryHard'
}
