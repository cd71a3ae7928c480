/** Which source a line of the chain is asked of, and what a message to it may say. */
import { mayShow } from '../../kernel/disclosure.ts'
import type { ChainLine, LineName } from '../law/index.ts'

/** A source that has been read here. */
export type KnownSource = { readonly name: string; readonly feed: string }

/** Who usually says what a line is answered from, when the line has no fact of a source. */
const usually: Readonly<Record<LineName, readonly string[]>> = {
  '1': ['population'],
  '2': ['population'],
  '3': ['population'],
  '4': ['population'],
  '5': ['population'],
  '6': ['diplomas'],
  '7': ['schools', 'enrolments'],
  '7b': ['schools', 'enrolments'],
  '8': ['schools', 'enrolments'],
  decision: ['population'],
}

/** The source that is proposed for a line: that of its last fact, else the one that usually answers; null when none was ever read. */
export function sourceFor({ line, facts }: ChainLine, sources: readonly KnownSource[]): string | null {
  const named = facts.map(({ source }) => source).findLast((source) => sources.some(({ name }) => name === source))
  return named ?? sources.find(({ feed }) => usually[line].includes(feed))?.name ?? null
}

/** Schools and the population register know people by number; what leaves the house never holds a protected one. */
export const mayNameNumber = (feed: string, isProtected: boolean): boolean =>
  ['population', 'schools', 'enrolments'].includes(feed) && mayShow('youth.message', isProtected ? 'secrecy-marked' : 'none')
