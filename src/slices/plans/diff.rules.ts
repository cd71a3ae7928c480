/** What differs between two versions of a plan, field by field and step by step; and what to do when two have written at the same time. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { TypedPlan, TypedRow } from './draft.types.ts'
import { movedSteps, placeOf } from './moved.rules.ts'
import type { PlanContent, PlanStep } from './plans.types.ts'

/** What is compared: what a plan says, and the follow-ups that were planned when it was saved. */
export type Compared = PlanContent & { readonly followUpDays: readonly PlainDate[] }

export type FieldName = 'goal' | 'beginsOn' | 'endsOn' | 'noOtherActor' | 'followUpDays'
const fieldNames: readonly FieldName[] = ['goal', 'beginsOn', 'endsOn', 'noOtherActor', 'followUpDays']

/** A step that differs: null where it is not there. `isMoved`: it stands at another place among the steps that both have. */
export type StepDifference = {
  readonly kind: 'step'
  readonly before: PlanStep | null
  readonly after: PlanStep | null
  readonly isChanged: boolean
  readonly isMoved: boolean
}

/** One thing that differs. */
export type PlanDifference =
  | { readonly kind: 'field'; readonly field: FieldName; readonly before: Compared[FieldName]; readonly after: Compared[FieldName] }
  | StepDifference

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What a step says; that it is done too, unless only what is written is compared. */
const saidBy = ({ text, actor, column, beginsOn, dueOn, doneOn }: PlanStep, withTicks: boolean): unknown[] => [
  text,
  actor,
  column,
  beginsOn,
  dueOn,
  withTicks ? doneOn : null,
]

const isSameStep = (one: PlanStep, other: PlanStep, withTicks: boolean): boolean => isSame(saidBy(one, withTicks), saidBy(other, withTicks))

function stepDifferences(before: readonly PlanStep[], after: readonly PlanStep[], withTicks: boolean): StepDifference[] {
  const [earlier, later] = [new Map(before.map((step) => [step.stepId, step])), new Map(after.map((step) => [step.stepId, step]))]
  const isChanged = (was: PlanStep | null, step: PlanStep): boolean => was === null || !isSameStep(was, step, withTicks)
  const changed = new Set(after.filter((step) => isChanged(earlier.get(step.stepId) ?? null, step)).map(({ stepId }) => stepId))
  const moved = movedSteps(before, after, changed)
  const gone = before
    .filter(({ stepId }) => !later.has(stepId))
    .map((step): StepDifference => ({ kind: 'step', before: step, after: null, isChanged: true, isMoved: false }))
  const here = after
    .filter(({ stepId }) => changed.has(stepId) || moved.has(stepId))
    .map((step): StepDifference => {
      const { stepId } = step
      const was = earlier.get(stepId) ?? null
      return { kind: 'step', before: was, after: step, isChanged: changed.has(stepId), isMoved: moved.has(stepId) }
    })
  return [...here, ...gone]
}

/** What differs, fields first. `withTicks`: whether steps that were ticked count. */
export function differencesBetween(before: Compared, after: Compared, withTicks = true): readonly PlanDifference[] {
  const fields = fieldNames
    .filter((field) => !isSame(before[field], after[field]))
    .map((field): PlanDifference => ({ kind: 'field', field, before: before[field], after: after[field] }))
  return [...fields, ...stepDifferences(before.steps, after.steps, withTicks)]
}

/** Whether the plan was written anew between two versions. A tick is in nobody's way: no form holds it. */
export const isWrittenAnew = (base: Compared, now: Compared): boolean => differencesBetween(base, now, false).length > 0

/** One line where three versions meet: as it was when one began to write, as somebody else saved it, and as one wrote. */
export type ThreeWay = {
  readonly what: FieldName | PlanStep
  readonly base: string | null
  readonly theirs: string | null
  readonly mine: string | null
}

/** Puts a value and a step in words; the view's. `place`: where it stands, when it has moved. */
export type Wording = {
  readonly field: (field: FieldName, of: Compared) => string
  readonly step: (step: PlanStep, place: number | null) => string
}

const stepIn = ({ steps }: Compared, stepId: string): PlanStep | null => steps.find((step) => step.stepId === stepId) ?? null

/** Every line where the other's version or mine differs from the one that both began with, or mine from the other's. New steps of mine stand last. */
export function threeWay(base: Compared, theirs: Compared, mine: Compared, words: Wording): readonly ThreeWay[] {
  const fields = fieldNames.map((what): ThreeWay => {
    const [was, saved, wrote] = [base, theirs, mine].map((of) => words.field(what, of))
    return { what, base: was ?? '', theirs: saved ?? '', mine: wrote ?? '' }
  })
  const known = [
    ...new Map(
      [...base.steps, ...theirs.steps, ...mine.steps].filter(({ stepId }) => stepId !== '').map((step) => [step.stepId, step]),
    ).values(),
  ]
  const none: ReadonlySet<string> = new Set()
  const moved = [theirs, mine].flatMap((of) => [...movedSteps(base.steps, of.steps, none)])
  const lineOf = (step: PlanStep | null, { steps: among }: Compared): string | null =>
    step === null ? null : words.step({ ...step, doneOn: null }, moved.includes(step.stepId) ? placeOf(step, among) : null)
  const steps = known.map((step): ThreeWay => {
    const [was, saved, wrote] = [base, theirs, mine].map((of) => lineOf(stepIn(of, step.stepId), of))
    return { what: step, base: was ?? null, theirs: saved ?? null, mine: wrote ?? null }
  })
  const added = mine.steps
    .filter(({ stepId }) => stepId === '')
    .map((step): ThreeWay => ({ what: step, base: null, theirs: null, mine: lineOf(step, mine) }))
  return [...fields, ...steps, ...added].filter((line) => line.base !== line.theirs || line.base !== line.mine)
}

const rowOf = ({ column, stepId, text, actor, beginsOn, dueOn }: PlanStep): TypedRow => ({
  column,
  stepId,
  text,
  actor,
  beginsOn: beginsOn ?? '',
  dueOn: dueOn ?? '',
})

/**
 * What I wrote, with the steps and follow-ups that the other added since: saved on top, mine takes nothing away that I never saw. What the other
 * changed stays as I wrote it; both are shown.
 */
export function withTheirAdditions(typed: TypedPlan, base: Compared, theirs: Compared): TypedPlan {
  const seen = new Set([...base.steps.map(({ stepId }) => stepId), ...typed.rows.map(({ stepId }) => stepId)])
  const steps = theirs.steps.filter(({ stepId }) => !seen.has(stepId)).map(rowOf)
  const days = theirs.followUpDays.filter((day) => !base.followUpDays.includes(day) && !typed.followUps.includes(day))
  const filled = typed.rows.filter((row) => row.stepId !== '' || row.text.trim() !== '')
  return { ...typed, rows: [...filled, ...steps], followUps: [...typed.followUps.filter((day) => day.trim() !== ''), ...days] }
}
