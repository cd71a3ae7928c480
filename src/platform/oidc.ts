/** Sign-in at somebody else's: OpenID Connect with code and PKCE, and what the ID token must show. Keeps nothing itself. */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  calculatePKCECodeChallenge,
  ClientSecretBasic,
  ClientSecretPost,
  discovery,
  enableNonRepudiationChecks,
  None,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type ClientAuth,
  type Configuration,
  type IDToken,
} from 'openid-client'
import { grant, refuse, type Decision } from './decision.ts'
import { Failure } from './failure.ts'
import { answers, canSignIn, comesFrom, isFresh, isLate, isPlace, type KeptSignIn } from './oidc-checks.ts'
import { downOf, IdpDown, problemOf, type SignInProblem } from './oidc-faults.ts'

export type { KeptSignIn } from './oidc-checks.ts'
export { IdpDown, type SignInProblem } from './oidc-faults.ts'

export type OidcConfig = {
  readonly issuer: string
  readonly clientId: string
  /** null for a client without a secret. */
  readonly clientSecret: string | null
  /** Where the provider sends the browser back to, as registered there: without query. */
  readonly redirectUri: string
  readonly postLogoutUri: string
  /** The accepted levels in order of wish; null when the level is not asked for. */
  readonly acr: readonly string[] | null
  readonly scope: string
}

export type Identity = {
  readonly issuer: string
  readonly subject: string
  readonly acr: string | null
  /** Epoch seconds. */
  readonly authAt: number
  /** For `endSessionUrl`. Personal: not for logs. */
  readonly idToken: string
  readonly claims: Readonly<Record<string, unknown>>
}

export type Oidc = {
  /**
   * Where to send the browser, and what to keep for `finish` in an encrypted cookie.
   * `reauthenticate` has the provider ask for the person again although they are signed in there. Somebody else may
   * answer: compare the subject.
   * @throws IdpDown
   */
  readonly start: (options: { readonly reauthenticate: boolean }) => Promise<{ readonly url: string; readonly kept: KeptSignIn }>
  /**
   * Who signed in, by the ID token alone: userinfo is not asked, so the provider must put what is needed in the token.
   * A token without `auth_time` (allowed unless reauthentication is asked for) counts as authenticated when issued, so a step
   * that needs a fresh sign-in starts one with `reauthenticate` and does not go by the age of `authAt`.
   * @throws IdpDown
   */
  readonly finish: (callback: URL, kept: KeptSignIn) => Promise<Decision<Identity, SignInProblem>>
  /**
   * Where to send the browser to end the provider's session too; null when it has no such place or does not answer.
   * The address holds the ID token: send the browser there, do not log it.
   */
  readonly endSessionUrl: (idToken: string) => Promise<string | null>
}

/** How long the provider gets to answer, in seconds; a person who is leaving waits shorter. */
const patience = { signingIn: 5, leaving: 2 } as const

/**
 * Sign-in at one provider. Nothing is asked of it until it is needed; what discovery found is kept, a failed one is tried anew.
 * @throws Failure when an address cannot be read, or the issuer is neither https nor this machine
 */
export function openOidc(config: OidcConfig): Oidc {
  const { issuer } = readAddresses(config)
  const discover = (seconds: number): Promise<Configuration> => discovered(issuer, config, seconds)
  const provider = rememberSuccess(() => discover(patience.signingIn))
  return {
    start: async ({ reauthenticate }) => started(await provider(), config, reauthenticate),
    finish: async (callback, kept) => {
      if (!answers(callback, kept)) return refuse('not-this-sign-in')
      if (isLate(kept, Date.now())) return refuse('too-late')
      return finished(await provider(), config, callback, kept)
    },
    endSessionUrl: async (idToken) => {
      // Asked anew each time: what is remembered does not say whether it is up.
      const up = await discover(patience.leaving).catch(nullWhenDown)
      if (up === null || !isPlace(up.serverMetadata().end_session_endpoint, issuer)) return null
      return buildEndSessionUrl(up, { id_token_hint: idToken, post_logout_redirect_uri: config.postLogoutUri }).href
    },
  }
}

function nullWhenDown(error: unknown): null {
  if (error instanceof IdpDown) return null
  throw error
}

