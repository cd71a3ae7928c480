/** What waits of steering, for the start page: whether the plan is to be revised, and what is late. Nothing here is about any person. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { isLate } from './item.rules.ts'
import { listItems } from './item.store.ts'
import { inForceOn, reviewState } from './plan.rules.ts'
import { listVersions } from './plan.store.ts'

/** `review`: null while the plan needs no revision. `late`: approved items past their day. Both lead to `/styrning`. */
export type SteeringWaiting = {
  readonly review: { readonly by: PlainDate; readonly isOver: boolean } | null
  readonly late: number
}

/** What somebody has to see to of steering. */
export async function readSteeringWaiting(tx: Tx, today: PlainDate): Promise<SteeringWaiting> {
  const inForce = inForceOn(await listVersions(tx), today)
  const state = reviewState(inForce, today)
  const by = inForce?.adoption?.reviewOn ?? null
  return {
    review: by === null || (state !== 'dueSoon' && state !== 'overdue') ? null : { by, isOver: state === 'overdue' },
    late: (await listItems(tx)).filter((item) => isLate(item, today)).length,
  }
}
