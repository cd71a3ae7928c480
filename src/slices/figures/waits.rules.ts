/** How long youths waited: from entry to the first attempt, and to the first time they were reached. */
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { turnsToYouth } from '../ladder/index.ts'
import type { FigureContact, FigureEntry, Waits } from './figures.types.ts'

/** An entry with the days that count. `beginBy`: the last day to begin, one month on. */
export type EntryWait = FigureEntry & {
  readonly beginBy: PlainDate
  readonly firstAttemptOn: PlainDate | null
  readonly firstReachedOn: PlainDate | null
}

/** The first attempt and the first reach of the period that the entry began. The youth's own voice before anybody tried is a beginning too; asking a school or a partner is none. */
export function entryWait(entry: FigureEntry, beginBy: PlainDate, contacts: readonly FigureContact[]): EntryWait {
  const own = contacts.filter(({ on }) => on >= entry.enteredOn && (entry.untilOn === null || on < entry.untilOn))
  const reached = own.find((contact) => contact.reached)
  const begun = own.find(turnsToYouth)
  return { ...entry, beginBy, firstAttemptOn: begun?.on ?? null, firstReachedOn: reached?.on ?? null }
}

/** The middle one, the lower of two; null of none. */
function median(days: readonly number[]): number | null {
  const sorted = days.toSorted((a, b) => a - b)
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? null
}

/** The waits of those who entered, asked on the day. */
export function waitsOf(entries: readonly EntryWait[], today: PlainDate): Waits {
  const daysTo = (of: (entry: EntryWait) => PlainDate | null): number[] =>
    entries.flatMap((entry) => {
      const on = of(entry)
      return on === null ? [] : [dayOf(on) - dayOf(entry.enteredOn)]
    })
  const [attempts, reaches] = [daysTo(({ firstAttemptOn }) => firstAttemptOn), daysTo(({ firstReachedOn }) => firstReachedOn)]
  return {
    entered: entries.length,
    due: entries.filter(({ firstAttemptOn, beginBy }) => firstAttemptOn !== null || beginBy < today).length,
    begun: attempts.length,
    begunInTime: entries.filter(({ firstAttemptOn, beginBy }) => firstAttemptOn !== null && firstAttemptOn <= beginBy).length,
    reached: reaches.length,
    medianToAttempt: median(attempts),
    medianToReached: median(reaches),
  }
}
