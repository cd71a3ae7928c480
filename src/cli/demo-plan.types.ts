/** How the demo's plans are told. Every day is so many working days from today: 0 is today. */
import type { Occupation } from '../slices/ladder/index.ts'
import type { ResponsibleParty } from '../slices/measures/index.ts'
import type { FollowUpOutcome, PlanColumn, PlanEndReason, PostponeReason } from '../slices/plans/index.ts'

export type StoryStep = { readonly column: PlanColumn; readonly text: string; readonly actor: string; readonly due: number | null }

/** What a plan says when it is written. `ends` null: not decided. */
export type Written = {
  readonly goal: string
  readonly ends: number | null
  readonly steps: readonly StoryStep[]
  readonly followUps: readonly number[]
  readonly noOther?: boolean
}

/** A new version: steps are named by what they say. */
export type Revised = {
  readonly does: 'revised'
  readonly acknowledged: boolean
  readonly goal?: string
  readonly reworded?: readonly (readonly [from: string, to: string])[]
  readonly drops?: readonly string[]
  readonly adds?: readonly StoryStep[]
}

/** What happens to a plan. `linked`: the youth is sent a link; one of today leaves when the demo is shown. */
export type Event = { readonly on: number } & (
  | { readonly does: 'ticked'; readonly text: string; readonly by: 'youth' | 'staff' }
  | { readonly does: 'added'; readonly text: string }
  | { readonly does: 'followedUp'; readonly outcome: FollowUpOutcome; readonly note: string; readonly next: number | null }
  | { readonly does: 'postponed'; readonly to: number; readonly reason: PostponeReason; readonly note: string }
  | Revised
  | { readonly does: 'acknowledgedByLink' | 'acknowledgedOnPaper' }
  | { readonly does: 'linked'; readonly opened: boolean }
  | { readonly does: 'ended'; readonly reason: PlanEndReason; readonly note: string }
  | ({ readonly does: 'opened' } & Written)
)

export type Story = Written & {
  /** Whose youth it is, if one can be found. */
  readonly of: string
  readonly on: number
  readonly agreed: boolean
  readonly acknowledged: boolean
  /** Written when the plan was. */
  readonly measure?: {
    readonly item: string
    readonly from: number
    readonly until: number
    readonly note?: string
    readonly responsible?: ResponsibleParty
    readonly ended?: { readonly on: number; readonly reason: string; readonly after: Occupation }
  }
  readonly later: readonly Event[]
}
