/** Members and their roles. Roles are given and taken, and each row says by whom. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { Member, MemberRole, MemberWish } from './members.types.ts'

/** The roles that somebody has now; none when shut out or unknown. Asked before every page of the module. */
export const listRolesNow = async (tx: Pick<Tx, 'prepared'>, staffId: string): Promise<MemberRole[]> =>
  (
    await tx.prepared<{ role: MemberRole }>(
      `select r.role from followup.role r join followup.member m on m.staff_id = r.staff_id and m.active
       where r.staff_id = $1 and r.taken_at is null`,
      [staffId],
    )
  ).map(({ role }) => role)

const memberColumns = `m.staff_id as "staffId", m.name, m.active, m.version,
  coalesce((select array_agg(r.role order by r.role) from followup.role r where r.staff_id = m.staff_id and r.taken_at is null), '{}') as roles`

/** Everybody who has opened the module: those with a role first, by name. */
export const listMembers = (tx: Tx): Promise<Member[]> =>
  tx.prepared<Member>(
    `select * from (select ${memberColumns} from followup.member m) m order by active desc, roles = '{}' desc, name collate "sv-x-icu", "staffId"`,
  )

/** Somebody the sign-in let in: known from now on, under the name it gave. Returns whether they are new. */
export async function noteMember(tx: Tx, staffId: string, name: string): Promise<boolean> {
  const [row] = await tx.query<{ fresh: boolean }>(
    `insert into followup.member (staff_id, name) values ($1, $2)
     on conflict (staff_id) do update set name = excluded.name returning xmax = 0 as fresh`,
    [staffId, name],
  )
  return row?.fresh === true
}

/** Whether the name of a member is as the sign-in says it. */
export const knowsMember = async (tx: Pick<Tx, 'prepared'>, staffId: string, name: string): Promise<boolean> =>
  (await tx.prepared('select from followup.member where staff_id = $1 and name = $2', [staffId, name])).length > 0

/** Holds the members until the transaction ends: two administrators decide one after the other. */
export const holdMembers = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(8240613)')

export const giveRole = (tx: Tx, staffId: string, role: MemberRole, by: string): Promise<unknown> =>
  tx.query('insert into followup.role (staff_id, role, given_by) values ($1, $2, $3)', [staffId, role, by])

export const takeRole = (tx: Tx, staffId: string, role: MemberRole, by: string): Promise<unknown> =>
  tx.query('update followup.role set taken_at = clock_timestamp(), taken_by = $3 where staff_id = $1 and role = $2 and taken_at is null', [
    staffId,
    role,
    by,
  ])

export const saveMemberRow = (tx: Tx, { staffId, active }: Pick<MemberWish, 'staffId' | 'active'>): Promise<unknown> =>
  tx.query('update followup.member set active = $2, version = version + 1 where staff_id = $1', [staffId, active])
