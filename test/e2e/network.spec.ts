/** A meeting without paper: youths are asked about one by one on the partner's telephone; the plan, from draft to decision; an item from a number. Without script. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fillDemoNetwork } from '../../src/cli/demo-network.ts'
import { fillDemoSteering } from '../../src/cli/demo-steering.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
  const { code, name, pool } = site.place
  const place = { code, name, pool, publicUrl: site.address }
  await fillDemoNetwork(place, todayInSweden())
  await fillDemoSteering(place, todayInSweden())
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
const noScript = { javaScriptEnabled: false } as const
const inMain = (page: Page): Promise<string> => page.locator('main').innerText()

describe('a coordinator', () => {
  it('books a meeting, asks about two youths, and closes it with numbers alone', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/natverk')
    expect(await inMain(page)).toMatch(/Arbetsförmedlingen: Lokal överenskommelse[^]*går ut/)
    await page.getByRole('link', { name: 'Ungdomsmottagningen', exact: true }).click()
    await page.locator('[name=heldOn]').fill(todayInSweden())
    await page.locator('[name=beginsAt]').fill('23:00')
    await page.getByRole('button', { name: 'Boka mötet' }).click()
    const meeting = page.url()
    const boxes = page.locator('[name=youth]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByLabel(/Jag har prövat sekretessen/).check()
    await page.getByRole('button', { name: 'Skapa en fråga per ungdom' }).click()
    const link = await page.locator('[name=link1]').inputValue()
    const partner = await site.open({ viewport: { width: 320, height: 568 }, ...noScript })
    await partner.goto(`${site.address}${new URL(link).pathname}`)
    expect(await inMain(partner)).toMatch(/Har ni kontakt med/)
    await partner.getByLabel('Ja', { exact: true }).check()
    await partner.getByRole('button', { name: 'Skicka svaret' }).click()
    expect(await partner.locator('h1').innerText()).toBe('Tack för svaret')
    await page.goto(meeting)
    expect(await page.locator('.card', { hasText: 'Frågade på mötet' }).first().innerText()).toMatch(/Ja/)
    await page.getByText('Avsluta mötet …').click()
    await page.getByRole('button', { name: 'Ja, avsluta mötet' }).click()
    expect(await inMain(page)).toContain('2 frågade: 1 ja, 0 nej, 0 vet inte')
  })

  it('adopts the revised plan, takes an item to the steering group, and has the year as a file', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/styrning')
    expect(await inMain(page)).toContain('Handlingsplanen ska revideras senast')
    await page.getByRole('link', { name: 'Till utkastet' }).click()
    await page.getByText('Planen är beslutad …').click()
    await page.locator('[name=adoptedBy]').fill('Arbetsmarknadsnämnden')
    await page.getByRole('button', { name: 'Ja, den är beslutad' }).click()
    expect(await page.locator('h1').innerText()).toBe('Handlingsplanen, version 2')
    await page.goto(`${site.address}/styrning`)
    await page.getByRole('link', { name: 'Få nås på telefon' }).click()
    await page.getByLabel('Lyft till styrgruppen').check()
    await page.getByRole('button', { name: 'Spara steget' }).click()
    expect(await inMain(page)).toContain('hos styrgruppen')
    // A number on a figure's page is an item by two presses.
    await page.goto(`${site.address}/siffror/tal/outreach-list`)
    await page.getByRole('link', { name: 'Lyft en utvecklingsfråga …' }).click()
    await page.getByLabel('Vad behöver utvecklas?').fill('Fler ska nås av brev')
    await page.getByLabel('Varför?').fill('Få svarar')
    await page.getByRole('button', { name: 'Lyft frågan' }).click()
    expect(await inMain(page)).toMatch(/Lyft ur talet: Omfattades: \d/)
  })
})

describe('what the walk of every page does not see', () => {
  it.each(['sv', 'en'] as const)('has nothing that axe can find in %s, wide and narrow', async (lang) => {
    const page = await site.open()
    await bringAxe(page)
    await site.signIn(page, 'Amina Lind', '/natverk')
    if (lang === 'en') {
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'English' }).click()
    }
    const look = async (what: string): Promise<void> => {
      await page.evaluate('document.querySelectorAll("main details").forEach((one) => { one.open = true })')
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect([what, await findings(page), await sideways(page)]).toEqual([what, [], false])
      }
    }
    await page.goto(`${site.address}/natverk?sok=Tornet`)
    await look('a search')
    await page.goto(`${site.address}/natverk`)
    await page.locator('main a[href^="/natverk/moten/"]').first().click()
    await page.locator('[name=youth]').first().check()
    await page.locator('form:has([name=youth]) button[type=submit]').click()
    await look('a ground that nobody said')
    await page.locator('[name=ground][value=noHarm]').check()
    await page.locator('form:has([name=youth]) button[type=submit]').click()
    await look('the links')
  })
})
