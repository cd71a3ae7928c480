/** A round of home visits in a real browser: planned, announced by cards, and walked with the network cut. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import {
  aRoundToday,
  asOwner,
  code,
  makeItToday,
  nextVisit,
  openPocket,
  phone,
  someYouths,
  takeAlong,
  type Visited,
} from './visits-story.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
const visitOf = async ({ personId }: Visited) =>
  (
    await asOwner<{ result: string | null; note: string; inside: boolean; out: boolean }>(
      site,
      `select result, note, checked_in_at is not null as inside, checked_out_at is not null as out from visits.stop where person_id = $1 order by id desc limit 1`,
      [personId],
    )
  )[0]
const contactsOf = ({ personId }: Visited) =>
  asOwner<{ outcome: string; struck: boolean }>(
    site,
    `select outcome, struck_at is not null as struck from outreach.contact where person_id = $1 and channel = 'homeVisit' order by id`,
    [personId],
  )

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

const isWiped = (page: Page): Promise<boolean> =>
  page.evaluate<boolean>(
    `indexedDB.databases().then((all) => all.every(({ name }) => name !== 'lots-ficka') && localStorage.getItem('lots-ficka') === null)`,
  )

async function onPhone(name = 'Amina Lind', path = '/besok'): Promise<Page> {
  const page = await site.open(phone)
  await site.signIn(page, name, path)
  return page
}

async function write(page: Page, result: string, note: string): Promise<void> {
  await nextVisit(page).getByLabel(result, { exact: true }).check()
  await nextVisit(page).getByLabel('Anteckning').fill(note)
  await nextVisit(page).getByRole('button', { name: 'Spara och checka ut' }).click()
}

describe('a round', () => {
  it('is planned, its cards printed and delivered, and the first visit made in two taps', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/besok')
    await page.getByRole('link', { name: 'Planera en runda' }).click()
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Dag').fill(await workingDay())
    await page.getByLabel('Område', { exact: true }).selectOption({ label: 'Lövsta' })
    await page.getByLabel('Går också').selectOption({ label: 'Karin Ahlvik' })
    await page.getByLabel('Vakar').selectOption({ label: 'Erik Nyholm' })
    await page.getByRole('button', { name: 'Planera en runda' }).click()
    await page.waitForURL(/\/besok\/[\da-f-]{36}$/)
    const roundId = page.url().split('/').at(-1) ?? ''
    const youths = await someYouths(site, 2)
    for (const { name } of youths) {
      await page.getByLabel('Namn eller personnummer').fill(name)
      await page.getByRole('button', { name: 'Sök', exact: true }).click()
      await page.waitForLoadState()
      expect(await findings(page)).toEqual([])
      await page.getByLabel(`Markera ${name}`).check()
      await page.getByRole('button', { name: 'Lägg till i rundan' }).click()
      await page.waitForURL(/\/besok\/[\da-f-]{36}$/)
    }
    await page.getByRole('button', { name: 'Fördela tiderna jämnt' }).click()
    await page.waitForLoadState()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Skriv ut korten' }).click()])
    expect(download.suggestedFilename()).toBe('knackakort.pdf')
    await page.goto(`${site.address}/besok/${roundId}`)
    expect(await findings(page)).toEqual([])
    expect(await main(page)).toContain('Kortet är inte utlämnat')
    await page.getByRole('button', { name: 'Korten är utlämnade' }).click()
    await page.getByText('2 kort är noterade som utlämnade.').waitFor()

    await makeItToday(site, roundId)
    const telephone = await onPhone('Karin Ahlvik')
    await telephone.getByRole('link', { name: 'i dag' }).first().click()
    await nextVisit(telephone).getByRole('button', { name: 'Checka in' }).click()
    await telephone
      .getByText(/Incheckade \d\d:\d\d/)
      .first()
      .waitFor()
    await write(telephone, 'Inte hemma', 'Ingen öppnade')
    await telephone.getByText('Sparat. Ni är utcheckade.').waitFor()
    const made = (await Promise.all(youths.map(visitOf))).filter((one) => one?.result === 'notHome')
    expect(made).toMatchObject([{ note: 'Ingen öppnade', inside: true, out: true }])
  })

  const workingDay = async (): Promise<string> =>
    (
      await asOwner<{ day: string }>(
        site,
        `select d::date::text as day from generate_series(now() + interval '1 day', now() + interval '9 days', interval '1 day') d
         where extract(isodow from d) = 2 limit 1`,
      )
    )[0]?.day ?? ''
})

describe('the round in the pocket', () => {
  it('is walked with the network cut, and sent once when it is back', async () => {
    const { roundId, youths } = await aRoundToday(site, 2)
    const [first, second] = youths as [Visited, Visited]
    const page = await onPhone()
    await takeAlong(page, site.address, roundId)
    expect([await findings(page), await isWide(page)]).toEqual([[], false])

    await page.context().setOffline(true)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await page.getByText('Utan nät. 1 ändring väntar på att skickas.').waitFor()
    await write(page, 'Tackade nej', 'Vill bli ringd i januari')
    await page.getByText('Utan nät. 2 ändringar väntar på att skickas.').waitFor()
    expect(await nextVisit(page).innerText()).toContain(second.name)
    expect(await visitOf(first)).toMatchObject({ result: null, inside: false })

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
    expect(await visitOf(first)).toEqual({ result: 'declined', note: 'Vill bli ringd i januari', inside: true, out: true })
    expect(await contactsOf(first)).toEqual([{ outcome: 'declined', struck: false }])
    const changes = await asOwner(site, 'select from visits.change c join visits.stop s on s.id = c.stop_id where s.person_id = $1', [
      first.personId,
    ])
    expect(changes).toHaveLength(2)
  })

  it('opens without a network from any page of visits', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone()
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await page.goto(`${site.address}/besok/${roundId}/falt`).catch(() => null)
    await page.getByRole('heading', { name: 'Rundan är låst' }).waitFor()
  })

  it('shows what two telephones wrote differently, field by field, and loses nothing', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const [amina, karin] = [await onPhone('Amina Lind'), await onPhone('Karin Ahlvik')]
    for (const page of [amina, karin]) await takeAlong(page, site.address, roundId)
    await amina.context().setOffline(true)
    for (const page of [amina, karin]) await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await write(karin, 'Nådd', 'Karins ord')
    await expect.poll(async () => (await visitOf(youth))?.result).toBe('reached')
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
    await expect.poll(() => visitOf(youth)).toMatchObject({ result: 'someoneElse', note: 'Karins ord' })
    expect((await contactsOf(youth)).filter(({ struck }) => !struck)).toEqual([{ outcome: 'someoneElse', struck: false }])
  })

  it('is gone after five wrong codes', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone()
    await takeAlong(page, site.address, roundId)
    await page.getByRole('button', { name: 'Lås' }).click()
    for (const left of ['4 försök', '3 försök', '2 försök', 'Ett försök']) {
      await openPocket(page, '111112')
      await page.getByText(`Fel kod. ${left} kvar`).waitFor()
    }
    expect(await findings(page)).toEqual([])
    await openPocket(page, '111112')
    await page.getByText('Fem felaktiga koder: telefonen är tömd på rundan.').waitFor()
    expect(await isWiped(page)).toBe(true)
    await page.reload()
    await page.getByText('Det finns ingen runda på telefonen.').waitFor()
    expect(await findings(page)).toEqual([])
  })

  it('wants a code that is worth something', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone('Amina Lind', `/besok/${roundId}/falt`)
    const take = async (one: string, again: string) => {
      await page.getByLabel('Välj en kod').fill(one)
      await page.getByLabel('Skriv koden en gång till').fill(again)
      await page.getByRole('button', { name: 'Ta med rundan' }).click()
      return page.locator('[data-take-problem]').innerText()
    }
    expect(await take('12345', '12345')).toContain('minst sex siffror')
    expect(await take('123456', '123456')).toContain('minst sex siffror')
    expect(await take(code, `${code}1`)).toContain('inte lika')
    expect(await findings(page)).toEqual([])
    expect(await isWiped(page)).toBe(true)
  })

  it('is gone at the end of the day, open or locked, and the service worker sees to it too', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone()
    await page.clock.install()
    const lateToday = async () => {
      const [row] = await asOwner<{ ms: number }>(
        site,
        `select (extract(epoch from (on_day + time '23:59') at time zone 'Europe/Stockholm') * 1000)::float8 as ms from visits.round where round_id = $1`,
        [roundId],
      )
      await page.clock.setSystemTime(row?.ms ?? 0)
      await page.clock.runFor(31_000)
    }
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await lateToday()
    await page.getByText('Dagen är slut: telefonen är tömd på rundan.').waitFor()
    expect(await isWiped(page)).toBe(true)

    await page.context().setOffline(false)
    await page.clock.setSystemTime(Date.now())
    await takeAlong(page, site.address, roundId)
    await page.getByRole('button', { name: 'Lås' }).click()
    await lateToday()
    await page.getByText('Dagen är slut: telefonen är tömd på rundan.').waitFor()

    await page.clock.setSystemTime(Date.now())
    await takeAlong(page, site.address, roundId)
    await page.evaluate(`new Promise((resolve) => {
      const opening = indexedDB.open('lots-ficka')
      opening.onsuccess = () => {
        const store = opening.result.transaction('ficka', 'readwrite').objectStore('ficka')
        store.get('meta').onsuccess = ({ target }) => {
          store.put({ ...target.result, wipeAt: 1 }, 'meta').onsuccess = () => { opening.result.close(); resolve() }
        }
      }
    })`)
    await page.goto(`${site.address}/besok/ny`)
    expect(await page.evaluate<string[]>(`indexedDB.databases().then((all) => all.map(({ name }) => name))`)).not.toContain('lots-ficka')
  })

  it('goes with signing out, after a question when something is not sent', async () => {
    const { roundId } = await aRoundToday(site, 1)
    const page = await onPhone()
    await takeAlong(page, site.address, roundId)
    await page.context().setOffline(true)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await page.getByText('1 ändring väntar').waitFor()
    await page.route('**/synk', (route) => route.abort())
    await page.context().setOffline(false)
    const asked: string[] = []
    page.once('dialog', (dialog) => {
      asked.push(dialog.message())
      void dialog.dismiss()
    })
    await page.goto(`${site.address}/besok`)
    const signOut = async () => {
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'Logga ut' }).click()
    }
    await signOut()
    await expect.poll(() => asked).toEqual([expect.stringContaining('inte är skickade')])
    expect(await isWiped(page)).toBe(false)
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.waitForURL((url) => !url.pathname.startsWith('/besok'))
    await page.goto(`${site.address}/utloggad`)
    expect(await isWiped(page)).toBe(true)
  })

  it('keeps what was written when the sign-in has run out, and sends it after a new one', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const page = await onPhone()
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
    expect(await visitOf(youth)).toMatchObject({ inside: true })
  })

  it('loses a youth who was made protected, and itself when the round is closed, at the next contact', async () => {
    const { roundId, youths } = await aRoundToday(site, 2)
    const [first, second] = youths as [Visited, Visited]
    const page = await onPhone()
    await takeAlong(page, site.address, roundId)
    await asOwner(
      site,
      `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from) values ($1, true, false, current_date, 'prov', now())`,
      [first.personId],
    )
    await page.getByRole('button', { name: 'Skicka nu' }).click()
    await page.locator('main', { hasText: second.name }).waitFor()
    await expect.poll(() => main(page)).not.toContain(first.name)
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

describe('without script', () => {
  it('a visit is made with plain forms, and nothing is offered that needs more', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', `/besok/${roundId}/falt`)
    expect(await page.getByRole('button', { name: 'Ta med rundan' }).isVisible()).toBe(false)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await nextVisit(page).getByLabel('Nådd', { exact: true }).check()
    await nextVisit(page).getByRole('button', { name: 'Spara och checka ut' }).click()
    await page.getByText('Sparat. Ni är utcheckade.').waitFor()
    expect(await contactsOf(youth)).toEqual([{ outcome: 'reached', struck: false }])
    await page.goto(`${site.address}/besok/ficka`)
    expect(await main(page)).toContain('Öppna rundan när du har nät')
  })
})

describe('the third person', () => {
  it('has the alarm on the start page and answers it on the list', async () => {
    const { roundId } = await aRoundToday(site, 1)
    await asOwner(
      site,
      `update visits.stop set checked_in_at = now() - interval '50 minutes' where round_id = (select id from visits.round where round_id = $1)`,
      [roundId],
    )
    const page = await site.open()
    await site.signIn(page, 'Erik Nyholm')
    expect(await main(page)).toMatch(/Larm: hembesök utan utcheckning/)
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Till hembesök' }).first().click()
    await page.waitForURL(`${site.address}/besok`)
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Vad fick du veta?').first().fill('Ringde Amina, allt är bra')
    await page.getByRole('button', { name: 'Larmet är besvarat' }).first().click()
    await page.getByText('Larmet är besvarat.').waitFor()
  })
})

describe('every page of visits', () => {
  it.each([
    ['sv', 'light', 1280],
    ['en', 'dark', 390],
  ] as const)('has no fault in %s, %s, %i wide', async (lang, colorScheme, width) => {
    const { roundId } = await aRoundToday(site, 2)
    const page = await site.open({ colorScheme, viewport: { width, height: 844 } })
    await site.signIn(page, 'Amina Lind', '/besok')
    if (lang === 'en') {
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'English' }).click()
      await page.waitForLoadState()
    }
    const faults: string[] = []
    for (const path of ['', '/ny', `/${roundId}`, `/${roundId}/andra`, `/${roundId}/falt`, '/ficka']) {
      await page.goto(`${site.address}/besok${path}`)
      await page.locator('h1').waitFor()
      for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click()
      faults.push(...(await findings(page)).map((fault) => `${path}: ${fault}`), ...((await isWide(page)) ? [`${path}: wide`] : []))
    }
    expect(faults).toEqual([])
    if (lang === 'en') {
      await page.goto(`${site.address}/besok`)
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'Svenska' }).click()
      await page.waitForLoadState()
    }
  })

  it('asked nobody but the product and its sign-in, and no script complained', () => {
    expect(
      site.asked.filter((url) => !url.startsWith(site.address) && !url.startsWith(site.idp.issuer) && !/^(data|blob):/.test(url)),
    ).toEqual([])
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
