/** What the youth does inside: reads the plan, ticks, adds, says yes, and leaves. Each is one transaction with its line in the log. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import {
  acknowledgePlan,
  addOwnStep,
  readOpenPlan,
  tickOwnStep,
  type AcknowledgeRefusal,
  type AddRefusal,
  type Plan,
  type TickRefusal,
} from '../plans/index.ts'
import { markUsed } from './link.store.ts'
import { findInside, youthActor, type Inside, type Keys } from './live.actions.ts'
import { hashOfStay } from './secrets.ts'
import { deleteStay } from './stay.store.ts'

/** The plan as the youth reads it; null: there is none that is agreed. */
export type OwnPage = { readonly plan: Plan | null; readonly until: string }

async function planOf(tx: Tx, { personId }: Inside): Promise<Plan | null> {
  const plan = await readOpenPlan(tx, await listSameRecords(tx, personId))
  return plan?.status === 'agreed' ? plan : null
}

/** The page, with a line that it was read; null when nobody is inside with these secrets (any longer). */
export const readOwnPage = (pool: Pool, keys: Keys): Promise<OwnPage | null> =>
  inTransaction(pool, async (tx) => {
    const inside = await findInside(tx, keys)
    if (inside === null) return null
    await markUsed(tx, inside.id)
    await writeAuditLine(tx, { actor: youthActor, action: 'ownplan.read', outcome: 'done', subjectId: inside.subjectId })
    return { plan: await planOf(tx, inside), until: inside.until }
  })

/** `outside`: nobody is inside with these secrets. `missing`: the plan is not there, or is over. */
type Outside = 'outside' | 'missing'

/** One change of the plan by the youth. The plan's id comes with the form, and is only taken for the youth's own open plan. */
async function act<T, Reason extends string>(
  pool: Pool,
  keys: Keys,
  { action, planId }: { readonly action: string; readonly planId: string },
  work: (tx: Tx) => Promise<Decision<T, Reason>>,
): Promise<Decision<T, Reason | Outside>> {
  let subjectId: string | null = null
  return change<T, Reason | Outside>(
    pool,
    () => ({ actor: youthActor, action, subjectId }),
    async (tx) => {
      const inside = await findInside(tx, keys)
      if (inside === null) return refuse('outside')
      subjectId = inside.subjectId
      if ((await planOf(tx, inside))?.planId !== planId) return refuse('missing')
      await markUsed(tx, inside.id)
      return work(tx)
    },
  )
}

/** The plan as it was when the youth saw it. */
export type Seen = { readonly planId: string; readonly version: number; readonly today: PlainDate }

/** Ticks one of the youth's own steps, or takes the tick back. */
export const tickStep = (
  pool: Pool,
  keys: Keys,
  seen: Seen,
  step: { readonly stepId: string; readonly isDone: boolean },
): Promise<Decision<{ readonly version: number }, TickRefusal | Outside>> =>
  act(pool, keys, { action: step.isDone ? 'ownplan.tick' : 'ownplan.untick', planId: seen.planId }, (tx) =>
    tickOwnStep(tx, { ...seen, ...step }),
  )

/** Adds a step of the youth's own. */
export const addStep = (
  pool: Pool,
  keys: Keys,
  { planId, today }: Omit<Seen, 'version'>,
  text: string,
): Promise<Decision<{ readonly version: number }, AddRefusal | Outside>> =>
  act(pool, keys, { action: 'ownplan.add', planId }, (tx) => addOwnStep(tx, { planId, today, text, dueOn: null }))

/** The youth has read the plan and says yes to it. */
export const acknowledge = (
  pool: Pool,
  keys: Keys,
  { planId, version }: Omit<Seen, 'today'>,
): Promise<Decision<null, AcknowledgeRefusal | Outside>> =>
  act(pool, keys, { action: 'ownplan.acknowledge', planId }, (tx) => acknowledgePlan(tx, { planId, version, how: 'link', staffId: null }))

/** The youth closes the page: the stay is over. */
export async function leave(pool: Pool, keys: Keys): Promise<Decision<null, 'outside'>> {
  let subjectId: string | null = null
  return change<null, 'outside'>(
    pool,
    () => ({ actor: youthActor, action: 'ownplan.leave', subjectId }),
    async (tx) => {
      const inside = await findInside(tx, keys)
      if (inside === null || keys.pass === null) return refuse('outside')
      subjectId = inside.subjectId
      await deleteStay(tx, hashOfStay(keys.pass))
      return grant(null)
    },
  )
}
