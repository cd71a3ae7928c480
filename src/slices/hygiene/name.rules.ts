/**
 * Other people's names: a given name that is no other word, a given name with a surname, a surname that is no other word. The youth's own names and
 * colleagues' are no news, and a name in front of "gatan" or "skolan" is a place. Cautious: what could be a word is left alone.
 */
import { givenNames, givenNamesThatAreWords } from './given-names.rules.ts'
import type { NoteAbout, NoteFlag } from './hygiene.types.ts'
import { surnames, surnamesThatAreWords } from './surnames.rules.ts'
import { areTogether, beginsSentence, foldedOf, isCapital, isShouted, plainOf, wordsOf, type Word } from './text.rules.ts'

/** The words of names that are known: one's own each by itself, colleagues' given names and surnames in pairs. */
type KnownNames = { readonly own: ReadonlySet<string>; readonly colleagues: ReadonlyMap<string, ReadonlySet<string>> }

const partsOf = (name: string): string[] => wordsOf(name).map(({ folded }) => folded)

function knownNames({ ownNames, colleagues = [] }: NoteAbout): KnownNames {
  const byGiven = new Map<string, Set<string>>()
  for (const [given, ...rest] of colleagues.map(partsOf)) {
    if (given === undefined) continue
    const family = byGiven.get(given) ?? new Set()
    for (const part of rest) family.add(part)
    byGiven.set(given, family)
  }
  return { own: new Set(ownNames.flatMap(partsOf)), colleagues: byGiven }
}

/** The word without the s of a genitive: Annas, Karlssons. */
const bases = (plain: string): string[] => (plain.length > 3 && plain.endsWith('s') ? [plain, plain.slice(0, -1)] : [plain])
const isIn = ({ plain }: Word, set: ReadonlySet<string>): boolean => bases(plain).some((base) => set.has(base))

const isGiven = (word: Word): boolean => isIn(word, givenNames)
const isMaybeGiven = (word: Word): boolean => isIn(word, givenNamesThatAreWords)
const isSurname = (word: Word): boolean =>
  isIn(word, surnames) || bases(word.plain).some((base) => base.length > 5 && base.endsWith('sson'))
const isMaybeSurname = (word: Word): boolean => isIn(word, surnamesThatAreWords)

const shortest = 3
/** One's own: the name, its genitive, or the beginning that one is called by (Alex of Alexander). */
const isOwn = ({ folded }: Word, { own }: KnownNames): boolean =>
  bases(folded).some((base) => own.has(base) || (base.length >= shortest && [...own].some((name) => name.startsWith(base))))

const isKnownPair = (given: Word, family: Word | null, known: KnownNames): boolean => {
  const families = bases(given.folded).flatMap((base) => known.colleagues.get(base) ?? [])
  return families.some((of) => family === null || bases(family.folded).some((base) => of.has(base)))
}

const placeEnds = [
  'skolan',
  'skola',
  'gymnasiet',
  'gymnasium',
  'gatan',
  'gata',
  'vägen',
  'torget',
  'torg',
  'plats',
  'kyrka',
  'kyrkan',
  'församling',
]
const isPlace = (word: Word | undefined): boolean =>
  word !== undefined && [...placeEnds, 'väg', 'gränd', 'park', 'parken', 'minne', 'stiftelsen'].some((end) => word.plain.endsWith(end))

const titles = new Set(['herr', 'fru', 'fröken', 'frk', 'mr', 'mrs', 'ms', 'miss', 'rektor', 'doktor', 'dr', 'magister'])

type Reading = { readonly text: string; readonly words: readonly Word[]; readonly known: KnownNames }

/** How many words from the place on belong together as a name: capitals, side by side. At most five. */
function capitalsFrom({ text, words }: Reading, at: number): number {
  let count = 1
  while (count < 5 && areTogether(text, words[at + count - 1], words[at + count]) && isCapitalAt(words, at + count)) count++
  return count
}
const isCapitalAt = (words: readonly Word[], at: number): boolean => {
  const word = words[at]
  return word !== undefined && isCapital(word)
}

const nameLike = (word: Word): boolean => isGiven(word) || isMaybeGiven(word) || isSurname(word) || isMaybeSurname(word)

/** How many of the words are the name of somebody: none when it is no name, one's own, a colleague's or a place. */
function nameLength(reading: Reading, at: number): number {
  const { text, words, known } = reading
  const here = words.slice(at, at + capitalsFrom(reading, at))
  const [first, second] = here
  if (first === undefined || isOwn(first, known)) return 0
  if (isPlace(words[at + here.length]) && areTogether(text, here.at(-1), words[at + here.length])) return 0
  if (here.some(isPlace)) return 0
  const isFirst = beginsSentence(text, words[at - 1], first)
  const pair = second !== undefined && !isOwn(second, known) && (isSurname(second) || isMaybeSurname(second) || isGiven(second))
  if (isGiven(first) || (isMaybeGiven(first) && (pair || !(isFirst || isShouted(first)))))
    return isKnownPair(first, second ?? null, known) ? 0 : spanOf(here)
  if (titles.has(words[at - 1]?.plain ?? '') && nameLike(first)) return spanOf(here)
  if (isSurname(first)) return isKnownFamily(first, known) || isFirst ? 0 : 1
  // Somebody whose given name is on no list, with a surname that is.
  if (second !== undefined && pair && !isFirst && !isKnownPair(first, second, known) && isSurname(second)) return 2
  return 0
}

const isKnownFamily = (family: Word, { colleagues }: KnownNames): boolean =>
  [...colleagues.values()].some((of) => bases(family.folded).some((base) => of.has(base)))

/** A name and the surname after it; what follows with a capital and is no name stays out. */
function spanOf(here: readonly Word[]): number {
  let count = 1
  while (count < here.length && nameLike(here[count] as Word)) count++
  return count
}

/** The names of others in a text, in order. */
export function nameFlags(text: string, words: readonly Word[], about: NoteAbout): NoteFlag[] {
  const reading = { text, words, known: knownNames(about) }
  const flags: NoteFlag[] = []
  for (let at = 0; at < words.length;) {
    const length = isCapitalAt(words, at) ? nameLength(reading, at) : 0
    const [from, until] = [words[at]?.from ?? 0, words[at + length - 1]?.until ?? 0]
    if (length > 0) flags.push({ kind: 'name', word: text.slice(from, until), from, until })
    at += Math.max(1, length)
  }
  return flags
}

/** For comparing a whole name or word as somebody wrote it in a list. */
export const asWritten = (text: string): string => foldedOf(plainOf(text.trim()))
