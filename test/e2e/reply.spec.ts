/** The reply page on the smallest telephone, without script, in every language; and the answer in a coordinator's hands. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { contactLangs, directionOf } from '../../src/kernel/contact-lang.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { issueCode, writtenCode } from '../../src/slices/replies/index.ts'
import { replyWords } from '../../src/slices/replies/reply-words.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
beforeAll(async () => {
  site = await aDemoSite()
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const smallest = { viewport: { width: 320, height: 568 }, javaScriptEnabled: false } as const

/** A youth who is covered, and a code in a letter to her. */
async function aLetter(): Promise<{ readonly code: string; readonly subject: string; readonly name: string }> {
  return inTransaction(site.place.pool, async (tx) => {
    const [youth] = await tx.query<{ id: number; subject: string; name: string }>(
      `select person_id::int as id, subject_id as subject, given_name || ' ' || family_name as name from worklist.seen(null, false)
       where until_on > current_date order by from_on desc limit 1`,
    )
    if (youth === undefined) throw new Error('nobody is covered')
    const code = await issueCode(tx, { personId: youth.id, messageId: null, channel: 'letter' })
    return { code: writtenCode(code), subject: youth.subject, name: youth.name }
  })
}

const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

/** axe needs script to run; the same address is looked at once more in a window that allows it, one for all of a test. */
async function somebodyWhoLooks(): Promise<(address: string) => Promise<string[]>> {
  const page = await site.open({ viewport: smallest.viewport })
  await bringAxe(page)
  return async (address) => {
    await page.goto(address)
    const faults = await findings(page)
    return (await sideways(page)) ? [...faults, `${address} scrolls sideways`] : faults
  }
}

describe('the reply page', () => {
  it.each(contactLangs)('in %s: from the code to thank you, without script at 320 wide, and nothing for axe to find', async (lang) => {
    const { code, name } = await aLetter()
    const words = replyWords[lang]
    const [page, faultsAt] = [await site.open(smallest), await somebodyWhoLooks()]
    await page.goto(`${site.address}/svar/${site.place.code}?sprak=${lang}`)
    expect(await faultsAt(page.url())).toEqual([])
    await page.locator('#reply').fill(code.toLowerCase())
    await page.getByRole('button', { name: words.code.button, exact: true }).click()
    expect(await page.locator('html').getAttribute('dir')).toBe(directionOf(lang))
    expect(await faultsAt(page.url())).toEqual([])
    await page.getByRole('link', { name: words.choose.answers.callMe, exact: true }).click()
    await page.getByRole('button', { name: words.send, exact: true }).click()
    expect(await page.locator('.ds-error-summary').innerText()).toContain(words.problems.phoneMissing)
    await page.getByLabel(words.callMe.weekdays.tuesday, { exact: true }).check()
    await page.getByLabel(words.callMe.dayParts.afternoon, { exact: true }).check()
    await page.locator('#phone').fill('0701740606')
    expect(await faultsAt(page.url())).toEqual([])
    await page.getByRole('button', { name: words.send, exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe(words.confirm.title)
    expect(await page.locator('body').innerText()).not.toContain(name.split(' ')[0])
    expect(await faultsAt(page.url())).toEqual([])
    for (const kind of ['studying', 'working', 'somethingElse', 'notNow'] as const) {
      expect(await faultsAt(`${site.address}/svar/${site.place.code}/${code}?svar=${kind}&sprak=${lang}`)).toEqual([])
    }
  })

  it('reveals nothing with a wrong code', async () => {
    const [page, faultsAt] = [await site.open(smallest), await somebodyWhoLooks()]
    await page.goto(`${site.address}/svar/${site.place.code}/ABCDE-FGHJK`)
    expect(await page.locator('[role=alert]').innerText()).toBe(replyWords.sv.code.wrong)
    expect(await faultsAt(page.url())).toEqual([])
  })
})

describe('a coordinator', () => {
  it('finds the answer on the youth’s page, accepts it, and the next step is to call', async () => {
    const { code, subject } = await aLetter()
    const phone = await site.open(smallest)
    await phone.goto(`${site.address}/svar/${site.place.code}/${code}?svar=callMe`)
    await phone.getByLabel(replyWords.sv.callMe.dayParts.morning, { exact: true }).check()
    await phone.locator('#phone').fill('070-174 06 07')
    await phone.getByRole('button', { name: replyWords.sv.send }).click()
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/uppsok/svar')
    expect(await page.locator('main').innerText()).toContain('070-174 06 07')
    await page.goto(`${site.address}/ungdomar/${subject}`)
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: 'Godta', exact: true }).first().click()
    await page.getByText('Svaret är godtaget').waitFor()
    const [contact] = await inTransaction(site.place.pool, (tx) =>
      tx.query<{ next_step: string; reached: boolean }>('select next_step, reached from outreach.contact order by id desc limit 1'),
    )
    expect(contact).toEqual({ next_step: 'call', reached: true })
  })
})
