/** Providers that do not behave as the simulated one: a small server that says what each test wants. */
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { client } from '../../simulators/idp/testbed.ts'
import { openOidc, type OidcConfig } from './oidc.ts'
import { configFor, down, refused } from './oidc.testbed.ts'

const servers: Server[] = []
afterAll(() =>
  servers.forEach((server) => {
    server.close()
    server.closeAllConnections()
  }),
)

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const selfOf = ({ headers }: IncomingMessage): string => `http://${headers.host}`
const saying = (body: (issuer: string) => unknown, type = 'application/json'): Promise<string> =>
  serve((request, response) => void response.setHeader('content-type', type).end(JSON.stringify(body(selfOf(request)))))
/** The least that discovery must find. */
const places = (self: string) => ({ authorization_endpoint: `${self}/auth`, token_endpoint: `${self}/token`, jwks_uri: `${self}/jwks` })
const oidcAt = (issuer: string, given: Partial<OidcConfig> = {}) => openOidc(configFor({ issuer }, { acr: null, ...given }))

describe('discovery', () => {
  it('of a provider without a place to sign out, or with an impossible one', async () => {
    for (const [place, address] of [
      [undefined, null],
      ['ftp://idp.example/', null],
      ['https://idp.example/ut', expect.stringMatching(/^https:\/\/idp\.example\/ut\?id_token_hint=bevis&post_logout_redirect_uri=/)],
    ] as const) {
      const issuer = await saying((self) => ({ issuer: self, ...places(self), end_session_endpoint: place }))
      expect(await oidcAt(issuer).endSessionUrl('bevis')).toEqual(address)
    }
  })

  it('of one that is somebody else, that answers no JSON, or that has nowhere to sign in', async () => {
    const other = await saying(() => ({ issuer: 'https://annan.example' }))
    const page = await saying(() => '<p>hej</p>', 'text/html')
    const bare = await saying((self) => ({ issuer: self }))
    for (const issuer of [other, page, bare]) {
      await expect(oidcAt(issuer).start({ reauthenticate: false })).rejects.toEqual(down('odd-answer'))
    }
  })

  it('is given up after five seconds, and sooner when somebody leaves', async () => {
    const issuer = await serve(() => {})
    const before = Date.now()
    expect(await oidcAt(issuer).endSessionUrl('bevis')).toBeNull()
    expect(Date.now() - before).toBeLessThan(4000)
    await expect(oidcAt(issuer).start({ reauthenticate: false })).rejects.toEqual(down('no-answer'))
    expect(Date.now() - before).toBeLessThan(9000)
  })

  it('is done once, by two who start at the same time too', async () => {
    let asked = 0
    const issuer = await saying((self) => ({ issuer: self, ...places(self), count: (asked += 1) }))
    const oidc = oidcAt(issuer)
    const start = () => oidc.start({ reauthenticate: false })
    await Promise.all([start(), start()])
    await start()
    expect(asked).toBe(1)
  })
})

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 })
const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const now = (): number => Math.floor(Date.now() / 1000)

function tokenOf(claims: object, key: KeyObject): string {
  const text = `${part({ alg: 'RS256', kid: 'nyckel' })}.${part(claims)}`
  return `${text}.${sign('sha256', Buffer.from(text), key).toString('base64url')}`
}

type Odd = { readonly claims?: object; readonly key?: KeyObject; readonly answer?: object; readonly metadata?: object }

/** A provider that answers any code with a token for whoever the test says. `seen` is what was sent to it. */
async function oddProvider({ claims = {}, key = keys.privateKey, answer, metadata = {} }: Odd) {
  const expected = { nonce: '' }
  const seen: { path: string; authorization: string | undefined; body: string }[] = []
  const reply = (path: string, self: string): object => {
    const common = { iss: self, sub: 'vera', aud: client.clientId, iat: now(), exp: now() + 300, nonce: expected.nonce }
    if (path === '/token') return answer ?? { access_token: 'a', token_type: 'Bearer', id_token: tokenOf({ ...common, ...claims }, key) }
    if (path === '/jwks') return { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'nyckel' }] }
    return { issuer: self, ...places(self), userinfo_endpoint: `${self}/userinfo`, ...metadata }
  }
  const issuer = await serve((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => void (body += chunk.toString()))
    request.on('end', () => {
      const path = request.url ?? ''
      seen.push({ path, authorization: request.headers.authorization, body })
      response.setHeader('content-type', 'application/json').end(JSON.stringify(reply(path, selfOf(request))))
    })
  })
  return { issuer, seen, expected }
}

