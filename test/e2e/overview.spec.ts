/** The read-only page in a real browser: Swedish, readable by everyone, without script, and closed to the outside. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { madeUpMunicipality, type NightFile } from '../../simulators/municipality/index.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { inTransaction, openPool, type Pool } from '../../src/platform/db/tx.ts'
import { listen, newSite } from '../../src/platform/http/site.ts'
import type { PlainDate } from '../../src/platform/plain-date.ts'
import { runNightly, type NightSource } from '../../src/slices/matching/index.ts'
import { addOverview, readOverview, type OverviewPlace } from '../../src/slices/overview/index.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import { aPlace, aPopulation, aPost, date, type TestPlace } from '../support/places.ts'

const lastNight = date('2026-11-20')
const municipality = madeUpMunicipality({ seed: 1, cohort: 20, firstNight: date('2026-11-05'), lastNight })
const protectedPosts = [
  aPost({ number: '200803142389', municipality: '2599', secrecy: 'J', given: 'Sekretess' }),
  aPost({ number: '200809022395', municipality: '2599', protectedRegistration: 'J', given: 'Skyddad' }),
]
const protectedFile: NightFile = {
  feed: 'population',
  kind: 'changes',
  source: 'skyddade',
  name: 'skyddade.xml',
  content: aPopulation(...protectedPosts),
}
const protectedStories = ['200803142389', '200809022395'].map((number) => ({ number, title: 'Ska inte visas', text: 'Hemligheten' }))
const stories = [...municipality.story, ...protectedStories]

const chromiumFlags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'
const folder = mkdtempSync(join(tmpdir(), 'lots-page-'))

let owner: TestPlace
let place: OverviewPlace
let pool: Pool
let server: Awaited<ReturnType<typeof listen>>
let browser: Browser
let address: string
const asked: string[] = []

function sourceOf(on: PlainDate, { feed, kind, source, name, content }: NightFile): NightSource {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on, files: [path] }) }
}

/** The first nights of the made-up municipality, with two protected persons who came the first of them. */
async function runNights(): Promise<void> {
  const code = parseMunicipalityCode(municipality.code)
  if (code === null) throw new Error('the made-up municipality has a well-formed code')
  owner = await aPlace()
  pool = (await owner.installation.setUp(code, municipality.name)).pool
  place = { code, name: municipality.name, pool }
  await inTransaction(pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'prov')
  })
  let ran = 0
  for (const { on, files } of municipality.nights) {
    if (++ran > 3) break
    const sources = (ran === 1 ? [...files, protectedFile] : files).map((file) => sourceOf(on, file))
    expect((await runNightly({ code, pool }, sources, on, () => {})).state).toMatch(/done|exceptions/)
  }
}

beforeAll(async () => {
  await runNights()
  const site = newSite()
  addOverview(site, () => readOverview(place, stories, lastNight))
  server = await listen(site, 0)
  address = `http://localhost:${server.port}/`
  browser = await chromium.launch({
    executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
    args: chromiumFlags.split(' '),
    headless: true,
  })
})

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await owner?.installation.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  place = { ...place, pool }
})

/** A fresh browser window; what it asks for is remembered for the last test. */
async function open(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'sv-SE', ...options })).newPage()
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(address + path)
  return page
}

async function openAllDetails(page: Page): Promise<void> {
  for (const summary of await page.locator('summary').all()) await summary.click()
  expect(await page.locator('details:not([open])').count()).toBe(0)
}

const sized = (width: number) => ({ viewport: { width, height: 844 } })

type Findings = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }

async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate<Findings>('axe.run(document)')
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}

