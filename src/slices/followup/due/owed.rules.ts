/** What is or was owed for a youth and is not done, kind by kind, with the day it was or will be due. Pure. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { isThere, quartersDue } from '../assessments/assessments.rules.ts'
import { daysLater, later, moved, plusMonths, quarterOf } from '../calendar/month.rules.ts'
import { recipients, type Recipient } from '../instrument/instrument.types.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { decisionsOwed, spellsOf } from '../judgement/decision.rules.ts'
import { scoredIn } from '../judgement/decline.rules.ts'
import { judgementsOwed } from '../judgement/judgement.rules.ts'
import { missingDays } from '../ratings/ratings.rules.ts'
import { isConfirmed } from '../signals/signals.rules.ts'
import type { ConfirmedSignal } from '../signals/signals.types.ts'
import { heldBy, reportsOwed, signalsOfReport } from '../talks/report-due.rules.ts'
import type { OwedReport } from '../talks/talks.types.ts'
import type { History, Owed } from './due.types.ts'

/** Whether the signal has not ended before the day: its last day is still one of it. */
const goesOn = ({ endedOn }: Pick<ConfirmedSignal, 'endedOn'>, on: PlainDate): boolean => endedOn === null || endedOn >= on

/** The quarters' assessments: this one's and the last one's can be made, and an older one that was begun. */
export function assessmentsOwed({ presence, assessments }: History, on: PlainDate, routine: Routine): Owed[] {
  const isDone = (quarter: PlainDate): boolean => assessments.some((one) => one.quarter >= quarter && one.assessedOn !== null)
  const isDoneItself = (quarter: PlainDate): boolean => assessments.some((one) => one.quarter === quarter && one.assessedOn !== null)
  const oldest = plusMonths(quarterOf(on), -3)
  return quartersDue(presence, on, routine)
    .filter(({ quarter }) => !isDoneItself(quarter))
    .map(({ quarter, dueOn }) => {
      const isRecent = quarter >= oldest || assessments.some((one) => one.quarter === quarter)
      const canBeDone = isThere(presence, on) && !isDone(quarter) && isRecent
      return { process: 'authority', kind: 'assess', dueOn, about: quarter, signalId: null, areas: [], canBeDone }
    })
}

/** Proposed signals that the authority process has not answered, and confirmed ones that nobody has acknowledged. */
export function answersOwed({ signals }: History, routine: Routine): Owed[] {
  const due = (from: PlainDate, days: number): PlainDate => moved(daysLater(from, days), routine.onHoliday)
  return signals.flatMap(({ signalId, area, state, recipient, proposedOn, heldFrom }): Owed[] => {
    const common = { signalId, areas: [area], canBeDone: true }
    if (state === 'proposed') {
      return [{ ...common, process: 'authority', kind: 'answer', dueOn: due(proposedOn, routine.answerDays), about: proposedOn }]
    }
    if (state !== 'confirmed' || heldFrom === null) return []
    return [{ ...common, process: recipient, kind: 'acknowledge', dueOn: due(heldFrom, routine.acknowledgeDays), about: heldFrom }]
  })
}

/** Days up to the day without a rating of an area, one item a day. Those not longer ago than `rateBackDays` can still be rated. */
export function ratingsOwed({ signals, ratings }: History, on: PlainDate, { rateBackDays }: Routine): Owed[] {
  const since = daysLater(on, -rateBackDays)
  const byDay = new Map<PlainDate, Owed>()
  for (const signal of heldBy(signals, 'housing')) {
    for (const day of missingDays(signal, ratings, on)) {
      const before = byDay.get(day)
      const canBeDone = (before?.canBeDone ?? false) || (day >= since && goesOn(signal, on))
      const areas = [...(before?.areas ?? []), signal.area]
      byDay.set(day, { process: 'housing', kind: 'rate', dueOn: day, about: day, signalId: null, areas, canBeDone })
    }
  }
  return [...byDay.values()]
}

type Unreported = OwedReport & { readonly recipient: Recipient; readonly about: readonly ConfirmedSignal[] }

function unreported({ signals, reports }: History, until: PlainDate, routine: Routine): Unreported[] {
  const isMade = (recipient: Recipient, month: PlainDate): boolean =>
    reports.some((one) => one.recipient === recipient && one.month === month)
  return recipients.flatMap((recipient) =>
    reportsOwed(signals, recipient, until, routine)
      .filter(({ month }) => !isMade(recipient, month))
      .map((owed) => ({ ...owed, recipient, about: signalsOfReport(signals, recipient, owed.month, routine) })),
  )
}

/** The monthly reports, due on the day at the latest. */
export const reportsDue = (history: History, on: PlainDate, until: PlainDate, routine: Routine): Owed[] =>
  unreported(history, until, routine).map(({ recipient, month, dueOn, about }) => ({
    process: recipient,
    kind: 'report',
    dueOn,
    about: month,
    signalId: null,
    areas: about.map(({ area }) => area),
    canBeDone: about.some((signal) => goesOn(signal, on)),
  }))

/**
 * Talks that the actors are to be called to: for a report that is not made and has no talk since the 1st before. Due `callDays` before the report, and
 * never before the recipient was to have acknowledged the signal.
 */
export function callsOwed(history: History, on: PlainDate, until: PlainDate, routine: Routine): Owed[] {
  const reportsUntil = daysLater(until, routine.callDays)
  return unreported(history, reportsUntil, routine).flatMap(({ recipient, month, dueOn, about }): Owed[] => {
    const since = plusMonths(month, -1)
    if (history.talks.some((talk) => talk.recipient === recipient && talk.state !== 'cancelled' && talk.on >= since)) return []
    const first = about.map(({ heldFrom }) => heldFrom).toSorted()[0] ?? month
    const callOn = later(daysLater(dueOn, -routine.callDays), daysLater(first, routine.acknowledgeDays))
    const canBeDone = about.some((signal) => goesOn(signal, on))
    return callOn > until
      ? []
      : [{ process: recipient, kind: 'call', dueOn: callOn, about: month, signalId: null, areas: about.map(({ area }) => area), canBeDone }]
  })
}

/** The monthly judgements, one a signal, due on the day at the latest. */
export const judgementsDue = ({ signals, judgements }: History, on: PlainDate, until: PlainDate, routine: Routine): Owed[] =>
  signals.filter(isConfirmed).flatMap((signal) =>
    judgementsOwed(signal, until, routine)
      .filter(({ month }) => !judgements.some((one) => one.signalId === signal.signalId && one.month === month))
      .map(({ month, dueOn }) => ({
        process: 'authority',
        kind: 'judge',
        dueOn,
        about: month,
        signalId: signal.signalId,
        areas: [signal.area],
        canBeDone: goesOn(signal, on),
      })),
  )

/** The positions on an investigation, on marks up to the day. */
export function decisionsDue(
  { assessments, instruments, signals, judgements, decisions }: History,
  on: PlainDate,
  until: PlainDate,
  routine: Routine,
): Owed[] {
  const spell = spellsOf(signals).find(({ fromOn, untilOn }) => fromOn <= on && (untilOn === null || on <= untilOn))
  const facts = { scored: scoredIn(assessments, instruments), judgements, signals, decisions }
  return decisionsOwed(facts, until, routine).map(({ markOn, declines }) => ({
    process: 'authority',
    kind: 'decide',
    dueOn: markOn,
    about: markOn,
    signalId: null,
    areas: declines.map(({ area }) => area),
    canBeDone: spell !== undefined && spell.fromOn <= markOn,
  }))
}
