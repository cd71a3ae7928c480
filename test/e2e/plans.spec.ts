/** A plan in a real browser: written together in large type, measured as one types, by two at the same time, on a telephone, and without script. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { choose } from './page-walk.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const isWide = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
const inDays = (n: number): string => dateOf(plusDays(dayOf(todayInSweden()), n))

/** A covered youth of Amina's municipality: the nth newest. */
const aYouth = (nth: number): Promise<string> =>
  inTransaction(site.place.pool, async (tx) => {
    const [youth] = await tx.query<{ subject: string }>(
      `select subject_id as subject from worklist.seen(null, false) where until_on > current_date order by from_on desc, person_id offset $1 limit 1`,
      [nth],
    )
    if (youth === undefined) throw new Error('nobody is covered')
    return youth.subject
  })

describe('together', () => {
  it('is written in meeting mode in large type, measured as one types, and acknowledged', async () => {
    const path = `/ungdomar/${await aYouth(3)}`
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', path)
    await page.keyboard.press('m')
    await page.getByText('Möteläge: listor').waitFor()
    await page.getByRole('link', { name: 'Skriv en plan' }).click()
    await page.waitForURL(/tillsammans$/)
    expect(await findings(page)).toEqual([])
    expect(await page.evaluate<number>(`parseFloat(getComputedStyle(document.querySelector('.plan-large')).fontSize)`)).toBeGreaterThan(18)
    await page.locator('#goal').fill('Jag vill gå en kurs och sedan få ett jobb')
    await page.getByText(/Läsbarhet: mycket lätt att läsa \(LIX \d+\)/).waitFor()
    await page
      .locator('#youthText-0')
      .fill(
        'Kommunikationsutbildningens ansökningsförfarande undersöks tillsammans beträffande antagningsbestämmelserna respektive studiefinansieringsmöjligheterna inklusive folkhögskolealternativen',
      )
    await page.getByText('Kortare meningar och kortare ord').waitFor()
    await page.locator('#youthText-0').fill('Ringa vägledaren')
    await page.locator('#municipalityText-0').fill('Boka ett studiebesök')
    await page.locator('#noOtherActor').check()
    await page.locator('#isAcknowledged').check()
    await page.getByRole('button', { name: 'Spara, vi är överens' }).click()
    await page.locator('#youthText-1').waitFor()
    expect(await page.locator('#goal').inputValue()).toBe('Jag vill gå en kurs och sedan få ett jobb')
    await page.getByRole('button', { name: 'Lämna möteläget' }).click()
    await page.goto(`${site.address}${path}/plan`)
    for (const text of ['Ungdomen kvitterade version 1', 'Ringa vägledaren', '6 av 7 punkter uppfyllda', 'Skriv när planen ska vara slut'])
      expect(await main(page)).toContain(text)
    expect(await findings(page)).toEqual([])
  })

  it('each later screen of it is clean: followed up, versions, hub', async () => {
    const path = `/ungdomar/${await aYouth(3)}/plan`
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', path)
    await page.getByRole('group', { name: 'Gjort: Ringa vägledaren' }).getByRole('button').click()
    await page.getByText('Steget är sparat.').waitFor()
    await page.getByText('Flytta', { exact: true }).click()
    await page.getByLabel('Till dagen').fill(inDays(40))
    await page.getByLabel('Väntar på en start').check()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Flytta uppföljningen' }).click()
    await page.getByText('Uppföljningen är flyttad.').waitFor()
    await page.getByRole('link', { name: 'Versioner' }).click()
    expect(await main(page)).toContain('Skillnad mellan version 2 och 3')
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/planer?vilka=alla&visa=flyttade`)
    expect(await main(page)).toContain('väntar på en start')
    expect(await findings(page)).toEqual([])
  })
})

describe('two at the same time', () => {
  it('the second sees both and saves theirs on top', async () => {
    const path = `/ungdomar/${await aYouth(3)}/plan/skriv`
    const [one, other] = [await site.open(), await site.open()]
    await site.signIn(one, 'Amina Lind', path)
    await site.signIn(other, 'Amina Lind', path)
    await one.locator('#youthText-1').fill('Söka CSN')
    await one.getByRole('button', { name: 'Spara planen' }).click()
    await one.getByText('Planen är sparad.').waitFor()
    await other.locator('#goal').fill('Jag vill bli kock')
    await other.getByRole('button', { name: 'Spara planen' }).click()
    await other.getByText('Någon annan hann spara före dig').waitFor()
    expect(await main(other)).toContain('Jag vill gå en kurs och sedan få ett jobb')
    expect(await findings(other)).toEqual([])
    await other.getByRole('button', { name: 'Spara planen' }).click()
    await other.getByText('Planen är sparad.').waitFor()
    for (const text of ['Jag vill bli kock', 'Söka CSN']) expect(await main(other)).toContain(text)
  })
})

describe('elsewhere', () => {
  it('all screens fit a telephone, in the dark', async () => {
    const path = `/ungdomar/${await aYouth(3)}`
    const page = await site.open({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
    await site.signIn(page, 'Amina Lind', '/planer')
    for (const at of [
      '/planer',
      '/planer?vilka=alla&visa=flyttade',
      `${path}/plan`,
      `${path}/plan/skriv`,
      `${path}/plan/tillsammans`,
      `${path}/plan/versioner`,
      path,
    ]) {
      await page.goto(site.address + at)
      expect(await isWide(page), at).toBe(false)
      expect(await findings(page), at).toEqual([])
    }
  })

  it.each(['Amina Lind', 'Erik Nyholm', 'Karin Ahlvik', 'Sara Vikander'])('the header of %s stays on one line at 1280', async (name) => {
    const page = await site.open({ viewport: { width: 1280, height: 800 } })
    await site.signIn(page, name, '/handbok')
    for (const lang of ['en', 'sv'] as const) {
      await choose(page, lang)
      const tops = await page.evaluate<number[]>(
        `[...new Set([...document.querySelectorAll('.menu-bar a')].map((link) => Math.round(link.getBoundingClientRect().top)))]`,
      )
      expect(tops, lang).toHaveLength(1)
      expect(await page.evaluate<number>(`document.querySelector('.top').offsetHeight`), lang).toBeLessThan(70)
    }
  })

  it('is written, measured and printed without script', async () => {
    const path = `/ungdomar/${await aYouth(4)}/plan`
    const page = await site.open({ javaScriptEnabled: false, acceptDownloads: true })
    await site.signIn(page, 'Amina Lind', `${path}/skriv`)
    await page.locator('#goal').fill('Jag vill gå klart gymnasiet på en folkhögskola nära mig')
    await page.locator('#youthText-0').fill('Besöka skolan')
    await page.getByRole('button', { name: 'Räkna om läsbarheten' }).click()
    expect(await main(page)).toMatch(/Läsbarhet: .* \(LIX \d+\)/)
    await page.getByRole('button', { name: 'Fler rader' }).click()
    await page.locator('#youthText-3').fill('Söka i tid')
    await page.getByRole('button', { name: 'Spara som utkast' }).click()
    await page.getByText('Planen är sparad.').waitFor()
    expect(await main(page)).toContain('utkast')
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Skriv ut liten lapp' }).click()
    expect((await download).suggestedFilename()).toMatch(/^lapp-\d{4}-\d{2}-\d{2}\.pdf$/)
  })
})
