/** From much absence to a watch, a matter with the school and its answer on a telephone, without script; and nothing that axe finds on the way. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fillDemoPrevention } from '../../src/cli/demo-prevention.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
  const { code, name, pool } = site.place
  await fillDemoPrevention({ code, name, pool, publicUrl: site.address }, todayInSweden())
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
const noScript = { javaScriptEnabled: false } as const

/** The first pupil on the list whom nobody watches. */
async function openUnwatched(page: Page): Promise<string> {
  await page.goto(`${site.address}/forebyggande?flik=csn`)
  const row = page.locator('tr', { hasText: 'bevakas inte' }).first()
  await row.getByRole('link').click()
  return page.url()
}

describe('a coordinator', () => {
  it('watches a pupil, refers a complaint, and asks the school about one who is gone', async () => {
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', '/forebyggande')
    const address = await openUnwatched(page)
    expect(await page.locator('main').innerText()).toContain('Bevakas inte')
    await page.getByLabel('Varför bevakas ungdomen?').fill('Hög frånvaro')
    await page.getByRole('button', { name: 'Börja bevaka' }).click()
    await page.goto(address)
    await page.getByLabel('Klagomål på skolan').check()
    await page.getByRole('button', { name: 'Öppna ärendet' }).click()
    await page.getByRole('button', { name: 'Skriv att rektor fått veta' }).click()
    expect(await page.locator('main').innerText()).toMatch(/väntar på skolan[^]*Rektor fick veta/)
    await page.getByLabel('Inte i skolan, men inskriven').check()
    await page.getByRole('button', { name: 'Öppna ärendet' }).click()
    await page.getByText('Fråga skolan …').click()
    await page.getByRole('button', { name: 'Skapa länken' }).click()
    const link = await page.locator('[name=link]').inputValue()
    const school = await site.open({ viewport: { width: 320, height: 568 }, ...noScript })
    await school.goto(`${site.address}${new URL(link).pathname}`)
    expect(await school.locator('main').innerText()).toMatch(/slutat hos er och blivit utskriven\?/)
    await school.getByLabel('Ja', { exact: true }).check()
    await school.getByLabel(/sista dagen/).fill('2026-10-30')
    await school.getByRole('button', { name: 'Skicka svaret' }).click()
    expect(await school.locator('h1').innerText()).toBe('Tack för svaret')
    await page.goto(address)
    expect(await page.locator('main').innerText()).toContain('skolan har svarat: ja, utskriven, sista dagen 30 okt 2026')
    await page.goto(`${site.address}/forebyggande?flik=arenden`)
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(5)
    await look(address)
  })

  /** The walk of every page sees these empty; here they are full, and axe needs script. */
  async function look(pupil: string): Promise<void> {
    const page = await site.open()
    await bringAxe(page)
    await site.signIn(page, 'Amina Lind', '/forebyggande')
    for (const path of ['/forebyggande?flik=csn', '/forebyggande?flik=arenden', new URL(pupil).pathname]) {
      await page.goto(`${site.address}${path}`)
      await page.evaluate('document.querySelectorAll("main details").forEach((one) => { one.open = true })')
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect([path, await findings(page), await sideways(page)]).toEqual([path, [], false])
      }
    }
  }
})
