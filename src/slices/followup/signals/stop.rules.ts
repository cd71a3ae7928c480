/** Which assessment a stop waits for, and when that can be made: what is told to whoever stops too early. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { doneIn } from '../assessments/assessments.rules.ts'
import type { Assessment } from '../assessments/assessments.types.ts'
import { daysLater, later, plusMonths, quarterEnd, quarterOf } from '../calendar/month.rules.ts'
import { assessmentAfter } from './signals.rules.ts'
import type { ConfirmedSignal } from './signals.types.ts'

/** The quarter whose assessment a stop waits for; it can be made from the day on, and is due by the other. */
export type StopWait = { readonly quarter: PlainDate; readonly fromOn: PlainDate; readonly byOn: PlainDate }

/** Null: the assessment is done, and the follow-up can be stopped. */
export function stopWait({ fromOn, origin }: ConfirmedSignal, assessments: readonly Assessment[], today: PlainDate): StopWait | null {
  const done = doneIn(assessments)
  if (assessmentAfter({ fromOn, origin }, done, today) !== null) return null
  // A quarter that is assessed is not assessed again, nor is one before it.
  const next = done.at(-1) === undefined ? fromOn : plusMonths(done.at(-1)?.quarter ?? fromOn, 3)
  const afterSignal = origin.kind === 'added' ? quarterOf(fromOn) : later(plusMonths(origin.quarter, 3), quarterOf(fromOn))
  const stillOpen = plusMonths(quarterOf(today), -3)
  const quarter = [quarterOf(next), afterSignal, stillOpen].reduce(later)
  return { quarter, fromOn: later(quarter, daysLater(fromOn, 1)), byOn: quarterEnd(quarter) }
}
