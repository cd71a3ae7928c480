/** Where outreach stands with a youth, as a row of the lists has it: the two clocks, the next step, what is known of the occupation. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, NextStep, Occupation, Outcome, QuietMoment, Standing, StepKind, WaitsFor } from '../ladder/index.ts'

/** What the sentence about the next step needs besides its days (`outreach.standing.detail`). */
export type StepDetail = Pick<NextStep, 'agreed' | 'avoidWeekdays' | 'avoidParts' | 'withSms'> & {
  readonly skipped: Standing['skipped']
  readonly quiet: QuietMoment | null
  /** The day of the no that outreach is quiet after. */
  readonly declinedOn: PlainDate | null
  readonly stoppedAnswering: boolean
}

/** The step is null for somebody who is not covered, or whose stay nobody has confirmed: then there is nothing to do. */
export type RowStanding = {
  readonly lastReachedOn: PlainDate | null
  readonly lastReachedChannel: Channel | null
  readonly lastAttemptOn: PlainDate | null
  readonly lastAttemptChannel: Channel | null
  readonly lastAttemptOutcome: Outcome | null
  readonly occupation: Occupation | null
  readonly occupationOn: PlainDate | null
  /** From the day it counts as unknown again. */
  readonly occupationReviewOn: PlainDate | null
  readonly step: StepKind | null
  readonly stepNth: number | null
  readonly stepOf: number | null
  readonly stepFrom: PlainDate | null
  readonly stepDue: PlainDate | null
  readonly stepDetail: StepDetail | null
  readonly waitsFor: WaitsFor | null
  readonly quietUntil: PlainDate | null
  /** The next booked meeting, Swedish time: `YYYY-MM-DD HH:MM`. */
  readonly meetingAt: string | null
  readonly livePhones: number
  readonly deadPhones: number
}
