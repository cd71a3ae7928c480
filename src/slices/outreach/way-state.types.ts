/** The nouns of what is heard of a number or address. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Outcome } from '../ladder/index.ts'
import type { WayResult } from './outreach.types.ts'

/** One thing heard of a way: how a contact went, or somebody's word. `at`: its instant as the database writes it, `on`: its day. */
export type WayUse = { readonly said: Outcome | 'dead' | 'revived'; readonly at: string; readonly on: PlainDate }

export type WayState = {
  readonly lastResult: WayResult | null
  readonly lastResultAt: string | null
  readonly deadOn: PlainDate | null
  readonly cooldownUntil: PlainDate | null
}
