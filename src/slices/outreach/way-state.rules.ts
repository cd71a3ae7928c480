/** What the ledger says of a number or address, worked out from the contacts that used it and what was said of it by hand. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { WayResult } from './outreach.types.ts'
import type { WayState, WayUse } from './way-state.types.ts'
import { coolDaysAfter, wayResultOf } from './way.rules.ts'

const untouched: WayState = { lastResult: null, lastResultAt: null, deadOn: null, cooldownUntil: null }

type Cooling = Parameters<typeof coolDaysAfter>[1]

/** Dead from the first result that says so, until one that says it works. */
function deadAfter(before: PlainDate | null, result: WayResult, on: PlainDate): PlainDate | null {
  if (result === 'dead' || result === 'returned') return before ?? on
  return result === 'worked' || result === 'delivered' ? null : before
}

const resultOf = (said: Exclude<WayUse['said'], 'revived'>): WayResult | null => (said === 'dead' ? 'dead' : wayResultOf(said))

/** The state after one more thing heard. An outcome that says nothing of the way changes nothing. */
export function wayStateAfter(state: WayState, { said, at, on }: WayUse, ladder: Cooling): WayState {
  if (said === 'revived') return untouched
  const result = resultOf(said)
  if (result === null) return state
  const coolDays = coolDaysAfter(result, ladder)
  return {
    lastResult: result,
    lastResultAt: at,
    deadOn: deadAfter(state.deadOn, result, on),
    cooldownUntil: coolDays === null ? null : dateOf(plusDays(dayOf(on), coolDays)),
  }
}

/** The state that everything heard of the way leaves, oldest first. */
export const wayStateFrom = (uses: readonly WayUse[], ladder: Cooling): WayState =>
  uses.reduce((state, use) => wayStateAfter(state, use, ladder), untouched)
