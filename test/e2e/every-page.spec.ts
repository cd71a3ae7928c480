/** Every page there is, in both languages and both themes: nothing that axe finds, nothing that scrolls sideways, no script that complains. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let ids: ReadonlyMap<string, string>
beforeAll(async () => {
  site = await aDemoSite()
  ids = await realIds()
}, 120_000)
afterAll(() => site.close())

/** Something real for each kind of place in an address, by what comes before it. */
const idQueries: Readonly<Record<string, string>> = {
  '/ungdomar/': `select subject_id::text as id from worklist.seen(null, false) where until_on > current_date order by from_on desc limit 1`,
  '/korningar/': 'select max(id)::text as id from matching.run',
  '/kallor/lasning/': 'select max(id)::text as id from feeds.read',
  '/kallor/': `select source as id from feeds.read limit 1`,
  '/kallor/undantag/': 'select max(id)::text as id from feeds.exception where closed_at is null',
  '/organisation/enheter/': 'select max(id)::text as id from organisation.unit',
  '/organisation/omraden/': 'select max(id)::text as id from organisation.district',
  '/organisation/medarbetare/': 'select min(id::text) as id from access.staff',
  '/besok/': `select round_id::text as id from visits.round order by id desc limit 1`,
  '/handbok/': `select '04-natten' as id`,
}

async function realIds(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  await inTransaction(site.place.pool, async (tx) => {
    for (const [prefix, sql] of Object.entries(idQueries)) {
      const [row] = await tx.query<{ id: string | null }>(sql)
      if (row?.id !== undefined && row.id !== null) found.set(prefix, row.id)
    }
  })
  return found
}

/** The route's address with something real in it; null when there is nothing of the kind yet. */
function addressOf({ path }: DeclaredRoute): string | null {
  let address = ''
  for (const part of path.split(/(:\w+(?:\{(?:[^{}]|\{[^{}]*\})*\})?)/)) {
    const id = part.startsWith(':') ? ids.get(address) : part
    if (id === undefined) return null
    address += part.startsWith(':') ? encodeURIComponent(id) : id
  }
  return address
}

const languages = ['sv', 'en'] as const

async function choose(page: Page, lang: (typeof languages)[number]): Promise<void> {
  await page.goto(`${site.address}/handbok`)
  if ((await page.locator('html').getAttribute('lang')) === lang) return
  await page.locator('details.own summary').click()
  await page.getByRole('button', { name: lang === 'en' ? 'English' : 'Svenska' }).click()
  await page.waitForLoadState()
  expect(await page.locator('html').getAttribute('lang')).toBe(lang)
}

const openDetails = async (page: Page): Promise<void> => {
  for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click()
}

async function faultsOn(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(site.address + address)
  const status = response?.status() ?? 0
  if (status !== 200) return [`${address}: ${status}`]
  await openDetails(page)
  const faults = (await findings(page)).map((fault) => `${address}: ${fault}`)
  const [width, seen] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  return width > seen ? [...faults, `${address}: ${width} wide in ${seen}`] : faults
}

const people = [
  { name: 'Amina Lind', own: (route: DeclaredRoute) => route.permit !== 'organisation.edit' },
  { name: 'Jonas Ekdal', own: (route: DeclaredRoute) => /^(organisation|settings|rules|log)\./.test(route.permit) },
]
const looks = languages.flatMap((lang) => [
  { lang, colorScheme: 'light' as const, width: 1280 },
  { lang, colorScheme: 'dark' as const, width: 390 },
])

describe('every page', () => {
  it.each(people.flatMap((person) => looks.map((look) => ({ ...person, ...look }))))(
    'of $name has no fault, in $lang, $colorScheme, $width wide',
    async ({ name, own, lang, colorScheme, width }) => {
      const page = await site.open({ colorScheme, viewport: { width, height: 900 } })
      await site.signIn(page, name)
      await choose(page, lang)
      const addresses = site.product.pages.declared
        .filter((route) => route.method === 'GET' && own(route))
        .flatMap((route) => addressOf(route) ?? [])
      const faults: string[] = []
      let visited = 0
      for (const address of addresses) {
        const found = await faultsOn(page, address)
        // What a role may not open says so; that page is looked at once, below.
        if (found.length === 1 && /: (403|404|303)$/.test(found[0] ?? '')) continue
        visited++
        faults.push(...found)
      }
      expect(faults).toEqual([])
      expect(visited).toBeGreaterThan(4)
      await choose(page, 'sv')
      await page.context().close()
    },
    180_000,
  )

  it('before sign-in, denied, missing and signed out has no fault either', async () => {
    const page = await site.open()
    for (const address of ['/logga-in', '/utloggad', '/logga-in/svar?code=x']) {
      await page.goto(site.address + address)
      expect(await findings(page), address).toEqual([])
    }
    await site.signIn(page, 'Erik Nyholm')
    for (const address of ['/kallor', '/finns-inte']) {
      await page.goto(site.address + address)
      expect(await findings(page), address).toEqual([])
    }
  })

  it('made no script complain', () => {
    // The browser itself writes a line for each answer that is not 2xx.
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
