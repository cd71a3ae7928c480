/** A morning with the register in a real browser: the journeys of issue 3, with the keyboard, without script, and with what must not be seen. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { aDemoSite, findings, protectedNumbers, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const search = async (page: Page, text: string): Promise<void> => {
  await page.goto(`${site.address}/ungdomar`)
  await page.getByLabel('Sök namn, personnummer eller telefon').fill(text)
  await page.getByRole('button', { name: 'Sök', exact: true }).click()
  await page.waitForLoadState()
}

const storyNumber = (index: number): string => site.municipality.story[index]?.number ?? ''
const main = (page: Page): Promise<string> => page.locator('main').innerText()

describe('the coordinator in the morning', () => {
  it('sees last night, who came in and who left with reasons, and opens one of them', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    expect(await main(page)).toMatch(/Senaste natten[\s\S]*kom in\s*3\s*lämnade\s*2/)
    expect(await main(page)).toMatch(/avbröt nationellt program\s*\d[\s\S]*flyttade in\s*1/)
    await page.getByRole('link', { name: 'Visa nattens händelser' }).click()
    expect(await main(page)).toMatch(/Ebba Övningsgren[\s\S]*/)
    await page.getByRole('link', { name: 'Ebba Övningsgren' }).click()
    expect(await page.locator('h1').innerText()).toBe('Ebba Övningsgren')
    expect(await main(page)).toContain('Varför finns Ebba här?')
    expect(await page.title()).not.toContain('Ebba')
  })

  it('finds out why three given youths are, or are not, on the list', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await search(page, storyNumber(0))
    expect(await main(page)).toMatch(/Varför finns Tilde här\?[\s\S]*avbröt nationellt program/)
    await search(page, 'Jonas Tesfabekova')
    await page.getByRole('link', { name: /Yonas Tesfabekova/ }).click()
    expect(await main(page)).toMatch(/Varför finns Yonas här\?[\s\S]*studiebevis/)
    await search(page, 'melker bjorkbrinker')
    await page.getByRole('link', { name: /Melker Björkbrinkér/ }).click()
    expect(await main(page)).toMatch(/Varför finns Melker inte[\s\S]*går en gymnasieutbildning/)
    expect(
      site.asked.filter((url) => /Tesfa|melker|2009|2007/i.test(url.slice(site.address.length)) && url.startsWith(site.address)),
    ).toEqual([])
  })

  it('says that one is not right, and finds the case parked', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await search(page, storyNumber(0))
    await page.getByRole('link', { name: /Stämmer inte/ }).click()
    await page.waitForLoadState()
    await page.getByRole('link', { name: /Går ingen gymnasieutbildning/ }).click()
    expect(await findings(page)).toEqual([])
    await page.locator('main form input[type=radio]').first().check()
    const texts = page.locator('main form textarea')
    for (const area of await texts.all()) if ((await area.inputValue()) === '') await area.fill('Eleven säger sig gå kvar.')
    await page.locator('main form').getByRole('button').last().click()
    await page.waitForLoadState()
    expect(await main(page)).toMatch(/parkerad/i)
  })

  it('assigns ten youths at once and reads how it went for each', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await page.goto(`${site.address}/ungdomar`)
    const boxes = page.locator('td.mark-cell input:not([data-all])')
    for (let row = 0; row < 10; row++) await boxes.nth(row).check()
    expect(await page.locator('[data-selected]').first().innerText()).toMatch(/^10 /)
    await page
      .getByLabel('Tilldela till')
      .selectOption({ label: 'Leila Holmdal' })
      .catch(async () => {
        const option = page.getByLabel('Tilldela till').locator('option', { hasText: 'Leila Holmdal' })
        await page.getByLabel('Tilldela till').selectOption((await option.getAttribute('value')) ?? '')
      })
    await page.getByRole('button', { name: 'Tilldela', exact: true }).click()
    await page.waitForLoadState()
    expect(await page.locator('main tbody tr').count()).toBe(10)
    expect(await findings(page)).toEqual([])
    expect(await main(page)).toContain('Leila Holmdal')
  })
})

describe('a protected youth', () => {
  it('is not found by somebody without the right, by number or name', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    for (const text of [...protectedNumbers, 'Hemliga', 'Hemlige Provsson']) {
      await search(page, text)
      expect(await main(page)).not.toMatch(/Hemlig|Dolda vägen/)
    }
  })

  it('is opened by somebody with the right after showing who they are once more', async () => {
    const page = await site.open()
    await site.signIn(page, 'Sara Vikander')
    await site.place.pool.query(`update access.session set authenticated_at = authenticated_at - interval '1 hour'`)
    await search(page, 'Hemliga')
    const link = page.getByRole('link', { name: /Hemliga/ }).first()
    if ((await link.count()) > 0) await link.click()
    await page.waitForURL((url) => url.origin === site.idp.issuer)
    await page.getByRole('button', { name: 'Sara Vikander' }).click()
    await page.waitForURL((url) => url.origin === site.address)
    expect(await page.locator('h1').innerText()).toContain('Hemliga')
    expect(await main(page)).toContain('Skyddade personuppgifter')
    expect(await page.title()).not.toContain('Hemliga')
  })
})

describe('with the keyboard alone', () => {
  it('searches, walks the list, marks and opens a youth', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await page.goto(`${site.address}/ungdomar`)
    await page.keyboard.press('/')
    expect(await page.evaluate<string>('document.activeElement.type')).toBe('search')
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    expect(await page.locator('td.mark-cell input:not([data-all]):checked').count()).toBe(1)
    const name = await page.locator('table tbody tr a').first().innerText()
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/ungdomar\/[\da-f-]{36}/)
    expect(await page.locator('h1').innerText()).toContain(name)
  })

  it('hides everybody else with one key, and shows them again', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind')
    await page.goto(`${site.address}/ungdomar`)
    await page.keyboard.press('m')
    await page.getByText('Möteläge är på').waitFor()
    expect(await main(page)).not.toMatch(/\d+ år/)
    await page.getByRole('button', { name: 'Lämna möteläget' }).click()
    await page.getByRole('heading', { name: 'Att åtgärda' }).waitFor()
  })
})

describe('without script', () => {
  it('signs in, searches, opens, changes language and signs out', async () => {
    const page = await site.open({ javaScriptEnabled: false })
    await site.signIn(page, 'Erik Nyholm')
    await search(page, 'Exempli')
    expect(await page.locator('h1').count()).toBe(1)
    await page.goto(`${site.address}/ungdomar`)
    await page.getByRole('link', { name: 'Avslutade' }).click()
    expect(await main(page)).toContain('Avslutade')
    await page.locator('details.own summary').click()
    await page.getByRole('button', { name: 'English' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.locator('details.own summary').click()
    await page.getByRole('button', { name: 'Svenska' }).click()
    await page.locator('details.own summary').click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByRole('button', { name: 'Logga ut' }).click()
    await page.getByText('Du är utloggad').waitFor()
    await page.goto(`${site.address}/ungdomar`)
    expect(await main(page)).toContain('Logga in')
  })
})

describe('the browser', () => {
  it('asked nobody but the product and its sign-in, and no page complained', () => {
    const strangers = site.asked.filter(
      (url) => !url.startsWith(site.address) && !url.startsWith(site.idp.issuer) && !url.startsWith('data:'),
    )
    expect(strangers).toEqual([])
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
