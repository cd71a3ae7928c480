/**
 * Words by their stems. A list says how words begin, which long parts give a compound away wherever they stand, which words are meant exactly,
 * and which beginnings are something else. Each word costs a bounded number of look-ups, however long it is.
 */
import { areTogether, foldedOf, plainOf, type Word } from './text.rules.ts'

/** A list as it is written: words with spaces between them, phrases with a line each. */
export type StemList = {
  /** Beginnings: `diagnos` is diagnos, diagnosen, diagnoser. */
  readonly starts: string
  /** Parts anywhere in a word: `missbruk` is alkoholmissbruk too. */
  readonly holds?: string
  /** Whole words, with their inflections written out. */
  readonly exact?: string
  /** Whole words in capitals only: abbreviations that are words as well. */
  readonly capitals?: string
  /** Whole words after hans, hennes, min …: far and son are other words elsewhere. */
  readonly owned?: string
  /** Several words in a row, the last of them a beginning. */
  readonly phrases?: readonly string[]
  /** Beginnings that are something else. */
  readonly never?: string
}

/** A list made ready. Words of five letters and more are compared without å ä ö too; shorter ones would be other words. */
export type Stems = {
  readonly starts: ReadonlySet<string>
  readonly holds: ReadonlySet<string>
  readonly exact: ReadonlySet<string>
  readonly capitals: ReadonlySet<string>
  readonly owned: ReadonlySet<string>
  readonly phrases: ReadonlyMap<string, readonly (readonly string[])[]>
  readonly never: ReadonlySet<string>
}

/** As long as the longest stem. Nothing after it is looked at. */
const longest = 28
const foldedFrom = 5

const listed = (words = ''): string[] => words.split(/\s/u).filter((word) => word !== '')
const bothWays = (words: readonly string[]): Set<string> =>
  new Set(words.flatMap((word) => (word.length < foldedFrom ? [word] : [word, foldedOf(word)])))

function phrasesOf(lines: readonly string[]): Map<string, string[][]> {
  const byFirst = new Map<string, string[][]>()
  for (const line of lines) {
    const [first = '', ...rest] = plainOf(line).split(/[\s-]/u)
    byFirst.set(first, [...(byFirst.get(first) ?? []), rest])
  }
  return byFirst
}

/** Makes a list ready. */
export const stemsOf = ({ starts, holds, exact, capitals, owned, phrases = [], never }: StemList): Stems => ({
  starts: bothWays(listed(starts)),
  holds: new Set(listed(holds)),
  exact: bothWays(listed(exact)),
  capitals: new Set(listed(capitals)),
  owned: new Set(listed(owned)),
  phrases: phrasesOf(phrases),
  never: bothWays(listed(never)),
})

/** Whether the word begins with one of the set. */
function begins(word: string, set: ReadonlySet<string>, most = longest): boolean {
  for (let length = Math.min(word.length, most); length >= 2; length--) if (set.has(word.slice(0, length))) return true
  return false
}

/** Whether the word has one of the set in it: each place is a beginning of at most the longest part. */
function holdsOne(word: string, { holds }: Stems): boolean {
  if (holds.size === 0) return false
  for (let at = 0; at < word.length; at++) if (begins(word.slice(at, at + longest), holds)) return true
  return false
}

const owners = new Set(
  listed(
    'hans hennes hens min mitt mina din ditt dina sin sitt sina vår vårt våra er ert era deras ungdomens killens tjejens his her their my your our',
  ),
)

const isWord = ({ plain, folded }: Word, set: ReadonlySet<string>): boolean =>
  set.has(plain) || (plain.length >= foldedFrom && set.has(folded))
const isBegun = ({ plain, folded }: Word, set: ReadonlySet<string>): boolean =>
  begins(plain, set) || (plain.length >= foldedFrom && begins(folded, set))

/** How many words from the place on are of the list: none, one, or those of a phrase. */
export function stemAt(text: string, words: readonly Word[], at: number, stems: Stems, isCapitals: (word: Word) => boolean): number {
  const word = words[at]
  if (word === undefined) return 0
  const phrase = phraseAt(text, words, at, stems)
  if (phrase > 0) return phrase
  if (isBegun(word, stems.never)) return 0
  if (isBegun(word, stems.starts) || isWord(word, stems.exact) || holdsOne(word.plain, stems)) return 1
  if (stems.capitals.has(word.plain) && isCapitals(word)) return 1
  return stems.owned.has(word.plain) && owners.has(words[at - 1]?.plain ?? '') && areTogether(text, words[at - 1], word) ? 1 : 0
}

function phraseAt(text: string, words: readonly Word[], at: number, { phrases }: Stems): number {
  const found = (phrases.get(words[at]?.plain ?? '') ?? []).find((rest) =>
    rest.every((part, i) => {
      const word = words[at + i + 1]
      const isThere = i === rest.length - 1 ? word?.plain.startsWith(part) : word?.plain === part
      return isThere === true && areTogether(text, words[at + i], word)
    }),
  )
  return found === undefined ? 0 : found.length + 1
}
