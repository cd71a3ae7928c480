/** The youth's own page on the smallest telephone: from the text to a yes, without script, with keys only, and in a language from right to left. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { contactLangs, directionOf } from '../../src/kernel/contact-lang.ts'
import { ownWords } from '../../src/slices/ownplan/own-words.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'
import { aPlanStory, steps, tabTo, type PlanStory } from './own-plan-steps.ts'

const words = ownWords.sv
const smallest = { viewport: { width: 320, height: 568 } } as const

let site: DemoSite
let story: PlanStory
beforeAll(async () => {
  site = await aDemoSite()
  story = await aPlanStory(site)
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(async () => {
  await story.close()
  await site.close()
})

const codeIn = async (): Promise<string> => /\b\d{6}\b/.exec(await story.texts())?.[0] ?? ''

/** A colleague sends the link; what the youth gets. */
async function aLink(): Promise<string> {
  const page = await site.open()
  await site.signIn(page, 'Amina Lind', `/ungdomar/${story.subject}/plan/lank`)
  expect(await findings(page)).toEqual([])
  await page.getByRole('button', { name: 'Skicka länken' }).click()
  await page.getByText('Länken skickas som sms.').waitFor()
  expect(await findings(page)).toEqual([])
  await page.context().close()
  return /http:\S+/.exec(await story.texts())?.[0] ?? ''
}

/** axe needs script to run: the same page is looked at in a window that has it, with the same cookies. */
async function faultsOf(page: Page): Promise<string[]> {
  const other = await site.open(smallest)
  await other.context().addCookies(await page.context().cookies())
  await other.goto(page.url())
  const faults = await findings(other)
  if (await other.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')) faults.push(`${page.url()} scrolls sideways`)
  await other.context().close()
  return faults
}

const press = (page: Page, button: string) => page.getByRole('button', { name: button, exact: true }).click()
const isSideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

describe('the own page', () => {
  it('without script: from the text to a yes, and nothing for axe to find on the way', async () => {
    const link = await aLink()
    const page = await site.open({ ...smallest, javaScriptEnabled: false })
    await page.goto(link)
    expect(await page.locator('body').innerText()).not.toContain(story.name)
    expect(await faultsOf(page)).toEqual([])
    await press(page, words.door.button)
    expect(await page.locator('h1').innerText()).toBe(words.code.title)
    expect(await faultsOf(page)).toEqual([])
    const code = await codeIn()
    await page.getByLabel(words.code.label, { exact: true }).fill(code === '000000' ? '000001' : '000000')
    await press(page, words.code.button)
    expect(await page.locator('[role=alert]').innerText()).toBe(words.code.wrong)
    await page.getByLabel(words.code.label, { exact: true }).fill(code)
    await press(page, words.code.button)
    expect(await page.locator('h1').innerText()).toBe(words.plan.title)
    expect(await page.locator('body').innerText()).not.toContain(story.name)
    expect(await faultsOf(page)).toEqual([])

    await page.getByRole('button', { name: `${words.plan.tick} ${steps.write}` }).click()
    await page.getByText(words.saved.tick).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('button', { name: `${words.plan.untick} ${steps.write}` }).click()
    await page.getByText(words.saved.untick).waitFor()

    await press(page, words.plan.add.button)
    expect(await page.locator('.ds-error-summary').innerText()).toContain(words.problems.empty)
    await page.getByLabel(words.plan.add.label).fill('Prata med mamma om resan')
    await press(page, words.plan.add.button)
    await page.getByText(words.saved.add).waitFor()
    expect(await page.locator('main').innerText()).toContain('Prata med mamma om resan')

    await press(page, words.plan.yes.button)
    await page.getByText(words.saved.yes).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await press(page, words.plan.leave)
    expect(await page.locator('h1').innerText()).toBe(words.left.title)
    await page.goto(link)
    expect(await page.locator('h1').innerText()).toBe(words.door.title)
  })

  it('with script allowed and with keys only: in, tick, add, out', async () => {
    const link = await aLink()
    const page = await site.open(smallest)
    await page.goto(link)
    await tabTo(page, words.door.button)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.code.title }).waitFor()
    const code = await codeIn()
    await tabTo(page, words.code.label)
    await page.keyboard.type(code)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.plan.title }).waitFor()
    expect(await findings(page)).toEqual([])
    expect(await isSideways(page)).toBe(false)
    await tabTo(page, `${words.plan.tick} ${steps.call}`)
    await page.keyboard.press('Space')
    await page.getByText(words.saved.tick).waitFor()
    await tabTo(page, words.plan.add.label)
    await page.keyboard.type('Köpa en anteckningsbok')
    await tabTo(page, words.plan.add.button)
    await page.keyboard.press('Enter')
    await page.getByText(words.saved.add).waitFor()
    expect(await findings(page)).toEqual([])
    await tabTo(page, words.plan.leave)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: words.left.title }).waitFor()
  })

  it('in every language, with the plan as it was written: nothing for axe to find, nothing sideways', async () => {
    const link = await aLink()
    const page = await site.open(smallest)
    await page.goto(link)
    await press(page, words.door.button)
    const code = await codeIn()
    for (const lang of contactLangs) {
      await page.goto(`${link}?steg=kod&sprak=${lang}`)
      expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(lang))
      expect([lang, await findings(page), await isSideways(page)]).toEqual([lang, [], false])
    }
    await page.getByLabel(ownWords.uk.code.label, { exact: true }).fill(code)
    await press(page, ownWords.uk.code.button)
    for (const lang of contactLangs) {
      await page.goto(`${link}?sprak=${lang}`)
      expect(await page.locator('h1').innerText()).toBe(ownWords[lang].plan.title)
      expect([lang, await findings(page), await isSideways(page)]).toEqual([lang, [], false])
    }
  })

  it('of a link that leads nowhere is a kind word, on a page that is found right', async () => {
    const page = await site.open(smallest)
    await page.goto(`${site.address}/plan/${site.place.code}/ABCDEFGHIJKLMNOPQRSTUVWX`)
    expect(await page.locator('main').innerText()).toContain(words.gone.text)
    expect(await findings(page)).toEqual([])
    expect(await isSideways(page)).toBe(false)
  })
})

describe('a colleague', () => {
  it('sees that it was opened, and takes it back: the youth is out at once', async () => {
    const link = await aLink()
    const youth = await site.open(smallest)
    await youth.goto(link)
    await press(youth, words.door.button)
    await youth.getByLabel(words.code.label, { exact: true }).fill(await codeIn())
    await press(youth, words.code.button)
    await youth.getByRole('heading', { name: words.plan.title }).waitFor()
    const page = await site.open({ viewport: { width: 390, height: 800 } })
    await site.signIn(page, 'Amina Lind', `/ungdomar/${story.subject}/plan/lank`)
    expect(await page.locator('main').innerText()).toContain('Senast använd')
    expect(await findings(page)).toEqual([])
    expect(await isSideways(page)).toBe(false)
    await page.locator('summary').filter({ hasText: 'Dra tillbaka länken' }).click()
    await press(page, 'Ja, dra tillbaka')
    await page.getByText('Länken är tillbakadragen.').waitFor()
    await youth.reload()
    expect(await youth.locator('h1').innerText()).toBe(words.gone.title)
    expect(site.complaints.filter((line) => !/status of (?:404|422)/.test(line))).toEqual([])
  })
})
