/** Who we say we are: the Authorization header of each request, and when to get a new token. */
import { Failure } from '../../../platform/failure.ts'
import { secureUrl, type Ask } from './ss12000.transport.ts'
import type { Answer, Send } from './ss12000.tries.ts'
import type { Ss12000Auth } from './ss12000.types.ts'

export type Credentials = {
  /** The value of the Authorization header; null when the certificate says it all. */
  readonly header: () => Promise<string | null>
  /** Throws the token away; false when there is no other to be had. */
  readonly renew: () => boolean
}

type OAuth2 = Extract<Ss12000Auth, { kind: 'oauth2' }>
type Token = { readonly value: string; readonly staleAtMs: number }

/** A token is renewed when this share of its life has passed, so that it does not expire on the way. */
const usableShare = 0.9

function tokenRequest(auth: OAuth2, url: URL): Ask {
  const body = new URLSearchParams({ grant_type: 'client_credentials' })
  if (auth.scope !== undefined) body.set('scope', auth.scope)
  const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' }
  if (auth.style === 'form') {
    body.set('client_id', auth.clientId)
    body.set('client_secret', auth.clientSecret)
  } else {
    const pair = `${encodeURIComponent(auth.clientId)}:${encodeURIComponent(auth.clientSecret)}`
    headers['authorization'] = `Basic ${Buffer.from(pair).toString('base64')}`
  }
  return { method: 'POST', url, headers, body: body.toString() }
}

function readToken(answer: Answer, host: string): Token {
  if (!answer.ok) {
    throw new Failure(`Inloggningstjänsten ${host} gav ingen åtkomst (${answer.status}). Kontrollera klient-id, hemlighet och scope.`)
  }
  const body = (answer.body ?? {}) as Record<string, unknown>
  const value = body['access_token']
  if (typeof value !== 'string' || value === '') throw new Failure(`Inloggningstjänsten ${host} svarade utan access_token.`)
  const seconds = Number(body['expires_in'] ?? Number.NaN)
  const lifeMs = Number.isFinite(seconds) ? seconds * 1000 * usableShare : Number.POSITIVE_INFINITY
  return { value, staleAtMs: performance.now() + lifeMs }
}

function clientCredentials(auth: OAuth2, send: Send): Credentials {
  const url = secureUrl(auth.tokenUrl, 'Adressen till inloggningstjänsten')
  let token: Token | null = null
  return {
    header: async () => {
      if (token === null || performance.now() >= token.staleAtMs) token = readToken(await send(tokenRequest(auth, url)), url.host)
      return `Bearer ${token.value}`
    },
    renew: () => {
      token = null
      return true
    },
  }
}

/** The credentials of a source; an OAuth2 token is fetched when first needed. */
export function credentialsFor(auth: Ss12000Auth, send: Send): Credentials {
  switch (auth.kind) {
    case 'oauth2':
      return clientCredentials(auth, send)
    case 'bearer':
      return { header: async () => `Bearer ${auth.token}`, renew: () => false }
    case 'mtls':
      return { header: async () => null, renew: () => false }
  }
}
