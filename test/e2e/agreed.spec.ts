/**
 * What is agreed with a youth, from one end to the other: what happened, a plan written together with the keyboard alone, a practice that takes the youth
 * off the list of those to act on and back again the same day, a note that is asked about, and all of it on the timeline.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { tabTo } from './own-plan-steps.ts'

const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(todayInSweden()), days))
const goal = 'Jag vill ha ett jobb där jag får laga mat'
const ours = 'Ordna praktik i ett kök'
const note = 'Handledaren vet att hen har adhd'

/** What the list of the timeline says of it, with what stands below. */
const onTimeline = [
  ['Uppföljning av planen', ''],
  ['Ungdomen har läst planen och sagt ja', 'version 1 · tillsammans'],
  ['Planen skrevs', `version 1 · Mål: ${goal}`],
  ['Nådd: möte', 'Amina Lind'],
  ['Åtgärd avslutades: Praktik', 'Genomförd som planerat'],
  ['Åtgärd började: Praktik', note],
  ['Sysselsättning: studerar', 'enligt ungdomen'],
  ['Sysselsättning: arbetar', 'enligt ungdomen'],
  ['Omfattas av aktivitetsansvaret', ''],
] as const

let site: DemoSite
let page: Page
let path = ''

beforeAll(async () => {
  site = await aDemoSite()
  const [youth] = await inTransaction(site.place.pool, (tx) =>
    tx.query<{ subject: string }>(
      `select subject_id as subject from worklist.seen(null, false) where from_on <= current_date - 30 and until_on > current_date and other_form = '{}'
       order by from_on desc, person_id limit 1`,
    ),
  )
  path = `/ungdomar/${youth?.subject ?? ''}`
  page = await site.open({ acceptDownloads: true })
  await site.signIn(page, 'Amina Lind', '/ungdomar')
}, 120_000)
afterAll(() => site.close())

const main = (): Promise<string> => page.locator('main').innerText()
const open = (to = ''): Promise<unknown> => page.goto(`${site.address}${path}${to}`)
const status = (): Promise<string> => page.locator('#lage').innerText()

/** Whether the youth stands on a list. */
async function standsOn(list: '' | '?lage=pagaende'): Promise<boolean> {
  await page.goto(`${site.address}/ungdomar${list}`)
  return (await page.locator(`main a[href^="${path}"]`).count()) > 0
}

/** Types a day in the field that has the focus, in the order that the browser has its parts. A year may have six digits: the next part is stepped to. */
async function typeDay(day: PlainDate): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-')
  const { keyboard } = page
  for (const [first, then] of [[month + date + year], [date + month + year], [year, month + date]] as const) {
    await keyboard.press('ArrowLeft')
    await keyboard.press('ArrowLeft')
    await keyboard.type(first)
    if (then !== undefined) {
      await keyboard.press('ArrowRight')
      await keyboard.type(then)
    }
    if ((await page.evaluate<string>('document.activeElement.value')) === day) return
  }
  throw new Error(`the keyboard does not write ${day}`)
}

/** Steps to a field with Tab alone, and types in it. */
async function write(label: string, text: string): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.type(text)
}

/** Steps to a button, a link or a box with Tab alone, and presses it. */
async function press(label: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, label)
  await page.keyboard.press(key)
}

