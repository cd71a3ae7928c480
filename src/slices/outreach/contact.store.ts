/** Contacts and attempts: added, never rewritten; one that was wrong is struck. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ShownContact } from './contact.types.ts'
import type { ContactKey, NewContact } from './outreach.types.ts'

/** A contact as it was saved: its instant as the database writes it, and its Swedish day. */
export type SavedContact = ContactKey & { readonly at: string; readonly on: PlainDate }

const insertion = `
  insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, way_id, staff_id, second_staff_id, by_name,
    unit_id, district_id, occupation, next_step, next_on, department, note, origin, origin_id)
  select $1, $2, $3, $4, $5, coalesce($6::timestamptz, clock_timestamp()), $7, $8, $9, $10,
    (select y.unit_id from worklist.youth y where y.person_id = $1), (select y.district_id from worklist.youth y where y.person_id = $1),
    $11, $12, $13, $14, $15, $16, $17
  returning id, contact_id as "contactId", happened_at::text as at, (happened_at at time zone 'Europe/Stockholm')::date as "on"`

/** Adds a contact, with the unit and district that the youth has now. */
export async function insertContact(tx: Tx, contact: NewContact): Promise<SavedContact> {
  const [row] = await tx.query<SavedContact>(insertion, [
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
  ])
  if (row === undefined) throw new Error('a contact was not added')
  return row
}

/**
 * Holds the youths' lines until the transaction ends, before anything of theirs is read or written. Two who log at once, or somebody who logs
 * while the night computes, come one after the other: the standing that is saved last has seen every contact, and a number that has just died is not
 * called.
 */
export const holdLines = (tx: Tx, personIds: readonly number[]): Promise<unknown> =>
  tx.query('select from worklist.youth where person_id = any ($1) order by person_id for no key update', [personIds])

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')`

const shownQuery = `
  select c.contact_id as "contactId", c.channel, c.attempted, c.reached, c.outcome, ${local('c.happened_at')} as at, ${local('c.logged_at')} as "loggedAt",
    case when w.id is not null then json_build_object('kind', w.kind, 'value', w.value) end as way, c.staff_id as "byId", c.by_name as by,
    s.name as "secondBy", c.occupation, c.next_step as "nextStep", c.next_on as "nextOn", c.department, c.note, c.origin,
    c.logged_at > clock_timestamp() - interval '10 seconds' as "isFresh",
    case when c.struck_at is not null then json_build_object('at', ${local('c.struck_at')}, 'by', k.name, 'why', c.struck_why) end as struck
  from outreach.contact c left join outreach.way w on w.id = c.way_id left join access.staff s on s.id = c.second_staff_id
  left join access.staff k on k.id = c.struck_by
  where c.person_id = any ($1) and c.happened_at < ($2::date + 1)::timestamp at time zone 'Europe/Stockholm'
  order by c.happened_at desc, c.id desc limit 500`

/** The contacts of one human being to the end of a day, newest first, struck ones too. The caller has asked whether the reader may see the person. */
export const listContacts = (tx: Tx, personIds: readonly number[], until: PlainDate): Promise<ShownContact[]> =>
  tx.prepared<ShownContact>(shownQuery, [personIds, until])

/** The records that are the same human being as the person, the person's own first. */
export const listSameRecords = async (tx: Tx, personId: number): Promise<number[]> => [
  personId,
  ...(await tx.prepared<{ id: number }>('select m.absorbed_id as id from register.merged_now m where m.root_id = $1', [personId])).map(
    ({ id }) => id,
  ),
]

/** A contact held for taking it back. */
export type HeldContact = {
  readonly id: number
  readonly staffId: string | null
  readonly loggedAtMs: number
  readonly isStruck: boolean
  readonly channel: string
  readonly outcome: string
  /** The way whose last result is this contact's; null when there is none, or something later has been heard of it. */
  readonly decidedWayId: number | null
}

/** Holds the contact of one of the records until the transaction ends; null when there is none. */
export async function holdContact(tx: Tx, personIds: readonly number[], contactId: string): Promise<HeldContact | null> {
  const [row] = await tx.query<HeldContact>(
    `select c.id, c.staff_id as "staffId", (extract(epoch from c.logged_at) * 1000)::float8 as "loggedAtMs", c.struck_at is not null as "isStruck",
       c.channel, c.outcome, (select w.id from outreach.way w where w.id = c.way_id and w.last_result_at = c.happened_at) as "decidedWayId"
     from outreach.contact c where c.person_id = any ($1) and c.contact_id = $2 for update of c`,
    [personIds, contactId],
  )
  return row ?? null
}

/** Strikes a contact: it stays, with who struck it and why. */
export const strikeContact = (tx: Tx, id: number, by: string, why: string): Promise<unknown> =>
  tx.query('update outreach.contact set struck_at = clock_timestamp(), struck_by = $2, struck_why = $3 where id = $1', [id, by, why])
