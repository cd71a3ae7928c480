/** A step of a plan for those that make measures of them. The caller has asked whether the youth may be seen. */
import type { Tx } from '../../platform/db/tx.ts'
import { listPlansOf } from './plan.store.ts'
import type { PlanStep } from './plans.types.ts'
import { measurableStep } from './step-measure.rules.ts'

/** The step, when it is ours and its plan is open; null otherwise. `personIds`: the youth's records that are one person. */
export const findMeasurableStep = async (tx: Tx, personIds: readonly number[], stepId: string): Promise<PlanStep | null> =>
  measurableStep(await listPlansOf(tx, personIds), stepId)
