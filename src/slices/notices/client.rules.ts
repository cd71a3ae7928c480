/** Clients of the interface: what an id and a secret look like, and what a program may ask for (RFC 6749 4.4). */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { scopes, type ClientScope } from './notices.types.ts'

/** How long a token is good for. */
export const tokenSeconds = 3600

const letters = 'abcdefghjkmnpqrstvwxyz0123456789'

/** A client's id from twelve random bytes. It is no secret. */
export const clientIdOf = (bytes: Uint8Array): string =>
  `lots-${Array.from({ length: 12 }, (_, index) => letters[(bytes[index] ?? 0) % letters.length] ?? 'a').join('')}`

/** The scopes that are asked for, all that the client has when nothing is said. Refused: one that the client does not have. */
export function scopesAsked(asked: string | null, held: readonly ClientScope[]): Decision<readonly ClientScope[], 'invalid_scope'> {
  const words = (asked ?? '').split(' ').filter((word) => word !== '')
  if (words.length === 0) return grant(held)
  const known = scopes.filter((scope) => words.includes(scope))
  return known.length === new Set(words).size && known.every((scope) => held.includes(scope)) ? grant(known) : refuse('invalid_scope')
}
