/** Numbers in a real browser: searching with the keyboard alone, a number that is dead, the settings, the evidence, and what a phone and somebody without script see. */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { infoOf } from '../../src/platform/pdf.testbed.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const list = '/uppsok/saknar-nummer'
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const row = (page: Page, name: string) => page.locator('tbody tr', { hasText: name })
const nameIn = async (page: Page, index: number): Promise<string> => (await page.locator('tbody tr th a').nth(index).innerText()).trim()
const scrollsSideways = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth > innerWidth')

describe('somebody who looks for numbers', () => {
  it('ticks a step and adds a find with the keyboard alone, and the list goes on where it was', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', list)
    const [first, second] = [await nameIn(page, 0), await nameIn(page, 1)]
    await page.keyboard.press('j')
    await page.keyboard.press('Tab')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Förra skolan')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#u-/)
    expect(await row(page, first).innerText()).toMatch(/✓ Förra skolan/)
    expect(await main(page)).toMatch(/1 sökta, 0 gällande/)
    await page.getByRole('textbox', { name: `Nummer eller e-post, ${first}` }).focus()
    await page.keyboard.type('070-174 06 21')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Nummeru')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Tillagt från').waitFor()
    expect([await row(page, first).count(), await nameIn(page, 0)]).toEqual([0, second])
    expect(await main(page)).toMatch(/Tillagt från Nummerupplysning på nätet[\s\S]*1 sökta, 1 gällande/)
    expect(await findings(page)).toEqual([])
  })

  it('is told in the row what is wrong with a number, and loses nothing', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', list)
    const name = await nameIn(page, 0)
    const field = page.getByRole('textbox', { name: `Nummer eller e-post, ${name}` })
    await field.fill('070-17')
    await row(page, name).locator('select').selectOption({ label: 'Fältassistenter' })
    await row(page, name).getByRole('button', { name: 'Lägg till' }).click()
    await page.waitForLoadState()
    expect(await row(page, name).innerText()).toContain('Numret är för kort')
    expect(await field.inputValue()).toBe('070-17')
    expect(await findings(page)).toEqual([])
  })

  it('does the same without script', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', list)
    const name = await nameIn(page, 0)
    await row(page, name).getByRole('button', { name: 'Sociala medier' }).click()
    expect(await row(page, name).innerText()).toMatch(/✓ Sociala medier/)
    await row(page, name).getByRole('button', { name: 'Ångra' }).click()
    expect(await row(page, name).innerText()).not.toMatch(/✓/)
  })
})

describe('a youth’s ledger', () => {
  /** The ledger of the youth who got a number in the list. */
  async function openLedger(page: Page): Promise<void> {
    const [found] = await site.place.pool
      .query<{ subject_id: string }>(
        `select p.subject_id from outreach.way w join register.person p on p.id = w.person_id where w.value = '+46701740621'`,
      )
      .then(({ rows }) => rows)
    await page.goto(`${site.address}/ungdomar/${found?.subject_id}/vagar`)
  }

  it('takes a number written in any way, lets it die with a reason, and struck through it cannot be rung', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await openLedger(page)
    await page.getByLabel('Nummer, e-post eller adress').fill('0046 (0)70-174 06 22')
    await page.getByRole('button', { name: 'Lägg till' }).click()
    await page.waitForLoadState()
    const added = row(page, '070-174 06 22')
    expect(await added.innerText()).toMatch(/från ungdomen[\s\S]*inlagt av Amina Lind[\s\S]*inte provat/)
    await added.getByText('Dött …').click()
    await added.getByRole('textbox', { name: 'Varför?' }).first().fill('Abonnemanget är uppsagt')
    await added.getByRole('button', { name: 'Markera som dött' }).click()
    await page.waitForLoadState()
    expect(await added.innerText()).toMatch(/dött sedan[\s\S]*Abonnemanget är uppsagt/)
    expect([await added.locator('s').count(), await added.locator('a[href^="tel:"]').count()]).toEqual([1, 0])
    expect(await page.locator('a[href="tel:+46701740621"]').count()).toBe(1)
    expect(await findings(page)).toEqual([])
  })

  it('keeps how the youth wants to be contacted', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await openLedger(page)
    await page.getByLabel('Språk', { exact: true }).selectOption('so')
    await page.getByRole('checkbox', { name: 'Sms' }).check()
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.waitForLoadState()
    expect([
      await page.getByLabel('Språk', { exact: true }).inputValue(),
      await page.getByRole('checkbox', { name: 'Sms' }).isChecked(),
    ]).toEqual(['so', true])
  })

  it('stands on the person page and leads to the evidence, a tagged file with nothing personal in its name', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await openLedger(page)
    await page.getByRole('link', { name: 'Ungdomens sida' }).click()
    expect(await page.locator('#vagar').innerText()).toMatch(/070-174 06 21[\s\S]*uppslaget[\s\S]*070-174 06 22[\s\S]*dött sedan/)
    await page.getByRole('link', { name: 'Alla vägar' }).click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Bevis på vad som gjorts/ }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(/^bevis-\d{4}-\d\d-\d\d\.pdf$/)
    const info = infoOf(readFileSync(await download.path()))
    expect([info.get('Tagged'), info.get('Title')]).toEqual(['yes', 'Vad som gjorts för att nå ungdomen'])
  })
})

describe('the hub and the settings', () => {
  it('leads from each number to those it counts', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/uppsok')
    expect(await findings(page)).toEqual([])
    const figure = page.locator('.figures div', { hasText: 'Saknar nummer' }).locator('dd a')
    const counted = (await figure.innerText()).trim()
    await figure.click()
    await page.waitForLoadState()
    expect(await page.locator('.tabs [aria-current]').innerText()).toBe(`Alla ${counted}`)
  })

  it('changes a step for everybody, by two at once, and shows who did it', async () => {
    const [one, other] = [await site.open(), await site.open()]
    await site.signIn(one, 'Jonas Ekdal', '/uppsok/installningar')
    await site.signIn(other, 'Jonas Ekdal', '/uppsok/installningar')
    await one.getByLabel('Samtalsförsök').fill('4')
    await one.getByRole('button', { name: 'Spara' }).click()
    await one.waitForLoadState()
    expect(await one.locator('#historik').innerText()).toMatch(/Jonas Ekdal\s+Samtalsförsök\s+3\s+4/)
    await other.getByLabel('Samtalsförsök').fill('5')
    await other.getByRole('button', { name: 'Spara' }).click()
    await other.waitForLoadState()
    expect(await main(other)).toMatch(/Någon annan hann spara före dig[\s\S]*Samtalsförsök\s+5\s+4/)
    expect(await findings(other)).toEqual([])
  })
})

it.each([
  ['/uppsok', 'Amina Lind'],
  [list, 'Amina Lind'],
  ['/uppsok/utbyte', 'Amina Lind'],
  ['/uppsok/installningar', 'Jonas Ekdal'],
])('%s fits on a phone and is clean in both sizes', async (path, name) => {
  const page = await site.open({ viewport: { width: 390, height: 800 } })
  await site.signIn(page, name, path)
  expect([await scrollsSideways(page), await findings(page)]).toEqual([false, []])
  await page.setViewportSize({ width: 320, height: 640 })
  expect(await scrollsSideways(page)).toBe(false)
})
