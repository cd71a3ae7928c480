/** A new round as a form says it: whom it is for, in the words of the lists' addresses, and what it sends. */
import { lettersDue } from './round-continuous.rules.ts'
import type { RoundTemplates } from './round.types.ts'

export const roundSelections = ['letters', 'certificate', 'twenty', 'list'] as const
export type RoundSelection = (typeof roundSelections)[number]

export type RoundProblem = 'nothing-sent' | 'not-days' | 'no-list'

const certificate = 'orsak=studyCertificate'

/** What stands after the `?` of a list's address; null for what is no such address. Which fields it may have is for the lists. */
export function listQuery(address: string): string | null {
  const found = /^(?:https?:\/\/[^/\s]+)?\/ungdomar(?:\?([^\s#]*))?(?:#\S*)?$/.exec(address.trim())
  return found === null ? null : (found[1] ?? '')
}

/** The round's query, or what is wrong. `list`: the query of a list as the lists themselves write it; null: none was given. */
export function queryOfSelection(
  selection: RoundSelection,
  days: string,
  list: string | null,
): { readonly query: string } | { readonly problem: RoundProblem } {
  switch (selection) {
    case 'letters':
      return { query: lettersDue }
    case 'certificate':
      return { query: certificate }
    case 'twenty': {
      const isDays = /^\d{1,3}$/.test(days) && Number(days) >= 1 && Number(days) <= 366
      return isDays ? { query: `tjugo=${Number(days)}` } : { problem: 'not-days' }
    }
    case 'list':
      return list === null ? { problem: 'no-list' } : { query: list }
  }
}

/** Which choice a query came from; `days` for those who turn 20. */
export function selectionOf(query: string): { readonly selection: RoundSelection; readonly days: string } {
  const days = /^tjugo=(\d+)$/.exec(query)?.[1] ?? ''
  if (query === lettersDue) return { selection: 'letters', days }
  if (query === certificate) return { selection: 'certificate', days }
  return { selection: days === '' ? 'list' : 'twenty', days }
}

/** Whether the round sends anything at all. */
export const sendsSomething = ({ letterKey, smsKey, emailKey }: RoundTemplates): boolean =>
  letterKey !== null || smsKey !== null || emailKey !== null
