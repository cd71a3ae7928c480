/** The nouns of plans. A plan is what its latest version says; nothing of an earlier one is ever rewritten. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whose a step is: the youth's, ours, or another actor's. What kind of actor is never kept. */
export const planColumns = ['youth', 'municipality', 'other'] as const
export type PlanColumn = (typeof planColumns)[number]

export type PlanStatus = 'draft' | 'agreed' | 'ended'

/** What made a version. Only a written one asks for a new acknowledgement. */
export const planChanges = ['opened', 'revised', 'agreed', 'ticked', 'added', 'followedUp', 'postponed', 'ended'] as const
export type PlanChange = (typeof planChanges)[number]

export const endReasons = [
  'goalReached',
  'inEducation',
  'inWork',
  'declined',
  'lostContact',
  'moved',
  'turned20',
  'newPlan',
  'other',
] as const
export type PlanEndReason = (typeof endReasons)[number]

export const followUpOutcomes = ['onTrack', 'slow', 'reached', 'changeNeeded'] as const
export type FollowUpOutcome = (typeof followUpOutcomes)[number]

export const postponeReasons = ['youthCancelled', 'youthNotReached', 'weCancelled', 'waitingForStart', 'other'] as const
export type PostponeReason = (typeof postponeReasons)[number]

export const acknowledgedHows = ['together', 'paper', 'link'] as const
export type AcknowledgedHow = (typeof acknowledgedHows)[number]

export const mostStepsPerColumn = 10
export const mostFollowUps = 6
export const longest = { goal: 500, step: 200, actor: 40, note: 500 } as const

/** A step. The same step has the same id in every version. */
export type PlanStep = {
  readonly stepId: string
  readonly column: PlanColumn
  readonly text: string
  /** A short name of the other actor as written; empty in the other columns. */
  readonly actor: string
  readonly beginsOn: PlainDate | null
  readonly dueOn: PlainDate | null
  readonly doneOn: PlainDate | null
  /** Added by the youth on the own page. */
  readonly byYouth: boolean
}

/** What is agreed: what a form holds, and what two versions are compared by. */
export type PlanContent = {
  readonly goal: string
  readonly beginsOn: PlainDate
  /** The last day; null when the end is not decided. */
  readonly endsOn: PlainDate | null
  /** Said in so many words: nobody else is responsible for anything. */
  readonly noOtherActor: boolean
  /** Youth's, municipality's, others', each in their order. */
  readonly steps: readonly PlanStep[]
}

export type FollowUpState = 'planned' | 'done' | 'postponed' | 'dropped'

export type FollowUp = {
  readonly followUpId: string
  readonly on: PlainDate
  readonly state: FollowUpState
  /** The day it was postponed from, when it was. */
  readonly movedFrom: PlainDate | null
  readonly closedOn: PlainDate | null
  readonly outcome: FollowUpOutcome | null
  readonly reason: PostponeReason | null
  readonly note: string
  readonly by: string | null
}

export type Acknowledgement = { readonly version: number; readonly how: AcknowledgedHow; readonly at: string; readonly by: string | null }

/** A version as saved. `byName` is empty when the youth made it. */
export type PlanVersion = PlanContent & {
  readonly number: number
  readonly change: PlanChange
  readonly status: PlanStatus
  readonly followUpDays: readonly PlainDate[]
  readonly endReason: PlanEndReason | null
  readonly endNote: string
  readonly savedAt: string
  readonly byName: string
  readonly acknowledged: Acknowledgement | null
}

/** A plan with its latest version. */
export type Plan = PlanContent & {
  readonly planId: string
  readonly personId: number
  readonly openedOn: PlainDate
  readonly endedOn: PlainDate | null
  readonly status: PlanStatus
  /** The number of the latest version: what a form is written from, and what is acknowledged. */
  readonly version: number
  readonly savedAt: string
  /** Who saved the latest version; empty when it was the youth. */
  readonly savedBy: string
  readonly endReason: PlanEndReason | null
  readonly endNote: string
  /** All that ever were, in the order of their days. */
  readonly followUps: readonly FollowUp[]
  /** The latest acknowledgement. */
  readonly acknowledgement: Acknowledgement | null
  /** Written anew since, or never acknowledged. */
  readonly asksForAcknowledgement: boolean
}

/** Who saves: somebody of the staff, or null for the youth on the own page. */
export type PlanWriter = { readonly staffId: string; readonly name: string } | null
