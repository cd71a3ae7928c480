/**
 * The half-yearly return in a real browser: a coordinator takes it from an error to a delivery with its receipt without script, a second one with the
 * keyboard alone, and what has changed since; every page of it is sound on a wide screen and a phone.
 */
import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { tabTo } from './own-plan-steps.ts'

let site: DemoSite
/** Covered through the whole of the half-year, seen by everybody who sees the municipality. */
let youth = { id: 0, subjectId: '' }
const half = '2026H1'
const at = (path = ''): string => `/halvarsuppgiften${path}?halvar=${half}`

const sql = async <Row>(text: string, values: unknown[] = []): Promise<Row[]> => (await site.place.pool.query(text, values)).rows as Row[]

beforeAll(async () => {
  site = await aDemoSite()
  const [found] = await sql<{ id: number; subjectId: string }>(
    `select y.person_id::int as id, y.subject_id as "subjectId" from worklist.youth y
     where y.from_on < '2026-04-01' and y.until_on is distinct from y.from_on and (y.until_on is null or y.until_on > current_date)
       and y.person_id not in (select p.person_id from register.protected_now p) order by y.person_id limit 1`,
  )
  if (found === undefined) throw new Error('nobody is covered all through the half-year')
  youth = found
  // A measure that has ended, and nobody wrote what came after.
  await sql(
    `insert into measures.measure (person_id, item_key, item_version, is_exclusive, responsible, placement, origin, by_name, changed_by, from_on, recorded_on,
       ended_on, end_reason, end_said_on)
     values ($1, 'guidance', 1, false, 'municipality', 'none', 'hand', 'Prov', 'Prov', '2026-05-04', '2026-05-04', '2026-06-12', 'completed', '2026-06-12')`,
    [youth.id],
  )
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const width = (page: Page): Promise<number> => page.evaluate<number>('document.documentElement.scrollWidth')
const phone = { viewport: { width: 390, height: 844 } } as const
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()
const figure = (page: Page, label: string): Promise<string> =>
  page.locator('dl.figures > div').filter({ hasText: label }).locator('dd').innerText()

describe('the return', () => {
  it('is tried, mended at the field, and counts to zero, without script on a phone', async () => {
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', at())
    await press(page, 'Pröva uppgiften nu')
    expect(await figure(page, 'fel kvar')).toBe('1')
    expect(await width(page)).toBe(390)
    await page.locator('#kontroll-error-occupationAfterMissing a').first().click()
    expect(new URL(page.url()).pathname).toMatch(new RegExp(`^/ungdomar/${youth.subjectId}/atgarder/`))
    // The field is in a part that is closed until somebody asks for it: who is led to the field sees it.
    await page.locator('#end-occupation').selectOption('work')
    await press(page, 'Spara rättelsen')
    await page.goto(site.address + at())
    await press(page, 'Pröva igen nu')
    expect(await figure(page, 'fel kvar')).toBe('0')
    expect(await main(page)).toContain('Inga fel. Uppgiften kan levereras.')
  })

  it('is delivered, with the receipt to be done until it is written, without script', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', at())
    await page.getByRole('link', { name: 'Leverera …' }).click()
    expect(await main(page)).toContain('Det är den första leveransen för halvåret.')
    await press(page, 'Leverera')
    expect(await main(page)).toContain('Uppgiften är levererad.')
    const delivery = page.url()
    // Protected youths are in the file: Amina is told who may fetch it, and Sara does.
    expect(await main(page)).toMatch(/skyddade personuppgifter\. Be .*Sara Vikander/)
    expect(await page.getByRole('link', { name: 'Hämta filen' }).count()).toBe(0)
    await page.goto(site.address + at())
    expect(await main(page)).toContain('Leverans 1 saknar kvittensnummer')
    await page.getByRole('link', { name: 'Skriv in kvittensen' }).click()
    expect(page.url()).toBe(`${delivery}#number`)
    await page.getByLabel('Kvittensens nummer').fill('SCB-00418')
    await press(page, 'Spara numret')
    await page.goto(site.address + at())
    expect(await main(page)).toContain('kvittens SCB-00418')
    expect(await main(page)).not.toContain('saknar kvittensnummer')
  })

  it('gives its exact file to the one who may see everybody in it', async () => {
    const page = await site.open({ acceptDownloads: true })
    await site.signIn(page, 'Sara Vikander', at())
    await page.getByRole('link', { name: 'Leverans 1' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Hämta filen' }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('kaa-2599-2026H1.csv')
    const [kept] = await sql<{ bytes: Buffer }>('select bytes from returns.delivery')
    expect(kept?.bytes.equals(readFileSync(await file.path()))).toBe(true)
  })

  it('is delivered anew with the keyboard alone when something has changed, and the page says what it replaces', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', at())
    await sql(
      `update measures.measure set struck_at = clock_timestamp(), struck_by = 'Prov', struck_why = 'fel', version = version + 1 where person_id = $1`,
      [youth.id],
    )
    await tabTo(page, 'Vad har ändrats?')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Vad har ändrats sedan vi skickade?' }).waitFor()
    expect(await main(page)).toMatch(/Rättad uppgift: åtgärd/)
    expect(await main(page)).toMatch(/Åtgärd påbörjad\s+borta\s+2026-05-04/)
    await tabTo(page, 'Halvårsuppgiften 2026H1')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Halvårsuppgiften' }).waitFor()
    await tabTo(page, 'Leverera …')
    await page.keyboard.press('Enter')
    await page.getByText('Den nya uppgiften ersätter leverans 1').waitFor()
    await tabTo(page, 'Leverera')
    await page.keyboard.press('Enter')
    await page.waitForURL(/leveranser/)
    await tabTo(page, 'Kvittensens nummer')
    await page.keyboard.type('SCB-00519')
    await page.keyboard.press('Enter')
    await page.getByText('Kvittensen är sparad.').waitFor()
    expect(await main(page)).toContain('SCB-00519')
  })

  it('has pages in which axe finds nothing, on a wide screen and a phone', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', at())
    const [last] = await sql<{ id: string }>('select delivery_id as id from returns.delivery order by id desc limit 1')
    const paths = [
      at(),
      `${at()}&kontroll=occupationNotAsked`,
      at('/filen'),
      at('/andrat'),
      at('/leverera'),
      `/halvarsuppgiften/leveranser/${last?.id ?? ''}`,
      at('/profil'),
      '/halvarsuppgiften?halvar=2999H1',
      '/halvarsuppgiften?halvar=2025H2',
    ]
    for (const path of paths) {
      await page.goto(site.address + path)
      for (const size of [phone.viewport, { width: 1280, height: 900 }]) {
        await page.setViewportSize(size)
        expect([path, await width(page), await findings(page)]).toEqual([path, size.width, []])
      }
    }
    expect(site.complaints).toEqual([])
  })
})

describe('the profile', () => {
  it('is changed code by code, and taken back to the shipped one, without script on a phone', async () => {
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', at('/profil'))
    await page.getByText('Orsak till avregistrering', { exact: true }).click()
    await page.getByLabel('bor inte i kommunen').fill('')
    await press(page, 'Spara som kommunens egen')
    expect(await main(page)).toContain('codes.exitReasons.moved: Kod saknas.')
    expect(await width(page)).toBe(390)
    await page.getByLabel('bor inte i kommunen').fill('55')
    await press(page, 'Spara som kommunens egen')
    expect(await main(page)).toContain('Profilen är sparad som version 1.')
    await page.getByText('Gå tillbaka till den levererade …').click()
    await press(page, 'Ja, gå tillbaka')
    expect(await main(page)).toContain('Den levererade profilen gäller igen.')
  })

  it('is sent as a file', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', at('/profil'))
    const [shipped] = await page.evaluate<string[]>(
      `Promise.all([fetch('/halvarsuppgiften/profil/json?halvar=${half}').then((r) => r.text())])`,
    )
    const changed = (shipped ?? '').replace('"separator": ";"', '"separator": "|"')
    await page.getByText('Profilen i JSON').first().click()
    await page.getByLabel('Eller en fil').setInputFiles({ name: 'profil.json', mimeType: 'application/json', buffer: Buffer.from(changed) })
    await press(page, 'Spara texten')
    await page.getByText('Profilen är sparad som version').waitFor()
    expect(await main(page)).toMatch(/Skiljetecken\s+\|/)
  })
})
