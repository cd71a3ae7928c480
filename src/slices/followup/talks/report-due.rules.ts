/** Which months a recipient owes a report for, and on which day. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysBetween, daysLater, monthOf, moved, plusMonths } from '../calendar/month.rules.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import type { OwedReport } from './talks.types.ts'

export type ReportRoutine = Pick<Routine, 'onHoliday' | 'firstReportDays'>

/** The day on which the report of a month is due: the 1st, or what the routine makes of a 1st that is no working day. */
export const reportDueOn = (month: PlainDate, { onHoliday }: Pick<Routine, 'onHoliday'>): PlainDate => moved(month, onHoliday)

/**
 * Whether the signal is reported on the 1st of the month. It is when the recipient has had it for `firstReportDays` by then, and it has not been
 * stopped on or before the day it is due: a stop lifts what is due the same day. So a follow-up that begins on the 1st owes nothing that day, one
 * that begins on the 31st nothing the day after, and one stopped in the middle of a month nothing for that month.
 */
export function isReported(
  { heldFrom, endedOn }: Pick<ConfirmedSignal, 'heldFrom' | 'endedOn'>,
  month: PlainDate,
  routine: ReportRoutine,
): boolean {
  const isLongEnough = daysBetween(heldFrom, month) >= routine.firstReportDays
  return isLongEnough && (endedOn === null || endedOn > reportDueOn(month, routine))
}

/** The signals that the recipient has or had. */
export const heldBy = (signals: readonly Signal[], recipient: Recipient): ConfirmedSignal[] =>
  signals.filter((one): one is ConfirmedSignal => one.recipient === recipient && isConfirmed(one))

/** The recipient's signals that the month's report is about. */
export const signalsOfReport = (
  signals: readonly Signal[],
  recipient: Recipient,
  month: PlainDate,
  routine: ReportRoutine,
): ConfirmedSignal[] => heldBy(signals, recipient).filter((signal) => isReported(signal, month, routine))

/** The reports that the recipient owes or owed, due on the day at the latest; the earliest first. One a month, however many areas it is about. */
export function reportsOwed(signals: readonly Signal[], recipient: Recipient, until: PlainDate, routine: ReportRoutine): OwedReport[] {
  const held = heldBy(signals, recipient)
  const first = held.map(({ heldFrom }) => heldFrom).toSorted()[0]
  if (first === undefined) return []
  const found: OwedReport[] = []
  // A 1st that is moved back is due in the month before: look one month further.
  for (let month = plusMonths(monthOf(first), 1); month <= plusMonths(until, 1); month = plusMonths(month, 1)) {
    const dueOn = reportDueOn(month, routine)
    if (dueOn <= until && held.some((signal) => isReported(signal, month, routine))) found.push({ month, dueOn })
  }
  return found
}

/** The days that the report of the month is about: since the 1st before, or since the first of its signals began. */
export function reportedDays(
  about: readonly ConfirmedSignal[],
  month: PlainDate,
  routine: ReportRoutine,
): { firstOn: PlainDate; lastOn: PlainDate } | null {
  const starts = about
    .map((signal) => (isReported(signal, plusMonths(month, -1), routine) ? plusMonths(month, -1) : signal.heldFrom))
    .toSorted()
  return starts[0] === undefined ? null : { firstOn: starts[0], lastOn: daysLater(month, -1) }
}
