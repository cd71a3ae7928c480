/** The walk over pages: in both languages, both themes, wide and narrow. What axe finds, what scrolls sideways, and which pages nobody has looked at. */
import { expect } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { DeclaredRoute } from '../../src/slices/access/index.ts'
import { bringAxe, findings, type DemoSite } from './demo-site.ts'

type Screen = { readonly colorScheme: 'light' | 'dark'; readonly width: number }
const desk: Screen = { colorScheme: 'light', width: 1280 }
const phone: Screen = { colorScheme: 'dark', width: 390 }

/** In each language a page is loaded on one screen, and looked through on both. */
export const looks = [
  { lang: 'sv', first: desk, other: phone },
  { lang: 'en', first: phone, other: desk },
] as const
export type Look = (typeof looks)[number]

/** Whose pages, and which of them. What is one person's alone is not looked at again by another. */
export type Somebody = { readonly name: string; readonly own: (route: DeclaredRoute) => boolean }

export type Walk = {
  readonly site: DemoSite
  /** A page that everybody on the walk may open: there they sign in, and choose their language. */
  readonly home: string
  /** By whom, and where. */
  readonly addresses: ReadonlyMap<string, ReadonlyMap<DeclaredRoute, string>>
  /** What is no page: what it is instead. */
  readonly otherTypes: Readonly<Record<string, string>>
  /** More addresses of a route: views that differ more than by whom they show. */
  readonly more: (route: DeclaredRoute, address: string, name: string) => readonly string[]
  /** The routes that somebody has looked at so far. */
  readonly lookedAt: Set<string>
}

/** Whether a page is of the sealed module: followup-pages.spec.ts looks at those, every-page.spec.ts at all others. */
export const isOfModule = ({ path }: DeclaredRoute): boolean => /^\/uppfoljning(?:\/|$)/.test(path)

/** Declared pages that nobody has looked at. */
export const missedBy = ({ site, lookedAt }: Walk, isOwn: (route: DeclaredRoute) => boolean): string[] =>
  site.product.pages.declared
    .filter((route) => route.method === 'GET' && isOwn(route) && !lookedAt.has(route.path))
    .map(({ path }) => path)
    .toSorted()

/** The language is the person's own: it is the same in all their windows. */
export async function choose(page: Page, lang: Look['lang']): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === lang) return
  await page.locator('details.own summary').click()
  await page.getByRole('button', { name: lang === 'en' ? 'English' : 'Svenska' }).click()
  await page.waitForLoadState()
  expect(await page.locator('html').getAttribute('lang')).toBe(lang)
}

/** Every part of the page that is folded, unfolded. */
const unfold = `document.querySelectorAll('main details').forEach((one) => { one.open = true })`

/** A window as wide, and as light or dark, as the look's first screen. */
export const windowOf = ({ first: { colorScheme, width } }: Pick<Look, 'first'>): BrowserContextOptions => ({
  colorScheme,
  viewport: { width, height: 900 },
})

async function isTooWide(page: Page, address: string): Promise<string[]> {
  const [width, seen] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]')
  return width > seen ? [`${address}: ${width} wide in ${seen}`] : []
}

/** The same page on another screen: as wide, and as light or dark, as that one is. */
async function turnTo(page: Page, { colorScheme, width }: Screen): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.setViewportSize({ width, height: 900 })
}

/**
 * Loads a page in a window of the first screen, and looks at it on both. Its colours are looked at on the first: they do not depend on the language,
 * so the light ones are seen in Swedish and the dark ones in English, and nothing is left unseen.
 */
export async function faultsOn(site: DemoSite, page: Page, address: string, { first, other }: Look): Promise<string[]> {
  const response = await page.goto(site.address + address)
  const status = response?.status() ?? 0
  if (status !== 200) return [`${address}: ${status}`]
  await page.evaluate(unfold)
  const faults: string[] = []
  for (const screen of [other, first]) {
    await turnTo(page, screen)
    const found = await findings(page, { withColours: screen === first })
    faults.push(...found.map((fault) => `${address}, ${screen.width} wide: ${fault}`), ...(await isTooWide(page, address)))
  }
  return faults
}

/** A file, or what a program reads: it is there, and it is what it says. */
async function faultsOfFile(site: DemoSite, page: Page, address: string, type: string): Promise<string[]> {
  const response = await page.request.get(site.address + address)
  const told = `${response.status()} ${response.headers()['content-type']}`
  return told === `200 ${type}` ? [] : [`${address}: ${told}`]
}

type Visited = { readonly page: Page; readonly name: string; readonly look: Look }

/** Looks at a route and its views. What a role may not open says so; that page is looked at once, by itself. */
async function faultsOfRoute(walk: Walk, { page, name, look }: Visited, route: DeclaredRoute, address: string): Promise<string[]> {
  const { site, otherTypes, more, lookedAt } = walk
  const type = otherTypes[route.path]
  const faults = type === undefined ? await faultsOn(site, page, address, look) : await faultsOfFile(site, page, address, type)
  if (faults.length === 1 && faults[0]?.endsWith(': 403') === true) return []
  lookedAt.add(route.path)
  for (const one of more(route, address, name)) faults.push(...(await faultsOn(site, page, one, look)))
  return faults
}

/** What is wrong on the pages that are somebody's own. Two windows share them: one draws while the other waits. */
export async function faultsSeenBy(walk: Walk, { name, own }: Somebody, look: Look): Promise<string[]> {
  const left = [...(walk.addresses.get(name) ?? [])].filter(([route]) => own(route))
  const faults: string[] = []
  const work = async (): Promise<void> => {
    const page = await walk.site.open(windowOf(look))
    await bringAxe(page)
    await walk.site.signIn(page, name, walk.home)
    await choose(page, look.lang)
    for (let next = left.shift(); next !== undefined; next = left.shift())
      faults.push(...(await faultsOfRoute(walk, { page, name, look }, ...next)))
    await page.context().close()
  }
  await Promise.all([work(), work()])
  return faults
}
