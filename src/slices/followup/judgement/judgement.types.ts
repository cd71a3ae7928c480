/** Monthly judgements of progression, and positions on opening an investigation. */
import type { PlainDate } from '../../../platform/plain-date.ts'

export const progressions = ['up', 'same', 'down'] as const
export type Progression = (typeof progressions)[number]

/** A judgement of a signal's area for the month whose report is due on that 1st, in its newest version. */
export type Judgement = {
  readonly signalId: string
  readonly area: string
  readonly month: PlainDate
  readonly progression: Progression
  readonly ground: string
  readonly judgedOn: PlainDate
  readonly version: number
}

/** A position on opening an investigation. `markOn`: the sixth-month day it answers; null: taken earlier, because it was needed. */
export type InvestigationDecision = {
  readonly markOn: PlainDate | null
  readonly opens: boolean
  readonly decidedOn: PlainDate
  readonly ground: string
}

/** Why a decline is said to go on: judged down so many months in a row, or a lower score at two assessments after each other. */
export type DeclineReason = 'judgedDown' | 'lowerScore'
export type Decline = { readonly signalId: string; readonly area: string; readonly reason: DeclineReason }

/** A judgement's version, for its history: the report that was read, or null when none had come. */
export type JudgementVersion = Judgement & {
  readonly reportId: string | null
  readonly reportVersion: number | null
  readonly byName: string
  readonly savedAt: string
}

/** A position as it stands in the history. */
export type TakenPosition = InvestigationDecision & { readonly decisionId: string; readonly byName: string }
