/** Whole sign-ins at the simulated provider, and each way in which one must not end well. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { levels, type Idp } from '../../simulators/idp/index.ts'
import { aBrowser, aProvider, callbackUri } from '../../simulators/idp/testbed.ts'
import { openOidc, type KeptSignIn, type OidcConfig } from './oidc.ts'
import { configFor, refused, signIn } from './oidc.testbed.ts'

let idp: Idp
beforeAll(async () => void (idp = await aProvider()))
afterAll(() => idp.close())
const config = (given: Partial<OidcConfig> = {}): OidcConfig => configFor(idp, given)

describe('a sign-in', () => {
  it('ends in who it was, at which level and when, by the ID token', async () => {
    const oidc = openOidc(config())
    const before = Math.floor(Date.now() / 1000)
    const { callback, kept } = await signIn(oidc, aBrowser())
    const decision = await oidc.finish(callback, kept)
    if (!decision.granted) throw new Error(decision.reason)
    const { idToken, authAt, claims, ...who } = decision.value
    expect(who).toEqual({ issuer: idp.issuer, subject: 'vera', acr: levels.high })
    expect(claims).toMatchObject({ name: 'Vera Provsson', roles: ['caseworker'], unit: 'norr', municipality: '2599' })
    expect(authAt).toBeGreaterThanOrEqual(before)
    expect(idToken.split('.')).toHaveLength(3)
  })

  it('asks with S256, a state and a nonce of its own each time, and puts nothing of what it keeps but those in the address', async () => {
    const oidc = openOidc(config())
    const [one, other] = [await oidc.start({ reauthenticate: false }), await oidc.start({ reauthenticate: true })]
    const asked = Object.fromEntries(new URL(one.url).searchParams)
    expect(asked).toMatchObject({ response_type: 'code', code_challenge_method: 'S256', acr_values: levels.high, state: one.kept.state })
    expect(asked).not.toHaveProperty('prompt')
    expect(one.url).not.toContain(one.kept.verifier)
    expect(Object.fromEntries(new URL(other.url).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' })
    for (const name of ['state', 'nonce', 'verifier'] as const) expect(one.kept[name]).not.toBe(other.kept[name])
    expect([one.kept.maxAge, other.kept.maxAge]).toEqual([null, 0])
  })

  it('redeems at the registered address when a proxy has changed the one we see', async () => {
    const oidc = openOidc(config())
    const { callback, kept } = await signIn(oidc, aBrowser())
    const seen = new URL(`http://inre:3000/inloggad${callback.search}&annat=1`)
    expect(await oidc.finish(seen, kept)).toMatchObject({ granted: true })
  })

  it('works for a client without a secret', async () => {
    const open = await aProvider({ clientSecret: null })
    const oidc = openOidc(config({ issuer: open.issuer, clientSecret: null }))
    const { callback, kept } = await signIn(oidc, aBrowser())
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true })
    await open.close()
  })
})

describe('not this sign-in', () => {
  it('another state, none, or two', async () => {
    const oidc = openOidc(config())
    const { callback, kept } = await signIn(oidc, aBrowser())
    for (const change of [
      (url: URL) => url.searchParams.set('state', 'annat'),
      (url: URL) => url.searchParams.delete('state'),
      (url: URL) => url.searchParams.append('state', kept.state),
      (url: URL) => url.searchParams.delete('code'),
      (url: URL) => url.searchParams.set('iss', 'https://annan.example'),
      (url: URL) => url.searchParams.delete('iss'),
    ]) {
      const changed = new URL(callback)
      change(changed)
      expect(await oidc.finish(changed, kept)).toEqual(refused('not-this-sign-in'))
    }
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true })
  })

  it('a code for the second time', async () => {
    const oidc = openOidc(config())
    const { callback, kept } = await signIn(oidc, aBrowser())
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true })
    expect(await oidc.finish(callback, kept)).toEqual(refused('not-this-sign-in'))
  })

  it('a wrong nonce, a wrong verifier, a made-up code', async () => {
    const oidc = openOidc(config())
    const first = await signIn(oidc, aBrowser())
    expect(await oidc.finish(first.callback, { ...first.kept, nonce: 'annan' })).toEqual(refused('not-this-sign-in'))
    const second = await signIn(oidc, aBrowser())
    expect(await oidc.finish(second.callback, { ...second.kept, verifier: 'x'.repeat(43) })).toEqual(refused('not-this-sign-in'))
    const third = await signIn(oidc, aBrowser())
    third.callback.searchParams.set('code', 'påhittad')
    expect(await oidc.finish(third.callback, third.kept)).toEqual(refused('not-this-sign-in'))
  })
})

describe('other refusals', () => {
  it('a level below what was asked for, and the page comes back the next time', async () => {
    const [oidc, browser] = [openOidc(config()), aBrowser()]
    const low = await signIn(oidc, browser, { low: true })
    expect(await oidc.finish(low.callback, low.kept)).toEqual(refused('too-low-level'))
    const high = await signIn(oidc, browser)
    expect(await oidc.finish(high.callback, high.kept)).toMatchObject({ granted: true, value: { acr: levels.high } })
  })

  it('takes the lower level when it is accepted, or when no level is asked for', async () => {
    for (const acr of [[levels.high, levels.low], null]) {
      const oidc = openOidc(config({ acr }))
      const { callback, kept } = await signIn(oidc, aBrowser(), { low: true })
      expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true, value: { acr: levels.low } })
    }
  })

  it('turned away by the provider, or given up by the person', async () => {
    const oidc = openOidc(config())
    idp.deny()
    const denied = await signIn(oidc, aBrowser())
    expect(await oidc.finish(denied.callback, denied.kept)).toEqual(refused('refused-by-provider'))
    const browser = aBrowser()
    const { url, kept } = await oidc.start({ reauthenticate: false })
    const given = await browser.send(await browser.open(url), { cancel: 'yes' })
    expect(await oidc.finish(given.url, kept)).toEqual(refused('refused-by-provider'))
  })

  it('started more than ten minutes ago', async () => {
    const oidc = openOidc(config())
    const { callback, kept } = await signIn(oidc, aBrowser())
    const minutesAgo = (minutes: number): KeptSignIn => ({ ...kept, startedAt: Date.now() - minutes * 60_000 })
    expect(await oidc.finish(callback, minutesAgo(10.01))).toEqual(refused('too-late'))
    expect(await oidc.finish(callback, minutesAgo(9.9))).toMatchObject({ granted: true })
  })
})

describe('reauthentication', () => {
  it('asks again although there is a session; an ordinary sign-in does not', async () => {
    const [oidc, browser] = [openOidc(config()), aBrowser()]
    await signIn(oidc, browser)
    const silent = await browser.open((await oidc.start({ reauthenticate: false })).url)
    expect(silent.url.href).toContain(callbackUri)
    const { url, kept } = await oidc.start({ reauthenticate: true })
    const page = await browser.open(url)
    expect(page.html).toContain('Demons inloggning')
    const { url: callback } = await browser.send(page, { person: 'vera' })
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true })
  })

  it('refuses a provider that did not ask again, within the tolerance of clocks too', async () => {
    const [oidc, browser] = [openOidc(config()), aBrowser()]
    await signIn(oidc, browser)
    await wait(3000)
    const { callback, kept } = await signIn(oidc, browser)
    expect(await oidc.finish(callback, { ...kept, maxAge: 0 })).toEqual(refused('too-old'))
  })

  it('tells when somebody else answers', async () => {
    const [oidc, browser] = [openOidc(config()), aBrowser()]
    await signIn(oidc, browser)
    const { callback, kept } = await signIn(oidc, browser, { person: 'olle', reauthenticate: true })
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true, value: { subject: 'olle' } })
  })
})
