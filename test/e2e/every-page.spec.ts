/** Every page there is, in both languages, both themes, wide and narrow: nothing that axe finds, nothing that scrolls sideways, no script that complains. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { ownWords } from '../../src/slices/ownplan/own-words.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'
import { linkedAddresses } from './linked-places.ts'
import { passOf } from './own-plan-steps.ts'
import { amina, fillIn, inProcess, jonas, sara, type RealPlaces } from './real-places.ts'

let site: DemoSite
let places: RealPlaces
/** By whom, and where. */
let addresses: ReadonlyMap<string, ReadonlyMap<DeclaredRoute, string>>

beforeAll(async () => {
  site = await aDemoSite()
  places = await fillIn(site)
  const { ids, protectedId } = places
  const { declared } = site.product.pages
  const protectedIds = new Map([...ids, ['/ungdomar/', protectedId]])
  addresses = new Map([
    [amina.name, await linkedAddresses(await inProcess(site, amina), declared, ids)],
    [jonas.name, await linkedAddresses(await inProcess(site, jonas), declared, ids)],
    [sara.name, await linkedAddresses(await inProcess(site, sara), declared, protectedIds)],
  ])
}, 180_000)
afterAll(() => site.close())

/** What is no page: what it is instead. */
const otherTypes: Readonly<Record<string, string>> = {
  '/api/:code/v1/openapi.json': 'application/json; charset=utf-8',
  '/kalender/:code/:token{[\\w-]{32}\\.ics}': 'text/calendar; charset=utf-8',
  '/besok/ficka/nyckel': 'application/json; charset=utf-8',
  '/kodning/egen.json': 'application/json',
  '/utskick/:id{[0-9a-f]{8}-[0-9a-f-]{27}}/prov/:nth': 'application/pdf',
  '/utskick/mallar/:key/:lang/prov': 'application/pdf',
}

/** Pages that are there for a moment only, and where they are looked at instead. */
const exceptions: Readonly<Record<string, string>> = {
  '/api/:code/v1/notices': 'asked by programs with a token: src/slices/notices/api.page.test.ts',
  '/api/:code/v1/notices/:receipt': 'asked by programs with a token: src/slices/notices/api.page.test.ts',
  '/fortsatt/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}': 'what was typed when a sign-in ended: test/scenario/sign-in.test.ts',
}

/** Views of a page that differ more than by whom they show. */
const moreOf: Readonly<Record<string, readonly string[]>> = {
  '/ungdomar': [
    '?visa=filter',
    '?ansvarig=jag&lista=vantar-pa-oss',
    '?lista=saknar-nummer',
    '?lage=pagaende',
    '?lage=bevakas',
    '?lage=avslutade',
  ],
  '/ungdomar/:id{[0-9a-f-]+}/kontakter': ['?snabb=1&vy=', '?kanal=homeVisit'],
  '/ungdomar/:id{[0-9a-f-]+}/atgarder/ny': ['?insats=guidance', '?insats=youthEmployment'],
  '/planer': ['?vilka=alla&visa=forsenade', '?vilka=alla&visa=flyttade', '?vilka=alla&visa=ej-kvitterade', '?vilka=alla&visa=utan-plan'],
  '/sysselsattning': ['?visa=utgangna', '?visa=bevakade'],
  '/kodning/visa': ['?konvention=skaraborg'],
  '/utskick/ny': ['?steg=brev'],
  '/anmalningar': ['?flik=godtagna', '?flik=avslutade', '?flik=atertagna'],
  '/anmalan/:code': ['?sprak=en'],
  '/anmalan/:code/:token{[\\w-]{43}}': ['?slag=start', '?slag=end&sprak=en', '?slag=absence'],
  '/plan/:code/:token': ['?steg=kod', '?steg=kod&sprak=ar'],
  '/svar/:code/:reply': ['?svar=callMe', '?svar=studying&sprak=ar', '?svar=notNow', '?tack=callMe'],
}

type Screen = { readonly colorScheme: 'light' | 'dark'; readonly width: number }
const desk: Screen = { colorScheme: 'light', width: 1280 }
const phone: Screen = { colorScheme: 'dark', width: 390 }

/** In each language a page is loaded on one screen, and looked through on both. */
const looks = [
  { lang: 'sv', first: desk, other: phone },
  { lang: 'en', first: phone, other: desk },
] as const
type Look = (typeof looks)[number]

/** The language is the person's own: it is the same in all their windows. */
async function choose(page: Page, lang: Look['lang']): Promise<void> {
  await page.goto(`${site.address}/handbok`)
  if ((await page.locator('html').getAttribute('lang')) === lang) return
  await page.locator('details.own summary').click()
  await page.getByRole('button', { name: lang === 'en' ? 'English' : 'Svenska' }).click()
  await page.waitForLoadState()
  expect(await page.locator('html').getAttribute('lang')).toBe(lang)
}

