/** The little that the person page asks: the birthday, and how it ended. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Outcome } from './turning20.types.ts'

type Found = { readonly bornOn: PlainDate; readonly outcome: Outcome | null }

/** Of somebody whom the responsibility covers, or has covered until turning 20. */
export async function findCard(tx: Tx, personIds: readonly number[]): Promise<Found | null> {
  const [row] = await tx.prepared<Found>(
    `select y.born_on as "bornOn", (select n.outcome from turning20.ending n where n.person_id = any ($1) and n.struck_at is null limit 1) as outcome
     from worklist.youth y where y.person_id = any ($1) and y.born_on is not null and y.from_on is not null
       and (y.until_on is null or y.exit_reason = 'turned20') limit 1`,
    [personIds],
  )
  return row ?? null
}
