/** What youths are said to do: one fresh statement at a time, earlier ones kept. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NewOccupation } from './outreach.types.ts'

const insertion = `
  insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id, origin, known_until)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when exists (
    select from outreach.occupation o where o.person_id = $1 and o.known_until = 'infinity') then clock_timestamp() else 'infinity' end)
  returning id`

/** Closes what was said before and adds this. What was said of a later day stands: this is then kept as history. Returns its id. */
export async function insertOccupation(tx: Tx, said: NewOccupation, reviewOn: PlainDate): Promise<number> {
  const { personId, kind, source, sinceOn, statedOn, saidBy, contactId } = said
  const origin = said.origin ?? (contactId === null ? 'hand' : 'contact')
  await tx.query(
    `update outreach.occupation set known_until = clock_timestamp() where person_id = $1 and known_until = 'infinity' and stated_on <= $2`,
    [personId, statedOn],
  )
  const [row] = await tx.query<{ id: number }>(insertion, [personId, kind, source, sinceOn, statedOn, reviewOn, saidBy, contactId, origin])
  return row?.id ?? 0
}

/** The day somebody was born, as the lists have it; null when it is not known. */
export async function bornOnOf(tx: Tx, personId: number): Promise<PlainDate | null> {
  const [row] = await tx.prepared<{ bornOn: PlainDate | null }>(
    'select y.born_on as "bornOn" from worklist.youth y where y.person_id = $1',
    [personId],
  )
  return row?.bornOn ?? null
}

/**
 * Takes back statements: the first row of each is marked, what stands of it is closed, and what it had taken the place of is said anew. Something
 * said later stands, and what has been taken back is never said anew.
 */
const retraction = (which: string): string => `
  with meant as (select distinct coalesce(o.restates_id, o.id) as id from outreach.occupation o where ${which}),
  marked as (insert into outreach.occupation_retraction (occupation_id) select id from meant on conflict do nothing),
  gone as (
    update outreach.occupation o set known_until = clock_timestamp()
    from meant m where coalesce(o.restates_id, o.id) = m.id and o.known_until = 'infinity' returning o.person_id)
  insert into outreach.occupation (person_id, kind, source, since_on, stated_on, review_on, said_by, contact_id, origin, restates_id)
  select b.person_id, b.kind, b.source, b.since_on, b.stated_on, b.review_on, b.said_by, b.contact_id, b.origin, coalesce(b.restates_id, b.id)
  from (select distinct person_id from gone) g cross join lateral (
    select o.* from outreach.occupation o where o.person_id = g.person_id
      and coalesce(o.restates_id, o.id) not in (select id from meant union all select r.occupation_id from outreach.occupation_retraction r)
    order by o.stated_on desc, o.id desc limit 1) b`

/** Takes back what was said in a contact that has been struck. */
export const retractOccupation = (tx: Tx, contactId: number): Promise<unknown> => tx.query(retraction('o.contact_id = $1'), [contactId])

/** Takes back one statement. */
export const retractOccupationRow = (tx: Tx, id: number): Promise<unknown> => tx.query(retraction('o.id = $1'), [id])

/** The person whose statement it is; null when there is none. */
export async function personOfOccupation(tx: Tx, id: number): Promise<number | null> {
  const [row] = await tx.prepared<{ personId: number }>('select o.person_id as "personId" from outreach.occupation o where o.id = $1', [id])
  return row?.personId ?? null
}
