/** Where a line of a board is acted on, and the address of a process' own board. */
import type { Process } from '../members/members.types.ts'
import type { BoardLine } from './boards.rules.ts'

const slugs: Readonly<Record<Process, string>> = { authority: 'myndighet', labourMarket: 'arbetsmarknad', housing: 'boendedrift' }

export const boardAddress = (process: Process): string => `/uppfoljning/att-gora/${slugs[process]}`

/** The process of an address; null: there is no such. */
export const processAt = (slug: string): Process | null =>
  (Object.keys(slugs) as Process[]).find((process) => slugs[process] === slug) ?? null

/** Where what is due is done. */
export function wayTo({ kind, youth }: Pick<BoardLine, 'kind' | 'youth'>): string {
  const own = `/uppfoljning/ungdom/${youth.id}`
  return kind === 'rate' ? '/uppfoljning/skattning' : own
}
