/** Which steps of a plan can be made measures: those of the municipality's. */
import type { Plan, PlanStep } from './plans.types.ts'

/** Whether a measure can come of the step. */
export const isMeasurable = ({ column }: Pick<PlanStep, 'column'>): boolean => column === 'municipality'

/** The step among the open plans of a youth, as it stands now; null when it is gone, is not ours, or the plan has ended. */
export const measurableStep = (plans: readonly Pick<Plan, 'endedOn' | 'steps'>[], stepId: string): PlanStep | null =>
  plans
    .filter(({ endedOn }) => endedOn === null)
    .flatMap(({ steps }) => steps)
    .find((step) => step.stepId === stepId && isMeasurable(step)) ?? null
