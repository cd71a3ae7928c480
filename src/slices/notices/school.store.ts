/** School authorities, their units and their clients, as staff see them. */
import type { Tx } from '../../platform/db/tx.ts'
import type { ClientScope } from './notices.types.ts'
import type { Authority, AuthorityLine, Client, Unit } from './school.types.ts'

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`

/** All authorities by name, with how many units and clients are in use. */
export const listAuthorities = (tx: Tx): Promise<AuthorityLine[]> =>
  tx.query<AuthorityLine>(
    `select a.authority_id as "authorityId", a.name,
       (select count(*)::int from notices.school_unit u where u.authority_pk = a.id and u.ended_at is null) as units,
       (select count(*)::int from notices.client c where c.authority_pk = a.id and c.revoked_at is null) as clients
     from notices.authority a order by a.name collate "sv-x-icu"`,
  )

/** One authority, held until the transaction ends when it is to be changed; null when there is none. */
export async function findAuthority(
  tx: Tx,
  authorityId: string,
  { hold = false } = {},
): Promise<(Authority & { readonly pk: number }) | null> {
  const [row] = await tx.query<Authority & { pk: number }>(
    `select id as pk, authority_id as "authorityId", name from notices.authority where authority_id = $1 ${hold ? 'for update' : ''}`,
    [authorityId],
  )
  return row ?? null
}

export const listUnits = (tx: Tx, authorityPk: number): Promise<Unit[]> =>
  tx.query<Unit>(
    `select code, name, coalesce(email, '') as email, ended_at is not null as "isEnded" from notices.school_unit where authority_pk = $1
     order by ended_at is not null, name collate "sv-x-icu", code`,
    [authorityPk],
  )

export const listClients = (tx: Tx, authorityPk: number): Promise<Client[]> =>
  tx.query<Client>(
    `select c.client_id as "clientId", c.name, c.scopes, coalesce(s.name, '') as "issuedBy", ${local('c.issued_at')} as "issuedAt",
       ${local('c.last_used_at')} as "lastUsedAt", ${local('c.revoked_at')} as "revokedAt"
     from notices.client c left join access.staff s on s.id = c.issued_by where c.authority_pk = $1 order by c.revoked_at is not null, c.id desc`,
    [authorityPk],
  )

/** Null: there is one by that name. */
export async function insertAuthority(tx: Tx, name: string, by: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string }>(
    'insert into notices.authority (name, added_by) values ($1, $2) on conflict do nothing returning authority_id as id',
    [name, by],
  )
  return row?.id ?? null
}

type NewUnit = { readonly authorityPk: number; readonly code: string; readonly name: string; readonly email: string }

/** Adds a unit, or changes its name and address; one that was ended may come to another authority. False: another authority has the code. */
export const saveUnit = async (tx: Tx, { authorityPk, code, name, email }: NewUnit): Promise<boolean> =>
  (
    await tx.query(
      `insert into notices.school_unit as u (code, authority_pk, name, email) values ($1, $2, $3, nullif($4, ''))
       on conflict (code) do update set name = excluded.name, email = excluded.email, ended_at = null, authority_pk = excluded.authority_pk
         where u.authority_pk = excluded.authority_pk or u.ended_at is not null
       returning code`,
      [code, authorityPk, name, email],
    )
  ).length > 0

/** The address that a unit's links are sent to; null when there is none, or no such unit. */
export async function findUnitEmail(tx: Tx, code: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string | null }>('select email from notices.school_unit where code = $1', [code])
  return row?.email ?? null
}

/** The unit may not notify any more. False: it was ended before. */
export const endUnit = async (tx: Tx, authorityPk: number, code: string): Promise<boolean> =>
  (
    await tx.query(
      'update notices.school_unit set ended_at = clock_timestamp() where code = $1 and authority_pk = $2 and ended_at is null returning code',
      [code, authorityPk],
    )
  ).length > 0

/** Whether the authority has a unit in use by the code. */
export const hasUnit = async (tx: Tx, authorityPk: number, code: string): Promise<boolean> =>
  (await tx.query('select from notices.school_unit where code = $1 and authority_pk = $2 and ended_at is null', [code, authorityPk]))
    .length > 0

type NewClient = {
  readonly authorityPk: number
  readonly clientId: string
  readonly name: string
  readonly secretHash: Buffer
  readonly scopes: readonly ClientScope[]
  readonly by: string
}

export const insertClient = (tx: Tx, { authorityPk, clientId, name, secretHash, scopes, by }: NewClient): Promise<unknown> =>
  tx.query('insert into notices.client (authority_pk, client_id, name, secret_hash, scopes, issued_by) values ($1, $2, $3, $4, $5, $6)', [
    authorityPk,
    clientId,
    name,
    secretHash,
    scopes,
    by,
  ])

/** Revokes a client: its tokens stop working with it. False: it was revoked before. */
export const revokeClient = async (tx: Tx, authorityPk: number, clientId: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update notices.client set revoked_at = clock_timestamp(), revoked_by = $3 where client_id = $2 and authority_pk = $1 and revoked_at is null returning id`,
      [authorityPk, clientId, by],
    )
  ).length > 0
