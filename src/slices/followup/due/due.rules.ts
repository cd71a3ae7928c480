/** What is due, late and coming for a youth on a day, and what was never done. Pure: the boards and the reminders ask nobody else. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysLater } from '../calendar/month.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { dueKinds, type DueItem, type DueStanding, type History, type Owed } from './due.types.ts'
import { answersOwed, assessmentsOwed, callsOwed, decisionsDue, judgementsDue, ratingsOwed, reportsDue } from './owed.rules.ts'

const standingOf = (dueOn: PlainDate, on: PlainDate): DueStanding => (dueOn < on ? 'late' : dueOn === on ? 'due' : 'coming')

/** Everything owed so far that is not done, and what comes within its reminder. */
function owedOn(history: History, on: PlainDate, routine: Routine): Owed[] {
  const soon = daysLater(on, routine.reportReminderDays)
  const assessing = assessmentsOwed(history, on, routine)
  return [
    ...assessing.filter(({ dueOn }) => dueOn <= daysLater(on, routine.assessmentReminderDays)),
    ...answersOwed(history, routine),
    ...ratingsOwed(history, on, routine),
    ...callsOwed(history, on, soon, routine),
    ...reportsDue(history, on, soon, routine),
    ...judgementsDue(history, on, soon, routine),
    ...decisionsDue(history, on, daysLater(on, routine.decisionReminderDays), routine),
  ]
}

const inOrder = (a: Owed, b: Owed): number => {
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1
  const kinds = dueKinds.indexOf(a.kind) - dueKinds.indexOf(b.kind)
  return kinds !== 0 ? kinds : (a.areas[0] ?? '') < (b.areas[0] ?? '') ? -1 : 1
}

/** What can be done for the youth on the day: late, due that day, or announced. The earliest due first. */
export const dueOf = (history: History, on: PlainDate, routine: Routine): DueItem[] =>
  owedOn(history, on, routine)
    .filter(({ canBeDone }) => canBeDone)
    .toSorted(inOrder)
    .map(({ process, kind, dueOn, about, signalId, areas }) => ({
      process,
      kind,
      standing: standingOf(dueOn, on),
      dueOn,
      about,
      signalId,
      areas,
    }))

/** What was owed before the day, was never done, and cannot be done any more. The earliest first. */
export const missedOf = (history: History, on: PlainDate, routine: Routine): Owed[] =>
  owedOn(history, on, routine)
    .filter(({ canBeDone, dueOn }) => !canBeDone && dueOn < on)
    .toSorted(inOrder)
