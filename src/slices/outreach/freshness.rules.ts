/** How long what somebody is said to do stays known (DOMAIN.md 4, freshness). */
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'

export type FreshnessDays = Readonly<Record<Occupation, number>>

/** What is in force where nothing has been set. */
export const shippedFreshness: FreshnessDays = {
  work: 90,
  studies: 120,
  studiesAbroad: 120,
  abroad: 120,
  other: 60,
  none: 45,
  // Never known; the day to ask again.
  unknown: 45,
}

/** The day from which the statement counts as unknown again. */
export const reviewOn = (kind: Occupation, statedOn: PlainDate, days: FreshnessDays): PlainDate =>
  dateOf(plusDays(dayOf(statedOn), days[kind]))

/** Since when, when that can be: not before birth, and not from a day that had not come when it was said. Otherwise nobody knows. */
export const believedSince = (
  sinceOn: PlainDate | null,
  { bornOn, statedOn }: { readonly bornOn: PlainDate | null; readonly statedOn: PlainDate },
): PlainDate | null => (sinceOn === null || sinceOn > statedOn || (bornOn !== null && sinceOn < bornOn) ? null : sinceOn)
