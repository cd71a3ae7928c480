/** The nouns of measures: what the municipality offers, what is done with a youth, its stages, and where a proposed placement stands. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { OccupationSource } from '../outreach/index.ts'

/** Who a measure rests on (förordning 2006:39, 8 §). */
export const responsibleParties = ['youth', 'municipality', 'other'] as const
export type ResponsibleParty = (typeof responsibleParties)[number]

/** Where a measure was written: by hand, by guided coding, in a plan, or of a referral that was accepted. */
export const measureOrigins = ['hand', 'coding', 'plan', 'referral'] as const
export type MeasureOrigin = (typeof measureOrigins)[number]

/** `none`: needs no decision. `waiting`: proposed; the personnel group decides. Only `none` and `approved` stand. */
export const placements = ['none', 'waiting', 'approved', 'refused'] as const
export type Placement = (typeof placements)[number]

/** Derived from the day, never stored. `struck`: written by mistake. */
export const measureStates = ['waiting', 'refused', 'planned', 'ongoing', 'ended', 'struck'] as const
export type MeasureState = (typeof measureStates)[number]

/** The same words in the interface's two languages. */
export type Named = { readonly sv: string; readonly en: string }

export type StageLength = { readonly days: number } | { readonly months: number }
/** A stage of a composite measure. Those with the same step are each other's alternatives. */
export type ItemStage = Named & {
  readonly key: string
  readonly step: number
  readonly length: StageLength
  /** Why it may be interrupted: keys of reasons. */
  readonly reasons: readonly string[]
}

/** An item of the municipality's catalogue, as one of its versions says it. */
export type Item = {
  readonly key: string
  readonly version: number
  readonly isShipped: boolean
  readonly name: Named
  /** Measures may begin from `fromOn` and before `untilOn` (null: no end). */
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  /** A key of the departments of the outreach settings; null: none. */
  readonly department: string | null
  /** Whether it makes the youth leave "to act" (DOMAIN.md 4 and 6: a single talk does not). */
  readonly counts: boolean
  /** No two exclusive measures of a youth overlap. */
  readonly isExclusive: boolean
  /** A placement that the personnel group decides. */
  readonly needsDecision: boolean
  readonly stages: readonly ItemStage[]
  /** The return's codes by profile. Drafts: not verified against SCB's file description. */
  readonly codes: Readonly<Record<string, string>>
}

export const reasonUses = ['end', 'interruption', 'decline'] as const
export type ReasonUse = (typeof reasonUses)[number]
/** Why something ended, was interrupted or was declined. */
export type Reason = { readonly key: string; readonly name: Named; readonly uses: readonly ReasonUse[] }

export type Struck = { readonly at: string; readonly by: string; readonly why: string }

/** A stage that a measure has had or has. */
export type MeasureStage = {
  readonly stageId: string
  readonly key: string
  readonly step: number
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly outcome: 'completed' | 'interrupted' | null
  readonly reason: string | null
  /** It ended because the measure did: it follows that end when it is corrected or taken back. */
  readonly endedWithMeasure: boolean
}

/** A measure as it stands now. */
export type Measure = {
  readonly id: number
  readonly measureId: string
  /** As recorded: a merged reader maps it. */
  readonly personId: number
  readonly itemKey: string
  readonly name: Named
  /** What the item in force says. */
  readonly counts: boolean
  readonly isExclusive: boolean
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  /** From that day it is not ongoing. */
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
  /** The day that the end was said. */
  readonly endSaidOn: PlainDate | null
  readonly occupationAfter: Occupation | null
  readonly responsible: ResponsibleParty
  readonly department: string | null
  readonly note: string
  readonly placement: Placement
  readonly decidedOn: PlainDate | null
  readonly origin: MeasureOrigin
  readonly originId: string | null
  readonly byName: string
  readonly recordedOn: PlainDate
  readonly struck: Struck | null
  readonly version: number
  /** The stages of the item as it was when the measure was recorded. */
  readonly itemStages: readonly ItemStage[]
  /** Those that it has had, in order. */
  readonly stages: readonly MeasureStage[]
}

