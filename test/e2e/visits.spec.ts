/** A round of home visits in a real browser: planned, announced by cards, walked with a network, watched, and without script. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import {
  aRoundToday,
  asOwner,
  contactsOf,
  isWide,
  mainText,
  makeItToday,
  nextVisit,
  onPhone,
  phone,
  someYouths,
  visitOf,
  write,
  type Visited,
} from './visits-story.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

describe('a round', () => {
  it('is planned, its cards printed and delivered, and the first visit made in two taps', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/besok')
    await page.getByRole('link', { name: 'Planera en runda' }).click()
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Dag').fill(await workingDay())
    await page.getByLabel('Område', { exact: true }).selectOption({ label: 'Lövsta' })
    await page.getByLabel('Går också').selectOption({ label: 'Karin Ahlvik' })
    await page.getByLabel('Vakar').selectOption({ label: 'Erik Nyholm' })
    await page.getByRole('button', { name: 'Planera en runda' }).click()
    await page.waitForURL(/\/besok\/[\da-f-]{36}$/)
    const roundId = page.url().split('/').at(-1) ?? ''
    const youths = await someYouths(site, 2)
    for (const { name } of youths) {
      await page.getByLabel('Namn eller personnummer').fill(name)
      await page.getByRole('button', { name: 'Sök', exact: true }).click()
      await page.waitForLoadState()
      expect(await findings(page)).toEqual([])
      await page.getByLabel(`Markera ${name}`).check()
      await page.getByRole('button', { name: 'Lägg till i rundan' }).click()
      await page.waitForURL(/\/besok\/[\da-f-]{36}$/)
    }
    await page.getByRole('button', { name: 'Fördela tiderna jämnt' }).click()
    await page.waitForLoadState()
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Skriv ut korten' }).click()])
    expect(download.suggestedFilename()).toBe('knackakort.pdf')
    await page.goto(`${site.address}/besok/${roundId}`)
    expect(await findings(page)).toEqual([])
    expect(await mainText(page)).toContain('Kortet är inte utlämnat')
    await page.getByRole('button', { name: 'Korten är utlämnade' }).click()
    await page.getByText('2 kort är noterade som utlämnade.').waitFor()

    await makeItToday(site, roundId)
    const telephone = await onPhone(site, 'Karin Ahlvik')
    await telephone.getByRole('link', { name: 'i dag' }).first().click()
    await nextVisit(telephone).getByRole('button', { name: 'Checka in' }).click()
    await telephone
      .getByText(/Incheckade \d\d:\d\d/)
      .first()
      .waitFor()
    await write(telephone, 'Inte hemma', 'Ingen öppnade')
    await telephone.getByText('Sparat. Ni är utcheckade.').waitFor()
    const made = (await Promise.all(youths.map((one) => visitOf(site, one)))).filter((one) => one?.result === 'notHome')
    expect(made).toMatchObject([{ note: 'Ingen öppnade', inside: true, out: true }])
  })

  const workingDay = async (): Promise<string> =>
    (
      await asOwner<{ day: string }>(
        site,
        `select d::date::text as day from generate_series(now() + interval '1 day', now() + interval '9 days', interval '1 day') d
         where extract(isodow from d) = 2 limit 1`,
      )
    )[0]?.day ?? ''
})

describe('without script', () => {
  it('a visit is made with plain forms, and nothing is offered that needs more', async () => {
    const { roundId, youths } = await aRoundToday(site, 1)
    const [youth] = youths as [Visited]
    const page = await site.open({ ...phone, javaScriptEnabled: false })
    await site.signIn(page, 'Amina Lind', `/besok/${roundId}/falt`)
    expect(await page.getByRole('button', { name: 'Ta med rundan' }).isVisible()).toBe(false)
    await nextVisit(page).getByRole('button', { name: 'Checka in' }).click()
    await nextVisit(page).getByLabel('Nådd', { exact: true }).check()
    await nextVisit(page).getByRole('button', { name: 'Spara och checka ut' }).click()
    await page.getByText('Sparat. Ni är utcheckade.').waitFor()
    expect(await contactsOf(site, youth)).toEqual([{ outcome: 'reached', struck: false }])
    await page.goto(`${site.address}/besok/ficka`)
    expect(await mainText(page)).toContain('Öppna rundan när du har nät')
  })
})

describe('the third person', () => {
  it('has the alarm on the start page and answers it on the list', async () => {
    const { roundId } = await aRoundToday(site, 1)
    await asOwner(
      site,
      `update visits.stop set checked_in_at = now() - interval '50 minutes' where round_id = (select id from visits.round where round_id = $1)`,
      [roundId],
    )
    const page = await site.open()
    await site.signIn(page, 'Erik Nyholm')
    expect(await mainText(page)).toMatch(/Larm: hembesök utan utcheckning/)
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: 'Till hembesök' }).first().click()
    await page.waitForURL(`${site.address}/besok`)
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Vad fick du veta?').first().fill('Ringde Amina, allt är bra')
    await page.getByRole('button', { name: 'Larmet är besvarat' }).first().click()
    await page.getByText('Larmet är besvarat.').waitFor()
  })
})

describe('every page of visits', () => {
  it.each([
    ['sv', 'light', 1280],
    ['en', 'dark', 390],
  ] as const)('has no fault in %s, %s, %i wide', async (lang, colorScheme, width) => {
    const { roundId } = await aRoundToday(site, 2)
    const page = await site.open({ colorScheme, viewport: { width, height: 844 } })
    await site.signIn(page, 'Amina Lind', '/besok')
    if (lang === 'en') {
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'English' }).click()
      await page.waitForLoadState()
    }
    const faults: string[] = []
    for (const path of ['', '/ny', `/${roundId}`, `/${roundId}/andra`, `/${roundId}/falt`, '/ficka']) {
      await page.goto(`${site.address}/besok${path}`)
      await page.locator('h1').waitFor()
      for (const summary of await page.locator('main summary').all()) if (await summary.isVisible()) await summary.click()
      faults.push(...(await findings(page)).map((fault) => `${path}: ${fault}`), ...((await isWide(page)) ? [`${path}: wide`] : []))
    }
    expect(faults).toEqual([])
    if (lang === 'en') {
      await page.goto(`${site.address}/besok`)
      await page.locator('details.own summary').click()
      await page.getByRole('button', { name: 'Svenska' }).click()
      await page.waitForLoadState()
    }
  })

  it('asked nobody but the product and its sign-in, and no script complained', () => {
    expect(
      site.asked.filter((url) => !url.startsWith(site.address) && !url.startsWith(site.idp.issuer) && !/^(data|blob):/.test(url)),
    ).toEqual([])
    expect(site.complaints.filter((line) => !line.includes('Failed to load resource'))).toEqual([])
  })
})
