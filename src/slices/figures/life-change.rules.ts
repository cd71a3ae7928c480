/** From what became known of a life's facts to why its periods are other now. */
import type { LifeChange } from './again.rules.ts'

type Counted = { readonly personId: number; readonly what: string; readonly fresh: number; readonly closed: number; readonly ended: number }

function whyOf({ what, fresh, closed, ended }: Counted): LifeChange['why'] {
  if (what === 'same_person') return 'merged'
  if (ended > 0) return 'late'
  if (fresh === 0) return 'struck'
  return closed > 0 ? 'correctedDay' : 'late'
}

const rank: Readonly<Record<LifeChange['why'], number>> = { merged: 0, late: 1, correctedDay: 2, struck: 3 }

/** By youth, the likeliest reason first: a merge, then what was told late, corrected, taken back. */
export function lifeChanges(counts: readonly Counted[]): Map<number, LifeChange[]> {
  const found = new Map<number, LifeChange[]>()
  for (const one of counts) found.set(one.personId, [...(found.get(one.personId) ?? []), { what: one.what, why: whyOf(one) }])
  for (const changes of found.values()) changes.sort((a, b) => rank[a.why] - rank[b.why])
  return found
}
