/**
 * The routine of seeds/000 in a real browser, from a quarterly assessment to a stop, by the three processes, each seeing only its own. Nothing in the part of the activity responsibility changes by it.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { fillDemoFollowup } from '../../src/cli/demo-followup.ts'
import { setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { aNumber } from '../support/feed-files.ts'
import { aDemoSite, type DemoSite } from './demo-site.ts'
import { aQuarterLater, enterAs, faultsOn, mainText, presses, sumOfTheRest } from './followup-steps.ts'

let site: DemoSite
let before: string
beforeAll(async () => {
  site = await aDemoSite()
  const ids = await setUpDemoMembers(site.place.pool, site.idp.issuer)
  await fillDemoFollowup({ pool: site.place.pool, today: todayInSweden(), ids })
  before = await sumOfTheRest(site.place.pool)
}, 300_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const enter = (name: string, path?: string, width?: number): Promise<Page> => enterAs(site, name, path, width)

describe('from a quarterly assessment to a stop', () => {
  let youth = ''
  const own = (room = ''): string => `/uppfoljning/ungdom/${youth}${room}`

  async function assesses(page: Page, points: Readonly<Record<string, string>>): Promise<void> {
    await page.goto(site.address + own('/bedomningar'))
    await presses(page, /^Påbörja bedömningen för/)
    for (const area of ['school', 'housing', 'communication', 'health', 'economy'])
      for (const item of [1, 2, 3]) await page.locator(`[name="item-${area}${item}"]`).fill(points[area] ?? '18')
    await presses(page, 'Bedömningen är klar')
  }

  it('begins with a youth whom the authority process registers', async () => {
    const mona = await enter('Mona Granfors', '/uppfoljning/ungdomar/ny')
    await mona.getByLabel('Personnummer').fill(aNumber('20090403', '239'))
    await mona.getByLabel('Förnamn').fill('Embla')
    await mona.getByLabel('Efternamn').fill('Provrud')
    await presses(mona, 'Lägg upp')
    youth = new URL(mona.url()).pathname.split('/').at(-1) ?? ''
    expect(await mainText(mona)).toContain('Embla Provrud')
  })

  it('gives a signal at 12.49 and none at 12.5', async () => {
    const mona = await enter('Mona Granfors')
    await assesses(mona, { school: '12,49', housing: '12,5', health: '10' })
    expect(await mainText(mona)).toContain('2 områden är låga')
    await mona.goto(site.address + own('/signaler'))
    const said = await mainText(mona)
    expect(said).toContain('Skola')
    expect(said).toContain('12,49 poäng')
    expect(said).toContain('Hälsa')
    expect(await mona.locator('main h3', { hasText: 'Boende' }).count()).toBe(0)
  })

  it('is nobody else’s until the authority process confirms', async () => {
    for (const name of ['Viktor Almskog', 'Hanna Lövdahl']) {
      const page = await enter(name)
      expect((await page.goto(site.address + own()))?.status()).toBe(404)
    }
    const mona = await enter('Mona Granfors', own('/signaler'))
    await presses(mona, 'Bekräfta: arbetsmarknad följer upp')
    await presses(mona, 'Bekräfta: boendedrift följer upp')
    expect(await mona.getByRole('button', { name: /^Bekräfta/ }).count()).toBe(0)
  })

  it('is acknowledged by each, on a telephone too', async () => {
    for (const name of ['Viktor Almskog', 'Hanna Lövdahl']) {
      const page = await enter(name, '/uppfoljning/uppdrag', 390)
      const row = page.locator('main tr', { hasText: 'Embla Provrud' })
      expect(await row.count()).toBe(1)
      await presses(page, /^Kvittera/, row)
      expect(await mainText(page)).toContain('Uppdraget är kvitterat.')
    }
  })

  it('is rated by housing, once a day and within the scale', async () => {
    const hanna = await enter('Hanna Lövdahl', own(`/skattning/${todayInSweden()}`), 390)
    await hanna.locator('#points-health-1100').check()
    await presses(hanna, 'Spara')
    expect(await mainText(hanna)).toContain('Skattningen är sparad.')
    await hanna.goto(site.address + own('/utveckling'))
    await hanna.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
    expect(await mainText(hanna)).toContain('Skattningar dag för dag')
  })

  it('cannot be stopped before the next quarterly assessment, and says when it can', async () => {
    const mona = await enter('Mona Granfors', own('/signaler'))
    await mona.locator('summary', { hasText: 'Stoppsignal' }).first().click()
    await mona.getByLabel('Grund').locator('visible=true').first().fill('Det går bättre.')
    await presses(mona, 'Stoppsignal')
    const said = await mainText(mona)
    expect(said).toContain('Stoppsignalen väntar på bedömningen för')
    expect(said).toContain('Bedömningen kan göras från och med')
  })

  it('shows each process its own areas, and nothing of the other', async () => {
    const viktor = await enter('Viktor Almskog', own('/utveckling'))
    const school = await mainText(viktor)
    expect(school).toContain('Skola')
    expect(school).not.toContain('Hälsa')
    const hanna = await enter('Hanna Lövdahl', own('/utveckling'))
    const health = await mainText(hanna)
    expect(health).toContain('Hälsa')
    expect(health).not.toContain('Skola')
  })

  it('is late on the boards of all three when a quarter has gone by without anything', async () => {
    await aQuarterLater(site.place.pool, youth)
    for (const [name, said] of [
      ['Mona Granfors', 'Bedöm progressionen'],
      ['Viktor Almskog', 'Dokumentera uppföljningssamtalet'],
      ['Hanna Lövdahl', 'Skatta'],
    ] as const) {
      const page = await enter(name)
      const board = { 'Mona Granfors': 'myndighet', 'Viktor Almskog': 'arbetsmarknad', 'Hanna Lövdahl': 'boendedrift' }[name]
      await page.goto(`${site.address}/uppfoljning/att-gora/${board}`)
      const rows = await page.locator('main tr', { hasText: 'Embla Provrud' }).allInnerTexts()
      expect(rows.join(' '), name).toContain(said)
    }
  })

  it('is talked through and reported by the labour-market secretary by the template, and not by the other process', async () => {
    const month = todayInSweden().slice(0, 7)
    const viktor = await enter('Viktor Almskog', own('/kalla'))
    await viktor.locator('main [name="on"]').fill(todayInSweden())
    await viktor.locator('main [name="at"]').fill('10:30')
    await viktor.locator('main [name="place"]').fill('Rum 2')
    for (const actor of ['trustee', 'housing']) await viktor.locator(`main [name="why-${actor}"]`).fill('Ungdomen är myndig och bor själv.')
    await presses(viktor, 'Kalla')
    await viktor
      .getByRole('group', { name: /Vilka kom/ })
      .getByRole('checkbox')
      .first()
      .check()
    await presses(viktor, 'Samtalet är hållet')
    await viktor.goto(site.address + own(`/rapport/arbetsmarknad/${month}`))
    await viktor.getByLabel(/Rum 2/).check()
    for (const text of await viktor.locator('main textarea:not([name="noTalkWhy"])').all()) await text.fill('Närvaron är bättre.')
    await presses(viktor, 'Lämna rapporten')
    expect(await mainText(viktor)).toContain('Rapporten är lämnad.')
    const hanna = await enter('Hanna Lövdahl')
    expect((await hanna.goto(site.address + own(`/rapport/arbetsmarknad/${month}`)))?.status()).toBe(404)
  })

  it('is judged by the authority process, month by month', async () => {
    const month = todayInSweden().slice(0, 7)
    const mona = await enter('Mona Granfors', own(`/manad/${month}`))
    const form = mona.locator('form', { has: mona.locator('[name="progression"]') }).first()
    await form.getByLabel('uppåt').check()
    await form.getByLabel('Grund').fill('Närvaron har blivit bättre.')
    await form.getByRole('button').click()
    await mona.waitForLoadState()
    expect(await mainText(mona)).toContain('Bedömningen är sparad.')
    expect(await mainText(mona)).toContain('Närvaron är bättre.')
    expect(await form.getByLabel('Grund').inputValue()).toBe('Närvaron har blivit bättre.')
  })

  it('ends with a stop after the quarterly assessment, and then is nobody else’s', async () => {
    const mona = await enter('Mona Granfors')
    await assesses(mona, { school: '14', health: '11' })
    await mona.goto(site.address + own('/signaler'))
    expect(await mainText(mona)).toContain('Uppföljningen kan stoppas')
    const school = mona.locator('main [id^="signal-"]', { hasText: 'Skola' }).first()
    await school.locator('summary', { hasText: 'Stoppsignal' }).click()
    await school.getByLabel('Grund').locator('visible=true').first().fill('Över gränsen i två kvartal.')
    await presses(mona, 'Stoppsignal', school)
    expect(await mainText(mona)).toContain('Avslutade')
    const viktor = await enter('Viktor Almskog', '/uppfoljning/uppdrag')
    // The day of the stop is the last of the follow-up.
    expect(await viktor.locator('main tr', { hasText: 'Embla Provrud' }).innerText()).toContain('avslutad')
    await aQuarterLater(site.place.pool, youth)
    expect((await viktor.goto(site.address + own()))?.status()).toBe(404)
    const hanna = await enter('Hanna Lövdahl')
    expect((await hanna.goto(site.address + own()))?.status()).toBe(200)
  })

  it('has everything on one line of time, and as a file', async () => {
    const mona = await enter('Mona Granfors', own('/utveckling'))
    await mona.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
    const said = await mainText(mona)
    for (const part of ['12,49', '14 (+1,51 sedan förra)', 'från arbetsmarknad för den 1', 'Bedömd progression', 'slutar, sista dagen'])
      expect(said).toContain(part)
    const [download] = await Promise.all([mona.waitForEvent('download'), mona.getByRole('button', { name: 'Spara som PDF' }).click()])
    expect(download.suggestedFilename()).toMatch(/^riktad-uppfoljning-\d{4}-\d{2}-\d{2}\.pdf$/)
  })

  it('tells of a period that is none on a page in which axe finds nothing, wide or narrow', async () => {
    const mona = await enter('Mona Granfors')
    const faults: string[] = []
    for (const path of ['/uppfoljning/overblick?fran=x&till=y', own('/utveckling?fran=2026-13-01&till=2026-11-01')])
      faults.push(...(await faultsOn(site, mona, path, 422)))
    expect(faults).toEqual([])
    expect(site.complaints.filter((one) => !one.includes('404') && !one.includes('422'))).toEqual([])
  })
})

describe('the part of the activity responsibility', () => {
  it('is as it was, to the last row, but for who signed in', async () => {
    expect(await sumOfTheRest(site.place.pool)).toBe(before)
    const others = await inTransaction(
      site.place.pool,
      (tx) => tx.query(`select action from audit.line where action like 'followup.%'`),
      null,
    )
    expect(others).toEqual([])
  })
})
