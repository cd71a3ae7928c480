/** The lists of outreach in a real browser: two clocks and the next step, ready lists, whom to call, and cover; with the keyboard and without script. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { ago, tellStories, type StoryYouth } from './outreach-story.ts'

let site: DemoSite
let youths: StoryYouth[]
beforeAll(async () => {
  site = await aDemoSite()
  youths = await tellStories(site.place.pool, 'Amina Lind')
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const nameOf = (index: number): string => youths[index]?.name ?? ''
const main = (page: Page): Promise<string> => page.locator('main').innerText()
const rowOf = (page: Page, name: string): Promise<string> => page.locator('[data-worklist] tbody tr', { hasText: name }).innerText()
const mine = '/ungdomar?ansvarig=jag'

describe('the list', () => {
  it('says of each youth when it was reached, when somebody tried, and what comes next', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', mine)
    expect(await rowOf(page, nameOf(0))).toMatch(/aldrig[\s\S]*telefon[\s\S]*inget svar[\s\S]*Ring \(2 av 3\)/)
    expect(await rowOf(page, nameOf(1))).toMatch(/”arbetar” · går ut om 12 dagar[\s\S]*förfallet/)
    expect(await rowOf(page, nameOf(2))).toMatch(/dött nummer/)
    expect(
      await page
        .locator('tr', { hasText: nameOf(2) })
        .locator('.late', { hasText: 'dött nummer' })
        .count(),
    ).toBe(1)
    expect(await rowOf(page, nameOf(3))).toMatch(/Möte \d+ \w+ 14:00/)
    expect(await rowOf(page, nameOf(4))).toMatch(/tackade nej[\s\S]*Vilar till/)
    expect(await rowOf(page, nameOf(5))).toMatch(/”ingen sysselsättning” · gick ut/)
    expect(await rowOf(page, nameOf(6))).toMatch(/Ring som avtalat i dag/)
  })

  it('leads from each ready list to as many youths as it says, the rest of them behind one press', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/ungdomar')
    expect(await page.getByRole('link', { name: /Väntar på skolan/ }).isVisible()).toBe(false)
    await page.getByText('Fler urval').press('Enter')
    expect(await page.getByRole('link', { name: /Väntar på skolan/ }).isVisible()).toBe(true)
    const links = await page.locator('.lists .ds-chip').all()
    const lists = await Promise.all(links.map(async (link) => [await link.getAttribute('href'), await link.locator('.count').innerText()]))
    expect(lists.length).toBe(13)
    for (const [href, count] of lists) {
      await page.goto(site.address + (href ?? ''))
      expect([href, await page.locator('[data-worklist] tbody tr').count()]).toEqual([href, Number(count)])
    }
  })

  it('takes another number of days, with the keyboard', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/ungdomar?lista=inte-nadd&ansvarig=jag')
    const before = await page.locator('[data-worklist] tbody tr').count()
    await page.getByLabel('Inte nådd på så många dagar').fill('3')
    await page.keyboard.press('Enter')
    await page.waitForURL(/dagar=3/)
    expect(await page.locator('[data-worklist] tbody tr').count()).toBeGreaterThan(before)
    expect(await main(page)).toContain('Inte nådd på 3 dagar')
    expect(page.url()).toContain('ansvarig=jag')
  })

  it('filters and sorts by outreach, and says so', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', '/ungdomar?visa=filter&ansvarig=jag')
    await page.getByRole('combobox', { name: 'Nästa steg', exact: true }).selectOption({ label: 'Möte' })
    await page.locator('form#filter').getByRole('button', { name: 'Visa' }).click()
    expect(await main(page)).toContain('Nästa steg: Möte')
    expect(await page.locator('[data-worklist] tbody tr').count()).toBe(1)
    await page.goto(`${site.address}${mine}`)
    await page.getByRole('link', { name: /Senast nådd/ }).click()
    expect(await page.locator('[data-worklist] tbody tr').first().innerText()).toContain('aldrig')
  })
})

describe('whom to call', () => {
  it('is the next whose call is due, and after that the next', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', mine)
    await page.getByRole('link', { name: 'Ring nästa' }).click()
    await page.waitForURL(new RegExp(`/ungdomar/${youths[6]?.subjectId}/kontakter`))
    await page.goto(`${site.address}/ungdomar/ring-nasta?efter=${youths[6]?.subjectId}`)
    expect(page.url()).not.toContain(youths[6]?.subjectId)
  })

  it('is nobody for somebody without youths, who is told so', async () => {
    const page = await site.open()
    await site.signIn(page, 'Sara Vikander', '/ungdomar')
    await page.getByRole('link', { name: 'Ring nästa' }).click()
    expect(await main(page)).toContain('Ingen av dina ungdomar ska ringas just nu.')
  })

  it('is found by the number that called', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/ungdomar')
    await page.keyboard.press('/')
    await page.keyboard.type('070-174 06 11')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/ungdomar\/[\da-f-]{36}$/)
    expect(await page.locator('h1').innerText()).toBe(nameOf(0))
    expect(site.asked.filter((url) => /17406|174%2006|174 06/.test(url))).toEqual([])
  })
})

describe('cover', () => {
  const away = async (page: Page, from: number, until: number): Promise<void> => {
    await page.goto(`${site.address}/arbetslag`)
    await page.getByRole('link', { name: 'Ange frånvaro' }).click()
    await page.getByLabel('Borta från och med').fill(ago(-from))
    await page.getByLabel('Första dagen tillbaka').fill(ago(-until))
    await page.getByLabel('Vem ersätter?').selectOption({ label: 'Sara Vikander · Ungdomsenheten Väst' })
    await page.getByRole('button', { name: 'Spara' }).click()
    await page.waitForURL(`${site.address}/arbetslag`)
  }

  it('brings what is due to the one who stands in, and a summary to the one who comes back', async () => {
    const amina = await site.open()
    await site.signIn(amina, 'Amina Lind')
    await away(amina, -4, 3)
    expect(await main(amina)).toMatch(/Amina Lind borta nu[\s\S]*Sara Vikander/)
    const sara = await site.open()
    await site.signIn(sara, 'Sara Vikander', mine)
    expect(await rowOf(sara, nameOf(6))).toMatch(/Du[\s\S]*för Amina Lind \(borta till \d+ \w+\)/)
    await sara.goto(site.address)
    expect(await main(sara)).toMatch(/Räknat med ungdomarna hos Amina Lind, som du ersätter till/)
    await amina.goto(`${site.address}/arbetslag`)
    await amina.getByRole('link', { name: 'Amina Lind' }).first().click()
    await amina.getByText('Tillbaka i dag …').click()
    await amina.getByRole('button', { name: 'Ja, tillbaka i dag' }).click()
    await amina.goto(site.address)
    await amina.getByRole('link', { name: 'Läs vad som hände med dina ungdomar' }).click()
    expect(await main(amina)).toContain(nameOf(5))
    expect(await findings(amina)).toEqual([])
    await amina.getByRole('button', { name: 'Markera som läst' }).click()
    await amina.goto(site.address)
    expect(await main(amina)).not.toContain('Läs vad som hände')
    await sara.goto(`${site.address}${mine}`)
    expect(await main(sara)).not.toContain(nameOf(6))
  })

  it('says what is wrong, with what was chosen still there, and without script', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Erik Nyholm', '/arbetslag/franvaro/ny')
    await page.getByLabel('Första dagen tillbaka').fill(ago(3))
    await page.getByLabel('Vem ersätter?').selectOption({ label: 'Per Sandfors · Ungdomsenheten Öst' })
    await page.getByRole('button', { name: 'Spara' }).click()
    expect(await page.locator('[data-errors]').innerText()).toContain('Första dagen tillbaka måste vara efter första dagen borta.')
    expect(await page.getByLabel('Vem ersätter?').locator('option:checked').innerText()).toContain('Per Sandfors')
    expect(await page.getByLabel('Vem är borta?').locator('option').count()).toBe(1)
  })
})

it('no page complained', () => {
  expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
})
