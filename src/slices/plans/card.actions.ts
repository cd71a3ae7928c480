/** What the person page shows of the plan. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listMeasuresOf } from '../measures/index.ts'
import { readOpenPlan } from './plan.store.ts'
import type { Plan } from './plans.types.ts'
import { pointsMet, pointsOf } from './points.rules.ts'

/** Whom the card is of: the person and the records merged with it. */
export type PlansQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

/** `plan` null: none is open. `met`: how many of the seven points are met or not relevant. */
export type PlansOfYouth = { readonly plan: Plan | null; readonly met: number }

export async function readPlansOf(tx: Tx, { personIds, today }: PlansQuestion): Promise<PlansOfYouth> {
  const plan = await readOpenPlan(tx, personIds)
  return { plan, met: plan === null ? 0 : pointsMet(pointsOf(plan, await listMeasuresOf(tx, personIds), today)) }
}
