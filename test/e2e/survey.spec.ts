/** A questionnaire from the giver's screen to thank you: two taps on the smallest telephone, without script; and results that stay hidden. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { directionOf } from '../../src/kernel/contact-lang.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { shippedQuestionnaires } from '../../src/slices/survey/index.ts'
import { surveyWords } from '../../src/slices/survey/survey-words.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const smallest = { viewport: { width: 320, height: 568 }, javaScriptEnabled: false } as const
const meeting = shippedQuestionnaires.find(({ key }) => key === 'afterMeeting')?.content

const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

/** A code on the screen of a counsellor, without script. */
async function aCode(): Promise<string> {
  const page = await site.open({ javaScriptEnabled: false })
  await site.signIn(page, 'Erik Nyholm', '/enkater')
  await page.getByLabel('Efter mötet').check()
  await page.getByRole('button', { name: 'Visa en kod på skärmen' }).click()
  await page.getByRole('img', { name: 'Rutkod' }).waitFor()
  return page.locator('.qr-code').innerText()
}

const answers = (): Promise<{ n: number }[]> =>
  inTransaction(site.place.pool, (tx) => tx.query<{ n: number }>('select coalesce(sum(n), 0)::int as n from survey.tally'))

describe('a youth after a meeting', () => {
  it.each(['sv', 'ar'] as const)('answers with two taps in %s, at 320 wide and without script', async (lang) => {
    const [code, before, words] = [await aCode(), (await answers())[0]?.n ?? 0, surveyWords[lang]]
    const page = await site.open(smallest)
    await page.goto(`${site.address}/e/${site.place.code}/${code}?sprak=${lang}`)
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(lang))
    expect(await page.locator('h1').innerText()).toBe(meeting?.questions[0]?.text[lang])
    expect(await sideways(page)).toBe(false)
    await page.getByRole('button', { name: words.scale[4], exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe(meeting?.questions[1]?.text[lang])
    expect((await answers())[0]?.n ?? 0).toBe(before)
    await page.getByRole('button', { name: words.yesNo[0], exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe(words.thanks.title)
    expect((await answers())[0]?.n).toBe(before + 2)
    await page.goto(`${site.address}/e/${site.place.code}/${code}?sprak=${lang}`)
    expect(await page.locator('[role=alert]').innerText()).toBe(words.wrong)
  })

  it.each(['sv', 'prs', 'ti'] as const)('meets nothing that axe can find in %s', async (lang) => {
    const [code, page] = [await aCode(), await site.open({ viewport: smallest.viewport })]
    await bringAxe(page)
    const faultsAt = async (path: string) => {
      await page.goto(`${site.address}${path}?sprak=${lang}`)
      return [...(await findings(page)), ...((await sideways(page)) ? [`${path} scrolls sideways`] : [])]
    }
    const at = `/e/${site.place.code}`
    for (const path of [at, `${at}/${code}`, `${at}/ABCDE-FGHJK`, `${at}/tack`]) expect(await faultsAt(path)).toEqual([])
    await page.goto(`${site.address}${at}/${code}?sprak=${lang}`)
    await page.getByRole('button', { name: surveyWords[lang].scale[0], exact: true }).click()
    expect(await findings(page)).toEqual([])
  })
})

/** Answers as they would have come, of the two units of the demo. */
async function answered(few: number, many: number): Promise<void> {
  await inTransaction(
    site.place.pool,
    async (tx) => {
      for (const [name, n] of [
        ['Ungdomsenheten Öst', few],
        ['Ungdomsenheten Väst', many],
      ] as const) {
        await tx.query(
          `insert into survey.tally (version_id, unit_id, quarter, question, option, n)
           select v.id, u.id, '2025-07-01', 'helped', 0, $2 from survey.version v, organisation.unit u where v.key = 'afterMeeting' and u.name = $1`,
          [name, n],
        )
      }
    },
    null,
  )
}

describe('a coordinator', () => {
  it('sees the whole from ten answers, no unit that would give the other away, and nothing for axe to find, wide and narrow', async () => {
    await aCode()
    await answered(4, 30)
    const page = await site.open()
    await bringAxe(page)
    await site.signIn(page, 'Amina Lind', '/enkater/resultat')
    expect(await page.locator('main').innerText()).toContain('2025 kv 3')
    expect(await page.locator('table').first().innerText()).toMatch(/2025 kv 3\s+34\s+100 %/)
    for (const unit of ['Ungdomsenheten Väst', 'Ungdomsenheten Öst']) {
      await page.getByLabel('Enhet').selectOption({ label: unit })
      await page.getByRole('button', { name: 'Visa', exact: true }).click()
      await page.getByText('Inget kvartal har tillräckligt många svar').waitFor()
    }
    for (const path of ['/enkater', '/enkater/resultat', '/enkater/fragor/start', '/enkater/fragor/start/andra']) {
      await page.goto(`${site.address}${path}`)
      for (const width of [1280, 390]) {
        await page.setViewportSize({ width, height: 900 })
        expect(await findings(page)).toEqual([])
        expect(await sideways(page)).toBe(false)
      }
    }
    await page.goto(`${site.address}/enkater`)
    await page.getByLabel('Efter mötet').check()
    await page.getByRole('button', { name: 'Visa en kod på skärmen' }).click()
    await page.locator('.qr-code').waitFor()
    expect(await findings(page)).toEqual([])
    expect(await sideways(page)).toBe(false)
    expect(site.complaints.filter((line) => !line.includes('404'))).toEqual([])
  })
})
