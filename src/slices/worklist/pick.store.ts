/** Whom a view holds, as ids: for a round of messages, which looks up itself what it needs of each. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/tx.ts'
import { fits, isOn } from './conditions.store.ts'
import type { ListQuestion } from './list.store.ts'
import { ask, every } from './statement.store.ts'

/** Everybody that the question's list shows, whatever the page, in no order. */
export async function listPersonIds(tx: Tx, { scope, day, tab, filter, list, lists }: ListQuestion): Promise<number[]> {
  const onList = list === null ? sql`true` : fits(lists[list], day)
  const rows = await ask<{ id: number }>(
    tx,
    sql`select y.person_id as id from worklist.seen(${scope.units}::integer[], ${scope.mayReadProtected}) y
      left join outreach.standing s on s.person_id = y.person_id where ${every([isOn(tab, day), fits(filter, day), onList])}`,
  )
  return rows.map(({ id }) => id)
}