describe('the page', () => {
  it('has its title and headings in Swedish', async () => {
    const page = await open()
    expect(await page.title()).toBe('Nattens samkörning – Ungdomslots')
    expect(await page.locator('html').getAttribute('lang')).toBe('sv')
    expect(await page.locator('h1').allTextContents()).toEqual(['Nattens samkörning'])
    const headings = await page.locator('h2').allTextContents()
    expect(headings.map((text) => text.replace(/\d[\d\s]*/, 'N'))).toEqual([
      'Kom in: N',
      'Lämnade: N',
      'Källor',
      'Senaste körningarna',
      'Varför står de på listan, eller inte?',
    ])
    expect(await page.locator('article h3').count()).toBe(5)
    expect(await page.locator('header').textContent()).toContain('Lövsta kommun')
    expect(await page.locator('body').innerText()).not.toMatch(/undefined|null|NaN|\[object|nothing-new|\bexceptions\b/)
  })

  it('says of every youth the same as the register does, with each line of the rule', async () => {
    const page = await open()
    await openAllDetails(page)
    const { report, stories: explained } = await readOverview(place, stories, lastNight)
    expect(await page.locator('.figures dd').first().textContent()).toBe(String(report?.covered))
    const tags = await page.locator('article .tag').allTextContents()
    expect(tags.map((tag) => tag === 'Omfattas')).toEqual(explained.map(({ explanation }) => explanation.covered))
    for (const card of await page.locator('article').all()) expect(await card.locator('.chain > li').count()).toBe(9)
  })

  it('never shows a protected person, whatever the protection', async () => {
    const { stories: explained } = await readOverview(place, stories, lastNight)
    expect(explained.map(({ number }) => number)).toEqual(municipality.story.map(({ number }) => number))
    const html = await (await open()).content()
    expect(html).not.toMatch(/Ska inte visas|Hemligheten|Sekretess|Skyddad|200803142389|200809022395/)
  })

  it('has no identity number in its title or in any address', async () => {
    const page = await open()
    const links = (await page.content()).match(/\b(?:href|src|action|id)="[^"]*"/g) ?? []
    expect(links.length).toBeGreaterThan(0)
    expect([page.url(), await page.title(), ...links].join(' ')).not.toMatch(/\d{6}/)
  })
})

describe('the page for everyone', () => {
  const looks = (['light', 'dark'] as const).flatMap((colorScheme) => [1280, 390].map((width) => ({ colorScheme, ...sized(width) })))
  it.each(looks)('has nothing that axe finds, $colorScheme, $viewport.width wide, closed and open', async (look) => {
    const page = await open(look)
    expect(await findings(page)).toEqual([])
    await openAllDetails(page)
    expect(await findings(page)).toEqual([])
  })

  it('does not scroll sideways on a phone, nor when enlarged four times', async () => {
    for (const width of [390, 320]) {
      const page = await open(sized(width))
      await openAllDetails(page)
      expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    }
  })

  it('can be used with the keyboard alone', async () => {
    const page = await open()
    const focused = (): Promise<string> => page.evaluate<string>('document.activeElement.textContent.trim()')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Hoppa till innehållet')
    expect(await page.locator('.skip').isVisible()).toBe(true)
    expect((await page.locator('.skip').boundingBox())?.x).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Enter')
    expect(await page.evaluate<string>('document.activeElement.id')).toBe('main')
    for (let presses = 0; presses < 5 && !(await focused()).startsWith('Varför finns'); presses++) await page.keyboard.press('Tab')
    expect(await focused()).toMatch(/^Varför finns \S+ (inte )?här\?$/)
    expect(await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle')).not.toBe('none')
    await page.keyboard.press('Enter')
    expect(await page.locator('details').first().getAttribute('open')).toBe('')
    expect(await page.locator('details .chain').first().isVisible()).toBe(true)
  })

  it('works without script, and has none', async () => {
    const page = await open({ javaScriptEnabled: false })
    expect(await page.locator('script, [onclick], [onload]').count()).toBe(0)
    expect(await page.locator('h1').textContent()).toBe('Nattens samkörning')
    await page.locator('summary').first().click()
    expect(await page.locator('details .chain').first().isVisible()).toBe(true)
  })
})

describe('the server', () => {
  it('sends the security headers with every answer, and lets no page be stored', async () => {
    for (const path of ['', 'finns-inte', 'assets/lots.css']) {
      const { headers } = await fetch(address + path)
      const policy = headers.get('content-security-policy') ?? ''
      expect(policy).toMatch(/default-src 'none'/)
      expect(policy).toMatch(/frame-ancestors 'none'/)
      expect(policy).not.toMatch(/unsafe|https?:|\*/)
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('set-cookie')).toBeNull()
      if (!path.startsWith('assets')) expect(headers.get('cache-control')).toBe('no-store')
    }
  })

  it('says in Swedish what to do when there is no such page', async () => {
    const page = await (await browser.newContext()).newPage()
    expect((await page.goto(`${address}finns-inte`))?.status()).toBe(404)
    expect(await page.title()).toBe('Sidan finns inte – Ungdomslots')
    expect(await page.locator('main').innerText()).toContain('Kontrollera adressen')
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Till startsidan' }).click()
    expect(await page.locator('h1').textContent()).toBe('Nattens samkörning')
  })

  it('shows a kind page and nothing of the error when the database does not answer', async () => {
    const nowhere = openPool('postgres://lots:hemligt@127.0.0.1:1/lots')
    place = { ...place, pool: nowhere }
    const page = await (await browser.newContext()).newPage()
    const response = await page.goto(address)
    expect([response?.status(), response?.headers()['cache-control']]).toEqual([500, 'no-store'])
    expect(response?.headers()['content-security-policy']).toMatch(/default-src 'none'/)
    expect(await page.title()).toBe('Något gick fel – Ungdomslots')
    expect(await page.locator('main').innerText()).toContain('Vänta en stund')
    expect(await page.content()).not.toMatch(/ECONNREFUSED|hemligt|127\.0\.0\.1|\bat |Error/)
    expect(await findings(page)).toEqual([])
    await nowhere.end()
  })

  it('is the only one that the page asks for anything', async () => {
    await open()
    expect(asked.filter((url) => url.endsWith('/assets/lots.css'))).not.toEqual([])
    expect(asked.filter((url) => !url.startsWith(address))).toEqual([])
  })
})
