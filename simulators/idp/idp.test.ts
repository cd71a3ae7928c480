/** The simulated provider by itself: its page, its switches, and that it is quiet. */
import { afterAll, afterEach, beforeAll, describe, expect, it, vi, type MockInstance } from 'vitest'
import { startIdp, type Idp } from './index.ts'
import { aBrowser, aProvider, callbackUri, client, people, signedOutUri } from './testbed.ts'

let idp: Idp
const printed: MockInstance[] = []
beforeAll(async () => {
  for (const way of ['log', 'info', 'warn', 'error'] as const) printed.push(vi.spyOn(console, way))
  idp = await aProvider()
})
afterEach(() => idp.resume())
afterAll(() => idp.close())

const challenge = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'
const query = (given: Record<string, string>): string => new URLSearchParams(given).toString()
const ask = (given: Record<string, string> = {}): string => {
  const asked = { client_id: client.clientId, redirect_uri: callbackUri, response_type: 'code', scope: 'openid profile lots', state: 's' }
  return `${idp.issuer}/auth?${query({ ...asked, code_challenge: challenge, code_challenge_method: 'S256', ...given })}`
}

describe('the page', () => {
  it('is in Swedish with a line in English, without script, with one button per person, marks escaped', async () => {
    const { html, status } = await aBrowser().open(ask())
    expect(status).toBe(200)
    expect(html).toContain('<html lang="sv">')
    expect(html).toContain('<title>Demons inloggning</title>')
    expect(html).toContain('kommunens egen inloggning')
    expect(html).toContain('<p lang="en">')
    expect(html).not.toMatch(/<script|onclick|https?:\/\//)
    expect(html.match(/name="person"/g)).toHaveLength(people.length)
    expect(html).toContain('Olle &lt;Test&gt; &amp; Co')
  })

  it('has a way to the lower level and back', async () => {
    const browser = aBrowser()
    const page = await browser.open(ask())
    expect(page.html).toContain('href="?level=low"')
    const low = await browser.open(`${page.url.href}?level=low`)
    expect(low.html).toContain('Du loggar nu in med lägre tillitsnivå.')
    expect(low.html).toContain('href="?"')
  })

  it('says so when the attempt is gone, when nobody of that name is there, and when the form is too large', async () => {
    const gone = await aBrowser().open(`${idp.issuer}/inloggning/borta`)
    expect([gone.status, gone.html.includes('börja om')]).toEqual([400, true])
    const browser = aBrowser()
    const page = await browser.open(ask())
    for (const person of ['ingen', 'x'.repeat(20_000)]) expect((await browser.send(page, { person })).status).toBe(400)
  })
})

describe('the session', () => {
  it('is used in silence, but not for prompt=login or max_age=0, alone or together', async () => {
    const browser = aBrowser()
    await browser.send(await browser.open(ask()), { person: 'vera' })
    expect((await browser.open(ask())).url.searchParams.get('code')).toEqual(expect.any(String))
    for (const again of ['prompt=login', 'max_age=0', 'prompt=login&max_age=0', 'prompt=login+consent']) {
      const page = await browser.open(`${ask()}&${again}`)
      expect(page.html).toContain('Demons inloggning')
      expect((await browser.send(page, { person: 'vera' })).url.searchParams.get('code')).toEqual(expect.any(String))
    }
    expect((await browser.open(ask({ prompt: 'none' }))).url.searchParams.has('code')).toBe(true)
  })

  it('changes to somebody else without a page with script between', async () => {
    const browser = aBrowser()
    await browser.send(await browser.open(ask()), { person: 'vera' })
    const { url, html } = await browser.send(await browser.open(ask({ prompt: 'login' })), { person: 'olle' })
    expect(html).toBe('')
    expect(url.searchParams.has('code')).toBe(true)
  })
})

describe('the protocol', () => {
  it('shows an error page for a stranger or an unregistered address, and demands PKCE', async () => {
    for (const wrong of [ask({ client_id: 'okänd' }), ask({ redirect_uri: 'http://127.0.0.1:9/annan' })]) {
      const { status, html } = await aBrowser().open(wrong)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(html).toContain('href="http://127.0.0.1:9/"')
    }
    const bare = ask().replace(/&code_challenge.*$/, '')
    expect((await aBrowser().open(bare)).url.searchParams.get('error')).toBe('invalid_request')
  })

  it('shows that one is signed out when there is nowhere to go back to', async () => {
    const { html } = await aBrowser().open(`${idp.issuer}/session/end/success`)
    expect(html).toContain('Du är utloggad')
  })

  it('refuses to send anybody to an unregistered address after signing out', async () => {
    const to = (uri: string): string => `${idp.issuer}/session/end?${query({ client_id: client.clientId, post_logout_redirect_uri: uri })}`
    expect((await aBrowser().open(to('http://127.0.0.1:9/annan'))).status).toBe(400)
    expect((await aBrowser().open(to(signedOutUri))).status).toBe(200)
  })
})

describe('the switches', () => {
  it('paused it answers 503 to everything, and is itself again afterwards', async () => {
    idp.pause()
    for (const path of ['/.well-known/openid-configuration', '/auth', '/inloggning/x']) {
      expect((await fetch(idp.issuer + path)).status).toBe(503)
    }
    idp.resume()
    expect((await fetch(`${idp.issuer}/.well-known/openid-configuration`)).status).toBe(200)
  })

  it('denies once', async () => {
    const browser = aBrowser()
    idp.deny()
    const denied = await browser.send(await browser.open(ask()), { person: 'vera' })
    expect(denied.url.searchParams.get('error')).toBe('access_denied')
    const next = await browser.send(await browser.open(ask()), { person: 'vera' })
    expect(next.url.searchParams.has('code')).toBe(true)
  })

  it('says when its port is taken', async () => {
    const given = { people, ...client, redirectUris: [callbackUri], postLogoutRedirectUris: [] }
    await expect(startIdp({ port: idp.port, ...given })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

it('has printed nothing', () => {
  expect(printed.flatMap(({ mock }) => mock.calls)).toEqual([])
})
