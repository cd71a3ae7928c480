/** What youths are said to do: one fresh statement at a time, earlier ones kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NewOccupation } from './outreach.types.ts'

/** Closes what was said before and adds this. What was said of a later day stands: this is then kept as history. Returns its id. */
export async function insertOccupation(tx: Tx, said: NewOccupation, reviewOn: PlainDate): Promise<number> {
  await tx.query(
    `update outreach.occupation set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity' and stated_on <= $2`,
    [said.personId, said.statedOn],
  )
  const [row] = await tx.query<{ id: number }>(
    `insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id, known_until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, case when exists (
       select from outreach.occupation o where o.person_id = $1 and o.known_until = 'infinity') then clock_timestamp() else 'infinity' end)
     returning id`,
    [said.personId, said.kind, said.source, said.sinceOn, said.statedOn, reviewOn, said.saidBy, said.contactId],
  )
  return row?.id ?? 0
}

/**
 * Closes what was said in a contact that has been struck; what it had taken the place of is said anew. Something said later stands.
 */
export const retractOccupation = (tx: Tx, contactId: number): Promise<unknown> =>
  tx.query(
    `with gone as (
       update outreach.occupation set known_until = clock_timestamp() where contact_id = $1 and known_until = 'infinity' returning id, person_id)
     insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id)
     select b.person_id, b.kind, b.source, b.since_on, b.stated_on, b.review_on, b.said_by, b.contact_id
     from gone g cross join lateral (
       select o.* from outreach.occupation o left join outreach.contact c on c.id = o.contact_id
       where o.person_id = g.person_id and o.id <> g.id and c.struck_at is null and o.contact_id is distinct from $1
       order by o.stated_on desc, o.id desc limit 1) b`,
    [contactId],
  )
