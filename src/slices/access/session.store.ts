/** Staff and their sessions. The token is only in the browser's cookie; here is its hash. */
import { roles as everyRole, type Actor, type Role } from '../../kernel/actor.ts'
import type { Lang } from '../../kernel/lang.ts'
import { mayDo, type Permission } from '../../kernel/permission.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Session, StaffClaims } from './access.types.ts'

/** Remembers who signed in; a unit that the claims name, and that exists, is theirs. Returns null for somebody shut out here. */
export async function saveStaff(tx: Tx, { issuer, subject, name, roles, unit }: StaffClaims): Promise<string | null> {
  const [row] = await tx.query<{ id: string; active: boolean }>(
    `insert into access.staff (issuer, subject, name, roles, unit_id, last_signed_in_at)
     values ($1, $2, $3, $4, (select id from organisation.unit where lower(name) = lower($5) and active), clock_timestamp())
     on conflict (issuer, subject) do update set name = excluded.name, roles = excluded.roles,
       unit_id = coalesce(excluded.unit_id, staff.unit_id), last_signed_in_at = excluded.last_signed_in_at
     returning id, active`,
    [issuer, subject, name, roles, unit],
  )
  return row?.active === true ? row.id : null
}

/** Knows a member of staff before the first sign-in (the demo's people). An address of the provider that changed is followed. */
export async function registerStaff(
  tx: Tx,
  { issuer, subject, name, roles, unit }: Omit<StaffClaims, 'acr' | 'authenticatedAt' | 'idToken'>,
): Promise<string> {
  await tx.query(
    `update access.staff set issuer = $1 where subject = $2 and issuer <> $1 and not exists (
    select from access.staff where issuer = $1 and subject = $2)`,
    [issuer, subject],
  )
  const [row] = await tx.query<{ id: string }>(
    `insert into access.staff (issuer, subject, name, roles, unit_id) values ($1, $2, $3, $4, (select id from organisation.unit where name = $5))
     on conflict (issuer, subject) do update set name = excluded.name returning id`,
    [issuer, subject, name, roles, unit],
  )
  return row?.id ?? ''
}

export const insertSession = (tx: Tx, tokenHash: Buffer, staffId: string, claims: StaffClaims): Promise<unknown> =>
  tx.query(
    `insert into access.session (token_hash, staff_id, roles, acr, id_token, authenticated_at) values ($1, $2, $3, $4, $5, to_timestamp($6))`,
    [tokenHash, staffId, claims.roles, claims.acr, claims.idToken, claims.authenticatedAt / 1000],
  )

type SessionRow = {
  staff_id: string
  name: string
  lang: Lang
  roles: Role[]
  unit_id: number | null
  unit_name: string | null
  created_at: number
  last_seen_at: number
  authenticated_at: number
  ended_at: number | null
  meeting: boolean
  id_token: string
}

const ms = (column: string): string => `(extract(epoch from s.${column}) * 1000)::float8 as ${column}`

// A role that a later sign-in no longer had is gone from the sessions before it too.
const sessionQuery = `
  select s.staff_id, t.name, t.lang, array(select r from unnest(s.roles) r where r = any (t.roles)) as roles, t.unit_id, u.name as unit_name, s.meeting, s.id_token,
    ${['created_at', 'last_seen_at', 'authenticated_at', 'ended_at'].map(ms).join(', ')}
  from access.session s join access.staff t on t.id = s.staff_id and t.active left join organisation.unit u on u.id = t.unit_id
  where s.token_hash = $1`

const actorOf = (row: SessionRow): Actor => ({
  staffId: row.staff_id,
  name: row.name,
  roles: row.roles,
  unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
})

/** The session of the token; null when there is none, or its owner is shut out. */
export async function findSession(tx: Pick<Tx, 'prepared'>, tokenHash: Buffer): Promise<Session | null> {
  const [row] = await tx.prepared<SessionRow>(sessionQuery, [tokenHash])
  if (row === undefined) return null
  const { created_at: createdAt, last_seen_at: lastSeenAt, authenticated_at: authenticatedAt, ended_at: endedAt } = row
  const times = { createdAt, lastSeenAt, authenticatedAt, endedAt }
  return { actor: actorOf(row), lang: row.lang, times, meeting: row.meeting, idToken: row.id_token }
}

export const touchSession = (tx: Tx, tokenHash: Buffer): Promise<unknown> =>
  tx.query('update access.session set last_seen_at = clock_timestamp() where token_hash = $1 and ended_at is null', [tokenHash])

export const endSession = (tx: Tx, tokenHash: Buffer): Promise<unknown> =>
  tx.query('update access.session set ended_at = clock_timestamp() where token_hash = $1 and ended_at is null', [tokenHash])

/** Colleagues with one of the roles that may do it, by name: whom to ask. */
export const listNamesWith = async (tx: Tx, permission: Permission): Promise<string[]> => {
  const able = everyRole.filter((role) => mayDo([role], permission))
  const rows = await tx.query<{ name: string }>(
    'select t.name from access.staff t where t.active and t.roles && $1::text[] order by t.name collate "sv-x-icu"',
    [able],
  )
  return rows.map(({ name }) => name)
}

/** Ends every sign-in of somebody whom the provider no longer gives a role. */
export const endSessionsOf = (tx: Tx, issuer: string, subject: string): Promise<unknown> =>
  tx.query(
    `update access.session s set ended_at = clock_timestamp() from access.staff t
     where t.id = s.staff_id and t.issuer = $1 and t.subject = $2 and s.ended_at is null`,
    [issuer, subject],
  )

export const saveMeeting = (tx: Tx, tokenHash: Buffer, meeting: boolean): Promise<unknown> =>
  tx.query('update access.session set meeting = $2 where token_hash = $1', [tokenHash, meeting])

export const saveLang = (tx: Tx, staffId: string, lang: Lang): Promise<unknown> =>
  tx.query('update access.staff set lang = $2 where id = $1', [staffId, lang])

/** Sessions and kept forms that nobody can use any more. */
export const forgetOld = (tx: Tx): Promise<void> =>
  tx.script(`
    delete from access.session where created_at < clock_timestamp() - interval '7 days';
    delete from access.used_form where used_at < clock_timestamp() - interval '2 days';
    delete from access.kept_form where kept_at < clock_timestamp() - interval '1 hour'`)
