/** What a return leaves out although it happened: after the responsibility ended, or outside it. Told as controls, so that nothing goes missing in silence. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { endedIn, isExitIn, periodsIn, type Window } from './spread.rules.ts'
import type { ReturnContact, ReturnMeasure, ReturnPeriod, ReturnYouth } from './returns.types.ts'

const isIn = ({ half, on }: Window, day: PlainDate): boolean => half.fromOn <= day && day < half.untilOn && day <= on

const isCovered = ({ periods }: Pick<ReturnYouth, 'periods'>, on: PlainDate): boolean =>
  periods.some(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on < untilOn))

/** Some period had ended by the day, which no period holds. */
const isAfterExit = (youth: Pick<ReturnYouth, 'periods'>, on: PlainDate): boolean =>
  !isCovered(youth, on) && youth.periods.some(({ untilOn }) => untilOn !== null && untilOn <= on)

/** Contacts in which the youth was reached after the responsibility had ended: they are never told. */
export const leftOutContacts = (youth: ReturnYouth, window: Window): ReturnContact[] =>
  youth.contacts.filter(({ on, reached }) => reached && isIn(window, on) && isAfterExit(youth, on))

/** Measures that began in the half-year on a day that no period holds. */
export const leftOutStarts = (told: readonly ReturnMeasure[], youth: ReturnYouth, window: Window): ReturnMeasure[] =>
  told.filter(({ fromOn }) => isIn(window, fromOn) && !isCovered(youth, fromOn))

/** Measures that began in a period and ended in the half-year after it: no period has their end. */
export function leftOutEnds(told: readonly ReturnMeasure[], youth: ReturnYouth, window: Window): ReturnMeasure[] {
  const kept = new Set(periodsIn(youth, window).flatMap((period) => endedIn(youth, period, window, { measures: 'all' })))
  return told.filter((one) => one.endedOn !== null && isIn(window, one.endedOn) && isCovered(youth, one.fromOn) && !kept.has(one))
}

/** Measures whose planned end has passed, and of which nobody has said that they ended. */
export const overdueOf = (told: readonly ReturnMeasure[], { on }: Window): ReturnMeasure[] =>
  told.filter(({ endedOn, plannedUntilOn }) => endedOn === null && plannedUntilOn !== null && plannedUntilOn <= on)

/** Measures of a period that ended in the half-year, still going on the day it ended. */
export const openAtExit = (told: readonly ReturnMeasure[], period: ReturnPeriod, window: Window): ReturnMeasure[] => {
  const { fromOn, untilOn } = period
  if (untilOn === null || !isExitIn(period, window)) return []
  return told.filter((one) => fromOn <= one.fromOn && one.fromOn < untilOn && one.endedOn === null)
}
