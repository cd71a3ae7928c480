/** The round in the pocket in a real browser: the network cut, two telephones, wrong codes, the end of the day, and what is left behind. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import {
  aRoundToday,
  asOwner,
  code,
  contactsOf,
  isWiped,
  isWide,
  mainText,
  nextVisit,
  onPhone,
  openPocket,
  takeAlong,
  visitOf,
  write,
  type Visited,
} from './visits-story.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

/** What lies in the browser's own storage, as text: IndexedDB with its bytes, localStorage, cached pages and the names of cached assets. */
const stored = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const out = [JSON.stringify({ ...localStorage })]
    const plain = (value) => {
      if (value instanceof ArrayBuffer) return String.fromCharCode(...new Uint8Array(value))
      if (ArrayBuffer.isView(value)) return String.fromCharCode(...value)
      return value !== null && typeof value === 'object' ? JSON.stringify(Object.entries(value).map(([k, v]) => [k, plain(v)])) : String(value)
    }
    for (const { name } of await indexedDB.databases()) {
      const db = await new Promise((resolve) => { const r = indexedDB.open(name); r.onsuccess = () => resolve(r.result) })
      for (const store of db.objectStoreNames) {
        const all = await new Promise((resolve) => { const r = db.transaction(store).objectStore(store).getAll(); r.onsuccess = () => resolve(r.result) })
        out.push(name, ...all.map(plain))
      }
      db.close()
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const request of await cache.keys()) {
        out.push(request.url)
        if (!request.url.includes('/assets/')) out.push(await (await cache.match(request)).text())
      }
    }
    return out.join('\\n')
  })()`)

describe('the round in the pocket', () => {
  it('is walked with the network cut, and sent once when it is back', async () => {
    const { roundId, youths } = await aRoundToday(site, 2)
    const [first, second] = youths as [Visited, Visited]
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    expect([await findings(page), await isWide(page)]).toEqual([[], false])

    await page.context().setOffline(true)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await page.getByText('Utan nät. 1 ändring väntar på att skickas.').waitFor()
    await write(page, 'Tackade nej', 'Vill bli ringd i januari')
    await page.getByText('Utan nät. 2 ändringar väntar på att skickas.').waitFor()
    expect(await nextVisit(page).innerText()).toContain(second.name)
    expect(await visitOf(site, first)).toMatchObject({ result: null, inside: false })

    // What is kept says nothing of anybody, in whatever form.
    const kept = await stored(page)
    const words = [...first.name.split(' '), ...second.name.split(' '), first.street, 'januari', 'declined', code]
    expect(words.filter((word) => kept.includes(word))).toEqual([])
    const cached = [...kept.matchAll(/http[^\s"]*/g)].map(([url]) => new URL(url).pathname)
    expect(cached.filter((path) => path !== '/besok/ficka' && !path.startsWith('/assets/'))).toEqual([])
    expect(cached.length).toBeGreaterThan(3)
    expect(kept).toContain('lots-ficka')

    // The telephone is put away and taken out again, still without a network.
    await page.reload()
    await openPocket(page)
    await page.getByText('Utan nät. 2 ändringar väntar på att skickas.').waitFor()
    expect(await findings(page)).toEqual([])
    await page.context().setOffline(false)
    await page.getByText(/Allt är skickat \d\d:\d\d/).waitFor()
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await page.getByText(/Allt är skickat \d\d:\d\d/).waitFor()
    expect(await visitOf(site, first)).toEqual({ result: 'declined', note: 'Vill bli ringd i januari', inside: true, out: true })
    expect(await contactsOf(site, first)).toEqual([{ outcome: 'declined', struck: false }])
    const changes = await asOwner(site, 'select from visits.change c join visits.stop s on s.id = c.stop_id where s.person_id = $1', [
      first.personId,
    ])
    expect(changes).toHaveLength(2)
  })

  it('opens without a network from any page of visits', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await page.goto(`${site.address}/besok/${roundId}/falt`).catch(() => null)
    await expect.poll(() => page.locator('h1').innerText()).toBe('Rundan är låst')
  })

  it('shows what two telephones wrote differently, field by field, and loses nothing', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const [amina, karin] = [await onPhone(site, 'Amina Lind'), await onPhone(site, 'Karin Ahlvik')]
    for (const page of [amina, karin]) await takeAlong(page, site.address, roundId)
    await amina.context().setOffline(true)
    for (const page of [amina, karin]) await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await write(karin, 'Nådd', 'Karins ord')
    await expect.poll(async () => (await visitOf(site, youth))?.result).toBe('reached')
    await write(amina, 'Någon annan', 'Aminas ord')
    await amina.context().setOffline(false)
    await amina.getByText('Två telefoner har skrivit olika').waitFor()
    expect(await findings(amina)).toEqual([])
    const result = amina.getByRole('group', { name: 'Resultat' })
    expect(await result.innerText()).toMatch(/Amina Lind skrev: Någon annan[\s\S]*Gäller nu: Nådd/)
    await result.getByLabel('Amina Lind skrev: Någon annan').check()
    expect(await amina.getByRole('group', { name: 'Anteckning' }).innerText()).toMatch(/Aminas ord[\s\S]*Karins ord/)
    await amina.getByRole('button', { name: 'Spara valet' }).click()
    await amina.getByText('Två telefoner har skrivit olika').waitFor({ state: 'detached' })
    await expect.poll(() => visitOf(site, youth)).toMatchObject({ result: 'someoneElse', note: 'Karins ord' })
    expect((await contactsOf(site, youth)).filter(({ struck }) => !struck)).toEqual([{ outcome: 'someoneElse', struck: false }])
  })

  it('keeps what was written when the sign-in has run out, and sends it after a new one', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await page.getByText('1 ändring väntar').waitFor()
    await asOwner(site, 'update access.session set ended_at = now()')
    await page.context().setOffline(false)
    await page.getByText('Inloggningen har gått ut.').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Logga in igen' }).click()
    // The municipality's own sign-in still knows who it is.
    await page.getByRole('link', { name: 'Logga in' }).click()
    await page.waitForURL(`${site.address}/besok/ficka`)
    await openPocket(page)
    await page.getByText(/Allt är skickat/).waitFor()
    expect(await visitOf(site, youth)).toMatchObject({ inside: true })
  })

  it('loses a youth who was made protected, and itself when the round is closed, at the next contact', async () => {
    const { roundId, youths } = await aRoundToday(site, 2)
    const [first, second] = youths as [Visited, Visited]
    const page = await onPhone(site)
    await takeAlong(page, site.address, roundId)
    await asOwner(
      site,
      `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from) values ($1, true, false, current_date, 'prov', now())`,
      [first.personId],
    )
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await page.locator('main', { hasText: second.name }).waitFor()
    await expect.poll(() => mainText(page)).not.toContain(first.name)
    await nextVisit(page).getByText('Besöket görs inte').click()
    await nextVisit(page).getByRole('button', { name: 'Inte gjort' }).click()
    await page.getByText('Alla besök har ett resultat.').waitFor()
    const desk = await site.open()
    await site.signIn(desk, 'Karin Ahlvik', `/besok/${roundId}`)
    await desk.getByText('Avsluta rundan …').click()
    expect(await findings(desk)).toEqual([])
    await desk.getByRole('button', { name: 'Ja, avsluta' }).click()
    await desk.getByText('Rundan är avslutad.').waitFor()
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await page.getByText('Rundan är avslutad, och telefonen är tömd på den.').waitFor()
    expect(await isWiped(page)).toBe(true)
  })
})
