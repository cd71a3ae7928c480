/** Where a line of a board is acted on, and the address of a process' own board. */
import type { Process } from '../members/members.types.ts'
import type { BoardLine } from './boards.rules.ts'

const slugs: Readonly<Record<Process, string>> = { authority: 'myndighet', labourMarket: 'arbetsmarknad', housing: 'boendedrift' }

export const boardAddress = (process: Process): string => `/uppfoljning/att-gora/${slugs[process]}`

/** The process of an address; null: there is no such. */
export const processAt = (slug: string): Process | null =>
  (Object.keys(slugs) as Process[]).find((process) => slugs[process] === slug) ?? null

/** Where what is due is done. */
export function wayTo({ kind, about, process, youth }: Pick<BoardLine, 'kind' | 'about' | 'process' | 'youth'>): string {
  const own = `/uppfoljning/ungdom/${youth.id}`
  switch (kind) {
    case 'assess':
      return `${own}/bedomningar`
    case 'answer':
      return `${own}/signaler`
    case 'rate':
      return `${own}/skattning/${about}`
    case 'judge':
      return `${own}/manad/${about.slice(0, 7)}`
    case 'decide':
      return `${own}/utredning`
    case 'call':
      return `${own}/kalla`
    case 'report':
      return `${own}/rapport/${slugs[process]}/${about.slice(0, 7)}`
    case 'acknowledge':
      return '/uppfoljning/uppdrag'
  }
}
