/** What is written about a visit, from whatever telephone: kept for ever, and the stop as it stands. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { fieldColumns } from './stop.store.ts'
import type { Card, Conflict, FieldChange, SomeFields, VisitFieldName, VisitFields } from './visits.types.ts'

/** A stop held for a change, whoever may see its youth. */
export type HeldStop = VisitFields & {
  readonly id: number
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unitId: number | null
  readonly contactId: number | null
  readonly version: number
  readonly isProtected: boolean
  readonly isRemoved: boolean
  readonly isAnnounced: boolean
  readonly card: Card | null
  readonly on: PlainDate
  /** The first and the last instant of the round's day. */
  readonly dayFrom: number
  readonly dayUntil: number
  readonly firstStaffId: string
  readonly secondStaffId: string
  readonly hasCarried: boolean
}

const startOf = (day: string): string => `(extract(epoch from (${day})::timestamp at time zone 'Europe/Stockholm') * 1000)::float8`

const heldQuery = `
  select s.id, p.id as "personId", p.subject_id as "subjectId", coalesce(y.given_name, '') as "givenName",
    coalesce(y.family_name, '') as "familyName", y.unit_id as "unitId", s.contact_id as "contactId", s.version, ${fieldColumns},
    register.is_protected(s.person_id) as "isProtected", s.removed_at is not null as "isRemoved",
    visits.is_announced(s.person_id, r.on_day) as "isAnnounced", r.on_day as on,
    (select json_build_object('cardId', c.card_id, 'visitDay', c.visit_day, 'visitTime', to_char(c.visit_time, 'HH24:MI'),
      'deliveredOn', c.delivered_on) from visits.card c where c.stop_id = s.id order by c.id desc limit 1) as card,
    ${startOf('r.on_day')} as "dayFrom", ${startOf('r.on_day + 1')} as "dayUntil",
    r.first_staff_id as "firstStaffId", r.second_staff_id as "secondStaffId",
    exists (select from visits.pocket k where k.round_id = r.id and k.staff_id = $3) as "hasCarried"
  from visits.stop s join visits.round r on r.id = s.round_id join register.person p on p.id = register.root_now(s.person_id)
    left join worklist.youth y on y.person_id = p.id
  where r.round_id = $1 and s.stop_id = $2 for update of s`

/** The stop of a round, held until the transaction ends; null when the round has no such stop. */
export async function holdStop(tx: Tx, roundId: string, stopId: string, staffId: string): Promise<HeldStop | null> {
  const [row] = await tx.query<HeldStop>(heldQuery, [roundId, stopId, staffId])
  return row ?? null
}

/** Whether the change has been taken in before, and where it still waits for a choice. Null: it is new. */
export async function findChange(tx: Tx, changeId: string): Promise<readonly VisitFieldName[] | null> {
  const [row] = await tx.query<{ names: VisitFieldName[] }>(
    `select case when settled_at is null then in_conflict else '{}' end as names from visits.change where change_id = $1`,
    [changeId],
  )
  return row?.names ?? null
}

export type KeptChange = {
  readonly change: FieldChange
  readonly stopId: number
  readonly staffId: string
  readonly inConflict: readonly VisitFieldName[]
}

/** Keeps a change as it was made. */
export const insertChange = (tx: Tx, { change, stopId, staffId, inConflict }: KeptChange): Promise<unknown> =>
  tx.query(
    `insert into visits.change (change_id, stop_id, staff_id, made_at, base_version, fields, in_conflict)
     values ($1, $2, $3, to_timestamp($4::float8 / 1000), $5, $6, $7)`,
    [change.changeId, stopId, staffId, change.madeAt, change.baseVersion, JSON.stringify(change.fields), inConflict],
  )

/** A conflict of the stop has been chosen about; once. */
export const settleConflict = (tx: Tx, changeId: string, stopId: number, by: string): Promise<unknown> =>
  tx.query(
    `update visits.change set settled_at = clock_timestamp(), settled_by = $3
     where change_id = $1 and stop_id = $2 and settled_at is null and cardinality(in_conflict) > 0`,
    [changeId, stopId, by],
  )

/** Writes the fields of a visit as they now stand, with the contact that the visit is. */
export const saveFields = (tx: Tx, id: number, fields: VisitFields, contactId: number | null): Promise<unknown> =>
  tx.query(
    `update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000), checked_out_at = to_timestamp($3::float8 / 1000), result = $4,
       note = $5, contact_id = $6, version = version + 1 where id = $1`,
    [id, fields.checkedInAt, fields.checkedOutAt, fields.result, fields.note, contactId],
  )

type ConflictRow = Omit<Conflict, 'mine'> & { readonly fields: SomeFields; readonly names: readonly VisitFieldName[] }

const only = (fields: SomeFields, names: readonly VisitFieldName[]): SomeFields =>
  Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))

/** The differences that wait for a choice, of these stops. */
export async function listConflicts(tx: Tx, stopIds: readonly number[]): Promise<Conflict[]> {
  const rows = await tx.prepared<ConflictRow>(
    `select c.change_id as "changeId", s.stop_id as "stopId", t.name as "byName", c.fields, c.in_conflict as names
     from visits.change c join visits.stop s on s.id = c.stop_id join access.staff t on t.id = c.staff_id
     where c.stop_id = any ($1) and cardinality(c.in_conflict) > 0 and c.settled_at is null order by c.id`,
    [stopIds],
  )
  return rows.map(({ fields, names, ...row }) => ({ ...row, mine: only(fields, names) }))
}
