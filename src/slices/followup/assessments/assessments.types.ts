/** Quarterly assessments: begun with one version of the instrument, done once, corrected as new revisions. */
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Answers, AreaScore, Points } from '../instrument/instrument.types.ts'

/** A youth's time in directed follow-up: from the day on, and up to but not the day; null: still there. */
export type Presence = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** An assessment as the rules see it. */
export type Assessment = {
  readonly assessmentId: string
  /** The first day of the calendar quarter that it is for. */
  readonly quarter: PlainDate
  readonly instrumentVersion: number
  readonly begunOn: PlainDate
  /** The day the youth was assessed; null while it is only begun. */
  readonly assessedOn: PlainDate | null
  /** One when it was done, then one more for each correction; zero while it is only begun. */
  readonly revision: number
  /** The scores of the newest revision; none while it is only begun. */
  readonly scores: readonly AreaScore[]
}

/** An assessment that is done. */
export type DoneAssessment = Assessment & { readonly assessedOn: PlainDate }

/** How a score moved since the last: `up` is better, whichever side of the threshold is the low one. */
export type Way = 'up' | 'same' | 'down'

/** `difference` and `way` are null when there is none before, or the two cannot be compared. */
export type Trend = {
  readonly points: Points
  readonly before: Points | null
  readonly difference: Points | null
  readonly way: Way | null
}

/** One saving of a done assessment's answers: the first, or a correction with its reason. */
export type Revision = {
  readonly revision: number
  readonly assessedOn: PlainDate
  readonly answers: Answers
  readonly note: string
  readonly why: string
  readonly byName: string
  /** The instant, as `YYYY-MM-DDTHH:MI`. */
  readonly savedAt: string
  readonly scores: readonly AreaScore[]
}

/** Everything of an assessment: what is answered so far, and every revision, the newest first. */
export type AssessmentSheet = Assessment & {
  readonly begunBy: string
  /** The answers while it is only begun. */
  readonly draft: Answers
  readonly version: number
  readonly revisions: readonly Revision[]
}
