/** Notes with what may not belong in the register: warned about where they were written, kept or mended, with the keyboard, without script, on a phone. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { contactsOf, giveNumbers, goToUntried, untried } from './contact-steps.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
  await giveNumbers(site)
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const note = 'Har fått en diagnos, mamma svarade'
const isAtErrors = (page: Page) => page.evaluate<boolean>(`document.activeElement.matches('[data-errors]')`)
const width = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth')
/** Lines of the log about flagged texts, and whether a word of the note is in any line. */
const logged = async () => {
  const { rows } = await site.place.pool.query<{ outcome: string; kept: string; flagged: object }>(
    `select outcome, detail ->> 'kept' as kept, detail -> 'flagged' as flagged from audit.line where detail ? 'flagged' order by id desc limit 2`,
  )
  const { rows: words } = await site.place.pool.query(
    `select from audit.line l where l::text ilike '%diagnos,%' or l::text ilike '%mamma%'`,
  )
  return { rows, words: words.length }
}

describe('in the call log of the list, with the keyboard alone', () => {
  it('is asked about with the focus on what is wrong, kept with a tick, and saved with its row', async () => {
    const page = await site.open({ colorScheme: 'dark' })
    await site.signIn(page, 'Amina Lind')
    const path = await goToUntried(site, page)
    await page.keyboard.press('r')
    await page.waitForSelector('[data-call-form]')
    await page.keyboard.press('4')
    await page.keyboard.press('Tab')
    await page.keyboard.type(note)
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: /”diagnos” \(hälsa\), ”mamma” \(anhöriga\)/ }).waitFor()
    expect(await isAtErrors(page)).toBe(true)
    expect(await findings(page)).toEqual([])
    expect(await contactsOf(site, path)).toEqual([])
    const form = page.locator('[data-call-form]')
    expect(await form.getByLabel(/Anteckning/).inputValue()).toBe(note)
    expect(await form.innerText()).toMatch(/förordning 2006:39, 4 §[^]*förordning 2006:39, 5 §/)
    const tick = form.getByLabel('Spara ändå')
    expect(await tick.isChecked()).toBe(false)
    await tick.focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.locator('[data-call-said] [data-said] span').waitFor()
    expect(await contactsOf(site, path)).toMatchObject([{ outcome: 'someoneElse', note }])
    const flagged = { kin: 1, diagnosis: 1 }
    expect(await logged()).toEqual({
      rows: [
        { outcome: 'done', kept: 'true', flagged },
        { outcome: 'note-flags', kept: 'false', flagged },
      ],
      words: 0,
    })
  })
})

describe('on its own page, without script, on a phone', () => {
  it('loses nothing of what was typed, and is saved when it is mended', async () => {
    const page = await site.open({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
    await site.signIn(page, 'Amina Lind')
    const [path = ''] = await untried(site)
    await page.goto(`${site.address}${path}/kontakter`)
    await page.getByLabel('Inget svar').check()
    await page.getByLabel(/^Anteckning/).fill(note)
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await page.getByText('Läs igenom det du skrev').waitFor()
    expect([await page.getByLabel(/^Anteckning/).inputValue(), await page.getByLabel('Inget svar').isChecked()]).toEqual([note, true])
    expect(await width(page)).toBeLessThanOrEqual(390)
    await page.getByLabel(/^Anteckning/).fill('Någon annan svarade')
    await page.getByRole('button', { name: 'Spara' }).first().click()
    await page.getByText('Sparat').first().waitFor()
    expect(await contactsOf(site, path)).toMatchObject([{ outcome: 'noAnswer', note: 'Någon annan svarade' }])
  })

  it('is without faults for those who do not see, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await site.open({ colorScheme, viewport: { width: 390, height: 844 } })
      await site.signIn(page, 'Amina Lind')
      const [path = ''] = await untried(site)
      await page.goto(`${site.address}${path}/kontakter`)
      await page.getByLabel('Inget svar').check()
      await page.getByLabel(/^Anteckning/).fill(note)
      await page.getByRole('button', { name: 'Spara' }).first().click()
      await page.getByText('Läs igenom det du skrev').waitFor()
      expect(await isAtErrors(page)).toBe(true)
      expect(await findings(page)).toEqual([])
      expect(await width(page)).toBeLessThanOrEqual(390)
    }
  })
})
