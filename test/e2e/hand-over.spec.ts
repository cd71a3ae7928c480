/** A youth who moves is handed to another municipality of the installation, and one who turns 20 to nobody: without script, by keyboard, and with axe. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import { signIn } from '../../src/slices/access/index.ts'
import { runFeed } from '../../src/slices/matching/index.ts'
import type { Municipality } from '../../src/slices/tenancy/index.ts'
import { tendTransfers } from '../../src/slices/transfers/index.ts'
import { aNumber } from '../support/feed-files.ts'
import { aFile, aPopulation, aPost } from '../support/places.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let kiruna: Municipality

const today = todayInSweden()
const inDays = (days: number): string => dateOf(plusDays(dayOf(today), days))
const mover = aNumber('20090314')
/** Turns 20 in three days. */
const bornOn = inDays(3).replace(/^\d{4}/, (year) => String(Number(year) - 20))
const turns20 = aNumber(bornOn.replaceAll('-', ''))
const moved = (from: string): string =>
  aPost({ number: mover, given: 'Mia', municipality: '2584', on: inDays(-20), history: [['2009-03-14', from]] })

const feed = async ({ code, pool }: Municipality, ...posts: readonly string[]): Promise<void> => {
  const files = [aFile('flyttare.xml', aPopulation(...posts))]
  await runFeed({ code, pool }, { feed: 'population', source: 'flyttare', kind: 'changes', on: today, files }, () => {})
}

