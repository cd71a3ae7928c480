/**
 * A youth says yes with the keyboard alone, the receiver gets a mail and answers without script, what was accepted becomes a measure, and the yes is
 * taken back while the receiver has the page open.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { startMailServer, type MailServer } from '../../simulators/mail/index.ts'
import { messageSecrets } from '../../src/cli/message-secrets.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../src/platform/plain-date.ts'
import { sendOutbox } from '../../src/slices/messaging/index.ts'
import { tendReferrals } from '../../src/slices/referrals/index.ts'
import { aDemoSite, bringAxe, findings, type DemoSite } from './demo-site.ts'

let site: DemoSite
let mail: MailServer
let youth = ''
beforeAll(async () => {
  site = await aDemoSite()
  mail = await startMailServer()
  const [row] = await inTransaction(site.place.pool, (tx) =>
    tx.query<{ subjectId: string }>(
      `select y.subject_id as "subjectId" from worklist.seen(null, false) y
       where y.from_on < current_date - 40 and (y.until_on is null or y.until_on > current_date) order by y.person_id limit 1`,
    ),
  )
  youth = `/ungdomar/${row?.subjectId}`
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(async () => {
  await mail.close()
  await site.close()
})

const noScript = { javaScriptEnabled: false, viewport: { width: 320, height: 568 } } as const
const inMain = (page: Page): Promise<string> => page.locator('main').innerText()
const sideways = (page: Page): Promise<boolean> => page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
const throws = (error: unknown): void => {
  throw error
}

/** What the worker does by itself, once. Returns the link of the last mail. */
async function works(): Promise<string> {
  const { code, name, pool } = site.place
  await tendReferrals(pool, todayInSweden())
  const channels = { sms: null, mail: { url: mail.address, from: 'lots@example.se' }, printFolder: '', publicUrl: site.address }
  const given = { channels, report: throws, isOver: () => false, secretsOf: messageSecrets }
  await sendOutbox({ code, name, pool }, given, new Date(Date.now() + 1000))
  return /http:\/\/\S+\/hanvisning\/\S+/.exec(mail.sent().at(-1)?.text ?? '')?.[0] ?? ''
}

