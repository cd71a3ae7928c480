/** The plan as it is typed, before it is read: everything is text, and what cannot be read is shown again. */
import type { PlanColumn, PlanContent } from './plans.types.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** A row of a column. `stepId` is empty for a new step; a row without text is no step. */
export type TypedRow = {
  readonly column: PlanColumn
  readonly stepId: string
  readonly text: string
  readonly actor: string
  readonly beginsOn: string
  readonly dueOn: string
}

export type TypedPlan = {
  readonly goal: string
  readonly beginsOn: string
  readonly endsOn: string
  readonly noOtherActor: boolean
  readonly followUps: readonly string[]
  readonly rows: readonly TypedRow[]
}

export type DraftProblem =
  | 'required'
  | 'too-long'
  | 'not-a-date'
  | 'too-far'
  | 'end-before-start'
  | 'follow-up-passed'
  | 'follow-up-before-start'
  | 'follow-up-after-end'
  | 'follow-up-twice'
  | 'follow-up-unsaid'
  | 'too-many-follow-ups'
  | 'too-many-steps'
  | 'due-before-start'
  | 'step-missing'
  | 'said-no-other'

/** A problem at the id of its field: `goal`, `followUp-2`, `youthText-0`. */
export type DraftFault = { readonly field: string; readonly problem: DraftProblem }

/** What a draft says when everything in it can be read. New steps have no id yet. */
export type ReadDraft = {
  readonly content: PlanContent
  readonly followUpDays: readonly PlainDate[]
  readonly faults: readonly DraftFault[]
}
