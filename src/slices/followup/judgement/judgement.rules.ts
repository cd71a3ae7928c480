/** When the authority process judges progression, and what stands in the way of a judgement. */
import { grant, refuse, type Decision } from '../../../platform/decision.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater, monthOf, moved, plusMonths } from '../calendar/month.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal, Signal } from '../signals/signals.types.ts'
import { reportDueOn, type ReportRoutine } from '../talks/report-due.rules.ts'
import type { Judgement, Progression } from './judgement.types.ts'

export type JudgementRoutine = ReportRoutine & Pick<Routine, 'judgementDay' | 'reportReminderDays'>

/** The day by which a month is judged: the routine's day of the month, or what it makes of one that is no working day. Never before the report is due. */
export function judgementDueOn(month: PlainDate, routine: Pick<Routine, 'judgementDay' | 'onHoliday'>): PlainDate {
  const dueOn = moved(daysLater(month, routine.judgementDay - 1), routine.onHoliday)
  const reportOn = reportDueOn(month, routine)
  return dueOn < reportOn ? reportOn : dueOn
}

/**
 * Whether the signal is judged for the month: it had lasted `firstReportDays` on the 1st, counted from its own beginning whoever has it now, and has
 * not been stopped on or before the day the judgement is due. Whether a report came does not matter: then the ratings and what is missing are judged.
 */
function isJudged({ fromOn, endedOn }: Pick<ConfirmedSignal, 'fromOn' | 'endedOn'>, month: PlainDate, routine: JudgementRoutine): boolean {
  return fromOn <= daysLater(month, -routine.firstReportDays) && (endedOn === null || endedOn > judgementDueOn(month, routine))
}

/** The months that the signal is or was to be judged for, due on the day at the latest. */
export function judgementsOwed(
  signal: ConfirmedSignal,
  until: PlainDate,
  routine: JudgementRoutine,
): { month: PlainDate; dueOn: PlainDate }[] {
  const found: { month: PlainDate; dueOn: PlainDate }[] = []
  for (let month = plusMonths(monthOf(signal.fromOn), 1); month <= plusMonths(until, 1); month = plusMonths(month, 1)) {
    const dueOn = judgementDueOn(month, routine)
    if (dueOn <= until && isJudged(signal, month, routine)) found.push({ month, dueOn })
  }
  return found
}

export type JudgeRefusal =
  | 'not-confirmed'
  | 'ended'
  | 'no-month'
  | 'month-ahead'
  | 'not-owed'
  | 'no-ground'
  | 'already-judged'
  | 'somebody-else-first'
  | 'nothing-changed'

type Judging = { readonly judgements: readonly Judgement[]; readonly today: PlainDate; readonly routine: JudgementRoutine }
type NewJudgement = { readonly month: PlainDate; readonly progression: Progression; readonly ground: string; readonly seen: number | null }

function monthRefusal(signal: Signal, month: PlainDate, { today, routine }: Judging): JudgeRefusal | null {
  if (!isConfirmed(signal)) return 'not-confirmed'
  if (signal.endedOn !== null && signal.endedOn < today) return 'ended'
  if (!month.endsWith('-01')) return 'no-month'
  // A report may come before its 1st: once it is announced, it can be read and judged at once.
  if (reportDueOn(month, routine) > daysLater(today, routine.reportReminderDays)) return 'month-ahead'
  return signal.fromOn <= daysLater(month, -routine.firstReportDays) ? null : 'not-owed'
}

/**
 * The version that the judgement of the month becomes. Refused: `ended` (after the stop), `month-ahead` (its report is not even announced), `not-owed` (the
 * follow-up had hardly begun), `no-ground`, `already-judged` (changed from the version seen).
 */
export function mayJudge(
  signal: Signal,
  { month, progression, ground, seen }: NewJudgement,
  around: Judging,
): Decision<number, JudgeRefusal> {
  const wrong = monthRefusal(signal, month, around)
  if (wrong !== null) return refuse(wrong)
  if (ground.trim() === '') return refuse('no-ground')
  const before = around.judgements.find((one) => one.signalId === signal.signalId && one.month === month)
  if (before === undefined) return seen === null ? grant(1) : refuse('somebody-else-first')
  if (seen === null) return refuse('already-judged')
  if (seen !== before.version) return refuse('somebody-else-first')
  return before.progression === progression && before.ground === ground.trim() ? refuse('nothing-changed') : grant(before.version + 1)
}
