/** A view of the lists as those it holds. The caller writes the line in the log. */
import type { Tx } from '../../platform/db/tx.ts'
import { parseView } from './filter.rules.ts'
import { readLastNight } from './frame.store.ts'
import { questionOf, type Reader } from './list.actions.ts'
import { listPersonIds } from './pick.store.ts'

/** The persons that the reader would see on the list of an address: all of them, as on its pages. */
export async function listPersons(tx: Tx, reader: Reader, query: URLSearchParams): Promise<number[]> {
  const { view } = parseView(query)
  return listPersonIds(tx, questionOf(reader, view, (await readLastNight(tx))?.runId ?? 0))
}
