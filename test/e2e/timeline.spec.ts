/** Everything about a youth in a real browser: on a phone, with the keyboard, without script and on paper; and the status on the person page. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../src/platform/plain-date.ts'
import { recordMeasure } from '../../src/slices/measures/index.ts'
import { recordOccupation } from '../../src/slices/outreach/index.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

const today = todayInSweden()
const ago = (days: number): PlainDate => dateOf(plusDays(dayOf(today), -days))
let site: DemoSite
let youth: string

/** One to act on gets a measure that began today, and was once said to work. */
beforeAll(async () => {
  site = await aDemoSite()
  const { pool } = site.place
  const { rows } = await pool.query<{ id: number; subject: string }>(
    `select y.person_id::int as id, y.subject_id as subject from worklist.youth y where y.from_on <= current_date - 30 and y.until_on > current_date and not y.other_form @> current_date
       and y.person_id not in (select p.person_id from register.protected_now p) order by y.from_on, y.person_id limit 1`,
  )
  const [one] = rows
  youth = `/ungdomar/${one?.subject ?? ''}`
  await inTransaction(pool, async (tx) => {
    const personId = one?.id ?? 0
    const said = { personId, kind: 'work', source: 'youth', sinceOn: null, statedOn: ago(100), saidBy: 'prov', contactId: null } as const
    await recordOccupation(tx, said)
    const hand = {
      responsible: 'municipality',
      department: null,
      note: '',
      byName: 'Amina Lind',
      staffId: null,
      origin: 'hand',
      originId: null,
    } as const
    const made = await recordMeasure(tx, { ...hand, personId, itemKey: 'guidance', fromOn: today, plannedUntilOn: null }, today)
    if (!made.granted) throw new Error(made.reason)
  })
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
const main = (page: Page) => page.locator('main').innerText()

describe('the timeline', () => {
  it('is reached from the person page, which says where the youth stands and why', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', youth)
    const card = page.locator('#lage')
    expect(await card.innerText()).toMatch(
      /Pågående åtgärd[\s\S]*Studie- och yrkesvägledning sedan[\s\S]*Åter till Att åtgärda den dag den avslutas\./,
    )
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Hela tidslinjen' }).click()
    await page.getByRole('heading', { level: 3 }).first().waitFor()
    expect(await findings(page)).toEqual([])
    expect(await main(page)).toContain('Åtgärd började: Studie- och yrkesvägledning')
    expect(await page.title()).toBe('Tidslinje – Ungdomslots')
  })

  it('is narrowed without script, and the address says nothing of the youth', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', `${youth}/tidslinje`)
    await page.getByText('Vad visas?', { exact: true }).click()
    await page.getByLabel(/^Åtgärder \(/).check()
    await page.getByLabel('Från och med').fill(ago(1))
    await page.getByRole('button', { name: 'Visa', exact: true }).click()
    expect(await main(page)).toMatch(/1 händelse[\s\S]*Åtgärd började/)
    expect(new URL(page.url()).search).toBe(`?visa=atgard&fran=${ago(1)}&till=`)
    expect(await page.getByLabel(/^Åtgärder \(/).isChecked()).toBe(true)
  })

  it('is worked with the keyboard: the picture has its table', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', `${youth}/tidslinje`)
    await page.getByText('Visa som tabell').focus()
    await page.keyboard.press('Enter')
    const table = page.getByRole('table').filter({ hasText: 'Sysselsättning' })
    expect(await table.innerText()).toMatch(/okänd \(förut: arbetar\)/)
    expect(await findings(page)).toEqual([])
  })

  it('fits a phone of 390 points, and prints without what is pressed', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', `${youth}/tidslinje`)
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await width(page)).toBeLessThanOrEqual(390)
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}${youth}`)
    expect(await width(page)).toBeLessThanOrEqual(390)
    await page.goto(`${site.address}${youth}/tidslinje`)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.timeline-filter').isVisible()).toBe(false)
    expect(await page.locator('.timeline').first().isVisible()).toBe(true)
  })
})
