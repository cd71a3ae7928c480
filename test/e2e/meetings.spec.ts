/** Meetings, a question to somebody outside, and figures, in a real browser: with the keyboard, without script, and with nothing for axe to find. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

/** A covered youth of Amina's municipality: the nth newest. */
const aYouth = (nth: number): Promise<{ subject: string; name: string }> =>
  inTransaction(site.place.pool, async (tx) => {
    const [youth] = await tx.query<{ subject: string; name: string }>(
      `select subject_id as subject, given_name || ' ' || family_name as name from worklist.seen(null, false)
       where until_on > current_date order by from_on desc, person_id offset $1 limit 1`,
      [nth],
    )
    if (youth === undefined) throw new Error('nobody is covered')
    return youth
  })

/** The next weekday but one, so that it is in the future whatever the hour. */
function soon(): string {
  const day = new Date(Date.now() + 3 * 86_400_000)
  return day.toISOString().slice(0, 10)
}

describe('a meeting', () => {
  it('is booked with the keyboard alone, stands on the youth’s page and in the week, and is cancelled', async () => {
    const { subject, name } = await aYouth(1)
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', `/ungdomar/${subject}`)
    await page.getByRole('link', { name: 'Boka möte' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/moten$/)
    expect(await findings(page)).toEqual([])
    await page.locator('#on').fill(soon())
    await page.locator('#time').fill('14:30')
    await page.locator('#place').focus()
    await page.keyboard.type('Torget 1')
    await page.keyboard.press('Enter')
    await page.getByText('Mötet är bokat.').waitFor()
    expect(await main(page)).toContain('14:30–15:00, hos oss (Torget 1)')
    await page.goto(`${site.address}/ungdomar/${subject}`)
    expect(await main(page)).toMatch(/Nästa steg[\s\S]*Möte/)
    await page.goto(`${site.address}/moten?dag=${soon()}`)
    expect(await main(page)).toContain(name)
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/ungdomar/${subject}/moten`)
    await page.getByRole('button', { name: 'Ungdomen avbokade' }).click()
    await page.getByText('Det är sparat.').waitFor()
    expect(await main(page)).toContain('avbokat av ungdomen')
  })

  it('fits a telephone, in the dark', async () => {
    const { subject } = await aYouth(1)
    const page = await site.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    await site.signIn(page, 'Erik Nyholm', '/moten')
    for (const path of ['/moten', `/ungdomar/${subject}/moten`]) {
      await page.goto(site.address + path)
      expect(await findings(page), path).toEqual([])
      expect(await isWide(page), path).toBe(false)
    }
  })
})

describe('a question to a school', () => {
  it('is asked, answered once without account or script, and becomes a fact on the youth’s page', async () => {
    const { subject, name } = await aYouth(2)
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', `/ungdomar/${subject}/fragor`)
    await page.getByLabel('En skola').check()
    await page.getByLabel('Namn på den som får länken').fill('Provgymnasiet')
    await page.getByRole('button', { name: 'Skapa länken' }).click()
    await page.getByText('Länken är klar').first().waitFor()
    expect(await findings(page)).toEqual([])
    const link = await page.locator('#link').inputValue()
    const school = await site.open({ javaScriptEnabled: false, viewport: { width: 320, height: 568 } })
    await school.goto(link)
    expect(await main(school)).toContain(`Har ${name} börjat studera hos er?`)
    await school.getByLabel('Ja', { exact: true }).check()
    await school.getByLabel(/Sedan när/).fill('2026-08-17')
    await school.getByRole('button', { name: 'Skicka svaret' }).click()
    expect(await main(school)).toContain('Tack för svaret')
    await school.goto(link)
    expect(await main(school)).toContain('redan besvarad')
    const looked = await site.open({ viewport: { width: 320, height: 568 } })
    for (const address of [link, `${link}?sprak=en`, `${link.slice(0, -3)}xyz`]) {
      await looked.goto(address)
      expect(await findings(looked), address).toEqual([])
      expect(await isWide(looked), address).toBe(false)
    }
    await page.goto(`${site.address}/ungdomar/${subject}`)
    expect(await main(page)).toContain('Provgymnasiet: Ja, sedan 17 aug 2026')
    await page.goto(`${site.address}/ungdomar/${subject}/fragor`)
    expect(await findings(page)).toEqual([])
  })
})

describe('the figures', () => {
  it('can be read on a telephone, split and for another period', async () => {
    const page = await site.open({ viewport: { width: 390, height: 844 } })
    await site.signIn(page, 'Karin Ahlvik', '/siffror/uppsokande')
    expect(await main(page)).toContain('Uppsökande arbete i siffror')
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Dela upp per').selectOption('enhet')
    await page.getByRole('button', { name: 'Visa' }).click()
    await page.waitForURL(/per=enhet/)
    expect(await findings(page)).toEqual([])
    expect(await isWide(page)).toBe(false)
  })
})
