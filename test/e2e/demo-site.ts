/** The product as in the demo, for journeys in a real browser: a few nights of the made-up municipality, and its sign-in. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Hono } from 'hono'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { startIdp, type Idp } from '../../simulators/idp/index.ts'
import { madeUpMunicipality, type MadeUpMunicipality, type NightFile } from '../../simulators/municipality/index.ts'
import { demoFollowupPeople, setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { demoPeople, setUpDemoOrganisation, setUpDemoStaff } from '../../src/cli/demo-people.ts'
import { productSite, type Product } from '../../src/cli/product.ts'
import { signInAt } from '../../src/cli/sign-in.ts'
import { parseMunicipalityCode } from '../../src/kernel/municipality-code.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { listen } from '../../src/platform/http/site.ts'
import type { PlainDate } from '../../src/platform/plain-date.ts'
import { runNightly, type NightSource } from '../../src/slices/matching/index.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import type { Municipality } from '../../src/slices/tenancy/index.ts'
import { aPlace, aPopulation, aPost, date, onServer, type TestPlace } from '../support/places.ts'

const flags =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'

/** Two protected youths who came the first night; nobody without the right may ever see them. */
export const protectedNumbers = ['200803142389', '200809022395'] as const
const protectedPosts = [
  aPost({ number: protectedNumbers[0], municipality: '2599', secrecy: 'J', given: 'Hemliga', street: 'Dolda vägen 7' }),
  aPost({ number: protectedNumbers[1], municipality: '2599', protectedRegistration: 'J', given: 'Hemlige' }),
]
const protectedFile: NightFile = {
  feed: 'population',
  kind: 'changes',
  source: 'skyddade',
  name: 'skyddade.xml',
  content: aPopulation(...protectedPosts),
}

export type DemoSite = {
  readonly address: string
  readonly idp: Idp
  readonly place: Municipality
  /** Where other municipalities can be set up beside it. */
  readonly installation: TestPlace['installation']
  readonly municipality: MadeUpMunicipality
  readonly product: Product
  /** A window of its own; every address it asks for is remembered. */
  readonly open: (options?: BrowserContextOptions) => Promise<Page>
  readonly asked: readonly string[]
  /** What any page's script complained of. */
  readonly complaints: readonly string[]
  readonly signIn: (page: Page, name: string, path?: string) => Promise<void>
  readonly closeWindows: () => Promise<void>
  readonly close: () => Promise<void>
}

function sourceOf(folder: string, on: PlainDate, { feed, kind, source, name, content }: NightFile): NightSource {
  const path = join(folder, name)
  writeFileSync(path, content)
  return { name: source, feed, next: () => Promise.resolve({ source, feed, kind, on, files: [path] }) }
}

async function runNights(place: Municipality, municipality: MadeUpMunicipality): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lots-e2e-'))
  await inTransaction(place.pool, async (tx) => {
    for (const [year, on] of municipality.termEnds) await saveSetting(tx, `termEnd.${year}`, on, '-infinity', 'prov')
  })
  let ran = 0
  for (const { on, files } of municipality.nights) {
    const sources = (++ran === 1 ? [...files, protectedFile] : files).map((file) => sourceOf(folder, on, file))
    expect((await runNightly(place, sources, on, () => {})).state).toMatch(/done|exceptions/)
  }
  rmSync(folder, { recursive: true, force: true })
}

/** The municipality as it was after its nights: they are run once, and the sites of later files get a copy of the database. */
const afterNights = 'after_nights'

async function aMunicipality(owner: TestPlace): Promise<{ place: Municipality; municipality: MadeUpMunicipality }> {
  const municipality = madeUpMunicipality({ seed: 1, cohort: 60, firstNight: date('2026-11-05'), lastNight: date('2026-11-20') })
  const code = parseMunicipalityCode(municipality.code)
  if (code === null) throw new Error('the made-up municipality has a well-formed code')
  const name = new URL(owner.url).pathname.slice(1).replace(owner.code, code)
  return onServer(async (admin) => {
    // Two files begin at once: the second waits for the nights of the first.
    await admin.query('select pg_advisory_lock(hashtext($1))', [afterNights])
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [afterNights])
    if (rowCount === 1) await admin.query(`create database ${name} template ${afterNights}`)
    const place = await owner.installation.setUp(code, municipality.name)
    if (rowCount === 1) return { place, municipality }
    await setUpDemoOrganisation(place.pool, date('2026-11-05'))
    await runNights(place, municipality)
    await place.pool.end()
    await admin.query(`create database ${afterNights} template ${name}`)
    return { place: await owner.installation.open(code), municipality }
  })
}

