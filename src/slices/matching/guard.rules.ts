/** When a full read stops and asks a person (FEEDS.md 5; design idea 9). */
import type { GuardSettings } from '../settings/index.ts'

export type GuardVerdict = 'inside' | 'fewer' | 'more'

/**
 * Compares the people of a full read with those of the last good full read of the same source. A first read has nothing to
 * shrink from; a difference of at most `people` persons is never stopped, however large a share it is.
 */
export function guardVerdict(people: number, lastGood: number | null, settings: GuardSettings): GuardVerdict {
  if (lastGood === null) return 'inside'
  const difference = people - lastGood
  if (Math.abs(difference) <= settings.people) return 'inside'
  // Counts are whole; the small term keeps 10 % of 300 from being 30.000000000000004.
  const reaches = (share: number) => Math.abs(difference) + 1e-9 >= lastGood * share
  if (difference < 0) return reaches(settings.fewer) ? 'fewer' : 'inside'
  return reaches(settings.more) ? 'more' : 'inside'
}
