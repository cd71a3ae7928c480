/** Development items: raised, from a published report or not, and taken forward. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { change } from '../audit/index.ts'
import { listReports, type PublicationHead } from '../reports/index.ts'
import { stepProblems, type StepProblem } from './item.rules.ts'
import { findItem, insertItem, insertStep } from './item.store.ts'
import { holdsNumber, type SteeringEditor } from './steering.actions.ts'
import type { Item, ItemContent, StepContent } from './steering.types.ts'

/** The published reports that an item can be raised from, the latest first. */
export const readReports = (pool: Pool): Promise<PublicationHead[]> => inTransaction(pool, listReports)

export type OneItem = { readonly item: Item; readonly report: PublicationHead | null }

/** One item with the report it was raised from; null when there is none such. */
export const readItem = (pool: Pool, itemId: string): Promise<OneItem | null> =>
  inTransaction(pool, async (tx) => {
    const item = await findItem(tx, itemId)
    if (item === null) return null
    const report = item.reportId === null ? null : ((await listReports(tx)).find(({ id }) => id === item.reportId) ?? null)
    return { item, report }
  })

/** Raises an item. Returns its id. Refused: `personal`, `no-report` (there is no such published report). */
export const raiseItem = (
  { pool, staffId, name, today }: SteeringEditor,
  content: ItemContent,
): Promise<Decision<string, 'personal' | 'no-report'>> =>
  change<string, 'personal' | 'no-report'>(
    pool,
    { actor: staffId, action: 'steering.raise', detail: { report: content.reportId, figure: content.number?.name ?? null } },
    async (tx) => {
      if (holdsNumber([content.title, content.why, content.board])) return refuse('personal')
      const { reportId } = content
      if (reportId !== null && !(await listReports(tx)).some(({ id }) => id === reportId)) return refuse('no-report')
      return grant(await insertItem(tx, content, { staffId, name, on: today }))
    },
  )

export type Stepped = Decision<null, 'missing' | 'faults' | 'personal' | 'somebody-first'> & { readonly faults: readonly StepProblem[] }

/** Takes an item forward. `seen`: how many steps it had when it was looked at. */
export async function takeStep(
  { pool, staffId, today }: SteeringEditor,
  { itemId, seen }: { readonly itemId: string; readonly seen: number },
  step: StepContent,
): Promise<Stepped> {
  let faults: readonly StepProblem[] = []
  const decision = await change<null, 'missing' | 'faults' | 'personal' | 'somebody-first'>(
    pool,
    { actor: staffId, action: 'steering.step', detail: { item: itemId, kind: step.kind } },
    async (tx) => {
      const item = await findItem(tx, itemId)
      if (item === null) return refuse('missing')
      if (item.steps.length !== seen) return refuse('somebody-first')
      faults = stepProblems(step, item, today)
      if (faults.length > 0) return refuse('faults')
      if (holdsNumber([step.said])) return refuse('personal')
      return (await insertStep(tx, itemId, seen + 1, step, staffId)) ? grant(null) : refuse('somebody-first')
    },
  )
  return { ...decision, faults }
}