async function endAt(odd: Odd, given: Partial<OidcConfig> & { reauthenticate?: boolean } = {}) {
  const { issuer, seen, expected } = await oddProvider(odd)
  const { reauthenticate = false, ...settings } = given
  const oidc = oidcAt(issuer, settings)
  const { kept } = await oidc.start({ reauthenticate })
  expected.nonce = kept.nonce
  const decision = oidc.finish(new URL(`http://127.0.0.1:9/inloggad?code=k&state=${kept.state}`), kept)
  await decision.catch(() => null)
  return { decision, seen }
}

describe('the token', () => {
  it('without auth_time counts from when it was issued, but proves no reauthentication', async () => {
    const plain = await endAt({})
    const value = expect.objectContaining({ subject: 'vera', acr: null, authAt: expect.closeTo(now(), -1) as number })
    expect(await plain.decision).toEqual({ granted: true, value })
    expect(await (await endAt({}, { reauthenticate: true })).decision).toEqual(refused('too-old'))
    expect(await (await endAt({ claims: { auth_time: now() - 3600 } }, { reauthenticate: true })).decision).toEqual(refused('too-old'))
  })

  it('without acr is too low when a level is asked for', async () => {
    expect(await (await endAt({}, { acr: ['hög'] })).decision).toEqual(refused('too-low-level'))
    expect(await (await endAt({ claims: { acr: ['hög'] } }, { acr: ['hög'] })).decision).toEqual(refused('too-low-level'))
    expect(await (await endAt({ claims: { acr: 'hög' } }, { acr: ['högst', 'hög'] })).decision).toMatchObject({ granted: true })
  })

  it('signed by a stranger, or by nobody, is not believed', async () => {
    await expect((await endAt({ key: stranger.privateKey })).decision).rejects.toEqual(down('odd-answer'))
    const unsigned = `${part({ alg: 'none' })}.${part({ sub: 'vera' })}.`
    const answer = { access_token: 'a', token_type: 'Bearer', id_token: unsigned }
    await expect((await endAt({ answer })).decision).rejects.toEqual(down('odd-answer'))
  })

  it('for somebody else, from somebody else or outdated is not this sign-in or no answer', async () => {
    expect(await (await endAt({ claims: { aud: 'annat-system' } })).decision).toEqual(refused('not-this-sign-in'))
    expect(await (await endAt({ claims: { iss: 'https://annan.example' } })).decision).toEqual(refused('not-this-sign-in'))
    await expect((await endAt({ claims: { exp: now() - 300 } })).decision).rejects.toEqual(down('odd-answer'))
    await expect((await endAt({ claims: { nonce: undefined } })).decision).rejects.toEqual(down('odd-answer'))
  })

  it('must be there', async () => {
    await expect((await endAt({ answer: { access_token: 'a', token_type: 'Bearer' } })).decision).rejects.toEqual(down('odd-answer'))
  })
})

describe('what is sent', () => {
  const redeemed = ({ seen }: Awaited<ReturnType<typeof endAt>>) => seen.find(({ path }) => path === '/token')

  it('the secret in the header unless the provider takes it in the form only; userinfo is not asked', async () => {
    const inHeader = await endAt({})
    expect(redeemed(inHeader)?.authorization).toMatch(/^Basic /)
    expect(redeemed(inHeader)?.body).not.toContain('client_secret')
    const inForm = await endAt({ metadata: { token_endpoint_auth_methods_supported: ['client_secret_post'] } })
    expect(redeemed(inForm)?.authorization).toBeUndefined()
    expect(new URLSearchParams(redeemed(inForm)?.body).get('client_secret')).toBe(client.clientSecret)
    expect(inHeader.seen.map(({ path }) => path)).toEqual(['/.well-known/openid-configuration', '/token', '/jwks'])
  })
})
