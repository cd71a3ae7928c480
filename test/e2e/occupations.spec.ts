/** What youths do, in a real browser: the desk of what lapses with the keyboard and without script, on a phone, and the form on the person page. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { recordOccupation } from '../../src/slices/outreach/index.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

const desk = '/sysselsattning'
const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), -days))
let site: DemoSite

/** Some of those to act on, and what each of them was said to do so many days ago. */
const statements = [
  ['work', 80],
  ['work', 85],
  ['studies', 110],
  ['none', 44],
  ['other', 59],
  ['work', 95],
  ['unknown', 50],
] as const

beforeAll(async () => {
  site = await aDemoSite()
  const { pool } = site.place
  const { rows } = await pool.query<{ id: number }>(
    `select y.person_id as id from worklist.youth y where y.from_on <= current_date and (y.until_on is null or y.until_on > current_date)
       and y.person_id not in (select p.person_id from register.protected_now p) order by y.person_id limit $1`,
    [statements.length],
  )
  await inTransaction(pool, async (tx) => {
    for (const [index, { id: personId }] of rows.entries()) {
      const [kind, days] = statements[index] ?? ['work', 80]
      const said = { personId, kind, source: 'youth', sinceOn: null, statedOn: ago(days), saidBy: 'prov', contactId: null } as const
      await recordOccupation(tx, said)
    }
  })
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
const rows = (page: Page) => page.locator('main tbody tr')
const main = (page: Page) => page.locator('main').innerText()

describe('the desk', () => {
  it('is worked through with the keyboard: rows are marked, a source chosen, and each row has its answer', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', desk)
    expect(await rows(page).count()).toBe(5)
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    expect(await page.locator('output').innerText()).toContain('2')
    await page.getByLabel('Vem säger det?').selectOption({ label: 'Arbetsgivaren' })
    await page.getByRole('button', { name: 'Bekräfta de ikryssade' }).click()
    await page.getByText('2 av 2 bekräftades.').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Tillbaka till listan' }).click()
    expect(await rows(page).count()).toBe(3)
  })

  it('works without script, and says at the field what is missing', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', desk)
    await page.getByRole('button', { name: 'Bekräfta de ikryssade' }).click()
    expect(await main(page)).toContain('Kryssa minst en rad.')
    await rows(page).first().locator('input[type=checkbox]').check()
    await page.getByRole('button', { name: 'Bekräfta de ikryssade' }).click()
    expect(await main(page)).toContain('Välj vem som säger det')
    expect(await rows(page).first().locator('input[type=checkbox]').isChecked()).toBe(true)
    await page.getByLabel('Vem säger det?').selectOption({ label: 'Ungdomen' })
    await page.getByRole('button', { name: 'Bekräfta de ikryssade' }).click()
    expect(await main(page)).toContain('1 av 1 bekräftades.')
  })

  it.each(['light', 'dark'] as const)('stands on a phone without rolling sideways, %s', async (colorScheme) => {
    const page = await site.open({ viewport: { width: 390, height: 844 }, colorScheme })
    await site.signIn(page, 'Amina Lind', desk)
    for (const path of [desk, `${desk}?visa=utgangna`, `${desk}?visa=bevakade`]) {
      await page.goto(`${site.address}${path}`)
      expect([path, await width(page), await findings(page)]).toEqual([path, 390, []])
    }
  })
})

describe('the form on the person page', () => {
  it('is opened, filled in and saved; its own page has everything said before', async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 } })
    await site.signIn(page, 'Amina Lind', `${desk}?visa=utgangna`)
    await rows(page).first().locator('a').first().click()
    await page.waitForURL(/\/sysselsattning$/)
    expect([await width(page), await findings(page)]).toEqual([390, []])
    await page.getByRole('link', { name: 'Ungdomens sida' }).click()
    const card = page.locator('#sysselsattning')
    await card.getByText('Skriv ny uppgift').click()
    await card.getByLabel('Vad gör hen?').selectOption({ label: 'Gymnasiestudier utomlands' })
    await card.getByLabel('Sedan').fill(ago(-3))
    await card.getByLabel('Vem säger det?').selectOption({ label: 'Ungdomen' })
    expect([await width(page), await findings(page)]).toEqual([390, []])
    await card.getByRole('button', { name: 'Spara uppgiften' }).click()
    await page.getByRole('link', { name: /kan inte ha börjat/ }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('sinceOn')
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Sedan').fill(ago(30))
    await page.getByRole('button', { name: 'Spara uppgiften' }).click()
    await page.waitForURL(/ungdomar\/[\da-f-]+#sysselsattning$/)
    expect(await card.innerText()).toMatch(/Gymnasiestudier utomlands sedan .*, enligt ungdomen/)
    expect(site.complaints.filter((text) => !text.includes('422'))).toEqual([])
  })
})
