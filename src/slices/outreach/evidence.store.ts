/** What was done to reach one youth, oldest first. The caller has asked whether the reader may see the person. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ProvenContact, ProvenSearch } from './evidence.types.ts'

/** More than anybody has been tried. */
const most = 500

/** Contacts that stand, with the template of what was sent and no more of a number than its end. */
export const listProvenContacts = (tx: Tx, personIds: readonly number[]): Promise<ProvenContact[]> =>
  tx.prepared<ProvenContact>(
    `select to_char(c.happened_at at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI') as at, c.channel, c.outcome, c.attempted, c.reached,
       c.by_name as by, s.name as "secondBy", (select m.template_key from messaging.message m where m.contact_id = c.id limit 1) as template,
       case when w.kind = 'phone' then right(w.value, 2) end as ending
     from outreach.contact c left join access.staff s on s.id = c.second_staff_id left join outreach.way w on w.id = c.way_id
     where c.person_id = any ($1) and c.struck_at is null order by c.happened_at, c.id limit ${most}`,
    [personIds],
  )

/** Searches for a number that stand. */
export const listProvenSearches = (tx: Tx, personIds: readonly number[]): Promise<ProvenSearch[]> =>
  tx.prepared<ProvenSearch>(
    `select s.searched_on as "on", s.step, s.result, f.name as by from outreach.search s join access.staff f on f.id = s.staff_id
     where s.person_id = any ($1) and s.struck_at is null order by s.searched_on, s.id limit ${most}`,
    [personIds],
  )

export type Entry = { readonly fromOn: PlainDate | null; readonly untilOn: PlainDate | null; readonly reason: string | null }

/** The period of responsibility that the lists show. */
export async function findEntry(tx: Tx, personId: number): Promise<Entry> {
  const [row] = await tx.prepared<Entry>(
    'select y.from_on as "fromOn", y.until_on as "untilOn", y.entry_reason as reason from worklist.youth y where y.person_id = $1',
    [personId],
  )
  return row ?? { fromOn: null, untilOn: null, reason: null }
}
