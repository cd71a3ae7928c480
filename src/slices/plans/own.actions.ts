/** What the youth does with the plan, on the own page or together with us. The caller has asked whose plan it is, and writes the line in the log. */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { added, mayAcknowledge, ticked, type AcknowledgeRefusal, type AddRefusal, type TickRefusal } from './own.rules.ts'
import { findPlanById, findVersion, writtenVersionOf } from './plan.store.ts'
import { holdPlan, insertAcknowledgement, insertVersion } from './plan-write.store.ts'
import type { AcknowledgedHow, Plan, PlanChange, PlanContent } from './plans.types.ts'

/** Which plan, as it was when the youth saw it. */
export type SeenPlan = { readonly planId: string; readonly version: number; readonly today: PlainDate }

type Held = { readonly id: number; readonly plan: Plan }

async function hold(tx: Tx, planId: string): Promise<Held | null> {
  const id = await holdPlan(tx, planId)
  const plan = id === null ? null : await findPlanById(tx, planId)
  return id === null || plan === null ? null : { id, plan }
}

const save = ({ id, plan }: Held, tx: Tx, change: PlanChange, content: PlanContent): Promise<number> =>
  insertVersion(tx, id, { ...content, change, status: plan.status, endReason: null, endNote: '', by: null })

/** Ticks one of the youth's own steps, or takes the tick away. The version that the plan has after it. */
export async function tickOwnStep(
  tx: Tx,
  { planId, version, today, stepId, isDone }: SeenPlan & { readonly stepId: string; readonly isDone: boolean },
): Promise<Decision<{ readonly version: number }, TickRefusal>> {
  const held = await hold(tx, planId)
  const seen = held === null ? null : await findVersion(tx, planId, version)
  if (held === null || seen === null) return refuse('missing')
  const decision = ticked(held.plan, seen, { stepId, isDone, today })
  if (!decision.granted) return decision
  return grant({ version: decision.value === null ? held.plan.version : await save(held, tx, 'ticked', decision.value) })
}

/** Adds a step of the youth's own, last in their column. Sent twice it is added once. */
export async function addOwnStep(
  tx: Tx,
  { planId, today, text, dueOn }: Omit<SeenPlan, 'version'> & { readonly text: string; readonly dueOn: PlainDate | null },
): Promise<Decision<{ readonly version: number }, AddRefusal>> {
  const held = await hold(tx, planId)
  if (held === null) return refuse('missing')
  const decision = added(held.plan, { stepId: randomUUID(), text, dueOn, today })
  if (!decision.granted) return decision
  return grant({ version: decision.value === null ? held.plan.version : await save(held, tx, 'added', decision.value) })
}

/** The version read, how it was acknowledged, and who noted it: null with the link, where it is the youth. */
export type Acknowledging = {
  readonly planId: string
  readonly version: number
  readonly how: AcknowledgedHow
  readonly staffId: string | null
}

/** Notes that the youth has said yes to the version that was read. Again changes nothing; one that we have written over since is refused. */
export async function acknowledgePlan(
  tx: Tx,
  { planId, version, how, staffId }: Acknowledging,
): Promise<Decision<null, AcknowledgeRefusal>> {
  const held = await hold(tx, planId)
  if (held === null) return refuse('missing')
  const decision = mayAcknowledge(held.plan, version, await writtenVersionOf(tx, planId))
  if (decision.granted) await insertAcknowledgement(tx, held.id, { version, how, staffId })
  return decision
}