beforeAll(async () => {
  site = await aDemoSite()
  const code = parseMunicipalityCode('2584')
  if (code === null) throw new Error('2584 is a municipality')
  kiruna = await site.installation.setUp(code, 'Kiruna')
  await feed(
    site.place,
    aPost({ number: mover, given: 'Mia', municipality: '2599' }),
    aPost({ number: turns20, given: 'Tova', municipality: '2599' }),
  )
  await feed(site.place, moved('2599'))
  await feed(kiruna, moved('2599'))
  await inTransaction(site.place.pool, (tx) =>
    tx.query(
      `insert into outreach.way (person_id, kind, value, source, found_on, found_by) select person_id, 'phone', '+46701740633', 'youth', $2, 'Prov'
       from worklist.youth where number = $1`,
      [mover, inDays(-60)],
    ),
  )
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const noScript = { javaScriptEnabled: false } as const
const inMain = (page: Page): Promise<string> => page.locator('main').innerText()

/** What the worker does by itself, for both municipalities. */
async function tick(): Promise<void> {
  const places = [site.place, kiruna]
  const placeOf = (code: string) => Promise.resolve(places.find((one) => one.code === code) ?? null)
  for (let nth = 0; nth < 2; nth += 1) for (const place of places) await tendTransfers(place, placeOf, new Date())
}

/** Somebody who is signed in in Kiruna, which the demo's sign-in knows nothing of. */
async function inKiruna(page: Page, path: string): Promise<void> {
  const said = { issuer: 'prov', subject: 'kiruna', name: 'Kim Prov', roles: ['coordinator'] as const, unit: null, acr: null, idToken: 'x' }
  const token = await signIn(kiruna.pool, { ...said, authenticatedAt: Date.now() })
  if (!token.granted) throw new Error(`nobody was let in: ${token.reason}`)
  const cookie = {
    name: '__Host-lots',
    value: `2584.${token.value}`,
    url: site.address.replace('http:', 'https:'),
    secure: true,
    httpOnly: true,
  }
  await page.context().addCookies([{ ...cookie, sameSite: 'Lax' }])
  await page.goto(`${site.address}${path}`)
}

/** Goes by the keyboard to what has the text, and presses the key on it. */
async function pressOn(page: Page, text: string, key: string): Promise<void> {
  for (let nth = 0; nth < 80; nth += 1) {
    await page.keyboard.press('Tab')
    const at = await page.evaluate<string>(
      `(() => { const one = document.activeElement; return (one.labels?.[0] ?? one).textContent.trim() })()`,
    )
    if (at.includes(text)) return page.keyboard.press(key)
  }
  throw new Error(`nothing that the keyboard reaches says ${text}`)
}

describe('a youth who has moved', () => {
  it('stands on the desk by the register’s own move, and is offered without script', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/overflytt')
    const row = page.locator('tr', { hasText: 'Mia' })
    expect(await row.innerText()).toMatch(/Kiruna \(2584\)[^]*inte erbjudet/)
    await row.getByRole('link').click()
    expect(await inMain(page)).toMatch(/Det här följer med[^]*\+46701740633[^]*Det här följer aldrig med/)
    await page.getByText('Erbjud kommunen', { exact: true }).click()
    await page.getByRole('button', { name: 'Ja, erbjud' }).click()
    await tick()
    await page.reload()
    expect(await inMain(page)).toMatch(/väntar på svar[^]*svar senast/)
  })

  it('is somebody, not more, to the receiver; accepted by keyboard hen is seen, with exactly what may follow', async () => {
    const page = await site.open()
    await bringAxe(page)
    await inKiruna(page, '/overflytt')
    expect(await inMain(page)).toContain('Någon som har flyttat hit')
    expect(await page.content()).not.toMatch(/Mia|46701740633/)
    await pressOn(page, 'Någon som har flyttat hit', 'Enter')
    await page.waitForURL(/overflytt\/hit/)
    expect(await page.content()).not.toMatch(/Mia|46701740633/)
    expect(await findings(page)).toEqual([])
    await pressOn(page, 'Godta', 'Enter')
    await pressOn(page, 'Ja, godta', 'Enter')
    await page.getByText('Ni har godtagit').waitFor()
    await tick()
    await page.reload()
    expect(await inMain(page)).toMatch(/Mia Provsson[^]*\+46701740633/)
    await pressOn(page, '+46701740633', 'Space')
    await pressOn(page, 'Lägg in i registret', 'Enter')
    await page.getByText('Inlagt i registret: 1.').waitFor()
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 })
      expect(await findings(page)).toEqual([])
      expect(await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')).toBe(false)
    }
    await page.getByRole('link', { name: 'Till ungdomens sida' }).click()
    expect(await inMain(page)).toContain('070-174 06 33')
  })

  it('is handed over, for the one who offered', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/overflytt')
    const sent = page.locator('tr', { hasText: 'Mia' })
    expect(await sent.count()).toBe(1)
    expect(await sent.innerText()).toContain('skickat')
  })
})

describe('a youth who turns 20', () => {
  it('wants somebody to take over, nobody does, and that is said: without script', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/fyller-20')
    await page.locator('.card', { hasText: 'Inom 7 dagar' }).getByRole('link', { name: /Tova/ }).click()
    await page.getByLabel('Ja', { exact: true }).check()
    await page.getByRole('button', { name: 'Spara svaret' }).click()
    await page.locator('[name=receiver]').fill('Vuxenenheten')
    await page.getByLabel('Med ungdomens samtycke').check()
    await page.getByRole('button', { name: 'Spara att den är tillfrågad' }).click()
    expect(await inMain(page)).toMatch(/Det finns inget samtycke/)
    await page.getByLabel(/Inte alls: frågan ställdes utan att säga vem/).check()
    await page.getByRole('button', { name: 'Spara att den är tillfrågad' }).click()
    await page.getByRole('button', { name: 'Tar inte över', exact: true }).click()
    await page.getByLabel('Ingen tog över').check()
    await page.getByRole('button', { name: 'Spara hur det slutade' }).click()
    expect(await inMain(page)).toMatch(/Ingen tog över, \d+ \p{L}+ \d{4}\./u)
    await page.goto(`${site.address}/fyller-20`)
    expect(await inMain(page)).toMatch(/Ingen tog över\s+1[^]*Klara[^]*Tova/)
  })
})
