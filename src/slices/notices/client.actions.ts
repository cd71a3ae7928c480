/** Who sends: a program with a token, or somebody with a school's link. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, singly, type Pool, type Tx } from '../../platform/db/tx.ts'
import { writeAuditLine } from '../audit/index.ts'
import type { Credentials } from './client.forms.ts'
import { scopesAsked, tokenSeconds } from './client.rules.ts'
import { findBearer, findClient, findLinked, insertLinkRequest, insertToken } from './client.store.ts'
import type { ClientScope, Sender } from './notices.types.ts'

/** A new secret: 256 random bits, so that a plain hash of it is as good as any. */
export const newSecret = (): string => randomBytes(32).toString('base64url')
export const hashOfSecret = (secret: string, what: 'client' | 'token' | 'link'): Buffer =>
  createHash('sha256').update(`anmalan:${what}:${secret}`).digest()

/** What the secret of a client that is not there is held against: nothing is the hash of a secret that nobody has. */
const nobodys = randomBytes(32)

export type Issued = { readonly token: string; readonly seconds: number; readonly scopes: readonly ClientScope[] }

type TokenRefusal = 'invalid_client' | 'invalid_scope' | 'too_many_requests'

/**
 * A token for a client (client_credentials). Refused: `invalid_client` (no such client, a wrong secret or a revoked one: the answer is the same),
 * `invalid_scope`, `too_many_requests`. A wrong secret leaves no line in the log: anybody could fill it.
 * `takes`: whether the client may have one more now; asked only when its secret is right, so that nobody else uses up what it may.
 */
export const issueToken = (
  pool: Pool,
  credentials: Credentials | null,
  scope: string | null,
  takes: (clientId: string) => boolean = () => true,
): Promise<Decision<Issued, TokenRefusal>> =>
  inTransaction(pool, async (tx: Tx) => {
    const { clientId, secret } = credentials ?? { clientId: '', secret: '' }
    const client = await findClient(tx, clientId)
    // The same comparison, in the same time, whether there is such a client or not.
    const isRight = timingSafeEqual(client?.secretHash ?? nobodys, hashOfSecret(secret, 'client'))
    if (client === null || !isRight) return refuse('invalid_client')
    if (!takes(client.clientId)) return refuse('too_many_requests')
    const asked = scopesAsked(scope, client.scopes)
    await writeAuditLine(tx, {
      actor: client.clientId,
      action: 'notices.token',
      outcome: asked.granted ? 'done' : asked.reason,
      detail: { scopes: asked.granted ? asked.value : [] },
    })
    if (!asked.granted) return asked
    const token = newSecret()
    await insertToken(tx, { clientPk: client.id, tokenHash: hashOfSecret(token, 'token'), scopes: asked.value, seconds: tokenSeconds })
    return grant({ token, seconds: tokenSeconds, scopes: asked.value })
  })

/** Who has the token; null when nobody has it any more. */
export const bearer = (pool: Pool, token: string): Promise<{ readonly sender: Sender; readonly scopes: readonly ClientScope[] } | null> =>
  findBearer(singly(pool), hashOfSecret(token, 'token'))

export type Linked = { readonly sender: Sender; readonly unitName: string; readonly unitCode: string }

/** The school of a link; null for one that leads nowhere. */
export const linked = (pool: Pool, token: string): Promise<Linked | null> => findLinked(singly(pool), hashOfSecret(token, 'link'))

/** Somebody asks for a link to a school's registered address. The worker sends it; what is answered is the same for every code. */
export const askForLink = (pool: Pool, unitCode: string, lang: 'sv' | 'en'): Promise<unknown> =>
  inTransaction(pool, (tx) => insertLinkRequest(tx, unitCode, lang))
