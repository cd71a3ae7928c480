/** Measures in a real browser: from a proposal through the personnel group to a stage and an end, without script and on a phone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { todayInSweden } from '../../src/platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let subjects: string[] = []
const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), -days))

beforeAll(async () => {
  site = await aDemoSite()
  // Covered since before last week, with no protection and no measure of any kind.
  const { rows } = await site.place.pool.query<{ id: string }>(
    `select y.subject_id as id from worklist.youth y where y.from_on < current_date - 10 and (y.until_on is null or y.until_on > current_date)
       and y.person_id not in (select p.person_id from register.protected_now p) and y.person_id not in (select m.person_id from measures.measure m)
     order by y.person_id limit 3`,
  )
  subjects = rows.map(({ id }) => id)
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
const main = (page: Page) => page.locator('main').innerText()
const listOf = (nth: number): string => `/ungdomar/${subjects[nth] ?? ''}/atgarder`
const phone = { viewport: { width: 390, height: 844 } } as const
/** How wide the page as it stands is, and what axe finds in it. */
const looks = async (page: Page) => [await width(page), await findings(page)] as const
const sound = [390, []]

describe('youth employment', () => {
  let round = ''
  let measure = ''

  it('is proposed, and approved in a round of the personnel group, without script on a phone', async () => {
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', listOf(0))
    await page.getByLabel('Insats').selectOption({ label: 'Ungdomsanställning' })
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    expect(await main(page)).toContain('Förberedande vecka eller Individuell matchning')
    await page.getByLabel('Planerat slut').fill(ago(1))
    await page.getByLabel('Innehåll och mål').fill('Vill arbeta med djur')
    await page.getByRole('button', { name: 'Lägg fram förslaget' }).click()
    expect(await main(page)).toContain('Slutet ligger före starten')
    expect(await page.getByLabel('Innehåll och mål').inputValue()).toBe('Vill arbeta med djur')
    expect(await width(page)).toBe(390)
    await page.getByLabel('Planerat slut').fill('')
    await page.getByRole('button', { name: 'Lägg fram förslaget' }).click()
    expect(await main(page)).toContain('väntar på beslut')
    await page.goto(`${site.address}/atgarder`)
    await page.getByText('Ny ärendedragning').click()
    expect(await width(page)).toBe(390)
    await page.getByRole('button', { name: 'Börja dragningen' }).click()
    round = new URL(page.url()).pathname
    const proposal = page.locator('section', { hasText: 'Vill arbeta med djur' })
    await proposal.getByLabel('Beviljad').check()
    await proposal.getByLabel('Grund').fill('Närmar sig arbete')
    await proposal.getByRole('button', { name: 'Spara beslutet' }).click()
    expect(await main(page)).toContain('Beviljad: Närmar sig arbete')
    expect(await width(page)).toBe(390)
  })

  it('is begun stage by stage and interrupted with what the youth then does, without script on a phone', async () => {
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', listOf(0))
    await page.getByRole('link', { name: 'Ungdomsanställning' }).click()
    measure = new URL(page.url()).pathname
    await page.getByText('Börja nästa steg').click()
    await page.getByLabel('Individuell matchning').check()
    await page.getByRole('button', { name: 'Börja steget' }).click()
    await page.getByText('Avbryt steget').first().click()
    await page.getByRole('button', { name: 'Avbryt steget' }).click()
    expect(await main(page)).toContain('Fyll i fältet')
    expect(await width(page)).toBe(390)
    await page.locator('#stop-stopReason').selectOption({ label: 'Började studera' })
    await page.locator('#stop-occupation').selectOption({ label: 'studerar' })
    await page.getByRole('button', { name: 'Avbryt steget' }).click()
    expect(await main(page)).toMatch(/avslutad[\s\S]*Började studera[\s\S]*studerar/)
    expect(await width(page)).toBe(390)
    expect(site.complaints.filter((text) => !text.includes('422'))).toEqual([])
  })

  it('has pages that are sound on a phone', async () => {
    const page = await site.open(phone)
    await site.signIn(page, 'Amina Lind', '/atgarder')
    for (const path of ['/atgarder', round, measure, listOf(0), `${listOf(0)}/ny?insats=youthEmployment`]) {
      await page.goto(`${site.address}${path}`)
      expect([path, ...(await looks(page))]).toEqual([path, ...sound])
    }
  })
})

describe('a measure', () => {
  it('is recorded, changed and ended with script; the summary of problems leads to its field', async () => {
    const page = await site.open(phone)
    await site.signIn(page, 'Amina Lind', `${listOf(1)}/ny?insats=guidance`)
    await page.getByLabel('Börjar').fill(ago(5))
    await page.getByRole('button', { name: 'Spara åtgärden' }).click()
    await page.getByText('Åtgärden är sparad.').waitFor()
    await page.getByRole('link', { name: 'Studie- och yrkesvägledning' }).click()
    await page.getByText('Avsluta …').click()
    await page.locator('#end-on').fill(ago(6))
    await page.locator('#end-reason').selectOption({ label: 'Genomförd som planerat' })
    await page.getByRole('button', { name: 'Avsluta åtgärden' }).click()
    await page.getByRole('link', { name: /Slutet ligger före starten/ }).click()
    expect(await page.evaluate('document.activeElement.id')).toBe('end-on')
    expect(await looks(page)).toEqual(sound)
    await page.locator('#end-on').fill(ago(0))
    await page.getByRole('button', { name: 'Avsluta åtgärden' }).click()
    await page.getByText('Åtgärden är avslutad.').waitFor()
    expect(await looks(page)).toEqual(sound)
  })

  it('that was declined is on record', async () => {
    const page = await site.open(phone)
    await site.signIn(page, 'Amina Lind', `${listOf(2)}/avbojd`)
    await page.getByLabel('Insats').selectOption({ label: 'Praktik' })
    await page.getByLabel('Varför avböjde ungdomen?').selectOption({ label: 'Inte just nu' })
    expect(await looks(page)).toEqual(sound)
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Det räknas inte som åtgärd.').waitFor()
    expect(await main(page)).toMatch(/Praktik, .*inte just nu/)
    expect(await looks(page)).toEqual(sound)
  })
})

describe('the catalogue', () => {
  it.each(['light', 'dark'] as const)('stands on a phone without rolling sideways, %s', async (colorScheme) => {
    const page = await site.open({ ...phone, colorScheme })
    await site.signIn(page, 'Amina Lind', '/atgarder/katalog')
    for (const path of ['', '/ny', '/youthEmployment']) {
      await page.goto(`${site.address}/atgarder/katalog${path}`)
      expect([path, ...(await looks(page))]).toEqual([path, ...sound])
    }
  })
})
