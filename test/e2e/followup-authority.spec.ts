/** The authority process in a real browser: assessment, signal, judgement, the stop that has to wait and the one that is granted. Once without script, once by keyboard. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { setUpDemoMembers } from '../../src/cli/demo-followup-people.ts'
import { todayInSweden } from '../../src/platform/clock.ts'
import { inTransaction } from '../../src/platform/db/tx.ts'
import { beginAssessment, finishAssessment } from '../../src/slices/followup/assessments/assessments.actions.ts'
import { daysLater, monthOf, quarterOf } from '../../src/slices/followup/calendar/month.rules.ts'
import { shippedInstrument } from '../../src/slices/followup/instrument/shipped.rules.ts'
import { actOnSignal } from '../../src/slices/followup/signals/signals.actions.ts'
import { answersOf, must } from '../../src/slices/followup/work.testbed.ts'
import { aNumber } from '../support/feed-files.ts'
import { aDemoSite, type DemoSite } from './demo-site.ts'

let site: DemoSite
let mona = ''
beforeAll(async () => {
  site = await aDemoSite()
  mona = (await setUpDemoMembers(site.place.pool, site.idp.issuer))['mona'] ?? ''
}, 120_000)
afterEach(() => site.closeWindows())
afterAll(() => site.close())

const today = todayInSweden()
/** A day of the last quarter. */
const before = daysLater(quarterOf(today), -20)
let born = 0

async function aYouth(): Promise<string> {
  born++
  const text = `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
    values ($1, 'Prov', $2, '2008-05-01', $3, $4, $3) returning id`
  const values = [aNumber(`200805${String(born).padStart(2, '0')}`), `Provsson${born}`, daysLater(before, -60), mona]
  const [row] = await inTransaction(site.place.pool, (tx) => tx.query<{ id: string }>(text, values), null)
  return row?.id ?? ''
}

/** A youth whose housing was low last quarter and is followed up since then. */
async function aFollowedYouth(): Promise<string> {
  const [youthId, pool] = [await aYouth(), site.place.pool]
  const by = { reader: { staffId: mona, mayReadProtected: false, today: before }, today: before, isFresh: true }
  const assessmentId = must(await beginAssessment(pool, by, youthId, quarterOf(before)))
  const done = { answers: answersOf({ housing: 1000 }), assessedOn: before, note: '' }
  must(await finishAssessment(pool, by, { youthId, assessmentId, version: 1 }, done))
  const text = 'select id from followup.signal where youth_id = $1'
  const [signal] = await inTransaction(pool, (tx) => tx.query<{ id: string }>(text, [youthId]), null)
  must(await actOnSignal(pool, by, { youthId, signalId: signal?.id ?? '' }, { kind: 'confirm', ground: '', recipient: null }))
  return youthId
}

const main = (page: Page): Promise<string> => page.locator('main').innerText()
const presses = async (page: Page, name: string | RegExp): Promise<void> => {
  await page
    .locator('main')
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click()
  await page.waitForLoadState()
}

async function enter(path: string, options: Parameters<DemoSite['open']>[0] = {}): Promise<Page> {
  const page = await site.open({ viewport: { width: 1280, height: 900 }, ...options })
  page.setDefaultTimeout(20_000)
  await site.signIn(page, 'Mona Granfors', path)
  return page
}

/** Every question answered with 20, and the others as said. */
async function answers(page: Page, other: Readonly<Record<string, string>> = {}): Promise<void> {
  for (const { key } of shippedInstrument.areas.flatMap(({ items }) => items)) await page.locator(`#item-${key}`).fill(other[key] ?? '20')
}

/** Opens what asks first, writes the ground and does it. */
async function does(page: Page, label: string, ground: string): Promise<void> {
  const asked = page.locator('details.confirm', { has: page.getByText(`${label} …`, { exact: true }) }).first()
  if ((await asked.getAttribute('open')) === null) await asked.locator('summary').click()
  await asked.getByLabel('Grund').fill(ground)
  await asked.getByRole('button', { name: label, exact: true }).click()
  await page.waitForLoadState()
}

