/** The nouns of steering: the action plan in versions, and development items with what happened to them. Nothing here is about any person. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Dimension, IndicatorName } from '../figures/index.ts'

/** What a part of the plan says, and which board answers for it: empty in a draft alone. */
export type PartContent = { readonly heading: string; readonly board: string; readonly body: string }
/** `partKey` is the same through the versions. `position`: from 1. */
export type PlanPart = PartContent & { readonly partKey: string; readonly position: number }

/** How a version was adopted: when, by whom, and when it is to be revised. */
export type Adoption = {
  readonly adoptedOn: PlainDate
  readonly adoptedBy: string
  readonly reference: string
  readonly reviewOn: PlainDate
}

/** A version of the plan. `adoption`: null while it is a draft. `draftNo` counts what is saved in a draft. */
export type PlanVersion = {
  readonly version: number
  readonly draftNo: number
  readonly begunOn: PlainDate
  readonly adoption: Adoption | null
}
export type Plan = PlanVersion & { readonly parts: readonly PlanPart[] }

export type ReviewState = 'none' | 'holds' | 'dueSoon' | 'overdue'

/** What can happen to an item. `settled`: the forum itself answered it. `postponed`: it comes back. */
export const stepKinds = ['forum', 'steeringGroup', 'approved', 'rejected', 'postponed', 'settled', 'done'] as const
export type StepKind = (typeof stepKinds)[number]

/** Where an item stands: raised, or what happened last. */
export type ItemState = 'raised' | StepKind

/** `dueOn`: when what was approved is to be done. */
export type StepContent = {
  readonly kind: StepKind
  readonly onDay: PlainDate
  readonly said: string
  readonly dueOn: PlainDate | null
}
export type Step = StepContent & { readonly nth: number; readonly byName: string }

/** A number as it stood when an item was raised from it. `words`: its row and place. `on`: the day it was counted. `units`: of which; empty: the whole municipality. */
export type RaisedNumber = {
  readonly name: IndicatorName
  readonly row: string
  readonly by: readonly Dimension[]
  readonly words: string
  readonly value: number
  readonly isShare: boolean
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly on: PlainDate
  readonly units: string
}

export type ItemContent = {
  readonly title: string
  readonly why: string
  readonly board: string
  /** The published report that it was raised from; null: from none. */
  readonly reportId: string | null
  /** The number that it was raised from; null: from none. */
  readonly number: RaisedNumber | null
}
export type Item = ItemContent & {
  readonly itemId: string
  readonly raisedOn: PlainDate
  readonly raisedName: string
  readonly steps: readonly Step[]
}
