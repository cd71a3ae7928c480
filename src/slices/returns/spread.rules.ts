/**
 * Which of a youth's periods, contacts and measures the return of a half-year holds. Everything belongs to one day, and each day to one half-year:
 * over all half-years every contact in a period, every measure and every exit is told once.
 */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ProfileRules } from './profile.types.ts'
import type { ReturnContact, ReturnFacts, ReturnMeasure, ReturnPeriod, ReturnYouth } from './returns.types.ts'

/** The half-year as far as it is looked at. */
export type Window = Pick<ReturnFacts, 'half' | 'on'>

const isIn = ({ half, on }: Window, day: PlainDate): boolean => half.fromOn <= day && day < half.untilOn && day <= on

/** The period as it looks on the last day that is looked at: an end that lies ahead is not shown. */
const seenOn = (period: ReturnPeriod, on: PlainDate): ReturnPeriod =>
  period.untilOn !== null && period.untilOn > on ? { ...period, untilOn: null, exitReason: null, exitStudy: null } : period

/**
 * The periods of the half-year: those with a day in it, and those that ended on its first day, whose exit is dated in it. A period that ended before
 * is told in an earlier return.
 */
export const periodsIn = ({ periods }: Pick<ReturnYouth, 'periods'>, window: Window): ReturnPeriod[] =>
  periods
    .filter(({ fromOn }) => fromOn <= window.on && fromOn < window.half.untilOn)
    .map((period) => seenOn(period, window.on))
    .filter(({ untilOn }) => untilOn === null || untilOn >= window.half.fromOn)

/** Whether the period's exit is dated in the half-year. */
export const isExitIn = ({ untilOn }: ReturnPeriod, window: Window): boolean => untilOn !== null && isIn(window, untilOn)

const isWithin = ({ fromOn, untilOn }: ReturnPeriod, day: PlainDate): boolean => fromOn <= day && (untilOn === null || day < untilOn)

/** The contacts of the period in the half-year, in the order they happened: those in which the youth was reached, unless the profile says more. */
export const contactsIn = (
  { contacts }: Pick<ReturnYouth, 'contacts'>,
  period: ReturnPeriod,
  window: Window,
  { contacts: which }: Pick<ProfileRules, 'contacts'>,
): ReturnContact[] =>
  contacts.filter(({ on, reached }) => (reached || which === 'reachedOrAttempted') && isIn(window, on) && isWithin(period, on))

/** Whether the measure is one of the return's: it counts, or the profile takes all, and it lasted for a day at least. */
export const isTold = ({ counts, fromOn, endedOn }: ReturnMeasure, { measures }: Pick<ProfileRules, 'measures'>): boolean =>
  (counts || measures === 'all') && (endedOn === null || endedOn > fromOn)

/** The measures that began in the period in the half-year. What began while a youth was only watched began in none. */
export const begunIn = (
  { measures }: Pick<ReturnYouth, 'measures'>,
  period: ReturnPeriod,
  window: Window,
  rules: Pick<ProfileRules, 'measures'>,
): ReturnMeasure[] => measures.filter((one) => isTold(one, rules) && isIn(window, one.fromOn) && isWithin(period, one.fromOn))

/** The period that a measure's end is told in: it began in a period, this one or an earlier, and ended in this one or on the day it ended. */
function endsIn(youth: Pick<ReturnYouth, 'periods'>, period: ReturnPeriod, { fromOn, endedOn }: ReturnMeasure): boolean {
  if (endedOn === null || endedOn < period.fromOn || (period.untilOn !== null && endedOn > period.untilOn)) return false
  return youth.periods.some((one) => isWithin(one, fromOn))
}

/** The measures that ended in the period in the half-year, whenever they began. */
export const endedIn = (
  youth: Pick<ReturnYouth, 'measures' | 'periods'>,
  period: ReturnPeriod,
  window: Window,
  rules: Pick<ProfileRules, 'measures'>,
): ReturnMeasure[] =>
  youth.measures.filter((one) => one.endedOn !== null && isTold(one, rules) && isIn(window, one.endedOn) && endsIn(youth, period, one))
