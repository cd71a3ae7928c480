/** Reports in a real browser: made, published, counted again, as PDF and compared; with the keyboard, without script, and with nothing for axe to find. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { todayInSweden } from '../../src/platform/clock.ts'
import { infoOf } from '../../src/platform/pdf.testbed.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
const phone = { viewport: { width: 390, height: 844 } } as const
const year = Number(todayInSweden().slice(0, 4))

beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page) => page.locator('main').innerText()
/** How wide the page as it stands is, and what axe finds in it. */
const looks = async (page: Page) => [await page.evaluate<number>('document.documentElement.scrollWidth'), await findings(page)] as const
const sound = [390, []]
let published = ''

describe('a report', () => {
  it('is found, read and published with the keyboard', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/rapporter')
    await page.getByRole('link', { name: `Årsrapport ${year}`, exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/rapporter\/ar\?ar=/)
    expect(await main(page)).toContain('Så har det räknats')
    expect(await findings(page)).toEqual([])
    await page.locator('summary', { hasText: 'Publicera' }).focus()
    await page.keyboard.press('Enter')
    await page.getByLabel('Anteckning').fill('Till nämnden i december')
    await page.getByRole('button', { name: 'Publicera rapporten' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Publicerat.').waitFor()
    published = new URL(page.url()).pathname
    expect(await main(page)).toContain('Till nämnden i december')
    expect(await findings(page)).toEqual([])
  })

  it('opens as a tagged PDF, the same each time', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', published)
    const href = (await page.getByRole('link', { name: 'PDF' }).getAttribute('href')) ?? ''
    const bytes = async () => (await page.request.get(site.address + href)).body()
    const pdf = await bytes()
    expect(infoOf(new Uint8Array(pdf)).get('Tagged')).toBe('yes')
    expect(pdf.equals(await bytes())).toBe(true)
  })

  it('is counted again without script on a phone: nothing has changed, then a late contact with the youth behind it', async () => {
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', published)
    await page.getByRole('button', { name: 'Räkna igen' }).click()
    await page.getByText('Inget har ändrats').first().waitFor({ timeout: 20_000 })
    await site.place.pool.query(
      `insert into outreach.contact (person_id, channel, attempted, reached, outcome, happened_at, by_name, origin)
       select y.person_id, 'phone', true, true, 'reached', now() - interval '1 hour', 'prov', 'hand' from worklist.seen(null, false) y
       where y.from_on < current_date and (y.until_on is null or y.until_on > current_date) order by y.person_id limit 6`,
    )
    await page.goto(site.address + published)
    await page.getByRole('button', { name: 'Räkna igen' }).click()
    await page.getByText('sex sent inskrivna kontakter').first().waitFor({ timeout: 20_000 })
    await page.locator('summary', { hasText: '6 ungdomar bakom' }).first().click()
    expect(await main(page)).toContain('kom till: en sent inskriven kontakt')
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(390)
  })

  it('has pages that are sound on a phone', async () => {
    const page = await site.open(phone)
    await site.signIn(page, 'Amina Lind', '/rapporter')
    const paths = [
      '/rapporter',
      '/rapporter/lasar',
      '/rapporter/publicerat',
      published,
      '/rapporter/siffra',
      '/rapporter/jamfor',
      '/rapporter/jamfor/siffror',
    ]
    for (const path of paths) {
      await page.goto(`${site.address}${path}`)
      await page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
      expect([path, ...(await looks(page))]).toEqual([path, ...sound])
    }
  })
})

describe('a figure of others', () => {
  it('is mended where it stands, saved, and shown with its source', async () => {
    const page = await site.open(phone)
    await site.signIn(page, 'Amina Lind', '/rapporter/jamfor/siffror')
    await page.getByText('Skriv in en siffra').click()
    await page.getByLabel('Vad siffran gäller').selectOption({ label: 'Omfattades' })
    await page.getByLabel('Vem siffran gäller').fill('Grannkommunen')
    await page.getByLabel('Period').fill('2025H2')
    await page.getByLabel('Värde').fill('1 234')
    await page.getByLabel('Källa').fill('Påhittad för prov')
    await page.getByLabel('Webbadress').fill('ingen')
    await page.getByRole('button', { name: 'Spara siffran' }).click()
    await page.getByRole('link', { name: /Skriv en webbadress/ }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('url')
    await page.getByLabel('Webbadress').fill('https://example.org/kaa')
    await page.getByRole('button', { name: 'Spara siffran' }).click()
    await page.getByText('Siffran är sparad.').waitFor()
    await page.goto(`${site.address}/rapporter/jamfor`)
    expect(await main(page)).toMatch(/Grannkommunen: 1\s234[\s\S]*Källa: Påhittad för prov/)
    await page.goto(`${site.address}/rapporter/jamfor/siffror/Grannkommunen-2025H2-covered`)
    expect(await looks(page)).toEqual(sound)
    expect(site.complaints.filter((text) => !text.includes('422'))).toEqual([])
  })
})
