/** The sealed module's house in a real browser: from an empty start to a youth with home, trustee and follower; each role sees only its own. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aNumber } from '../support/feed-files.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const menu = (page: Page): Promise<string> => page.locator('nav.menu-bar').innerText()
const presses = async (page: Page, name: string, role: 'button' | 'link' = 'button'): Promise<void> => {
  await page.locator('main').getByRole(role, { name, exact: true }).click()
  await page.waitForLoadState()
}

async function enter(name: string, path = '/uppfoljning'): Promise<Page> {
  const page = await site.open({ viewport: { width: 1280, height: 900 } })
  await site.signIn(page, name, path)
  return page
}

async function faultsOn(page: Page, address: string): Promise<string[]> {
  const response = await page.goto(site.address + address)
  await page.evaluate(`document.querySelectorAll('main details').forEach((one) => { one.open = true })`)
  const faults: string[] = response?.status() === 200 ? [] : [`${address}: ${response?.status()}`]
  for (const [width, colorScheme] of [
    [1280, 'light'],
    [390, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 900 })
    faults.push(...(await findings(page)).map((fault) => `${address}, ${width}: ${fault}`))
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    if (wide > width) faults.push(`${address}: ${wide} wide in ${width}`)
  }
  return faults
}

describe('directed follow-up, from nothing', () => {
  let youth = ''

  it('is where somebody with nothing else lands, and is not in the menu of anybody else', async () => {
    const mona = await site.open()
    await mona.goto(`${site.address}/logga-in`)
    await mona.getByRole('link', { name: 'Logga in' }).click()
    await mona.getByRole('button', { name: 'Mona Granfors' }).click()
    await mona.waitForURL(`${site.address}/uppfoljning`)
    expect((await menu(mona)).trim()).toBe('Uppföljning')
    expect((await mona.goto(`${site.address}/ungdomar`))?.status()).toBe(403)
    const amina = await enter('Amina Lind', '/ungdomar')
    expect(await menu(amina)).not.toContain('Uppföljning')
    expect((await amina.goto(`${site.address}/uppfoljning/ungdomar`))?.status()).toBe(403)
  })

  it('gets its units from the administrator, who sees no youths', async () => {
    const tove = await enter('Tove Rosenmark', '/uppfoljning/enheter')
    await presses(tove, 'Ny boendeenhet', 'link')
    await tove.getByLabel('Namn').fill('Källgården')
    await tove.getByLabel('Område').fill('Lövsta')
    await presses(tove, 'Spara')
    expect(await main(tove)).toContain('Källgården')
    expect(await tove.locator('main a[href="/uppfoljning/ungdomar"]').count()).toBe(0)
    expect((await tove.goto(`${site.address}/uppfoljning/ungdomar`))?.status()).toBe(403)
  })

  it('gets a youth with home, trustee and follower from the authority', async () => {
    const mona = await enter('Mona Granfors', '/uppfoljning/ungdomar')
    await presses(mona, 'Lägg upp en ungdom', 'link')
    await mona.getByLabel('Personnummer').fill('1')
    await presses(mona, 'Lägg upp')
    expect(await main(mona)).toContain('Det här är inget personnummer')
    await mona.getByLabel('Personnummer').fill(aNumber('20080902', '239'))
    await mona.getByLabel('Förnamn').fill('Nour')
    await mona.getByLabel('Efternamn').fill('Exempel')
    await mona.getByLabel('Boendeenhet').selectOption({ label: 'Källgården (Lövsta)' })
    await mona.getByLabel('Från och med').fill('2026-01-10')
    await presses(mona, 'Lägg upp')
    expect(await main(mona)).toMatch(/Nour Exempel[\s\S]*Källgården/)
    expect(await mona.title()).not.toContain('Nour')
    youth = new URL(mona.url()).pathname
    await mona.goto(`${site.address}${youth}/aktorer`)
    await mona.getByLabel('god man').check()
    await mona.getByLabel('Namn').fill('Gun Exempel')
    await mona.getByLabel('Telefon').fill('08-465 004 01')
    await presses(mona, 'Spara')
    await mona.goto(`${site.address}${youth}/foljer`)
    await mona.getByLabel('Medarbetare').selectOption({ label: 'Hanna Lövdahl (boendedrift)' })
    await mona.getByLabel('boendedrift', { exact: true }).check()
    await presses(mona, 'Utse')
    await mona.goto(`${site.address}${youth}`)
    expect(await main(mona)).toMatch(/Gun Exempel · 08-465 004 01[\s\S]*Hanna Lövdahl/)
  })

  it('shows the youth to the one who follows, and to nobody of the other process', async () => {
    const hanna = await enter('Hanna Lövdahl', '/uppfoljning/ungdomar')
    await hanna.getByRole('link', { name: 'Nour Exempel' }).click()
    expect(await main(hanna)).toContain('Gun Exempel')
    const viktor = await enter('Viktor Almskog', '/uppfoljning/ungdomar')
    expect(await main(viktor)).not.toContain('Nour')
    expect((await viktor.goto(`${site.address}${youth}`))?.status()).toBe(404)
  })

  it('is clean to axe and fits a telephone, in both languages and themes', async () => {
    const faults: string[] = []
    const mona = await enter('Mona Granfors')
    const ways = ['', '/uppgifter', '/aktorer', '/foljer'].map((way) => `${youth}${way}`)
    const hers = ['/uppfoljning', '/uppfoljning/ungdomar', '/uppfoljning/ungdomar?lage=utflyttade', '/uppfoljning/ungdomar/ny', ...ways]
    for (const address of hers) faults.push(...(await faultsOn(mona, address)))
    const tove = await enter('Tove Rosenmark')
    await tove.locator('details.own summary').click()
    await tove.getByRole('button', { name: 'English' }).click()
    await tove.waitForLoadState()
    await tove.goto(`${site.address}/uppfoljning/medlemmar`)
    const member = await tove.getByRole('link', { name: 'Hanna Lövdahl' }).getAttribute('href')
    const theirs = ['', '/enheter', '/enheter/ny', '/medlemmar', '/installningar'].map((way) => `/uppfoljning${way}`)
    for (const address of [...theirs, member ?? '']) faults.push(...(await faultsOn(tove, address)))
    expect(faults).toEqual([])
  }, 120_000)

  it('makes no request of its own to anywhere, and no script complains', () => {
    expect(site.asked.filter((url) => !url.startsWith(site.address) && !url.startsWith(site.idp.issuer))).toEqual([])
    expect(site.complaints.filter((line) => !/403|404|422/.test(line))).toEqual([])
  })
})
