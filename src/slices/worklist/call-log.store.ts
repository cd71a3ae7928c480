/** One row of the lists. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ListDay } from './conditions.store.ts'
import { pickedRows } from './list.store.ts'
import { ask } from './statement.store.ts'
import type { ListRow } from './worklist.types.ts'

/** The youth's row as the lists show it; null when the scope does not hold the youth. */
export async function findRow(tx: Tx, scope: Scope, day: ListDay, subjectId: string): Promise<ListRow | null> {
  const picked = { where: sql`y.subject_id = ${subjectId}::uuid`, order: sql`y.person_id`, limit: 1 }
  const [row] = await ask<ListRow>(tx, pickedRows(scope, day, picked), true)
  return row ?? null
}