/** Presses Tab until what has the focus matches; the page is used as somebody without a mouse does. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`nothing with the focus is ${selector}`)
}
const pressOn = async (page: Page, selector: string, key: string): Promise<void> => {
  await tabTo(page, selector)
  await page.keyboard.press(key)
}

/** Chooses a radio button of a group: the arrow keys move within it. */
async function choose(page: Page, name: string, value: string): Promise<void> {
  await tabTo(page, `[name=${name}]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 9; presses++) {
    if (await page.evaluate<boolean>(`document.activeElement.value === ${JSON.stringify(value)}`)) return
    await page.keyboard.press('ArrowDown')
  }
}

describe('a referral', () => {
  it('goes from a yes to an outcome and a measure', async () => {
    const page = await site.open()
    await site.signIn(page, 'Amina Lind', `${youth}/samtycken`)
    await choose(page, 'purpose', 'joinActivity')
    await choose(page, 'kind', 'partner')
    await tabTo(page, '[name=name]')
    await page.keyboard.type('Projektet Kliv in')
    await pressOn(page, '[name=fields][value=birthDate]', 'Space')
    await choose(page, 'how', 'inPerson')
    await tabTo(page, '[name=untilOn]')
    // How a day is typed is the browser's own matter.
    await page.locator('[name=untilOn]').fill(dateOf(plusDays(dayOf(todayInSweden()), 90)))
    await pressOn(page, 'main form button', 'Enter')
    await page.getByRole('heading', { name: 'Så här ser mottagaren det' }).waitFor()
    const shown = await page.locator('main dl').innerText()
    expect(shown).toMatch(/Namn[^]*Födelsedag/)
    expect(shown).not.toMatch(/Adress|Personnummer|Telefon/)
    await pressOn(page, 'main form button', 'Enter')
    await page.getByText('Samtycket är sparat.').waitFor()
    await pressOn(page, 'a[href*="samtycke="]', 'Enter')
    await page.getByRole('button', { name: 'Skicka hänvisningen' }).waitFor()
    expect(await page.locator('#ny dl').innerText()).toBe(shown)
    await tabTo(page, '#ny [name=email]')
    await page.keyboard.type('klivin@example.org')
    await page.keyboard.press('Enter')
    await page.getByText('Mottagaren får en länk med e-post').waitFor()

    const link = await works()
    const receiver = await site.open(noScript)
    await receiver.goto(link)
    expect(await receiver.locator('main dl').count()).toBe(0)
    expect(await inMain(receiver)).not.toContain('Kliv in')
    await receiver.getByRole('button', { name: 'Visa uppgifterna' }).click()
    expect(await receiver.locator('main dl').innerText()).toBe(shown)
    // Loaded again it is the same page.
    await receiver.reload()
    expect(await receiver.locator('main dl').innerText()).toBe(shown)
    await receiver.getByLabel('Ja, vi tar emot').check()
    await receiver.getByRole('button', { name: 'Skicka svaret' }).click()
    expect(await inMain(receiver)).toContain('Tack för svaret')
    await receiver.getByLabel('Har börjat hos oss').check()
    await receiver.getByRole('button', { name: 'Skicka beskedet' }).click()
    expect(await inMain(receiver)).toContain('Tack för beskedet')

    await page.goto(`${site.address}${youth}/hanvisningar`)
    expect(await inMain(page)).toMatch(/Projektet Kliv in[^]*har börjat/)
    await page.getByText('Skriv som åtgärd …').click()
    await page.getByRole('button', { name: 'Skriv åtgärden' }).click()
    await page.getByText('Åtgärden är skriven.').waitFor()
    expect(await inMain(page)).toMatch(/Genom annan aktör[^]*pågår/)
    await page.goto(`${site.address}${youth}`)
    expect(await inMain(page)).toMatch(/Annat sedan .*, enligt annan aktör/)
  })

  it('is dead in the moment that the yes is taken back, also for whoever has it open; the receiver is told', async () => {
    const before = mail.sent().length
    const page = await site.open(noScript)
    await site.signIn(page, 'Amina Lind', `${youth}/hanvisningar`)
    await page.getByText('Ny länk …').click()
    await page.getByRole('button', { name: 'Gör en ny länk' }).click()
    const link = await page.locator('[name=link]').inputValue()
    const receiver = await site.open({ viewport: { width: 390, height: 800 } })
    await bringAxe(receiver)
    await receiver.goto(link)
    expect([await findings(receiver), await sideways(receiver)]).toEqual([[], false])
    await pressOn(receiver, 'main form button', 'Enter')
    await receiver.getByRole('heading', { name: 'Hur gick det?' }).waitFor()
    expect([await findings(receiver), await sideways(receiver)]).toEqual([[], false])
    await page.goto(`${site.address}${youth}/samtycken`)
    await page.getByText('Återkalla …').click()
    await page.getByRole('button', { name: 'Återkalla samtycket' }).click()
    await receiver.getByLabel('Har slutat hos oss', { exact: true }).check()
    await receiver.getByRole('button', { name: 'Skicka beskedet' }).click()
    expect(await receiver.locator('h1').innerText()).toBe('Samtycket är återkallat')
    expect(await inMain(receiver)).not.toMatch(/Namn|Födelsedag/)
    expect([await findings(receiver), await sideways(receiver)]).toEqual([[], false])

    await page.goto(`${site.address}/hanvisningar?flik=ska-veta`)
    expect(await inMain(page)).toContain('samtycket återkallat')
    await receiver.goto(await works())
    expect(mail.sent().length).toBe(before + 1)
    expect(mail.sent().at(-1)?.subject).toBe('En hänvisning gäller inte längre')
    await receiver.getByRole('button', { name: 'Vi har läst det och tagit bort uppgifterna' }).click()
    expect(await inMain(receiver)).toContain('ser att ni har tagit bort uppgifterna')
    await page.goto(`${site.address}/hanvisningar?flik=ska-veta`)
    expect(await inMain(page)).toContain('Alla mottagare vet')
    expect(site.complaints).toEqual([])
  })
})
