/** The municipality's own words as stored. What is not set is empty; what cannot be read is left out, for a note must not wait for it. */
import { z } from 'zod'
import type { NoteWords } from './hygiene.types.ts'

/** The settings' keys: words that are flagged too, and words that never are. */
export const wordKeys = { extra: 'notes.extra', never: 'notes.never' } as const

/** The most words of each, and the longest. */
export const mostWords = 200
export const longestWord = 60

const stored = /* @__PURE__ */ (() => z.array(z.string().min(1).max(longestWord)).max(mostWords))()

/** The words among rows of settings. */
export function noteWordsFrom(rows: readonly { readonly key: string; readonly value: unknown }[]): NoteWords {
  const of = (key: string): readonly string[] => stored.safeParse(rows.find((row) => row.key === key)?.value).data ?? []
  return { extra: of(wordKeys.extra), never: of(wordKeys.never) }
}
