/** The routine's numbers: when things are due, and how long before they are announced. Each is the municipality's setting. */
import type { HolidayRule } from '../calendar/month.rules.ts'

export type Routine = {
  /** What happens to a due day that is no working day. */
  readonly onHoliday: HolidayRule
  /** Days that a follow-up is to have lasted when its first report is due. At least one: nothing is due the day it is asked for. */
  readonly firstReportDays: number
  /** Days before its due day that a report is announced. */
  readonly reportReminderDays: number
  /** Days before its report is due that the actors are to have been called to a talk. */
  readonly callDays: number
  /** Day of the month when the authority process is to have judged. */
  readonly judgementDay: number
  /** Months between positions on an investigation. */
  readonly decisionMonths: number
  readonly decisionReminderDays: number
  readonly assessmentReminderDays: number
  /** Who came later than so many days before a quarter's end is assessed in the next. */
  readonly newcomerDays: number
  /** Days that the authority process has to answer a proposed signal. */
  readonly answerDays: number
  /** Days that a recipient has to acknowledge a signal. */
  readonly acknowledgeDays: number
  /** Days back that a daily rating may be given. Later it is missing for good. */
  readonly rateBackDays: number
  /** Monthly judgements "down" in a row that are a decline that goes on. */
  readonly declineMonths: number
}
