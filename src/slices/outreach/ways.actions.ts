/** The ledger of one human being. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Way } from './outreach.types.ts'
import { listWays } from './way.store.ts'

/** The open entries of all the records that are the same person, the person's own first. */
export async function listWaysOf(tx: Tx, personIds: readonly number[]): Promise<Way[]> {
  const ways: Way[] = []
  for (const personId of personIds) ways.push(...(await listWays(tx, personId)))
  return ways
}
