/** Reading the list of youths, with one line in the log. */
import type { Pool } from '../../../platform/db/tx.ts'
import { readAs } from '../log.ts'
import type { Reader } from '../members/members.types.ts'
import { listYouths } from './people.store.ts'
import type { ListedYouth } from './people.types.ts'

/** The youths that the reader sees: those who are here, or those who have left. */
export const readYouths = (pool: Pool, reader: Reader, which: { readonly left: boolean }): Promise<ListedYouth[]> =>
  readAs(
    pool,
    (found: ListedYouth[]) => ({ actor: reader.staffId, action: 'followup.list', detail: { shown: found.length, left: which.left } }),
    (tx) => listYouths(tx, reader, which),
  )