/** A measure to be recorded; `personId` is of the youth's own record, which the caller has asked about (findSeenYouth). */
export type NewMeasure = {
  readonly personId: number
  readonly itemKey: string
  readonly fromOn: PlainDate
  /** Null: not planned, or for a composite measure worked out from its stages. */
  readonly plannedUntilOn: PlainDate | null
  readonly responsible: ResponsibleParty
  readonly department: string | null
  readonly note: string
  readonly byName: string
  readonly staffId: string | null
  readonly origin: MeasureOrigin
  readonly originId: string | null
}

/** A step of a plan that can be made a measure, as the plan says it now. */
export type MeasurableStep = { readonly text: string; readonly beginsOn: PlainDate | null; readonly dueOn: PlainDate | null }

/** Who did it: the name is kept as it was. */
export type By = { readonly staffId: string | null; readonly name: string }

/** Why a measure cannot be recorded or have these days. */
export type MeasureProblem =
  | 'unknown-item'
  | 'item-not-valid'
  | 'outside-period'
  | 'start-too-far'
  | 'end-before-start'
  | 'end-too-far'
  | 'overlaps'
  | 'note-too-long'

/** `endedOn`: from that day it is not ongoing; the first day for what never began. `occupationAfter` null: not asked. */
export type Ending = {
  readonly measureId: string
  readonly endedOn: PlainDate
  readonly endReason: string
  readonly occupationAfter: Occupation | null
  /** Who said what the youth does afterwards; not given: the youth. */
  readonly occupationSource?: OccupationSource
  readonly by: By
}
export type EndProblem =
  | 'missing'
  | 'ended-already'
  | 'not-standing'
  | 'unknown-reason'
  | 'end-before-start'
  | 'end-ahead'
  | 'end-before-stage'
  | 'only-never-began'
  | 'overlaps'

/** What a round of the personnel group says of a proposal; a postponed one comes up in a later round. */
export const decisionOutcomes = ['approved', 'refused', 'postponed'] as const
export type DecisionOutcome = (typeof decisionOutcomes)[number]

/** Who says what a youth does after a measure. */
export const occupationSources = ['youth', 'school', 'employer', 'otherActor'] as const satisfies readonly OccupationSource[]

/** Something offered and declined: never a measure. */
export type DeclinedOffer = {
  readonly offerId: string
  readonly itemKey: string
  readonly name: Named
  readonly offeredOn: PlainDate
  readonly reason: string
  readonly note: string
  readonly byName: string
  readonly struck: Struck | null
}

/** A measure in a list over youths. */
export type DeskMeasure = Measure & { readonly subjectId: string; readonly youth: string; readonly isProtected: boolean }

/** How many stand on the desk, within a scope. */
export type MeasuresDeskCount = { readonly waiting: number; readonly overdue: number; readonly outside: number }

/** A member of staff, to choose among. */
export type Colleague = { readonly id: string; readonly name: string }

/** A round with those who were there. */
export type Round = {
  readonly id: number
  readonly roundId: string
  readonly heldOn: PlainDate
  readonly openedBy: string
  readonly unit: string | null
  readonly present: readonly Colleague[]
  readonly isClosed: boolean
}

/** What the personnel group decided of a measure. */
export type ShownDecision = {
  readonly heldOn: PlainDate
  readonly outcome: DecisionOutcome
  readonly ground: string
  readonly present: readonly string[]
}

/** How it was before a change, and who had written that. */
export type PastMeasure = Pick<
  Measure,
  'fromOn' | 'plannedUntilOn' | 'endedOn' | 'endReason' | 'responsible' | 'department' | 'note' | 'placement'
> & {
  readonly version: number
  readonly changedBy: string
  readonly untilAt: string
}

/** One version with who wrote it and when it was in force. */
export type ItemVersion = Item & { readonly changedBy: string; readonly at: string; readonly isInForce: boolean; readonly used: number }

/** Measures of a time, of one item and department, for the covered or outside the target group: who was covered on the day it began. */
export type MeasureCount = {
  readonly itemKey: string
  readonly name: Named
  readonly counts: boolean
  readonly department: string | null
  readonly isOutside: boolean
  /** Began in the time. */
  readonly begun: number
  /** Ended in the time. */
  readonly ended: number
  /** Ongoing on the last day of the time. */
  readonly ongoing: number
  /** Recorded, and begins after the time. */
  readonly planned: number
  /** Offered in the time and declined; never counted as measures. */
  readonly declined: number
}
