/** Signing out, a provider that is down, and addresses that cannot be right. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Idp } from '../../simulators/idp/index.ts'
import { aBrowser, aProvider, callbackUri, signedOutUri } from '../../simulators/idp/testbed.ts'
import { Failure } from './failure.ts'
import { IdpDown, openOidc, type OidcConfig } from './oidc.ts'
import { configFor, down, signIn } from './oidc.testbed.ts'

let idp: Idp
beforeAll(async () => void (idp = await aProvider()))
afterAll(() => idp.close())
afterEach(() => idp.resume())
const config = (given: Partial<OidcConfig> = {}): OidcConfig => configFor(idp, given)

describe('a provider that is down', () => {
  it('at the start, before and after it was found; and works again when it is up', async () => {
    const oidc = openOidc(config())
    idp.pause()
    await expect(oidc.start({ reauthenticate: false })).rejects.toEqual(down('no-answer'))
    idp.resume()
    const { callback, kept } = await signIn(oidc, aBrowser())
    idp.pause()
    await expect(oidc.finish(callback, kept)).rejects.toEqual(down('no-answer'))
    idp.resume()
    expect(await oidc.finish(callback, kept)).toMatchObject({ granted: true })
  })

  it('is one clear line in Swedish, with nothing of the person in it', async () => {
    const oidc = openOidc(config({ issuer: 'http://127.0.0.1:9' }))
    const error = await oidc.start({ reauthenticate: false }).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Failure)
    expect(error).toBeInstanceOf(IdpDown)
    expect(error).toMatchObject({ message: 'Inloggningstjänsten svarar inte. Försök igen om en stund.', fault: 'no-answer' })
    expect((error as IdpDown).cause).toBeUndefined()
  })

  it('does not know us: a wrong secret', async () => {
    const oidc = openOidc(config({ clientSecret: 'fel' }))
    const { callback, kept } = await signIn(oidc, aBrowser())
    await expect(oidc.finish(callback, kept)).rejects.toEqual(down('turned-away'))
  })
})

describe('signing out', () => {
  it('ends the session at the provider and comes back', async () => {
    const [oidc, browser] = [openOidc(config()), aBrowser()]
    const { callback, kept } = await signIn(oidc, browser)
    const decision = await oidc.finish(callback, kept)
    if (!decision.granted) throw new Error(decision.reason)
    const url = await oidc.endSessionUrl(decision.value.idToken)
    const page = await browser.open(url ?? '')
    expect(page.html).toContain('Vill du logga ut')
    expect((await browser.send(page, { logout: 'yes' })).url.href).toBe(signedOutUri)
    const again = await browser.open((await oidc.start({ reauthenticate: false })).url)
    expect(again.html).toContain('Demons inloggning')
  })

  it('has no address when the provider is down', async () => {
    const oidc = openOidc(config())
    await oidc.start({ reauthenticate: false })
    idp.pause()
    expect(await oidc.endSessionUrl('bevis')).toBeNull()
  })
})

describe('addresses', () => {
  it('https, or http on this machine; readable; a callback without query', () => {
    for (const issuer of ['https://idp.example', 'http://localhost:4000', 'http://127.0.0.1:4000']) {
      expect(() => openOidc(config({ issuer }))).not.toThrow()
    }
    for (const wrong of [
      { issuer: 'http://idp.example' },
      { issuer: 'http://localhost.example' },
      { issuer: 'ftp://127.0.0.1' },
      { issuer: 'idp' },
      { redirectUri: '/inloggad' },
      { redirectUri: `${callbackUri}?kommun=1` },
      { postLogoutUri: '' },
    ]) {
      expect(() => openOidc(config(wrong))).toThrow(Failure)
    }
  })
})
