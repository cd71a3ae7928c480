/** What a sign-in must live up to, apart from what openid-client checks: pure, and handed the time. */
import type { ServerMetadata } from 'openid-client'

export type KeptSignIn = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  /** Epoch milliseconds. */
  readonly startedAt: number
  /** The greatest age in seconds, when it starts, of the authentication it ends in; null = any. */
  readonly maxAge: number | null
}

const longestSignIn = 10 * 60_000
/** How far the provider's clock may be from ours, in seconds. */
const clockTolerance = 30

/** True when the callback answers this very sign-in: the state is ours, and there is one code or one error. */
export const answers = (callback: URL, kept: KeptSignIn): boolean =>
  only(callback, 'state') === kept.state && (only(callback, 'code') !== null || only(callback, 'error') !== null)

/** True when the callback names this provider (RFC 9207), or names none and the provider has not promised to. */
export function comesFrom(callback: URL, provider: ServerMetadata): boolean {
  if (callback.searchParams.has('iss')) return only(callback, 'iss') === provider.issuer
  return provider['authorization_response_iss_parameter_supported'] !== true
}

/** True when it was started longer ago than a person needs to sign in. */
export const isLate = (kept: KeptSignIn, now: number): boolean => now - kept.startedAt > longestSignIn

/**
 * True when the authentication is as fresh as was asked for. Judged twice: by the provider's clock alone (from authentication to
 * token cannot have taken longer than from our start until now), which holds however wrong its clock is, and by ours with some
 * tolerance, since a provider may date its tokens back.
 */
export function isFresh(token: { readonly authAt: number | null; readonly issuedAt: number }, kept: KeptSignIn, now: number): boolean {
  if (kept.maxAge === null) return true
  if (token.authAt === null) return false
  const sinceStart = (now - kept.startedAt) / 1000
  const rounding = 1
  const byTheirs = token.issuedAt - token.authAt <= kept.maxAge + sinceStart + rounding
  const byOurs = token.authAt >= kept.startedAt / 1000 - kept.maxAge - clockTolerance
  return byTheirs && byOurs
}

/** True when the provider names each place that a sign-in needs. */
export const canSignIn = (provider: ServerMetadata, issuer: URL): boolean =>
  [provider.authorization_endpoint, provider.token_endpoint, provider.jwks_uri].every((place) => isPlace(place, issuer))

/** True for an address over https, or over what the issuer itself was allowed to use. */
export function isPlace(place: string | undefined, issuer: URL): place is string {
  const protocol = URL.parse(place ?? '')?.protocol
  return protocol === 'https:' || protocol === issuer.protocol
}

function only(url: URL, name: string): string | null {
  const values = url.searchParams.getAll(name)
  return values.length === 1 ? (values[0] ?? null) : null
}
