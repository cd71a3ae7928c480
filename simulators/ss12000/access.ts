/** Who may ask the simulated school system: OAuth2 client credentials (RFC 6749 4.4), or fixed bearer tokens. */
import { randomUUID } from 'node:crypto'
import type { Context } from 'hono'

export type AccessOptions = {
  /** Client id to secret; one client `lots` with the secret `provhemlighet` when absent. */
  readonly clients?: Readonly<Record<string, string>>
  /** Tokens that are good without /token. */
  readonly bearerTokens?: readonly string[]
  /** Issued tokens are withdrawn after so many requests, without a word about it in expires_in. */
  readonly tokenRequests?: number
  /** What expires_in says; an hour when absent. */
  readonly tokenSeconds?: number
  /** Nobody needs a token: the certificate is enough. */
  readonly withoutBearer?: boolean
}

export type Access = {
  readonly issue: (c: Context) => Promise<Response>
  /** Whether the request may go on; uses up one of the token's requests. */
  readonly admits: (c: Context) => boolean
}

/** The client of simulators that were not told of another. */
export const simulatedClient = { clientId: 'lots', clientSecret: 'provhemlighet' } as const

type Pair = { readonly id: string; readonly secret: string }

function fromBasic(header: string): Pair | null {
  const [, encoded] = /^Basic (.+)$/i.exec(header) ?? []
  if (encoded === undefined) return null
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  if (colon < 0) return null
  // RFC 6749 2.3.1: both halves are form-encoded before they are joined.
  return { id: decodeURIComponent(text.slice(0, colon)), secret: decodeURIComponent(text.slice(colon + 1)) }
}

function fromForm(form: Record<string, unknown>): Pair | null {
  const { client_id: id, client_secret: secret } = form
  return typeof id === 'string' && typeof secret === 'string' ? { id, secret } : null
}

const notAllowed = { error: 'invalid_client', error_description: 'Okänd klient eller fel hemlighet.' }

/** Issues and counts tokens. */
export function accessControl(options: AccessOptions): Access {
  const clients = options.clients ?? { [simulatedClient.clientId]: simulatedClient.clientSecret }
  const left = new Map<string, number>((options.bearerTokens ?? []).map((token) => [token, Number.POSITIVE_INFINITY]))
  const issue: Access['issue'] = async (c) => {
    const form = await c.req.parseBody()
    if (form['grant_type'] !== 'client_credentials') return c.json({ error: 'unsupported_grant_type' }, 400)
    const pair = fromBasic(c.req.header('authorization') ?? '') ?? fromForm(form)
    if (pair === null || !Object.hasOwn(clients, pair.id) || clients[pair.id] !== pair.secret) return c.json(notAllowed, 401)
    const token = randomUUID()
    left.set(token, options.tokenRequests ?? Number.POSITIVE_INFINITY)
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: options.tokenSeconds ?? 3600 })
  }
  const admits: Access['admits'] = (c) => {
    if (options.withoutBearer) return true
    const [, token = ''] = /^Bearer (.+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    const remaining = left.get(token) ?? 0
    if (remaining > 0) left.set(token, remaining - 1)
    return remaining > 0
  }
  return { issue, admits }
}
