/** What a search for a number is worth, and the school year that yields are counted in. */
import { dateOf, dayFrom, dayOf, partsOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import type { FoundWay, YieldPeriod } from './search.types.ts'

/** A result that says that the number is not the youth's. */
const wrong: ReadonlySet<FoundWay['lastResult']> = new Set(['dead', 'wrongPerson', 'returned'])

/**
 * Whether a find holds: the youth has been reached on it, or nothing says that it is dead, somebody else's or taken away.
 * One that was never tried holds until it is (seeds/003: 82 searched, 1 valid).
 */
export const isValidFind = ({ hasWorked, lastResult, isDead, isRemoved }: FoundWay): boolean =>
  hasWorked || (!isDead && !isRemoved && !wrong.has(lastResult))

/** The school year so far: from 1 July, to the end of the day. */
export function schoolYearTo(today: PlainDate): YieldPeriod {
  const { year, month } = partsOf(dayOf(today))
  const fromOn = dateOf(dayFrom(month >= 7 ? year : year - 1, 7, 1))
  return { fromOn, untilOn: dateOf(plusDays(dayOf(today), 1)) }
}
