/** What a row says, worked out from what is known of it. */
import { birthday, dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { ListRow } from './worklist.types.ts'

const fromLastFollowedDay: ReadonlySet<string> = new Set([
  'studyCertificate',
  'endedWithoutDiploma',
  'interruptedNational',
  'interruptedIntroductory',
  'interruptedAdapted',
  'interruptedEquivalent',
])
const withoutDay: ReadonlySet<string> = new Set(['neverStarted', 'noShow', 'unknown'])

/** The day that the entry reason speaks of: the last day of an education, the day of a move or decision; null for what never happened (3.5). */
export function entryEventOn(reason: string, fromOn: PlainDate): PlainDate | null {
  if (withoutDay.has(reason)) return null
  return fromLastFollowedDay.has(reason) ? dateOf(plusDays(dayOf(fromOn), -1)) : fromOn
}

/** Days from the one to the other. */
export const daysBetween = (from: PlainDate, to: PlainDate): number => dayOf(to) - dayOf(from)

/** The 20th birthday; null when the birthday is not known. */
export const turns20On = ({ bornOn }: Pick<ListRow, 'bornOn'>): PlainDate | null =>
  bornOn === null ? null : dateOf(birthday(dayOf(bornOn), 20))
