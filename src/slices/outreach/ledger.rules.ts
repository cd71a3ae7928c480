/** What the ledger shows of a youth with several records, and what may be said of a way. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { ContactChoice, LedgerWay, WayAct } from './ledger.types.ts'

const keyOf = ({ kind, value }: Pick<LedgerWay, 'kind' | 'value'>): string => `${kind} ${value.toLowerCase()}`

/**
 * One of each value: two merged records may hold the same number. It is dead when either is; otherwise the one with the latest news stands.
 * The order is kept.
 */
export function onePerValue(ways: readonly LedgerWay[]): LedgerWay[] {
  const best = new Map<string, LedgerWay>()
  for (const way of ways) {
    const known = best.get(keyOf(way))
    if (known === undefined || isBetter(way, known)) best.set(keyOf(way), way)
  }
  return ways.filter((way) => best.get(keyOf(way)) === way)
}

function isBetter(way: LedgerWay, known: LedgerWay): boolean {
  if ((way.deadOn === null) !== (known.deadOn === null)) return way.deadOn !== null
  return (way.lastResultAt ?? '') > (known.lastResultAt ?? '')
}

export type WayActRefusal = 'stale' | 'already'

/** Whether it can be said of the way as it was seen: not when somebody was first, and not what is so already. */
export function maySay(
  { version, deadOn }: Pick<LedgerWay, 'version' | 'deadOn'>,
  seenVersion: number,
  act: WayAct,
): Decision<null, WayActRefusal> {
  if (version !== seenVersion) return refuse('stale')
  const isAlready = (act === 'dead' && deadOn !== null) || (act === 'revived' && deadOn === null)
  return isAlready ? refuse('already') : grant(null)
}

/** The choice as a form carries it along, to tell whether somebody changed it meanwhile. Says nothing of who it is. */
export const choiceVersion = ({ lang, optOuts }: ContactChoice): string => [lang, ...optOuts.toSorted()].join(' ')