function readAddresses(config: OidcConfig): { readonly issuer: URL } {
  const issuer = readAddress('issuer', config.issuer)
  if (issuer.protocol !== 'https:' && !isThisMachine(issuer)) throw new Failure('Inloggningstjänstens adress ska börja med https.')
  // The library leaves a query out when it redeems the code, and the provider would refuse it.
  if (readAddress('redirectUri', config.redirectUri).search !== '') {
    throw new Failure('Inställningen redirectUri för inloggning får inte ha frågetecken.')
  }
  readAddress('postLogoutUri', config.postLogoutUri)
  return { issuer }
}

function readAddress(name: string, text: string): URL {
  const url = URL.parse(text)
  if (url === null) throw new Failure(`Inställningen ${name} för inloggning är ingen adress.`)
  return url
}

const isThisMachine = (url: URL): boolean => url.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(url.hostname)

async function discovered(issuer: URL, config: OidcConfig, timeout: number): Promise<Configuration> {
  const execute = [enableNonRepudiationChecks, ...(isThisMachine(issuer) ? [allowInsecureRequests] : [])]
  try {
    const found = await discovery(issuer, config.clientId, undefined, howWeProveOurselves(config.clientSecret), { timeout, execute })
    if (!canSignIn(found.serverMetadata(), issuer)) throw new IdpDown('odd-answer', 'no-endpoint')
    return found
  } catch (error) {
    throw downOf(error)
  }
}

/** The standard's way is Basic; a provider that lists its ways and leaves that out gets the secret in the form. */
function howWeProveOurselves(secret: string | null): ClientAuth {
  if (secret === null) return None()
  const [basic, post] = [ClientSecretBasic(secret), ClientSecretPost(secret)]
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
    const inForm = !ways.includes('client_secret_basic') && ways.includes('client_secret_post')
    return (inForm ? post : basic)(server, client, body, headers)
  }
}

function rememberSuccess<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null
  return () => {
    asked ??= ask().catch((error: unknown) => {
      asked = null
      throw error
    })
    return asked
  }
}

async function started(provider: Configuration, config: OidcConfig, reauthenticate: boolean): Promise<{ url: string; kept: KeptSignIn }> {
  const verifier = randomPKCECodeVerifier()
  const maxAge = reauthenticate ? 0 : null
  const kept: KeptSignIn = { state: randomState(), nonce: randomNonce(), verifier, startedAt: Date.now(), maxAge }
  const url = buildAuthorizationUrl(provider, {
    redirect_uri: config.redirectUri,
    scope: config.scope,
    state: kept.state,
    nonce: kept.nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...(config.acr === null ? {} : { acr_values: config.acr.join(' ') }),
    ...(reauthenticate ? { max_age: '0', prompt: 'login' } : {}),
  })
  return { url: url.href, kept }
}

async function finished(
  provider: Configuration,
  config: OidcConfig,
  callback: URL,
  kept: KeptSignIn,
): Promise<Decision<Identity, SignInProblem>> {
  if (!comesFrom(callback, provider.serverMetadata())) return refuse('not-this-sign-in')
  try {
    const tokens = await authorizationCodeGrant(provider, asRegistered(callback, config), {
      expectedState: kept.state,
      expectedNonce: kept.nonce,
      pkceCodeVerifier: kept.verifier,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (claims === undefined || tokens.id_token === undefined) throw new Error('the library promised an ID token')
    return judged({ claims, idToken: tokens.id_token }, config, kept)
  } catch (error) {
    return refuse(problemOf(error))
  }
}

/** The callback at the address that is registered: behind a proxy we see another, and the token request must repeat it. */
function asRegistered(callback: URL, { redirectUri }: OidcConfig): URL {
  const url = new URL(redirectUri)
  for (const name of ['state', 'iss', 'code', 'error']) {
    const value = callback.searchParams.get(name)
    if (value !== null) url.searchParams.set(name, value)
  }
  return url
}

type Token = { readonly claims: IDToken; readonly idToken: string }

function judged({ claims, idToken }: Token, { acr: accepted }: OidcConfig, kept: KeptSignIn): Decision<Identity, SignInProblem> {
  const acr = typeof claims.acr === 'string' ? claims.acr : null
  if (accepted !== null && (acr === null || !accepted.includes(acr))) return refuse('too-low-level')
  const authAt = claims.auth_time ?? null
  if (!isFresh({ authAt, issuedAt: claims.iat }, kept, Date.now())) return refuse('too-old')
  return grant({ issuer: claims.iss, subject: claims.sub, acr, authAt: authAt ?? claims.iat, idToken, claims: { ...claims } })
}
