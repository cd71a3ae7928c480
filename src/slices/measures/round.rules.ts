/** Placements are decided in a round of the personnel group: when one can be held, what a decision says, and which days an approved one has. */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { Measure } from './measures.types.ts'

/** The longest ground, and the shortest that says anything. */
export const groundLength = { shortest: 3, longest: 500 } as const
/** A round is written in within half a year of being held. */
const mostDaysAgo = 183

export type RoundProblem = 'ahead' | 'too-long-ago' | 'nobody-present' | 'not-present-yourself' | 'not-a-colleague'

/** What is wrong with a round on the day with those present; null: nothing. Who writes it was there. */
export function roundProblem(
  { heldOn, present }: { readonly heldOn: PlainDate; readonly present: readonly string[] },
  { staffId, colleagues }: { readonly staffId: string; readonly colleagues: readonly string[] },
  today: PlainDate,
): RoundProblem | null {
  if (heldOn > today) return 'ahead'
  if (dayOf(today) - dayOf(heldOn) > mostDaysAgo) return 'too-long-ago'
  if (present.length === 0) return 'nobody-present'
  if (present.some((id) => !colleagues.includes(id))) return 'not-a-colleague'
  return present.includes(staffId) ? null : 'not-present-yourself'
}

/** A placement begins when it is decided at the earliest: a proposal whose start has passed is moved to that day, its planned end as far. */
export function approvedDays(
  { fromOn, plannedUntilOn }: Pick<Measure, 'fromOn' | 'plannedUntilOn'>,
  heldOn: PlainDate,
): Pick<Measure, 'fromOn' | 'plannedUntilOn'> {
  if (fromOn >= heldOn) return { fromOn, plannedUntilOn }
  const moved = dayOf(heldOn) - dayOf(fromOn)
  return { fromOn: heldOn, plannedUntilOn: plannedUntilOn === null ? null : dateOf(plusDays(dayOf(plannedUntilOn), moved)) }
}
