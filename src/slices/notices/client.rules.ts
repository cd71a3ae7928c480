/** Clients of the interface: what an id and a secret look like, and what a program may ask for (RFC 6749 4.4). */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { scopes, type ClientScope } from './notices.types.ts'

/** How long a token is good for. */
export const tokenSeconds = 3600

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'

/** A client's id from twelve random bytes. It is no secret. */
export const clientIdOf = (bytes: Uint8Array): string =>
  `lots-${Array.from({ length: 12 }, (_, index) => letters[(bytes[index] ?? 0) % letters.length] ?? 'a').join('')}`

export type Credentials = { readonly clientId: string; readonly secret: string }

const idShape = /^lots-[a-z0-9]{12}$/
const secretShape = /^[\w-]{43}$/

/** Credentials by the header (`Basic`), else by the form's own fields. Null: there are none that could be a client's. */
export function credentialsOf(authorization: string | null, form: URLSearchParams): Credentials | null {
  const basic = /^Basic ([A-Za-z0-9+/=]{1,400})$/i.exec(authorization ?? '')?.[1]
  const [clientId = '', secret = ''] =
    basic === undefined
      ? [form.get('client_id') ?? '', form.get('client_secret') ?? '']
      : splitOnce(Buffer.from(basic, 'base64').toString('utf8'))
  return idShape.test(clientId) && secretShape.test(secret) ? { clientId, secret } : null
}

function splitOnce(text: string): readonly [string, string] {
  const colon = text.indexOf(':')
  return colon < 0 ? ['', ''] : [text.slice(0, colon), text.slice(colon + 1)]
}

/** The token of a request; null when there is none that could be ours. */
export const bearerOf = (authorization: string | null): string | null => /^Bearer ([\w-]{43})$/i.exec(authorization ?? '')?.[1] ?? null

/** The scopes that are asked for, all that the client has when nothing is said. Refused: one that the client does not have. */
export function scopesAsked(asked: string | null, held: readonly ClientScope[]): Decision<readonly ClientScope[], 'invalid_scope'> {
  const words = (asked ?? '').split(' ').filter((word) => word !== '')
  if (words.length === 0) return grant(held)
  const known = scopes.filter((scope) => words.includes(scope))
  return known.length === new Set(words).size && known.every((scope) => held.includes(scope)) ? grant(known) : refuse('invalid_scope')
}
