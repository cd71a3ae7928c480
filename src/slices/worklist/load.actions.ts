/** How much each colleague has. Counts only: no read line. */
import type { Tx } from '../../platform/db/tx.ts'
import { conditionsOf, readyConditions } from './conditions.rules.ts'
import { noFilter, shippedNotReachedDays } from './filter.rules.ts'
import { readEdition } from './frame.store.ts'
import type { Reader } from './list.actions.ts'
import { countLoads, type StaffLoad } from './load.store.ts'
import { loadViews } from './load.rules.ts'
import { remembered } from './remembered.ts'

/** The loads of everybody who has youths that the reader may see, and of nobody. */
export async function readLoads(
  tx: Tx,
  { pool, code, scope, today }: Pick<Reader, 'pool' | 'code' | 'scope' | 'today'>,
): Promise<StaffLoad[]> {
  const lists = readyConditions(today, '', shippedNotReachedDays)
  const { dueWithin } = loadViews('nobody', today).dueThisWeek.filter
  const dueThisWeek = conditionsOf({ ...noFilter, dueWithin }, today, '')
  const day = { today, runId: 0, restrictedIn: scope.mayReadProtected ? code : null }
  const edition = await readEdition(tx)
  return remembered(pool, edition, `loads ${JSON.stringify([code, scope, today])}`, () =>
    countLoads(tx, scope, day, { overdue: lists.overdue, dueThisWeek, notReached: lists.notReached }),
  )
}
