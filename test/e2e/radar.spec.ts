/** Two admission lists read in the browser, youths marked by the keyboard, and the number that is to be none; nothing that axe finds on the way. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aFolder } from '../support/places.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
const year = 2026
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

type Leaver = { readonly number: string; readonly isEnrolled: boolean }

/** Those born sixteen years before, and whether it was known by the last day of the season that a school has them in the autumn. */
const leavers = (): Promise<Leaver[]> =>
  inTransaction(site.place.pool, (tx) =>
    tx.query<Leaver>(
      `select y.number, exists (select from register.enrolment e where e.person_id = y.person_id and e.known_until = 'infinity'
         and e.school_type in ('GY', 'GYAN', 'GYS') and (e.end_on is null or e.end_on >= make_date($1, 8, 25)) and e.known_from < make_date($1, 9, 16)) as "isEnrolled"
       from worklist.seen(null, false) y where extract(year from y.born_on) = $1 - 16 and y.number is not null order by y.person_id`,
      [year],
    ),
  )

/** Hands in a list on the page. */
async function handIn(page: Page, round: string, on: string, lines: readonly string[]): Promise<void> {
  const path = join(aFolder(), `lista-${on}.csv`)
  // As an admission office writes it: Windows-1252, columns and words of its own.
  writeFileSync(path, Buffer.from(`Sökandens nummer;Skola;Besked\n${lines.join('\n')}\n`, 'latin1'))
  await page.goto(`${site.address}/radar/listor`)
  await page.getByLabel(round).check()
  await page.getByLabel('Listans dag').fill(on)
  await page.getByLabel('Filen (CSV)').setInputFiles(path)
  await page.getByText('Filens egna ord', { exact: true }).first().click()
  await page.getByLabel('Kolumnen med personnummer').fill('Sökandens nummer')
  await page.getByLabel('Kolumnen med besked').fill('Besked')
  await page.getByRole('textbox', { name: 'Filens egna ord' }).fill('Väntar = reserv')
  await page.getByRole('button', { name: 'Läs in' }).click()
  await page.getByRole('heading', { name: 'Listan är inläst' }).waitFor()
}

const without = async (page: Page): Promise<number> => {
  await page.goto(`${site.address}/radar?ar=${year}`)
  return Number((await page.locator('dt', { hasText: 'Utan plats' }).first().locator('+ dd').innerText()).replaceAll(/\D/g, ''))
}

describe('a coordinator', () => {
  it('reads the lists, sees who has no place, and writes what was done', async () => {
    const page = await site.open()
    await bringAxe(page)
    await site.signIn(page, 'Amina Lind', '/radar')
    const all = await leavers()
    const some = all.slice(0, 12)
    await handIn(
      page,
      'Första antagningen',
      `${year}-07-01`,
      some.map(({ number }, nth) => `${number};Åsö;${nth % 3 === 0 ? 'ej antagen' : nth % 3 === 1 ? 'Väntar' : 'antagen'}`),
    )
    const before = await without(page)
    // Admitted or not: on the last day only a source shows a place.
    expect(before).toBe(all.filter(({ isEnrolled }) => !isEnrolled).length)
    await page.goto(`${site.address}/radar?ar=${year}`)
    const boxes = page.locator('tbody input[type=checkbox]')
    await boxes.nth(0).focus()
    await page.keyboard.press('Space')
    await page.getByLabel('Vad').selectOption({ label: 'Träffad' })
    await page.getByLabel('Dag', { exact: true }).fill(`${year}-07-08`)
    await page.getByRole('button', { name: 'Spara för de markerade' }).click()
    await page.getByText('Sparat för 1.').waitFor()
    expect(await page.locator('tbody tr').first().innerText()).toMatch(/träffad/)
    await page.goto(`${site.address}/radar/siffror?ar=${year}`)
    expect(await page.locator('main').innerText()).toMatch(/Första antagningen, 1 juli[^]*Första antagningen: inte antagna/)
    // The walk of every page sees these without a list; here they are full.
    for (const path of ['/radar/siffror', '/radar', '/radar/listor']) {
      await page.goto(`${site.address}${path}?ar=${year}`)
      await page.evaluate('document.querySelectorAll("main details").forEach((one) => { one.open = true })')
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect([path, await findings(page), await sideways(page)]).toEqual([path, [], false])
      }
    }
    expect(site.complaints.filter((line) => !line.includes('404'))).toEqual([])
  })
})
