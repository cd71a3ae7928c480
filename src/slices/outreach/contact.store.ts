/** Contacts and attempts: added, never rewritten; one that was wrong is struck. */
import type { Tx } from '../../platform/db/tx.ts'
import type { ContactKey, NewContact, WayResult } from './outreach.types.ts'

/** Adds a contact, with the unit and district that the youth has now. */
export async function insertContact(tx: Tx, contact: NewContact): Promise<ContactKey> {
  const [row] = await tx.query<ContactKey>(
    `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, way_id, staff_id, second_staff_id, by_name,
       unit_id, district_id, occupation, next_step, next_on, department, note, origin, origin_id)
     select $1, $2, $3, $4, $5, coalesce($6::timestamptz, clock_timestamp()), $7, $8, $9, $10,
       (select y.unit_id from worklist.youth y where y.person_id = $1), (select y.district_id from worklist.youth y where y.person_id = $1),
       $11, $12, $13, $14, $15, $16, $17
     returning id, contact_id as "contactId"`,
    [
      contact.personId,
      contact.channel,
      contact.attempted,
      contact.reached,
      contact.outcome,
      contact.happenedAt,
      contact.wayId,
      contact.staffId,
      contact.secondStaffId,
      contact.byName,
      contact.occupation,
      contact.nextStep,
      contact.nextOn,
      contact.department,
      contact.note,
      contact.origin,
      contact.originId,
    ],
  )
  if (row === undefined) throw new Error('a contact was not added')
  return row
}

/** Notes on the way what came of using it. `coolDays`: how long it rests; null: not at all. */
export const noteWayResult = (tx: Tx, wayId: number, result: WayResult, coolDays: number | null): Promise<unknown> =>
  tx.query(
    `update outreach.way set last_result = $2, last_result_at = clock_timestamp(), version = version + 1,
       dead_on = case when $2 in ('dead', 'returned') then coalesce(dead_on, (now() at time zone 'Europe/Stockholm')::date)
         when $2 in ('worked', 'delivered') then null else dead_on end,
       cooldown_until = case when $3::int is null then null else (now() at time zone 'Europe/Stockholm')::date + $3::int end
     where id = $1`,
    [wayId, result, coolDays],
  )
