/** What is known of an occupation on a day (DOMAIN.md 4, freshness). The lists ask the same in SQL: `outreach.occupation_state`. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation, OccupationState } from './ladder.types.ts'

/** What was said, and the day from which it counts as unknown again. */
type Said = { readonly kind: Occupation; readonly reviewOn: PlainDate }

/** The state on the day; null: nothing was ever said. */
export function occupationStateOn(said: Said | null, on: PlainDate): OccupationState {
  if (said === null) return 'notAsked'
  return said.reviewOn <= on ? 'lapsed' : said.kind
}

/** Whether it is known what the youth does. Known to do nothing is known; asked in vain, lapsed and never asked are not. */
export const isKnownOccupation = (state: OccupationState): boolean => state !== 'unknown' && state !== 'lapsed' && state !== 'notAsked'

/** Those outside who can be asked, and what each of them knows of: a yes says that the youth does it. */
export const occupationKnownBy = { school: 'studies', employer: 'work', otherActor: 'other' } as const satisfies Readonly<
  Record<string, Occupation>
>
