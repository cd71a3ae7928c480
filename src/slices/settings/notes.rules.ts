/** The municipality's words for notes as they are written: a word or a few words on each line. */
import { longestWord, mostWords, wordKeys, type NoteWords } from '../hygiene/index.ts'
import type { StoredValue } from './draft.rules.ts'

export type TypedNoteWords = Readonly<Record<keyof NoteWords, string>>
export type NoteWordsProblem = 'too-many' | 'too-long' | 'no-letter'

/** The lists of the form. */
export const wordLists = ['extra', 'never'] as const satisfies readonly (keyof NoteWords)[]

/** One on each line, as they came. */
export const typedWords = ({ extra, never }: NoteWords): TypedNoteWords => ({ extra: extra.join('\n'), never: never.join('\n') })

const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\r?\n/u)
      .map((line) => line.trim().replaceAll(/\s+/gu, ' '))
      .filter((line) => line !== ''),
  ),
]

function problemIn(words: readonly string[]): NoteWordsProblem | null {
  if (words.length > mostWords) return 'too-many'
  if (words.some((word) => word.length > longestWord)) return 'too-long'
  return words.every((word) => /\p{L}/u.test(word)) ? null : 'no-letter'
}

/** What was written as words; or what is wrong, list by list. */
export function readWords(
  typed: TypedNoteWords,
): NoteWords | readonly { readonly field: keyof NoteWords; readonly problem: NoteWordsProblem }[] {
  const words: NoteWords = { extra: linesOf(typed.extra), never: linesOf(typed.never) }
  const problems = wordLists.flatMap((field) => {
    const problem = problemIn(words[field])
    return problem === null ? [] : [{ field, problem }]
  })
  return problems.length === 0 ? words : problems
}

const isSame = (one: readonly string[], other: readonly string[]): boolean => one.join('\n') === other.join('\n')

/** The values to store: of the lists that differ. */
export const wordChanges = (present: NoteWords, draft: NoteWords): StoredValue[] =>
  wordLists.filter((list) => !isSame(present[list], draft[list])).map((list) => ({ key: wordKeys[list], value: draft[list] }))