/** Tab until the element in focus is what the selector means. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate<boolean>(`document.activeElement.matches(${JSON.stringify(selector)})`)) return
  }
  throw new Error(`no Tab leads to ${selector}`)
}

describe('the authority process', () => {
  it('assesses without script on a telephone, is told what is missing, and answers the signal of 12,49', async () => {
    const youth = await aYouth()
    const page = await enter('/uppfoljning/bedomningar', { viewport: { width: 390, height: 800 }, javaScriptEnabled: false })
    await page.getByRole('link', { name: `Prov Provsson${born}` }).click()
    await presses(page, /^Påbörja bedömningen/)
    await answers(page, {
      school1: '12,49',
      school2: '12,49',
      school3: '12,49',
      health2: '',
      economy1: '12,5',
      economy2: '12,5',
      economy3: '12.5',
    })
    await presses(page, 'Bedömningen är klar')
    expect(await page.locator('[role=alert]').innerText()).toContain('Hälsa, Rörelse och fritid: svar saknas.')
    await page.locator('#item-health2').fill('19')
    await presses(page, 'Bedömningen är klar')
    expect(await main(page)).toContain('Ett område är lågt')
    await page.getByRole('link', { name: 'Ta ställning till signalerna' }).click()
    await presses(page, 'Bekräfta: arbetsmarknad följer upp')
    expect(await main(page)).toContain('Signalen är bekräftad.')
    await does(page, 'Stoppsignal', 'Det går bra nu.')
    const told = await page.locator('[role=alert]').innerText()
    for (const text of ['nästa kvartalsbedömning', 'Bedömningen kan göras från och med', 'ska vara klar senast'])
      expect(told).toContain(text)
    expect(await page.getByLabel('Grund').nth(1).inputValue()).toBe('Det går bra nu.')
    await page.goto(`${site.address}/uppfoljning/ungdom/${youth}`)
    expect(await main(page)).toContain('12,49')
  })

  it('judges a month by keyboard, is refused the stop, assesses the quarter and stops', async () => {
    const youth = await aFollowedYouth()
    const page = await enter(`/uppfoljning/ungdom/${youth}/manad/${monthOf(today).slice(0, 7)}`)
    await tabTo(page, 'input[name=progression]')
    await page.keyboard.press('Space')
    await tabTo(page, 'textarea[name=ground]')
    await page.keyboard.type('Städar och lagar mat själv.')
    await tabTo(page, 'main form[aria-label] button')
    await page.keyboard.press('Enter')
    await page.getByText('Bedömningen är sparad.').waitFor()
    expect(await main(page)).toMatch(/Bedömd .* av Mona Granfors/)

    await page.goto(`${site.address}/uppfoljning/ungdom/${youth}/signaler`)
    await does(page, 'Stoppsignal', 'Det går bättre.')
    expect(await page.locator('[role=alert]').innerText()).toContain('även om det går bättre')
    await page.goto(`${site.address}/uppfoljning/ungdom/${youth}/bedomningar`)
    await presses(page, /^Påbörja bedömningen/)
    expect(await main(page)).toContain('Förra gången: 10')
    await answers(page)
    await presses(page, 'Bedömningen är klar')
    expect(await main(page)).toContain('↗ +10')
    await page.goto(`${site.address}/uppfoljning/ungdom/${youth}/signaler`)
    await does(page, 'Stoppsignal', 'Två kvartal utan låga poäng.')
    expect(await main(page)).toContain('Uppföljningen är avslutad.')
    await page.goto(`${site.address}/uppfoljning/ungdom/${youth}`)
    expect(await main(page)).toContain('Ingen signal pågår.')
  })
})

it('made no script complain', () => {
  expect(site.complaints.filter((line) => !line.includes('422'))).toEqual([])
})
