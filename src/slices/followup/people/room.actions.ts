/** Reading something of one youth: found for the reader, a fresh sign-in for a protected one, one line in the module's log. */
import type { Pool, Tx } from '../../../platform/db/tx.ts'
import { isRandomId } from '../../../platform/random-id.ts'
import { readAs } from '../log.ts'
import type { Unreached, Writer } from './people.actions.ts'
import { findYouth } from './people.store.ts'
import type { Youth } from './people.types.ts'

type Asked = { readonly youthId: string; readonly action: string }

/** What `work` finds of the youth; `missing` too when it finds nothing. */
export async function readRoom<Found extends object>(
  pool: Pool,
  { reader, isFresh }: Writer,
  { youthId, action }: Asked,
  work: (tx: Tx, youth: Youth) => Promise<Found | null>,
): Promise<Found | Unreached> {
  if (!isRandomId(youthId)) return 'missing'
  return readAs(
    pool,
    (found: Found | Unreached) => ({
      actor: reader.staffId,
      action,
      outcome: typeof found === 'string' ? found : 'done',
      subjectId: found === 'missing' ? null : youthId,
    }),
    async (tx) => {
      const youth = await findYouth(tx, reader, youthId)
      if (youth === null) return 'missing'
      if (youth.protection !== 'none' && !isFresh) return 'sign-in-again'
      return (await work(tx, youth)) ?? 'missing'
    },
  )
}
