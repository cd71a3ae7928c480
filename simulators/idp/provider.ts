/**
 * oidc-provider set up as a municipality's sign-in. It warns for each setting left to its default, so each one it asks for is given:
 * quiet without hiding anything.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { interactionPolicy, Provider, type Configuration, type JWK, type KoaContextWithOIDC } from 'oidc-provider'
import { errorPage, signedOutPage, signOutPage } from './pages.ts'
import { claimsByScope, levels, type Person } from './people.ts'
import { memoryStore } from './store.ts'

export type ClientOptions = {
  readonly people: readonly Person[]
  readonly clientId: string
  /** null for a client without a secret. */
  readonly clientSecret: string | null
  readonly redirectUris: readonly string[]
  readonly postLogoutRedirectUris: readonly string[]
}

/** Where the sign-in page of one attempt is. */
export const signInPath = '/inloggning/'

const scopes = 'openid profile lots'
const day = 24 * 60 * 60

/** The provider with its one client. What it throws at is printed; what a caller did wrong is told to the caller. */
export function simulatedProvider(issuer: string, options: ClientOptions): Provider {
  const provider = new Provider(issuer, {
    ...settings,
    ...pagesOf(homeOf(options)),
    ...accountsOf(options.people),
    clients: [clientOf(options)],
  })
  provider.on('server_error', (_ctx, error) => console.error(error))
  return provider
}

/** The front page of the system that signs in here. */
export const homeOf = ({ redirectUris }: ClientOptions): string => new URL('/', redirectUris[0]).href

const settings: Configuration = {
  acrValues: Object.values(levels),
  clientBasedCORS: () => false,
  conformIdTokenClaims: false,
  // Another port on the same host is the same place to a cookie: the names must not meet the system's own.
  cookies: { names: { session: 'idp_session', interaction: 'idp_interaction', resume: 'idp_resume' }, keys: [randomBytes(32)] },
  interactions: { url: (_ctx, { uid }) => signInPath + uid, policy: policyWithLevels() },
  pkce: { required: () => true },
  scopes: scopes.split(' '),
  ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: day, IdToken: 3600, Interaction: 3600, Session: day },
  loadExistingGrant: alwaysConsents,
}

function show(ctx: KoaContextWithOIDC, html: string): void {
  ctx.type = 'html'
  ctx.body = html
}

function pagesOf(home: string): Configuration {
  return {
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => show(ctx, signOutPage(form)),
        postLogoutSuccessSource: (ctx) => show(ctx, signedOutPage(home)),
      },
    },
    renderError: (ctx, out) => show(ctx, errorPage(home, out.error, out.error_description ?? '')),
  }
}

const accountsOf = (people: readonly Person[]): Configuration => ({
  adapter: memoryStore(),
  jwks: { keys: [signingKey()] },
  claims: claimsByScope(people),
  findAccount: (_ctx, subject) => {
    const person = people.find((one) => one.subject === subject)
    return person && { accountId: subject, claims: () => ({ name: person.name, ...person.claims, sub: subject }) }
  },
})

function signingKey(): JWK {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return { ...privateKey.export({ format: 'jwk' }), kid: randomBytes(8).toString('hex'), use: 'sig', alg: 'RS256' }
}

const clientOf = ({ clientId, clientSecret, redirectUris, postLogoutRedirectUris }: ClientOptions) => ({
  client_id: clientId,
  ...(clientSecret === null ? { token_endpoint_auth_method: 'none' as const } : { client_secret: clientSecret }),
  redirect_uris: [...redirectUris],
  post_logout_redirect_uris: [...postLogoutRedirectUris],
  grant_types: ['authorization_code'],
  response_types: ['code' as const],
  require_auth_time: true,
})

/** Nobody is asked for consent: a municipality has decided for its own systems. */
async function alwaysConsents({ oidc }: KoaContextWithOIDC) {
  const { session, client, provider } = oidc
  if (session?.accountId === undefined || client === undefined) return
  const known = session.grantIdFor(client.clientId)
  const existing = known === undefined ? undefined : await provider.Grant.find(known)
  const grant = existing ?? new provider.Grant({ accountId: session.accountId, clientId: client.clientId })
  grant.addOIDCScope(scopes)
  await grant.save()
  return grant
}

/** A session of a lower level than asked for brings the page back, as a real provider steps up. What is then chosen stands. */
function policyWithLevels(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base()
  const tooLow = new interactionPolicy.Check('level', 'a higher level of assurance is asked for', ({ oidc }) => {
    const wanted = oidc.params?.['acr_values']
    const choseNow = oidc.result?.login !== undefined
    return !choseNow && typeof wanted === 'string' && wanted !== '' && !wanted.split(' ').includes(oidc.acr)
  })
  policy.get('login')?.checks.add(tooLow)
  return policy
}
