/** The pages of figures in a real browser: a period chosen with the keyboard, a number opened, a file fetched, the page printed, and once without script. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { todayInSweden } from '../../src/platform/clock.ts'
import { aDemoSite, findings, protectedNumbers, type DemoSite } from './demo-site.ts'
import { tabTo } from './own-plan-steps.ts'

let site: DemoSite
const today = todayInSweden()

beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

describe('the overview', () => {
  it('is chosen another period and a unit with the keyboard alone, and tells each picture as a table', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/siffror')
    expect(await main(page)).toContain('hela kommunen')
    expect(await findings(page)).toEqual([])
    await tabTo(page, 'Enhet')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.waitForURL(/enhet=\d/)
    expect(await main(page)).not.toContain('hela kommunen')
    await page.getByRole('link', { name: 'det här halvåret' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/fran=\d{4}-0[17]-01/)
    expect(page.url()).toMatch(/enhet=\d/)
    const summary = page.locator('summary', { hasText: 'Visa som tabell' }).first()
    await summary.focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('figure table').first().isVisible()).toBe(true)
    expect(await findings(page)).toEqual([])
  })

  it('fits a telephone, in the dark too', async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    await site.signIn(page, 'Karin Ahlvik', '/siffror')
    expect([await isWide(page), await findings(page)]).toEqual([false, []])
    await page.goto(`${site.address}/siffror/tal/half-year?per=enhet&per=kon&rad=covered`)
    expect([await isWide(page), await findings(page)]).toEqual([false, []])
  })
})

describe('a figure', () => {
  it('leads to those behind a number and back to the same question', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/siffror/tal')
    await page.getByRole('link', { name: 'Läget en dag' }).click()
    await page.getByLabel('Dela upp per').selectOption('enhet')
    await page.getByRole('button', { name: 'Visa' }).click()
    await page.waitForURL(/per=enhet/)
    const question = page.url()
    const number = page.locator('main table tbody tr', { hasText: 'Omfattades' }).first().locator('td a').first()
    const counted = Number(await number.innerText())
    await number.click()
    await page.waitForURL(/personer/)
    expect(await findings(page)).toEqual([])
    expect(await page.locator('main tbody tr').count()).toBe(Math.min(counted, 100))
    expect(protectedNumbers.some((one) => page.url().includes(one))).toBe(false)
    await page.getByRole('link', { name: 'Till siffran' }).click()
    expect(new URL(page.url()).searchParams.getAll('per')).toEqual(new URL(question).searchParams.getAll('per').filter((one) => one !== ''))
    await page.goto(`${site.address}/siffror/tal/on-day/personer?dag=${today}&rad=covered`)
    await page.locator('main tbody a').first().click()
    expect(page.url()).toMatch(/\/ungdomar\/[0-9a-f-]{36}$/)
  })

  it('is fetched as a file, named by its days', async () => {
    const page = await site.open({ acceptDownloads: true })
    await site.signIn(page, 'Amina Lind', '/siffror/tal/on-day')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Ladda ner CSV' }).click()])
    expect(download.suggestedFilename()).toBe(`siffror-on-day-${today}.csv`)
    const text = readFileSync(await download.path(), 'utf8')
    const shown = await page.locator('main table tbody tr', { hasText: 'Omfattades' }).first().locator('td').first().innerText()
    expect(text).toContain(`Omfattades;ungdomar;${shown}`)
  })

  it('is printed with its pictures and its tables, without what is pressed', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/siffror')
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('figure svg[role=img]').first().isVisible()).toBe(true)
    expect(await page.locator('figure table').first().isVisible()).toBe(true)
    expect(await page.locator('nav.tabs').first().isVisible()).toBe(false)
    expect(await page.getByRole('button', { name: 'Visa' }).isVisible()).toBe(false)
  })

  it('works without script, and says that a day ahead cannot be counted', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', '/siffror/tal/september')
    await page.getByLabel('Räknedag').fill('2999-01-01')
    await page.getByRole('button', { name: 'Visa' }).click()
    expect(await main(page)).toContain('Räknedagen ligger framåt i tiden.')
    expect(await page.locator('figure svg[role=img]').count()).toBe(1)
    expect(site.complaints).toEqual([])
  })
})
