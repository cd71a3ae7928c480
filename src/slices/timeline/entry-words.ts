/** What an entry says: its title, and what is told below it in grey. One function for each kind of happening. */
import type { Lang } from '../../kernel/lang.ts'
import type { Told } from '../law/index.ts'
import type { EntryTexts } from './entry-dictionary.texts.ts'
import type { Happened } from './timeline.types.ts'

/** `below` may hold empty texts: they are left out. */
export type EntryWords = { readonly title: string; readonly below: readonly string[] }

/** Whom it is told to. `isBare`: the screen is turned to the youth, and what staff wrote for each other is left out. */
export type Teller = {
  readonly t: EntryTexts
  readonly lang: Lang
  readonly told: Told
  readonly isBare: boolean
  readonly day: (on: string) => string
}

type EventOf<One> = One extends { readonly event: infer Event } ? Event : never
export type HappenedEvent = EventOf<Happened>
type DetailOf<Event, One = Happened> = One extends { readonly event: infer Own; readonly detail: infer Detail }
  ? Event extends Own
    ? Detail
    : never
  : never

/** The words of some kinds of happenings. */
export type WordsOf<Events extends HappenedEvent> = {
  readonly [Event in Events]: (detail: DetailOf<Event>, teller: Teller) => EntryWords
}

/** A word of a table, or the key where there is none. */
export const wordIn = (words: Readonly<Record<string, string>>, key: string): string =>
  Object.hasOwn(words, key) ? (words[key] ?? key) : key
