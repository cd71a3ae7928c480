/** The list that a round is for, as the lists themselves understand its address. */
import { inTransaction } from '../../platform/db/tx.ts'
import { countView, listAddress, type Reader } from '../worklist/index.ts'

/** The query as the lists write it: only what a list understands, and always in the same way. */
export const listQueryOf = (query: string): string => listAddress(query).split('?')[1] ?? ''

/** How many the reader would see on the list now. */
export const countOnList = (reader: Reader, query: string): Promise<number> =>
  inTransaction(reader.pool, (tx) => countView(tx, reader, new URLSearchParams(listQueryOf(query))))
