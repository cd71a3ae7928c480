/** What youths are said to do: one fresh statement at a time, earlier ones kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NewOccupation } from './outreach.types.ts'

/** Closes what was said before and adds this. Returns its id. */
export async function insertOccupation(tx: Tx, said: NewOccupation, reviewOn: PlainDate): Promise<number> {
  await tx.query(`update outreach.occupation set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity'`, [
    said.personId,
  ])
  const [row] = await tx.query<{ id: number }>(
    `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [said.personId, said.kind, said.source, said.sinceOn, said.statedOn, reviewOn, said.saidBy, said.contactId],
  )
  return row?.id ?? 0
}
