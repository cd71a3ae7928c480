/** Clients, their tokens and the schools' links. Secrets are only in the hands of those they were shown to; here are their hashes. */
import type { Tx } from '../../platform/db/tx.ts'
import type { ClientScope, Sender } from './notices.types.ts'

/** A client that may ask for a token, when its secret is right. */
type LivingClient = { readonly id: number; readonly clientId: string; readonly scopes: readonly ClientScope[]; readonly secretHash: Buffer }

/** The client with the id; null when there is none, or it is revoked. */
export async function findClient(tx: Tx, clientId: string): Promise<LivingClient | null> {
  const [row] = await tx.query<LivingClient>(
    `select id, client_id as "clientId", scopes, secret_hash as "secretHash" from notices.client where client_id = $1 and revoked_at is null`,
    [clientId],
  )
  return row ?? null
}

type NewToken = { readonly clientPk: number; readonly tokenHash: Buffer; readonly scopes: readonly ClientScope[]; readonly seconds: number }

/** Keeps a token, and takes away those that have run out. */
export async function insertToken(tx: Tx, { clientPk, tokenHash, scopes, seconds }: NewToken): Promise<void> {
  await tx.query('delete from notices.token where expires_at < clock_timestamp()')
  await tx.query(
    `insert into notices.token (token_hash, client_pk, scopes, expires_at) values ($1, $2, $3, clock_timestamp() + make_interval(secs => $4))`,
    [tokenHash, clientPk, scopes, seconds],
  )
  await tx.query('update notices.client set last_used_at = clock_timestamp() where id = $1', [clientPk])
}

/** Who has the token, and what it is good for. Null: nobody, or it has run out, or the client is revoked. */
export async function findBearer(
  tx: Pick<Tx, 'query'>,
  tokenHash: Buffer,
): Promise<{ readonly sender: Sender; readonly scopes: readonly ClientScope[] } | null> {
  const [row] = await tx.query<{ authorityPk: number; authorityName: string; clientPk: number; clientId: string; scopes: ClientScope[] }>(
    `select a.id as "authorityPk", a.name as "authorityName", c.id as "clientPk", c.client_id as "clientId", t.scopes
     from notices.token t join notices.client c on c.id = t.client_pk join notices.authority a on a.id = c.authority_pk
     where t.token_hash = $1 and t.expires_at > clock_timestamp() and c.revoked_at is null`,
    [tokenHash],
  )
  if (row === undefined) return null
  const { authorityPk, authorityName, clientPk, clientId, scopes } = row
  return { sender: { authorityPk, authorityName, clientPk, actor: clientId, unitCode: null }, scopes }
}

/** The school that a link is for. Null: it leads nowhere. */
export async function findLinked(
  tx: Pick<Tx, 'query'>,
  linkHash: Buffer,
): Promise<{ readonly sender: Sender; readonly unitName: string; readonly unitCode: string } | null> {
  const [row] = await tx.query<{ authorityPk: number; authorityName: string; unitCode: string; unitName: string }>(
    `select a.id as "authorityPk", a.name as "authorityName", u.code as "unitCode", u.name as "unitName"
     from notices.link l join notices.school_unit u on u.code = l.unit_code join notices.authority a on a.id = u.authority_pk
     where l.link_hash = $1 and l.expires_at > clock_timestamp() and u.ended_at is null`,
    [linkHash],
  )
  if (row === undefined) return null
  const { authorityPk, authorityName, unitCode, unitName } = row
  return { sender: { authorityPk, authorityName, clientPk: null, actor: `skola-${unitCode}`, unitCode }, unitName, unitCode }
}

type NewLink = { readonly linkHash: Buffer; readonly unitCode: string; readonly hours: number; readonly madeBy: string | null }

/** Keeps a link, and takes away those that have run out. */
export async function insertLink(tx: Tx, { linkHash, unitCode, hours, madeBy }: NewLink): Promise<void> {
  await tx.query('delete from notices.link where expires_at < clock_timestamp()')
  await tx.query(
    `insert into notices.link (link_hash, unit_code, expires_at, made_by) values ($1, $2, clock_timestamp() + make_interval(hours => $3), $4)`,
    [linkHash, unitCode, hours, madeBy],
  )
}

/** The links of a school, when its address was wrong or it notifies no more. */
export const deleteLinksOf = (tx: Tx, unitCode: string): Promise<unknown> =>
  tx.query('delete from notices.link where unit_code = $1', [unitCode])

export const deleteLink = (tx: Tx, linkHash: Buffer): Promise<unknown> =>
  tx.query('delete from notices.link where link_hash = $1', [linkHash])

/** Keeps that somebody asked for a link. Whether there is such a school is not asked here: the answer is the same. */
export const insertLinkRequest = (tx: Tx, unitCode: string, lang: 'sv' | 'en'): Promise<unknown> =>
  tx.query('insert into notices.link_request (unit_code, lang) values ($1, $2)', [unitCode, lang])

export type LinkRequest = {
  readonly id: number
  readonly lang: 'sv' | 'en'
  readonly tries: number
  /** Null: no such school, or none with an address. */
  readonly unitCode: string | null
  readonly unitName: string | null
  readonly email: string | null
  /** Links sent to the school in the last hour. */
  readonly sentLately: number
}

/** Requests that wait, the oldest first, each held by whoever took it. */
export const takeLinkRequests = (tx: Tx, most: number): Promise<LinkRequest[]> =>
  tx.query<LinkRequest>(
    `select r.id, r.lang, r.tries, u.code as "unitCode", u.name as "unitName", u.email,
       (select count(*)::int from notices.link_request x where x.unit_code = r.unit_code and x.outcome = 'sent'
         and x.handled_at > clock_timestamp() - interval '1 hour') as "sentLately"
     from notices.link_request r left join notices.school_unit u on u.code = r.unit_code and u.ended_at is null and u.email is not null
     where r.handled_at is null order by r.id limit $1 for update of r skip locked`,
    [most],
  )

export type LinkOutcome = 'sent' | 'noSuchSchool' | 'tooMany' | 'failed'

export const settleLinkRequest = (tx: Tx, id: number, outcome: LinkOutcome): Promise<unknown> =>
  tx.query('update notices.link_request set outcome = $2, handled_at = clock_timestamp(), tries = tries + 1 where id = $1', [id, outcome])

export const countTry = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update notices.link_request set tries = tries + 1 where id = $1', [id])

/** Requests are kept for a month, to see that a school has trouble with its address. */
export const forgetLinkRequests = (tx: Tx): Promise<unknown> =>
  tx.query(`delete from notices.link_request where handled_at < clock_timestamp() - interval '30 days'`)