describe('what is agreed', () => {
  it('begins with what happened: who works has said so, and is still to act on', async () => {
    expect(await standsOn('')).toBe(true)
    await open()
    expect(await status()).toMatch(/Att åtgärda/)
    await page.getByRole('link', { name: 'Skriv in vad som hände' }).click()
    await page.getByLabel('Sök bland orden').fill('jobbet')
    await page.getByLabel('Arbetar, har ordnat jobbet själv', { exact: true }).check()
    await page.getByLabel('Ungdomen, när vi träffades', { exact: true }).check()
    await page.getByRole('button', { name: 'Se vad som skrivs' }).click()
    await page.getByRole('heading', { name: 'Det här skrivs' }).waitFor()
    expect(await main()).toMatch(/Sysselsättning\s+Arbetar[\s\S]*Ingen åtgärd/)
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.waitForURL(site.address + path)
    expect(await main()).toMatch(/Arbete som ungdomen ordnat själv\s+Arbetar/)
    expect(await status()).toMatch(/Att åtgärda/)
  })

  it('is written together in meeting mode with the keyboard alone, said yes to, followed up on a day, and printed', async () => {
    await page.keyboard.press('m')
    await page.getByText('Möteläge: listor').waitFor()
    await press('Skriv en plan')
    await page.waitForURL(/tillsammans$/)
    await write('Mitt mål', goal)
    await tabTo(page, 'Slutar')
    await typeDay(inDays(180))
    await write('Steg 1', 'Skriva vad jag kan laga')
    await write('Steg 1', ours)
    await press('Ingen annan har ansvar för något', 'Space')
    await tabTo(page, 'Dag 1')
    await typeDay(inDays(21))
    await press('Jag har läst planen och säger ja', 'Space')
    await press('Spara, vi är överens')
    await page.getByText('Du sa ja till planen').waitFor()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Lämna möteläget' }).click()
    await open('/plan')
    for (const text of [goal, ours, '7 av 7 punkter uppfyllda', 'Ungdomen kvitterade version 1', 'planerad'])
      expect(await main()).toContain(text)
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Skriv ut på A4' }).click()
    expect((await download).suggestedFilename()).toMatch(/^plan-[\d-]+\.pdf$/)
  })

  it('becomes a practice that takes the youth to those with one ongoing; what is written of it is asked about, and kept', async () => {
    await page.getByRole('link', { name: `Registrera som åtgärd: ${ours}` }).click()
    await page.getByLabel('Insats').selectOption({ label: 'Praktik' })
    await page.getByRole('button', { name: 'Fortsätt' }).click()
    await page.getByLabel('Börjar').fill(inDays(-5))
    await page.getByLabel('Innehåll och mål').fill(note)
    await page.getByRole('button', { name: 'Spara åtgärden' }).click()
    await page.getByText('Läs igenom det du skrev').waitFor()
    expect(await main()).toMatch(/”adhd”: Uppgifter om hälsa[^]*förordning 2006:39, 5 §/)
    expect(await page.getByLabel('Innehåll och mål').inputValue()).toBe(note)
    await page.getByLabel('Spara ändå').check()
    await page.getByRole('button', { name: 'Spara åtgärden' }).click()
    await page.getByText('Åtgärden är sparad.').waitFor()
    await open()
    expect(await status()).toMatch(/Pågående åtgärd[^]*Praktik sedan[^]*Åter till Att åtgärda den dag den avslutas/)
    expect([await standsOn(''), await standsOn('?lage=pagaende')]).toEqual([false, true])
  })

  it('ends the same day, with what the youth does then: the youth is to act on again', async () => {
    await open('/atgarder')
    await page.getByRole('link', { name: 'Praktik' }).click()
    await page.getByText('Avsluta …').click()
    await page.locator('#end-on').fill(inDays(0))
    await page.locator('#end-reason').selectOption({ label: 'Genomförd som planerat' })
    await page.getByLabel('Vad gör ungdomen efteråt?').first().selectOption({ label: 'studerar' })
    await page.getByRole('button', { name: 'Avsluta åtgärden' }).click()
    await page.getByText('Åtgärden är avslutad.').waitFor()
    await open()
    expect(await status()).toMatch(/Att åtgärda[^]*då praktik avslutades/)
    expect(await page.locator('#sysselsattning').innerText()).toMatch(/Studerar/)
    expect([await standsOn(''), await standsOn('?lage=pagaende')]).toEqual([true, false])
  })

  it('stands on the timeline, all of it; in the log stands that a note was kept, and no word of it', async () => {
    await open('/tidslinje')
    const told = (await main()).split('13 händelser')[1] ?? ''
    for (const [what, more] of onTimeline) expect(told).toMatch(new RegExp(`${what}[^\\n]*\\n${more}`))
    expect(await findings(page)).toEqual([])
    const { rows } = await site.place.pool.query<{ outcome: string; kept: string; flagged: object }>(
      `select outcome, detail ->> 'kept' as kept, detail -> 'flagged' as flagged from audit.line where detail ? 'flagged' order by id`,
    )
    expect(rows).toEqual([
      { outcome: 'note-flags', kept: 'false', flagged: { diagnosis: 1 } },
      { outcome: 'done', kept: 'true', flagged: { diagnosis: 1 } },
    ])
    const { rowCount } = await site.place.pool.query(`select from audit.line l where l::text ~* 'adhd|laga mat|praktik i ett'`)
    expect(rowCount).toBe(0)
    expect(site.complaints.filter((line) => !line.includes('422'))).toEqual([])
  })
})
