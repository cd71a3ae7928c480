/** A round from end to end in a real browser: prepared and read by one, released by another, and answered on the smallest telephone by a link in a text. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startSmsGateway, type SmsGateway } from '../../simulators/sms/index.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { sendOutbox } from '../../src/slices/messaging/index.ts'
import { recordWay } from '../../src/slices/outreach/index.ts'
import { replyWords } from '../../src/slices/replies/reply-words.ts'
import { ago } from './outreach-story.ts'
import { aDemoSite, findings, type DemoSite } from './demo-site.ts'

type Youth = { readonly id: number; readonly subject: string; readonly name: string; readonly unit: number }

let site: DemoSite
let sms: SmsGateway
let folder: string
let youth: Youth
const phone = '+46701740651'

beforeAll(async () => {
  site = await aDemoSite()
  sms = await startSmsGateway()
  folder = mkdtempSync(join(tmpdir(), 'lots-print-'))
  youth = await inTransaction(site.place.pool, async (tx) => {
    const [found] = await tx.query<Youth>(
      `select y.person_id::int as id, y.subject_id as subject, y.given_name || ' ' || y.family_name as name, y.unit_id as unit
       from worklist.seen(null, false) y join outreach.standing s on s.person_id = y.person_id join organisation.unit u on u.id = y.unit_id
       where s.step = 'letter' and s.step_from <= current_date and u.name like '%Väst' and y.street <> ''
         and y.from_on <= current_date and (y.until_on is null or y.until_on > current_date) and y.other_form = '{}'
       order by y.person_id limit 1`,
    )
    if (found === undefined) throw new Error('nobody waits for a letter')
    const way = { kind: 'phone', value: phone, source: 'youth', sourceDetail: '', foundOn: ago(3), foundBy: 'prov' } as const
    await recordWay(tx, { ...way, personId: found.id })
    return found
  })
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(async () => {
  await sms.close()
  rmSync(folder, { recursive: true, force: true })
  await site.close()
})

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')

/** The worker's pass. */
const send = () =>
  sendOutbox(
    site.place,
    {
      channels: {
        sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Lovsta' },
        mail: null,
        printFolder: folder,
        publicUrl: site.address,
      },
      report: (error) => {
        throw error
      },
      isOver: () => false,
    },
    new Date(Date.now() + 1000),
  )

let round = ''

describe('a round of letters and texts', () => {
  it('is prepared by Amina, from a list, with everything to look at before it goes', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/utskick')
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/utskick/ny?steg=brev&enhet=${youth.unit}`)
    expect(await main(page)).toMatch(/Listan har \d+ ungdomar/)
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Namn på rundan').fill('Höstens brev')
    await page.getByRole('button', { name: 'Förbered' }).click()
    await page.getByRole('heading', { name: 'Tre prov' }).waitFor()
    round = new URL(page.url()).pathname
    expect(await main(page)).toMatch(/Sms\s+1\b/)
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Jag har läst de tre proven').check()
    await page.getByRole('button', { name: 'Klar att släppas' }).click()
    await page.getByText('En kollega släpper den.').waitFor()
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/ungdomar/${youth.subject}`)
    expect(await main(page)).toMatch(/Nästa steg[\s\S]*Brev/)
  })

  it('is released by Karin, and its way out can be followed until all is sent', async () => {
    const page = await site.open()
    await site.signIn(page, 'Karin Ahlvik', round)
    await page.getByText('Släpp rundan', { exact: true }).click()
    expect(await findings(page)).toEqual([])
    await page.getByRole('button', { name: /^Ja, släpp/ }).click()
    await page.getByText('Rundan är släppt').waitFor()
    expect(await main(page)).toMatch(/I kö/)
    expect(await findings(page)).toEqual([])
    expect((await send()).sent).toBeGreaterThan(1)
    await page.getByRole('link', { name: 'Visa i utlådan' }).click()
    await page.waitForLoadState()
    expect(await main(page)).toMatch(/Skickade \d+/)
    expect(await findings(page)).toEqual([])
  })
})

describe('the youth', () => {
  it('answers by the link in the text, 320 wide and without script, and reads nobody’s name', async () => {
    const [text] = sms.sent()
    expect([sms.sent().length, text?.to]).toEqual([1, phone])
    const link = /http:\S+\/svar\/\S+/.exec(text?.message ?? '')?.[0] ?? ''
    const smallest = { width: 320, height: 568 }
    const page = await site.open({ viewport: smallest, javaScriptEnabled: false })
    const words = replyWords.sv
    await page.goto(link)
    // axe runs script: it looks at the same address in a window that allows it.
    const looked = await site.open({ viewport: smallest })
    const lookAt = async (): Promise<void> => {
      await looked.goto(page.url())
      expect([await findings(looked), await sideways(looked)], page.url()).toEqual([[], false])
    }
    await lookAt()
    expect(await page.locator('body').innerText()).not.toContain(youth.name.split(' ')[0])
    await page.getByRole('link', { name: words.choose.answers.callMe, exact: true }).click()
    await page.getByLabel(words.callMe.weekdays.tuesday, { exact: true }).check()
    await page.getByLabel(words.callMe.dayParts.afternoon, { exact: true }).check()
    await page.locator('#phone').fill('070-174 06 52')
    await lookAt()
    await page.getByRole('button', { name: words.send, exact: true }).click()
    expect(await page.locator('h1').innerText()).toBe(words.confirm.title)
    await lookAt()
  })
})

describe('Amina', () => {
  it('sees that the answer waits, accepts it, and the next step is to call', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/uppsok')
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/uppsok/svar`)
    expect(await main(page)).toContain('070-174 06 52')
    expect(await findings(page)).toEqual([])
    await page.goto(`${site.address}/ungdomar/${youth.subject}`)
    expect(await main(page)).toMatch(/Nästa steg[\s\S]*Svar väntar på dig/)
    await page.getByRole('button', { name: 'Godta', exact: true }).first().click()
    await page.getByText('Svaret är godtaget').waitFor()
    expect(await main(page)).toMatch(/Nästa steg[\s\S]*Ring/)
    expect(await main(page)).not.toContain('Svar väntar på dig')
    expect(await findings(page)).toEqual([])
    expect(site.complaints).toEqual([])
  })
})
