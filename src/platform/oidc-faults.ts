/** What can go wrong with an identity provider: a refusal of this sign-in, or a provider that cannot be used just now. */
import { AuthorizationResponseError, ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from 'openid-client'
import { exit, Failure } from './failure.ts'

export type SignInProblem = 'refused-by-provider' | 'not-this-sign-in' | 'too-low-level' | 'too-old' | 'too-late'

export type IdpFault = 'no-answer' | 'odd-answer' | 'turned-away'

const line: Readonly<Record<IdpFault, string>> = {
  'no-answer': 'Inloggningstjänsten svarar inte. Försök igen om en stund.',
  'odd-answer':
    'Inloggningstjänsten gav ett svar som inte går att använda. Försök igen om en stund. Hjälper det inte behöver inställningarna för inloggning ses över.',
  'turned-away':
    'Inloggningstjänsten godtar inte det här systemet. Inställningarna för inloggning (klient-id, hemlighet, adress) behöver ses över.',
}

/** The identity provider cannot be used: it is down, answers nonsense, or does not know us. Nobody's fault who signs in. */
export class IdpDown extends Failure {
  readonly fault: IdpFault
  /** A short code for the log. What the library attaches to its errors holds claims, so none of that is kept. */
  readonly detail: string
  constructor(fault: IdpFault, detail: string) {
    super(line[fault], exit.internal)
    this.name = 'IdpDown'
    this.fault = fault
    this.detail = /^[\w-]{1,80}$/.test(detail) ? detail : 'other'
  }
}

const passing: ReadonlySet<string> = new Set(['server_error', 'temporarily_unavailable'])
const aboutUs: ReadonlySet<string> = new Set([
  'invalid_client',
  'invalid_request',
  'invalid_scope',
  'request_not_supported',
  'unauthorized_client',
  'unsupported_grant_type',
  'unsupported_response_type',
])

/**
 * What an error of openid-client at the end of a sign-in says about that sign-in.
 * @throws IdpDown when it says something about the provider instead; anything else is a defect and is thrown as it came
 */
export function problemOf(error: unknown): SignInProblem {
  if (error instanceof AuthorizationResponseError) return problemInRedirect(error.error)
  // A code that was used, has run out or belongs to another verifier.
  if (error instanceof ResponseBodyError && error.error === 'invalid_grant') return 'not-this-sign-in'
  // An ID token with another nonce, or for somebody else than us.
  if (error instanceof ClientError && error.code === 'OAUTH_JWT_CLAIM_COMPARISON_FAILED') return 'not-this-sign-in'
  throw downOf(error)
}

function problemInRedirect(code: string): SignInProblem {
  if (passing.has(code)) throw new IdpDown('no-answer', code)
  if (aboutUs.has(code)) throw new IdpDown('turned-away', code)
  return code === 'unmet_authentication_requirements' ? 'too-low-level' : 'refused-by-provider'
}

/** The error as IdpDown when it is the provider's; a defect is given back as it came. */
export function downOf(error: unknown): unknown {
  if (error instanceof ResponseBodyError) return ofBody(error)
  if (error instanceof WWWAuthenticateChallengeError) return new IdpDown('turned-away', 'invalid_client')
  if (error instanceof ClientError) return ofClient(error)
  // What fetch throws has a cause and no code; the library's complaints about its arguments have a code and are defects.
  if (error instanceof TypeError && error.cause !== undefined && !('code' in error)) return new IdpDown('no-answer', codeOf(error.cause))
  return error
}

function ofBody({ status, error }: ResponseBodyError): IdpDown {
  if (status >= 500 || passing.has(error)) return new IdpDown('no-answer', error)
  return new IdpDown(aboutUs.has(error) ? 'turned-away' : 'odd-answer', error)
}

function ofClient(error: ClientError): IdpDown {
  const { cause } = error
  if (error.code === 'OAUTH_TIMEOUT') return new IdpDown('no-answer', error.code)
  const status = statusOf(cause)
  if (status >= 500) return new IdpDown('no-answer', `http-${status}`)
  return new IdpDown('odd-answer', error.code ?? 'other')
}

/** By its shape: the web server puts a Response of its own in the place of the one that fetch answers with. */
function statusOf(cause: unknown): number {
  return typeof cause === 'object' && cause !== null && 'status' in cause && typeof cause.status === 'number' ? cause.status : 0
}

function codeOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : 'fetch-failed'
}
