/** Housing in a real browser, on a telephone: a day rated for several youths, what is missing, a correction, a talk called, held and reported. Once without script. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { daysLater } from '../../src/slices/followup/calendar/month.rules.ts'
import { addSignal } from '../../src/slices/followup/signals/signals.actions.ts'
import { must } from '../../src/slices/followup/work.testbed.ts'
import { aNumber } from '../support/feed-files.ts'
import { aDemoSite, type DemoSite } from './demo-site.ts'
import { enterAs, mainText, presses } from './followup-steps.ts'

let site: DemoSite
const today = todayInSweden()
const youths: string[] = []

/** A youth whom housing follows up since forty days, in health and housing. */
async function aYouth(name: string, by: string): Promise<string> {
  const since = daysLater(today, -40)
  const text = `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
    values ($1, $2, 'Provsson', '2008-05-01', $3, $4, $3) returning id`
  const values = [aNumber(`200807${String(youths.length + 1).padStart(2, '0')}`), name, since, by]
  const [row] = await inTransaction(site.place.pool, (tx) => tx.query<{ id: string }>(text, values), null)
  const youthId = row?.id ?? ''
  const writer = { reader: { staffId: by, mayReadProtected: false, today: since }, today: since, isFresh: true }
  for (const area of ['health', 'housing'])
    must(await addSignal(site.place.pool, writer, youthId, { area, ground: 'Orolig.', recipient: null }))
  return youthId
}

beforeAll(async () => {
  site = await aDemoSite()
  const mona = (await setUpDemoMembers(site.place.pool, site.idp.issuer))['mona'] ?? ''
  for (const name of ['Alma', 'Bea', 'Cilla']) youths.push(await aYouth(name, mona))
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const own = (nth: number, room = ''): string => `/uppfoljning/ungdom/${youths[nth]}${room}`
const taps = async (page: Page, area: string, points: string): Promise<void> => {
  await page.locator(`#points-${area}-${Number(points) * 100}`).check()
}
const enter = (path: string, width = 390): Promise<Page> => enterAs(site, 'Hanna Lövdahl', path, width)

describe('a day of ratings', () => {
  it('is two taps and one for each youth, from the first to the last', async () => {
    const page = await enter('/uppfoljning/skattning')
    expect(await mainText(page)).toContain('0 av 3 är skattade.')
    await page.getByRole('link', { name: /Alma Provsson/ }).click()
    for (const name of ['Alma', 'Bea', 'Cilla']) {
      expect(await page.locator('main h1').innerText()).toContain(name)
      await taps(page, 'health', '12')
      await taps(page, 'housing', '14')
      await presses(page, 'Spara och gå till nästa')
    }
    expect(await mainText(page)).toContain('Alla är skattade.')
  })

  it('shows a day without a rating as missing, and lets it be given after', async () => {
    const page = await enter(own(0))
    const day = daysLater(today, -1)
    const cell = page.locator(`main a[href="${own(0, `/skattning/${day}`)}"]`)
    expect(await cell.innerText()).toContain('saknas')
    await cell.click()
    await taps(page, 'health', '10')
    await page.locator('#half-health').check()
    await presses(page, 'Spara')
    const said = await mainText(page)
    expect(said).toContain('Hälsa 10,5')
    expect(await page.locator(`main a[href="${own(0, `/skattning/${day}`)}"]`).innerText()).toContain('delvis')
  })

  it('is corrected with a reason, without script, on the narrowest telephone', async () => {
    const page = await site.open({ viewport: { width: 320, height: 640 }, javaScriptEnabled: false })
    page.setDefaultTimeout(15_000)
    await site.signIn(page, 'Hanna Lövdahl', own(1, `/skattning/${today}`))
    await taps(page, 'health', '9')
    await presses(page, 'Spara')
    expect(await page.locator('[role=alert]').innerText()).toContain('Skriv varför skattningen rättas.')
    await page.getByLabel('Varför ändras skattningen?').fill('Tryckte fel.')
    await presses(page, 'Spara')
    const said = await mainText(page)
    expect(said).toMatch(/Hälsa 9\b/)
    expect(said).toMatch(/Hälsa 12\b/)
    expect(said).toContain('Tryckte fel.')
  })

  it('is filled by keyboard alone: arrows choose the number', async () => {
    const page = await enter(own(2, `/skattning/${daysLater(today, -2)}`), 1280)
    await page.locator('#points-health').focus()
    for (let n = 0; n < 3; n++) await page.keyboard.press('ArrowRight')
    expect(await page.locator('[name="points-health"]:checked').inputValue()).toBe('2')
    await page.keyboard.press('Enter')
    await page.waitForURL((address) => !address.pathname.startsWith(own(2)))
    await page.goto(site.address + own(2, `/skattning/${daysLater(today, -2)}`))
    expect(await page.locator('main').textContent()).toContain('Hälsa 2')
  })
})

describe('a talk and its report', () => {
  it('is called, held by those who came, and documented: a draft first, then handed in', async () => {
    const page = await enter(own(0))
    await page.locator('main').getByRole('link', { name: 'Kalla till samtal' }).first().click()
    await page.getByLabel('Dag', { exact: true }).fill(today)
    await page.getByLabel('Klockslag').fill('9.30')
    await page.getByLabel('Plats').fill('Köket')
    await presses(page, 'Kalla')
    expect(await page.locator('[role=alert]').innerText()).toContain('Skriv varför')
    await page.getByLabel('Om god man inte kallas: varför?').fill('Myndig.')
    await page.getByLabel('Om boendepersonalen inte kallas: varför?').fill('Vi är med.')
    await presses(page, 'Kalla')
    expect(await mainText(page)).toContain('Köket')
    await page.getByLabel('Ungdomen', { exact: true }).check()
    await presses(page, 'Samtalet är hållet')
    await page.getByRole('link', { name: 'Till månadens rapport' }).click()
    await page.getByRole('radio', { name: /Köket/ }).check()
    await page.getByLabel('Sedan förra samtalet').fill('Sover bättre.')
    await presses(page, 'Spara utkast')
    expect(await mainText(page)).toContain('Utkast, sparat')
    await presses(page, 'Lämna rapporten')
    expect(await page.locator('[role=alert]').innerText()).toContain('Läget: Boende: Fyll i det här.')
    for (const label of ['Läget: Boende', 'Läget: Hälsa', 'Ungdomens egna ord', 'Det vi kom överens om'])
      await page.getByLabel(label).fill('Bra.')
    await presses(page, 'Lämna rapporten')
    expect(await mainText(page)).toMatch(/Lämnad[\s\S]*Hanna Lövdahl[\s\S]*Sover bättre\./)
  })
})
