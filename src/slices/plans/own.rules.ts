/** What a youth may change of the plan by themselves, and what an acknowledgement is of. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { longest, mostStepsPerColumn, type Plan, type PlanContent, type PlanStep, type PlanVersion } from './plans.types.ts'

/** `not-agreed`: a draft, or a plan that is over. `not-own`: no such step in the first column. `changed`: we wrote it anew meanwhile. */
export type TickRefusal = 'missing' | 'not-agreed' | 'not-own' | 'changed'
export type AddRefusal = 'missing' | 'not-agreed' | 'empty' | 'too-long' | 'too-many' | 'due-passed'
export type AcknowledgeRefusal = 'missing' | 'not-agreed' | 'changed'

const withStep = ({ steps, ...rest }: PlanContent, stepId: string, doneOn: PlainDate | null): PlanContent => ({
  ...rest,
  steps: steps.map((step) => (step.stepId === stepId ? { ...step, doneOn } : step)),
})

const findStep = ({ steps }: PlanContent, stepId: string): PlanStep | undefined => steps.find((step) => step.stepId === stepId)

/**
 * The plan with one of the youth's own steps ticked or not; null when it is so already. A step that we have put in other words since the version that was
 * seen is not ticked unseen.
 */
export function ticked(
  plan: Plan,
  seen: PlanVersion,
  { stepId, isDone, today }: { readonly stepId: string; readonly isDone: boolean; readonly today: PlainDate },
): Decision<PlanContent | null, TickRefusal> {
  if (plan.status !== 'agreed') return refuse('not-agreed')
  const step = findStep(plan, stepId)
  if (step?.column !== 'youth') return refuse('not-own')
  if (findStep(seen, stepId)?.text !== step.text) return refuse('changed')
  if ((step.doneOn !== null) === isDone) return grant(null)
  return grant(withStep(plan, stepId, isDone ? today : null))
}

/** The plan with a step that the youth adds, last in the first column. The same one again, not yet done, is there already: null. */
export function added(
  plan: Plan,
  {
    stepId,
    text,
    dueOn,
    today,
  }: { readonly stepId: string; readonly text: string; readonly dueOn: PlainDate | null; readonly today: PlainDate },
): Decision<PlanContent | null, AddRefusal> {
  if (plan.status !== 'agreed') return refuse('not-agreed')
  const what = text.trim()
  if (what === '') return refuse('empty')
  if (what.length > longest.step) return refuse('too-long')
  if (dueOn !== null && dueOn < today) return refuse('due-passed')
  const own = plan.steps.filter(({ column }) => column === 'youth')
  if (own.some((step) => step.text === what && step.doneOn === null)) return grant(null)
  if (own.length >= mostStepsPerColumn) return refuse('too-many')
  const step: PlanStep = { stepId, column: 'youth', text: what, actor: '', beginsOn: null, dueOn, doneOn: null, byYouth: true }
  return grant({ ...plan, steps: [...own, step, ...plan.steps.filter(({ column }) => column !== 'youth')] })
}

/** Whether the version that was read may be acknowledged: the plan is agreed, and we have written nothing since. */
export function mayAcknowledge(plan: Plan, seenVersion: number, writtenVersion: number): Decision<null, AcknowledgeRefusal> {
  if (plan.status !== 'agreed') return refuse('not-agreed')
  return seenVersion >= writtenVersion && seenVersion <= plan.version ? grant(null) : refuse('changed')
}