/** Every part of the page that is folded, unfolded. */
const unfold = `document.querySelectorAll('main details').forEach((one) => { one.open = true })`

const windowOf = ({ colorScheme, width }: Screen) => ({ colorScheme, viewport: { width, height: 900 } })

async function isTooWide(page: Page, address: string): Promise<string[]> {
  const [width, seen] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  return width > seen ? [`${address}: ${width} wide in ${seen}`] : []
}

/** The same page on another screen: as wide, and as light or dark, as that one is. */
async function turnTo(page: Page, { colorScheme, width }: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 900 })
}

/** Loads a page in a window of the first screen, and looks at it on both. */
async function faultsOn(page: Page, address: string, { first, other }: Pick<Look, 'first' | 'other'>): Promise<string[]> {
  const response = await page.goto(site.address + address)
  const status = response?.status() ?? 0
  if (status !== 200) return [`${address}: ${status}`]
  await page.evaluate(unfold)
  const faults: string[] = []
  for (const screen of [other, first]) {
    await turnTo(page, screen)
    faults.push(...(await findings(page)).map((fault) => `${address}, ${screen.width} wide: ${fault}`), ...(await isTooWide(page, address)))
  }
  return faults
}

/** A file, or what a program reads: it is there, and it is what it says. */
async function faultsOfFile(page: Page, address: string, type: string): Promise<string[]> {
  const response = await page.request.get(site.address + address)
  const told = `${response.status()} ${response.headers()['content-type']}`
  return told === `200 ${type}` ? [] : [`${address}: ${told}`]
}

const people = [
  { name: amina.name, own: (route: DeclaredRoute) => !/^(?:organisation|settings|protected)\.|^rules|^client$/.test(route.permit) },
  { name: jonas.name, own: (route: DeclaredRoute) => /^(?:organisation|settings|rules|log)\./.test(route.permit) },
  { name: sara.name, own: (route: DeclaredRoute) => route.permit === 'protected.read' },
]
type Somebody = (typeof people)[number]

const lookedAt = new Set<string>()

/** Looks at a route and its views. What a role may not open says so; that page is looked at once, below. */
async function faultsOfRoute(page: Page, { path }: DeclaredRoute, address: string, look: Look): Promise<string[]> {
  const type = otherTypes[path]
  const faults = type === undefined ? await faultsOn(page, address, look) : await faultsOfFile(page, address, type)
  if (faults.length === 1 && faults[0]?.endsWith(': 403') === true) return []
  lookedAt.add(path)
  const more = [...(moreOf[path] ?? []).map((query) => address + query), ...(places.also[path] ?? [])]
  for (const one of more) faults.push(...(await faultsOn(page, one, look)))
  return faults
}

/** What is wrong on the pages that are somebody's own. Two windows share them: one draws while the other waits. */
async function faultsSeenBy({ name, own }: Somebody, look: Look): Promise<string[]> {
  const left = [...(addresses.get(name) ?? [])].filter(([route]) => own(route))
  const faults: string[] = []
  const work = async (): Promise<void> => {
    const page = await site.open(windowOf(look.first))
    await bringAxe(page)
    await site.signIn(page, name)
    await choose(page, look.lang)
    for (let next = left.shift(); next !== undefined; next = left.shift()) faults.push(...(await faultsOfRoute(page, ...next, look)))
    await page.context().close()
  }
  await Promise.all([work(), work()])
  return faults
}

describe('every page', () => {
  it.each(people.flatMap((person) => looks.map((look) => ({ ...person, ...look }))))(
    'of $name has no fault, in $lang, $first.colorScheme',
    async ({ name, own, ...look }) => {
      expect(await faultsSeenBy({ name, own }, look)).toEqual([])
    },
    400_000,
  )

  it('of a youth’s own has no fault behind its code either, on any screen and from right to left', async () => {
    const pass = await passOf(site, places.ownLink)
    for (const look of looks) {
      const page = await site.open(windowOf(look.first))
      await page.context().addCookies([{ ...pass, domain: 'localhost', path: '/plan', secure: true, httpOnly: true, sameSite: 'Strict' }])
      for (const query of ['', '?sprak=ar']) expect(await faultsOn(page, places.ownLink + query, look)).toEqual([])
      expect(await page.locator('h1').innerText()).toBe(ownWords.ar.plan.title)
    }
  })

  it('has been looked at by somebody, but for those that are named with a reason', () => {
    const declared = site.product.pages.declared.filter(({ method }) => method === 'GET').map(({ path }) => path)
    expect(declared.filter((path) => !lookedAt.has(path)).toSorted()).toEqual(Object.keys(exceptions).toSorted())
  })

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
