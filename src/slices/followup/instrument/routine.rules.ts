/** What the routine's numbers may be. The database says the same. */
import type { Routine } from './routine.types.ts'

type RoutineNumber = Exclude<keyof Routine, 'onHoliday'>

/** The least and the most of each number. A judgement day above 28 would not be in every month. */
export const routineBounds: Readonly<Record<RoutineNumber, readonly [least: number, most: number]>> = {
  firstReportDays: [1, 31],
  reportReminderDays: [0, 28],
  callDays: [0, 28],
  judgementDay: [2, 28],
  decisionMonths: [1, 12],
  decisionReminderDays: [0, 60],
  assessmentReminderDays: [0, 90],
  newcomerDays: [0, 90],
  answerDays: [0, 30],
  acknowledgeDays: [0, 30],
  rateBackDays: [0, 31],
  declineMonths: [1, 12],
}

export const routineNumbers = Object.keys(routineBounds) as readonly RoutineNumber[]

/** The numbers that are not whole or out of bounds. */
export const routineProblems = (routine: Routine): RoutineNumber[] =>
  routineNumbers.filter((key) => {
    const [least, most] = routineBounds[key]
    return !Number.isInteger(routine[key]) || routine[key] < least || routine[key] > most
  })
