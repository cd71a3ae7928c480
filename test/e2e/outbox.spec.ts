/** The outbox in a real browser: a round goes out, one message waits for a person, and a protected youth gets a letter by the forwarding route. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type MailServer } from '../../simulators/mail/index.ts'
import { startSmsGateway, type SmsGateway } from '../../simulators/sms/index.ts'
import { inTransaction, type Tx } from '../../src/platform/db/tx.ts'
import { queueMessage, sendOutbox } from '../../src/slices/messaging/index.ts'
import { saveSetting } from '../../src/slices/settings/index.ts'
import { aDemoSite, findings, protectedNumbers, type DemoSite } from './demo-site.ts'

let site: DemoSite
let sms: SmsGateway
let mail: MailServer
let folder: string
let people: readonly number[]

const youthsToReach = (tx: Tx) =>
  tx.query<{ id: number }>(
    `select y.person_id as id from worklist.seen(null, false) y where y.from_on <= current_date and (y.until_on is null or y.until_on > current_date)
       and y.street <> '' order by y.person_id limit 3`,
  )

async function giveNumber(tx: Tx, personId: number, nth: number): Promise<void> {
  await tx.query(
    `insert into outreach.way (person_id, kind, value, source, found_on, found_by) values ($1, 'phone', $2, 'youth', '2026-11-01', 'prov')`,
    [personId, `+4670174061${nth}`],
  )
}

async function queueBoth(tx: Tx, personId: number): Promise<void> {
  const one = {
    roundId: null,
    personId,
    staffId: null,
    lang: 'sv',
    templateVersion: 0,
    wayId: null,
    fields: {},
    onceKey: null,
    notBefore: null,
    queuedBy: 'prov',
  } as const
  await queueMessage(tx, { ...one, channel: 'sms', templateKey: 'firstSms' })
  await queueMessage(tx, { ...one, channel: 'letter', templateKey: 'firstLetter' })
}

beforeAll(async () => {
  site = await aDemoSite()
  ;[sms, mail] = [await startSmsGateway(), await startMailServer()]
  folder = mkdtempSync(join(tmpdir(), 'lots-print-'))
  await inTransaction(
    site.place.pool,
    async (tx) => {
      people = (await youthsToReach(tx)).map(({ id }) => id)
      for (const [nth, id] of people.entries()) await giveNumber(tx, id, nth)
      for (const id of people) await queueBoth(tx, id)
      await saveSetting(tx, 'outreach.forwardLetters', true, '-infinity', 'prov')
    },
    null,
  )
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(async () => {
  await Promise.all([sms.close(), mail.close()])
  rmSync(folder, { recursive: true, force: true })
  await site.close()
})

/** The worker's pass. */
const send = () =>
  sendOutbox(
    site.place,
    {
      channels: {
        sms: { url: sms.address, user: sms.user, password: sms.password, from: 'Lovsta' },
        mail: { url: mail.address, from: 'lots@example.se' },
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

const main = (page: Page): Promise<string> => page.locator('main').innerText()

describe('the outbox', () => {
  it('shows how far it has come, what a person must decide, and how it went', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', '/utskick/utlada')
    expect(await main(page)).toMatch(/Skickar[\s\S]*0 av 6 klara/)
    expect(await findings(page)).toEqual([])

    sms.fail('error', { to: '+46701740610' })
    expect(await send()).toMatchObject({ sent: 5, unsure: 1 })
    sms.fail(null)
    for (const { id } of sms.sent()) expect(await sms.report(id, 'delivered')).toBe(200)
    expect(readdirSync(join(folder, '2599'))).toHaveLength(1)

    await page.goto(`${site.address}/utskick/utlada`)
    expect(await main(page)).toMatch(/Osäkra 1[\s\S]*Skickade 3[\s\S]*Framme 2/)
    expect(await findings(page)).toEqual([])
    await page.getByRole('link', { name: /Osäkra/ }).click()
    await page.getByRole('button', { name: /^Skicka igen ?: / }).click()
    await page.waitForLoadState()
    expect(await main(page)).toContain('Meddelandet står i kö igen')
    expect(await send()).toMatchObject({ sent: 1 })
    expect(
      sms
        .sent()
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['+46701740610', '+46701740611', '+46701740612'])
  })

  it('is readable on a telephone, and what was sent is on the youth’s page', async () => {
    const page = await site.open({ viewport: { width: 360, height: 740 } })
    await site.signIn(page, 'Amina Lind', '/utskick/utlada')
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.locator('main table a').first().click()
    await page.waitForLoadState()
    expect(await main(page)).toMatch(/Utskick[\s\S]*Första (brevet|sms:et)/)
    expect(await findings(page)).toEqual([])
  })
})

describe('a protected youth', () => {
  it('gets a letter without address, printed by somebody with the right', async () => {
    const [youth] = await inTransaction(site.place.pool, (tx) =>
      tx.query<{ id: string }>('select subject_id as id from worklist.youth where number = $1', [protectedNumbers[0]]),
    )
    const page = await site.open({ acceptDownloads: true })
    await site.signIn(page, 'Sara Vikander', `/ungdomar/${youth?.id}`)
    await page.getByRole('link', { name: 'Skriv ett förmedlat brev' }).click()
    await page.waitForLoadState()
    expect(await findings(page)).toEqual([])
    await page.getByLabel('Första brevet').check()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Skriv ut brevet (PDF)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('formedlat-brev.pdf')
    await page.goto(`${site.address}/ungdomar/${youth?.id}`)
    expect(await main(page)).toMatch(/Första brevet[\s\S]*förmedlat brev/)
    expect(site.complaints).toEqual([])
  })
})