/** Sign-in and product on free ports. The product's is taken before there is a product, which needs to know its address. */
async function serve(owner: TestPlace, place: Municipality) {
  const made: { product?: Product } = {}
  const fetch: Hono['fetch'] = (...asked) => made.product?.app.fetch(...asked) ?? new Response(null, { status: 503 })
  const server = await listen({ fetch }, 0)
  const address = `http://localhost:${server.port}`
  const client = { clientId: 'lots-demo', clientSecret: 'prov-hemlighet-som-ingen-har' }
  const addresses = { redirectUris: [`${address}/logga-in/svar`], postLogoutRedirectUris: [`${address}/utloggad`] }
  const idp = await startIdp({ port: 0, people: [...demoPeople(place.code), ...demoFollowupPeople(place.code)], ...client, ...addresses })
  await setUpDemoStaff(place.pool, idp.issuer)
  await setUpDemoMembers(place.pool, idp.issuer)
  const oidc = signInAt(address, { issuer: idp.issuer, ...client, acr: null, scope: 'openid profile lots' })
  const defects: unknown[] = []
  const report = (error: unknown) => void defects.push(error)
  const product = (made.product = productSite({
    installation: owner.installation,
    publicUrl: address,
    oidc,
    issuer: idp.issuer,
    isDevelopment: true,
    report,
  }))
  return { address, idp, product, server, defects }
}

const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium', args: flags.split(' '), headless: true })

/** Starts everything. The caller closes it; a defect that any page met fails the closing. */
export async function aDemoSite(): Promise<DemoSite> {
  const owner = await aPlace()
  const { place, municipality } = await aMunicipality(owner)
  const { address, idp, product, server, defects } = await serve(owner, place)
  const browser = await launch()
  const asked: string[] = []
  const complaints: string[] = []
  return {
    address,
    idp,
    place,
    installation: owner.installation,
    municipality,
    product,
    asked,
    complaints,
    open: async (options = {}) => {
      const page = await (await browser.newContext({ locale: 'sv-SE', ...options })).newPage()
      page.on('request', (request) => asked.push(request.url()))
      page.on('pageerror', ({ message }) => complaints.push(message))
      page.on('console', (message) => message.type() === 'error' && complaints.push(`${page.url()}: ${message.text()}`))
      return page
    },
    signIn: async (page, name, path = '/') => {
      await page.goto(`${address}/logga-in?till=${encodeURIComponent(path)}`)
      await page.getByRole('link', { name: 'Logga in' }).click()
      await page.getByRole('button', { name }).click()
      await page.waitForURL(`${address}${path}`)
    },
    closeWindows: async () => void (await Promise.all(browser.contexts().map((context) => context.close()))),
    close: async () => {
      await browser.close()
      await server.close()
      await product.close()
      await idp.close()
      await owner.installation.close()
      expect(defects).toEqual([])
    },
  }
}

type Findings = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }

/** A window whose pages all have axe from the start: it is read once for all of them, and not once for each. */
export const bringAxe = (page: Page): Promise<unknown> => page.context().addInitScript(axe.source)

/** The rules about colours, which cost as much as all the others together. */
const withoutColours = { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } }

/**
 * What axe finds on the page as it is now; without the rules about colours when those are looked at elsewhere. What it finds right is not told of node
 * by node: that takes most of the time.
 */
export async function findings(page: Page, { withColours = true } = {}): Promise<string[]> {
  if (await page.evaluate<boolean>('!window.axe')) await page.evaluate(axe.source)
  const options = JSON.stringify({ resultTypes: ['violations'], rules: withColours ? {} : withoutColours })
  const { violations } = await page.evaluate<Findings>(`axe.run(document, ${options}).then(({ violations }) => ({ violations }))`)
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
}
