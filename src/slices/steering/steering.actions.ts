/** What everything of steering shares: who acts, the overview, and that no identity number stands in a text. */
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { flagsOf } from '../hygiene/index.ts'
import { inMeetingOrder } from './item.rules.ts'
import { listItems } from './item.store.ts'
import { inForceOn, reviewState } from './plan.rules.ts'
import { findDraft, findVersion, listVersions } from './plan.store.ts'
import type { Item, Plan, PlanVersion, ReviewState } from './steering.types.ts'

export type SteeringEditor = { readonly pool: Pool; readonly staffId: string; readonly name: string; readonly today: PlainDate }

export type Overview = {
  readonly versions: readonly PlanVersion[]
  /** The version in force; null: none is adopted. */
  readonly plan: Plan | null
  readonly review: ReviewState
  readonly draft: Plan | null
  readonly items: readonly Item[]
}

async function load(tx: Tx, today: PlainDate): Promise<Overview> {
  const versions = await listVersions(tx)
  const inForce = inForceOn(versions, today)
  return {
    versions,
    plan: inForce === null ? null : await findVersion(tx, inForce.version),
    review: reviewState(inForce, today),
    draft: await findDraft(tx),
    items: inMeetingOrder(await listItems(tx), today),
  }
}

/** The plan in force, the draft, and the items. It holds nothing of anybody. */
export const readOverview = (pool: Pool, today: PlainDate): Promise<Overview> => inTransaction(pool, (tx) => load(tx, today))

/** Whether an identity number stands in one of the texts: they are of the work, never of a youth. */
export const holdsNumber = (texts: readonly string[]): boolean =>
  texts.some((text) => flagsOf(text, { ownNames: [] }).some(({ kind }) => kind === 'identityNumber'))
