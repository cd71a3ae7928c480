/** A school tells that a pupil has left, on the smallest telephone and without script; a coordinator accepts it, and the youth is on the list. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { openTexts } from '../../src/slices/notices/open.texts.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const unit = '99990201'
const smallest = { viewport: { width: 320, height: 568 }, javaScriptEnabled: false } as const
const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

/** axe needs script to run: the same address in a window that allows it. */
async function somebodyWhoLooks(viewport: {
  readonly width: number
  readonly height: number
}): Promise<(address: string) => Promise<string[]>> {
  const page = await site.open({ viewport })
  await bringAxe(page)
  return async (address) => {
    await page.goto(address)
    const faults = await findings(page)
    return (await sideways(page)) ? [...faults, `${address} scrolls sideways`] : faults
  }
}

/** A coordinator registers the school and makes a link for it, in the browser. */
async function aLink(): Promise<string> {
  const page = await site.open()
  await site.signIn(page, 'Amina Lind', '/anmalningar/skolor')
  const known = page.getByRole('link', { name: 'Påhitt Utbildning AB' })
  if ((await known.count()) === 0) {
    await page.getByLabel('Namn').fill('Påhitt Utbildning AB')
    await page.getByRole('button', { name: 'Lägg till' }).click()
    await page.getByLabel('Skolenhetskod').fill(unit)
    await page.getByLabel('Skolans namn').fill('Påhittade gymnasiet')
    await page.getByRole('button', { name: 'Spara skolan' }).click()
  } else await known.click()
  await page.getByRole('button', { name: 'Gör en länk' }).click()
  const link = await page.locator('code').first().innerText()
  expect(link).toContain(`/anmalan/${site.place.code}/`)
  return `${site.address}${new URL(link).pathname}`
}

type Pupil = { readonly number: string; readonly given: string; readonly family: string }

/** Somebody who goes to the school and is on no list. */
const aPupil = async (): Promise<Pupil> => {
  const [found] = await inTransaction(site.place.pool, (tx) =>
    tx.query<Pupil>(
      `select y.number, y.given_name as given, y.family_name as family from worklist.seen(null, false) y
       join register.enrolment e on e.person_id = y.person_id and e.known_until = 'infinity' and e.school_unit = $1 and e.school_type = 'GY'
       where e.start_on < current_date - 60 and (e.end_on is null or e.end_on > current_date + 60) and y.number is not null and y.born_on > '2007-06-01'
         and (y.from_on is null or y.until_on <= current_date) order by y.person_id limit 1`,
      [unit],
    ),
  )
  if (found === undefined) throw new Error('nobody goes to the school')
  return found
}

describe.each(['sv', 'en'] as const)('the public form in %s', (lang) => {
  it('has nothing for axe to find, on any of its pages, wide or narrow', async () => {
    const [link, texts] = [await aLink(), openTexts[lang]]
    const query = lang === 'en' ? '?sprak=en' : '?'
    const addresses = [`${site.address}/anmalan/${site.place.code}${query}`, `${link}${query}`, `${link}/anmalningar${query}`].concat(
      ['start', 'end', 'absence'].map((kind) => `${link}${query}&slag=${kind}`),
    )
    for (const viewport of [smallest.viewport, { width: 1280, height: 900 }]) {
      const faultsAt = await somebodyWhoLooks(viewport)
      for (const address of addresses) expect(await faultsAt(address), address).toEqual([])
    }
    const page = await site.open(smallest)
    await page.goto(`${link}${query}&slag=end`)
    expect(await page.locator('html').getAttribute('lang')).toBe(lang)
    await page.getByRole('button', { name: texts.send }).click()
    expect(await page.locator('.ds-error-summary li').count()).toBeGreaterThan(3)
    await page.goto(`${site.address}/anmalan/${site.place.code}${query}`)
    await page.getByLabel(texts.ask.unit).fill(unit)
    await page.getByRole('button', { name: texts.ask.send }).click()
    expect(await page.locator('h1').innerText()).toBe(texts.ask.done)
  })
})

describe('a notice', () => {
  it('goes from the school’s telephone to the list, and back when the school takes it back', async () => {
    const [link, pupil] = [await aLink(), await aPupil()]
    const school = await site.open(smallest)
    await school.goto(link)
    await school.getByRole('link', { name: openTexts.sv.kinds.end }).click()
    await school.getByLabel(openTexts.sv.fields.number).fill(pupil.number)
    await school.getByLabel(openTexts.sv.fields.givenName).fill(pupil.given)
    await school.getByLabel(openTexts.sv.fields.familyName).fill(pupil.family)
    await school.getByLabel(openTexts.sv.fields.lastDayOn).fill('2026-11-16')
    await school.getByLabel(openTexts.sv.endings.interrupted).check()
    await school.getByLabel(openTexts.sv.fields.contactName, { exact: true }).fill('Elsa Tillfors')
    await school.getByLabel(openTexts.sv.fields.contactPhone).fill('08-465 004 12')
    await school.getByRole('button', { name: openTexts.sv.send }).click()
    expect(await school.locator('.ds-error-summary li').allInnerTexts()).toEqual([])
    expect(await school.locator('h1').innerText()).toBe(openTexts.sv.received)

    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/anmalningar')
    await page
      .getByRole('link', { name: `${pupil.given} ${pupil.family}` })
      .first()
      .click()
    expect(await page.locator('main').innerText()).toContain('Studierna slutar den dagen')
    await bringAxe(page)
    await page.reload()
    await page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
    expect(await findings(page)).toEqual([])
    await page.reload()
    await page.getByRole('button', { name: 'Godta' }).click()
    expect(await page.locator('main').innerText()).toContain('Studierna avslutades i registret.')
    await page.getByRole('link', { name: 'Till ungdomens sida' }).click()
    expect(await page.locator('main').innerText()).toContain('skolans anmälan, godtagen')

    await school.getByRole('link', { name: openTexts.sv.own }).click()
    await school.getByText(openTexts.sv.annul).first().click()
    await school.getByRole('button', { name: openTexts.sv.annulDo }).first().click()
    expect(await school.locator('main').innerText()).toContain(openTexts.sv.annulled)
    await page.goto(`${site.address}/anmalningar?flik=atertagna`)
    expect(await page.locator('main').innerText()).toContain('återtagen av skolan')
    expect(site.complaints.filter((line) => !line.includes('422'))).toEqual([])
  })
})
