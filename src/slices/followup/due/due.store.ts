/** When youths came to directed follow-up and left it. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'

type Came = { readonly youthId: string; readonly registeredOn: PlainDate; readonly leftOn: PlainDate | null }

/** The youths' first and last days. The caller has asked whether the reader may see them. */
export const listPresences = (tx: Tx, youthIds: readonly string[]): Promise<Came[]> =>
  tx.prepared(
    `select id as "youthId", registered_on as "registeredOn", left_on as "leftOn" from followup.youth where id = any ($1::uuid[])`,
    [youthIds],
  )
