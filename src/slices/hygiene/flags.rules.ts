/**
 * What in a free text may not belong in the register (förordning 2006:39, 4 and 5 §§). Pure, local, and never sure: it is for the writer to
 * judge. One pass over the text, whatever is in it.
 */
import { benefitWords } from './benefit-words.rules.ts'
import { crimeWords } from './crime-words.rules.ts'
import { diagnosisWords } from './diagnosis-words.rules.ts'
import type { FlagKind, NoteAbout, NoteFlag } from './hygiene.types.ts'
import { kinWords } from './kin-words.rules.ts'
import { asWritten, nameFlags } from './name.rules.ts'
import { numberFlags } from './number.rules.ts'
import { stemAt, stemsOf, type Stems } from './stem.rules.ts'
import { isAbbreviation, plainOf, wordsOf, type Word } from './text.rules.ts'

/** In this order: a word that is on two lists is what is graver. */
const lists: readonly (readonly [FlagKind, Stems])[] = [
  ['crime', crimeWords],
  ['diagnosis', diagnosisWords],
  ['benefit', benefitWords],
  ['kin', kinWords],
]

/** The municipality's own words: a word is a beginning, several in a row a phrase. */
function localStems(extra: readonly string[]): Stems {
  const [alone, phrases] = [true, false].map((isAlone) =>
    extra.map((one) => plainOf(one.trim())).filter((one) => /^\S*$/u.test(one) === isAlone),
  )
  return stemsOf({ starts: (alone ?? []).join(' '), phrases: phrases ?? [] })
}

function wordFlags(text: string, words: readonly Word[], { words: own }: NoteAbout): NoteFlag[] {
  const all = own === undefined || own.extra.length === 0 ? lists : [...lists, ['local', localStems(own.extra)] as const]
  const flags: NoteFlag[] = []
  for (let at = 0; at < words.length;) {
    const found = all
      .map(([kind, stems]) => ({ kind, length: stemAt(text, words, at, stems, isAbbreviation) }))
      .find(({ length }) => length > 0)
    const length = found?.length ?? 1
    const [from, until] = [words[at]?.from ?? 0, words[at + length - 1]?.until ?? 0]
    if (found !== undefined) flags.push({ kind: found.kind, word: text.slice(from, until), from, until })
    at += length
  }
  return flags
}

/** The last ten digits are the same in all the ways to write a number. */
const tenOf = (number: string): string => number.replaceAll(/\D/gu, '').slice(-10)

const overlaps = (one: NoteFlag, others: readonly NoteFlag[]): boolean =>
  others.some(({ from, until }) => from < one.until && one.from < until)

/**
 * The places in a text that its writer should look at, in order and not overlapping. `ownNames`: the youth's, whole as they are written.
 * Never throws, whatever the text is.
 */
export function flagsOf(text: string, about: NoteAbout): readonly NoteFlag[] {
  const words = wordsOf(text)
  const never = new Set((about.words?.never ?? []).map(asWritten))
  const byWord = wordFlags(text, words, about)
  const ownNumbers = new Set((about.ownNumbers ?? []).map(tenOf))
  const numbers = numberFlags(text).filter(({ word }) => !ownNumbers.has(tenOf(word)))
  const names = nameFlags(text, words, about).filter((flag) => !overlaps(flag, byWord))
  return [...numbers, ...byWord, ...names].filter(({ word }) => !never.has(asWritten(word))).toSorted((one, other) => one.from - other.from)
}
