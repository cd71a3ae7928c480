/** Signing in at a provider and back, as a browser does it. */
import { aBrowser } from '../../simulators/idp/testbed.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { levels, startIdp, type Idp } from '../../simulators/idp/index.ts'
import { productSite, type Product } from '../../src/cli/product.ts'
import { listen } from '../../src/platform/http/site.ts'
import { openOidc } from '../../src/platform/oidc.ts'
import { aPlace, type TestPlace } from '../support/places.ts'

const person = (subject: string, claims: object) => ({ subject, name: subject, title: 'Prov', claims: { name: subject, ...claims } })
const people = [
  person('amina', { roles: ['coordinator'], municipality: '0180' }),
  person('rollös', { roles: ['ingen'], municipality: '0180' }),
  person('borta', { roles: ['coordinator'], municipality: '1480' }),
]
const client = { clientId: 'lots', clientSecret: 'prov-hemlighet-som-ingen-har' }

let place: TestPlace
let idp: Idp
let product: Product
let server: Awaited<ReturnType<typeof listen>>
let address: string

const productOn = (issuer: string): Product => {
  const [redirectUri, postLogoutUri] = [`${address}/logga-in/svar`, `${address}/utloggad`]
  const oidc = openOidc({ issuer, ...client, redirectUri, postLogoutUri, acr: [levels.high], scope: 'openid profile lots' })
  return productSite({ installation: place.installation, publicUrl: address, oidc, issuer, isDevelopment: false, report: () => {} })
}

beforeAll(async () => {
  place = await aPlace()
  const free = await listen({ fetch: () => new Response() }, 0)
  await free.close()
  address = `http://localhost:${free.port}`
  const redirectUri = `${address}/logga-in/svar`
  idp = await startIdp({ port: 0, people, ...client, redirectUris: [redirectUri], postLogoutRedirectUris: [`${address}/utloggad`] })
  product = productOn(idp.issuer)
  server = await listen(product.app, free.port)
})
afterAll(async () => {
  await server?.close()
  await product?.close()
  await idp?.close()
  await place?.installation.close()
})

const signInAs = async (subject: string, till = '/handbok', browser = aBrowser(null)) => {
  const chooser = await browser.open(`${address}/logga-in/start?till=${encodeURIComponent(till)}`)
  return { browser, page: await browser.send(chooser, { person: subject }) }
}

describe('signing in', () => {
  it('comes back to the page that was asked for, with a session that script cannot read', async () => {
    const { browser, page } = await signInAs('amina', '/handbok/04-natten')
    expect([page.url.href, page.status]).toEqual([`${address}/handbok/04-natten`, 200])
    expect(page.html).toContain('amina, samordnare')
    expect((await browser.open(`${address}/handbok`)).status).toBe(200)
    const raw = await fetch(`${address}/logga-in/start`, { redirect: 'manual' })
    expect(raw.headers.getSetCookie().join()).toMatch(/^__Host-lots-vag=.*; Path=\/; HttpOnly; Secure; SameSite=Lax/)
  })
  it.each(['rollös', 'borta'])('is refused in words for somebody without a role here: %s', async (subject) => {
    const { browser, page } = await signInAs(subject)
    expect([page.status, page.html.includes('Du har ingen roll här')]).toEqual([403, true])
    expect((await browser.open(`${address}/handbok`)).url.pathname).toBe('/logga-in')
  })
  it('without a role any more ends the sign-ins that somebody already has', async () => {
    const { browser } = await signInAs('amina')
    await place.sql(`update access.staff set subject = 'rollös' where subject = 'amina'`)
    expect((await browser.open(`${address}/handbok`)).status).toBe(200)
    await signInAs('rollös')
    expect((await browser.open(`${address}/handbok`)).url.pathname).toBe('/logga-in')
  })
  it('never goes on to another site', async () => {
    const { page } = await signInAs('amina', '//ond.example/x')
    expect(page.url.href).toBe(`${address}/`)
  })
  it('asks who it is once more when a protected record needs it', async () => {
    const { browser } = await signInAs('amina')
    const asked = await browser.open(`${address}/logga-in/start?igen=1&till=%2Fhandbok`)
    expect(asked.url.origin).toBe(idp.issuer)
    expect((await browser.send(asked, { person: 'amina' })).url.href).toBe(`${address}/handbok`)
  })
  it('cannot be answered twice, nor by somebody who did not begin it', async () => {
    const answer = await aBrowser(null).open(`${address}/logga-in/svar?code=x&state=y`)
    expect([answer.status, answer.html.includes('Inloggningen blev inte klar')]).toEqual([400, true])
  })
  it('says so when the provider is down, while those signed in work on, and works when it is back', async () => {
    const { browser } = await signInAs('amina')
    idp.pause()
    const unasked = productOn(idp.issuer)
    const down = await unasked.app.request(`${address}/logga-in/start`)
    expect([down.status, (await down.text()).includes('Inloggningstjänsten svarar inte')]).toEqual([503, true])
    expect((await browser.open(`${address}/handbok`)).status).toBe(200)
    idp.resume()
    expect((await unasked.app.request(`${address}/logga-in/start`)).headers.get('location')).toContain(idp.issuer)
    await unasked.close()
  })
  it('is begun at the address it returns to', async () => {
    const answer = await fetch(`${address.replace('localhost', '127.0.0.1')}/logga-in/start?till=/handbok`, { redirect: 'manual' })
    expect(answer.headers.get('location')).toBe(`${address}/logga-in/start?till=/handbok`)
  })
})

describe('signing out', () => {
  it('ends the session here and goes on to end it at the provider', async () => {
    const { browser, page } = await signInAs('amina')
    const [form = ''] = /<form[^>]*action="\/logga-ut"[\s\S]*?<\/form>/.exec(page.html) ?? []
    const out = await browser.send({ ...page, html: form }, {})
    expect(out.url.origin).toBe(idp.issuer)
    expect((await browser.open(`${address}/handbok`)).html).toContain('Logga in')
  })
})
