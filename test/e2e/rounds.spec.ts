/** Rounds, templates and settings in a real browser: two who release at once, letters in the print folder, a text from right to left, both widths. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { infoOf, textOf } from '../../src/platform/pdf.testbed.ts'
import { saveLanguage, sendOutbox, tendRounds } from '../../src/slices/messaging/index.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let folder: string
beforeAll(async () => {
  site = await aDemoSite()
  folder = mkdtempSync(join(tmpdir(), 'lots-print-'))
  await inTransaction(site.place.pool, async (tx) => {
    const youths = await tx.query<{ id: number }>(
      `select y.person_id::int as id from worklist.seen(null, false) y join outreach.standing s on s.person_id = y.person_id
       where s.step = 'letter' and s.step_from <= current_date and y.street <> '' and y.from_on <= current_date
         and (y.until_on is null or y.until_on > current_date) and y.other_form = '{}' order by y.person_id limit 2`,
    )
    for (const { id } of youths) await saveLanguage(tx, id, 'ar', 'prov')
  })
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await site.close()
})

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const widths = [1280, 390] as const

/** What axe finds, and whether anything scrolls sideways, at both widths. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await findings(page)))
    if (await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')) found.push(`${page.url()} scrolls at ${width}`)
  }
  return found
}

async function speak(page: Page, lang: 'sv' | 'en'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === lang) return
  await page.locator('details.own summary').click()
  await page.getByRole('button', { name: lang === 'en' ? 'English' : 'Svenska' }).click()
  await page.waitForLoadState()
}

const send = () =>
  sendOutbox(
    site.place,
    {
      channels: { sms: null, mail: null, printFolder: folder, publicUrl: site.address },
      report: (error) => {
        throw error
      },
      isOver: () => false,
    },
    new Date(Date.now() + 1000),
  )

let round = ''

describe('a large round', () => {
  it('is begun without script and prepared while somebody does something else', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', '/utskick/ny?slag=stor')
    await page.getByLabel('Namn på rundan').fill('Höstens stora runda')
    await page.getByLabel('Sms samtidigt').uncheck()
    await page.getByRole('button', { name: 'Förbered' }).click()
    round = new URL(page.url()).pathname
    await page.waitForTimeout(1500)
    await page.goto(site.address + round)
    expect(await main(page)).toMatch(/Tre prov[\s\S]*Arabiska/)
    expect(await main(page)).toContain('Texter som ingen översättare har läst')
    await page.getByLabel('Jag har läst de tre proven').check()
    await page.getByRole('button', { name: 'Klar att släppas' }).click()
    expect(await main(page)).toContain('En kollega släpper den.')
  })

  it('has its samples as letters', async () => {
    const page = await site.open()
    await site.signIn(page, 'Sara Vikander', round)
    const letter = await page.request.get(`${site.address}${round}/prov/1`)
    const pdf = new Uint8Array(await letter.body())
    expect([infoOf(pdf).get('Tagged'), infoOf(pdf).get('Pages')]).toEqual(['yes', '1'])
    expect(await faults(page)).toEqual([])
    await speak(page, 'en')
    expect(await main(page)).toMatch(/Three samples/)
    expect(await faults(page)).toEqual([])
    await speak(page, 'sv')
  })

  it('is released by one of two who press at the same time, and the other sees it', async () => {
    const [one, other] = [await site.open(), await site.open()]
    for (const page of [one, other]) {
      await site.signIn(page, 'Sara Vikander', round)
      await page.getByText('Släpp rundan', { exact: true }).click()
    }
    await one.getByRole('button', { name: 'Ja, släpp' }).click()
    await one.getByText('Rundan är släppt').waitFor()
    await other.getByRole('button', { name: 'Ja, släpp' }).click()
    await other.getByText('Någon annan har redan släppt rundan.').waitFor()
    const [sent] = await inTransaction(site.place.pool, (tx) =>
      tx.query<{ n: number; twice: number }>(
        `select count(*)::int as n, (count(*) - count(distinct person_id))::int as twice from messaging.message where round_id is not null`,
      ),
    )
    expect(sent?.n).toBeGreaterThan(5)
    expect(sent?.twice).toBe(0)
  })

  it('becomes letters in the print folder, and is done when all lie there', async () => {
    await send()
    await tendRounds({ place: site.place, publicUrl: site.address }, new Date('2026-11-22T03:00:00Z'))
    const of = join(folder, site.place.code)
    const [only = ''] = readdirSync(of)
    const letters = readdirSync(join(of, only, 'brev'))
    const list = readFileSync(join(of, only, 'forteckning.csv'), 'utf8')
    expect(list.trim().split('\n')).toHaveLength(letters.length + 1)
    expect(list).toContain('ar')
    const whole = infoOf(readFileSync(join(of, only, 'alla-brev-01.pdf')))
    expect([whole.get('Pages'), whole.get('Tagged'), whole.get('Title')]).toEqual([String(letters.length), 'yes', 'Brev'])
    const text = textOf(readFileSync(join(of, only, 'brev', letters[0] ?? '')))
    expect(text).toMatch(/\/svar\/2599/)
    expect(text).not.toContain('EXEMPELKOD')
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/utskick')
    expect(await main(page)).toMatch(/Höstens stora runda[\s\S]*klar/)
    expect(await faults(page)).toEqual([])
  })
})

describe('a template', () => {
  it('is written from right to left, checked, saved, compared and noted as proofread', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/utskick/mallar')
    expect(await faults(page)).toEqual([])
    await page.getByRole('link', { name: 'Första sms:et, Arabiska: Medföljande text' }).click()
    await page.getByRole('link', { name: 'Ändra texten' }).click()
    const body = page.getByLabel('Text', { exact: true })
    expect(await page.evaluate<string>(`getComputedStyle(document.getElementById('body')).direction`)).toBe('rtl')
    const before = await body.inputValue()
    await body.fill(before.replace('{{replyLink}}', ''))
    await page.getByRole('button', { name: 'Spara som ny version' }).click()
    expect(await main(page)).toContain('Mallen saknar fältet {{replyLink}}: utan det kan ingen svara.')
    expect(await faults(page)).toEqual([])
    await page.getByLabel('Text', { exact: true }).fill(`${before}!`)
    await page.getByRole('button', { name: 'Kontrollera' }).click()
    expect(await main(page)).toContain('Inget fel hittades.')
    await page.getByRole('button', { name: 'Spara som ny version' }).click()
    await page.getByText('Sparat som version 1.').waitFor()
    await page.getByLabel('Översättarens namn').fill('Påhitt Översättningar')
    await page.getByRole('button', { name: 'Anteckna som korrekturläst' }).click()
    expect(await main(page)).toContain('Korrekturläst av Påhitt Översättningar')
    await page.getByRole('link', { name: 'Jämför med den som gäller' }).click()
    expect(await page.locator('ins').count()).toBeGreaterThan(0)
    expect(await faults(page)).toEqual([])
  })
})

describe('the settings of messages', () => {
  it('are Jonas’, who is told what is wrong with a number and loses nothing', async () => {
    const page = await site.open()
    await site.signIn(page, 'Jonas Ekdal', '/utskick/installningar')
    expect(await faults(page)).toEqual([])
    await page.getByLabel('Telefonnummer i breven').fill('12')
    await page.getByLabel('Namn i breven').fill('Ungdomslinjen')
    await page.getByRole('button', { name: 'Spara' }).click()
    expect(await main(page)).toContain('Numret går inte att ringa.')
    expect(await faults(page)).toEqual([])
    await page.getByLabel('Telefonnummer i breven').fill('08-465 004 00')
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.getByText('Inställningarna är sparade.').waitFor()
    expect(await page.getByLabel('Namn i breven').inputValue()).toBe('Ungdomslinjen')
    // The browser tells of every form that was refused.
    expect(site.complaints.filter((one) => !/status of (?:409|422)/.test(one))).toEqual([])
  })
})
