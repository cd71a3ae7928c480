/** Every page's way in: who is asked to sign in, who is turned away, and that nothing typed is lost. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type TestSite } from '../../../test/support/web.ts'

let site: TestSite
beforeAll(async () => {
  site = await aSite()
})
afterAll(() => site.close())

const minute = 60_000
const lines = (action: string) =>
  site.place.sql<{ outcome: string; detail: object }>('select outcome, detail from audit.line where action = $1 order by id', [action])

describe('a page', () => {
  it('sends somebody who is not signed in to sign in, and back afterwards', async () => {
    const answer = await site.app.request('/handbok/04-natten?a=1')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/logga-in?till=%2Fhandbok%2F04-natten%3Fa%3D1'])
  })
  it.each(['0180.x', '0180.' + 'a'.repeat(43), '9999.' + 'a'.repeat(43), 'nonsense'])(
    'does not let in a forged cookie: %s',
    async (value) => {
      const answer = await site.app.request('/handbok', { headers: { cookie: `__Host-lots=${value}` } })
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/logga-in?till=%2Fhandbok'])
    },
  )
  it('is shown to somebody signed in, in Swedish, never stored', async () => {
    const { status, html, headers } = await (await site.signedIn(['counsellor'])).get('/handbok')
    expect(status).toBe(200)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="sv"/)
    expect(html).toContain('Prov counsellor')
    expect(headers.get('cache-control')).toBe('no-store')
  })
  it('is in English for somebody who chose it', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Engelsk' })
    expect(await visitor.send('/sprak', { lang: 'en', path: '/handbok' })).toMatchObject({ status: 303, location: '/handbok' })
    expect((await visitor.get('/handbok')).html).toContain('<html lang="en"')
  })
  it.each(['/kallor/undantag?slag=%00', '/korningar/1?anledning=%00', '/fortsatt/------------------------------------'])(
    'does not break of a forged address: %s',
    async (address) => {
      const { status } = await (await site.signedIn(['coordinator'], { name: 'Adress' })).get(address)
      expect([200, 404]).toContain(status)
    },
  )
  it('is a kind page when there is none', async () => {
    const { status, html } = await (await site.signedIn(['counsellor'])).get('/finns/inte')
    expect(status).toBe(404)
    expect(html).toContain('Sidan finns inte')
  })
})

describe('a sign-in', () => {
  it('runs out after half an hour without a request, and lives on while it is used', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Vilande' })
    site.later(29 * minute)
    expect((await visitor.get('/handbok')).status).toBe(200)
    site.later(31 * minute)
    expect((await visitor.get('/handbok')).location).toBe('/logga-in?till=%2Fhandbok')
    site.later(-60 * minute)
  })
  it('ends when the person signs out, wherever else it is open', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Utgående' })
    expect((await visitor.send('/logga-ut')).location).toBe('/utloggad')
    expect((await visitor.get('/handbok')).status).toBe(303)
    expect((await lines('access.signOut')).length).toBe(1)
  })
  it('has no role that a later sign-in of the same person no longer had', async () => {
    const visitor = await site.signedIn(['counsellor', 'systemCoordinator'], { name: 'Nedflyttad' })
    expect((await visitor.get('/organisation')).status).toBe(200)
    await site.place.sql(`update access.staff set roles = '{counsellor}' where name = 'Nedflyttad'`)
    expect((await visitor.get('/organisation')).status).toBe(403)
    expect((await visitor.get('/handbok')).status).toBe(200)
  })
  it('is of no use to somebody shut out', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Avstängd' })
    await site.place.sql(`update access.staff set active = false where name = 'Avstängd'`)
    expect((await visitor.get('/handbok')).status).toBe(303)
  })
})

describe('a form', () => {
  it('of another page than ours is never saved: what it holds is shown for the person to decide', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Lurad' })
    const { status, html } = await visitor.send('/sprak', { lang: 'en', formToken: 'fel' })
    expect(status).toBe(409)
    expect(html).toContain('Det du skrev finns kvar')
    expect((await visitor.get('/handbok')).html).toContain('<html lang="sv"')
  })
  it.each(['constructor', 'toString', '__proto__'])('with a forged field is refused, whatever it is called: %s', async (field) => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Påhittig' })
    expect((await visitor.send('/ungdomar/filter/1/ta-bort', { version: '1', [field]: 'x' })).status).toBe(400)
  })
  it('is saved once', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Ivrig' })
    const once = '5a1f1c1e-0000-4000-8000-000000000001'
    const answers = await Promise.all(Array.from({ length: 10 }, () => visitor.send('/sprak', { lang: 'sv', once })))
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, ...Array<number>(9).fill(409)])
  })
  it.each([
    [{ lang: 'sv', extra: '1' }, 400],
    [{ lang: 'klingon' }, 400],
    [{ lang: ['sv', 'en'] }, 400],
  ])('that is forged is refused: %j', async (fields, status) => {
    const visitor = await site.signedIn(['counsellor'])
    expect((await visitor.send('/sprak', fields)).status).toBe(status)
  })
  it('that is too big is refused before it is read', async () => {
    const { status, html } = await (await site.signedIn(['counsellor'])).send('/sprak', { lang: 'x'.repeat(400_000) })
    expect([status, html.includes('För mycket text')]).toEqual([400, true])
  })
  it('sent after the sign-in ran out is kept for its writer, and for nobody else', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Sen' })
    site.later(31 * minute)
    const { location } = await visitor.send('/sprak', { lang: 'en', path: '/<b>skrivet' })
    site.later(-31 * minute)
    const back = decodeURIComponent(location.replace('/logga-in?till=', ''))
    expect(back).toMatch(/^\/fortsatt\/[\da-f-]{36}$/)
    const other = await site.signedIn(['counsellor'], { name: 'Annan' })
    expect((await other.get(back)).status).toBe(404)
    const again = await site.signedIn(['counsellor'], { name: 'Sen' })
    const { html } = await again.get(back)
    expect(html).toContain('/&lt;b&gt;skrivet')
    expect(html).toContain('action="/sprak"')
    expect((await again.get(back)).status).toBe(404)
  })
})

describe('a redirect', () => {
  it.each(['//ond.example', '/\\ond.example', 'https://ond.example', '/logga-ut', ''])('never leaves the product: %s', async (path) => {
    const visitor = await site.signedIn(['counsellor'])
    expect((await visitor.send('/sprak', { lang: 'sv', path })).location).toBe('/')
  })
})

describe('when the database is down for a while', () => {
  it('says so, keeps what was typed, and works again when it is back', async () => {
    const visitor = await site.signedIn(['counsellor'], { name: 'Drabbad' })
    const down = await aSite(site.place, { isDown: true })
    const cookie = { cookie: visitor.cookie }
    const page = await down.app.request('/handbok', { headers: cookie })
    expect([page.status, (await page.text()).includes('Databasen svarar inte')]).toEqual([503, true])
    const fields = { formToken: 'x', once: 'y', lang: 'en', path: '/skrivet' }
    const sent = await down.app.request('/sprak', {
      method: 'POST',
      headers: { ...cookie, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
    })
    const html = await sent.text()
    expect([sent.status, html.includes('action="/sprak"'), html.includes('/skrivet')]).toEqual([503, true, true])
    expect(html).not.toMatch(/ECONNREFUSED|127\.0\.0\.1|Error|hemligt/)
    expect((await visitor.get('/handbok')).status).toBe(200)
    expect(down.reported.length).toBe(2)
  })
})

it('reported no defect of ours on the way', () => {
  expect(site.reported).toEqual([])
})
