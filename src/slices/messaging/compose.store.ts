/** Whom messages are to, as they are composed: names and addresses, never kept. */
import type { Role, Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Receiver } from './compose.types.ts'

const receivers = `
  with same as materialized (select a.id as root, a.id from unnest($3::bigint[]) a (id)
    union all select m.root_id, m.absorbed_id from register.merged_now m where m.root_id = any ($3)),
  returned as (select s.root, array_agg(lower(w.value)) as lines from same s join outreach.way w on w.person_id = s.id
    where w.kind = 'address' and w.ended_at is null and w.dead_on is not null group by s.root)
  select y.person_id as "personId", y.given_name as "givenName", y.family_name as "familyName", y.street, y.postal_code as "postalCode", y.locality,
    coalesce(lower(outreach.address_line(y.street, y.postal_code, y.locality)) = any (r.lines), false) as "isReturned",
    u.name as unit, t.name as "staffName", t.phone as "staffPhone"
  from worklist.seen($1, $2) y left join returned r on r.root = y.person_id
  left join organisation.unit u on u.id = y.unit_id left join access.staff t on t.id = y.staff_id and t.active
  where y.person_id = any ($3)`

/** Those of the persons that the scope holds. */
export const listReceivers = (tx: Tx, { units, mayReadProtected }: Scope, personIds: readonly number[]): Promise<Receiver[]> =>
  tx.prepared<Receiver>(receivers, [units, mayReadProtected, personIds])

/** A colleague as a message names them. */
export type Colleague = { readonly name: string; readonly phone: string | null }

/** The colleague of the id; null for what is no id, as when the program queued a message by itself. */
export async function findColleague(tx: Tx, id: string): Promise<Colleague | null> {
  const [row] = await tx.prepared<Colleague>(`select t.name, t.phone from access.staff t where t.id::text = $1`, [id])
  return row ?? null
}

/** What a colleague may see, as they last signed in. */
export type StaffRights = { readonly roles: readonly Role[]; readonly unit: { readonly id: number; readonly name: string } | null }

/** The rights of a colleague; null for one who is shut out. */
export async function findStaffRights(tx: Tx, id: string): Promise<StaffRights | null> {
  const [row] = await tx.query<StaffRights>(
    `select t.roles, case when u.id is null then null else json_build_object('id', u.id, 'name', u.name) end as unit
     from access.staff t left join organisation.unit u on u.id = t.unit_id where t.id = $1 and t.active`,
    [id],
  )
  return row ?? null
}
