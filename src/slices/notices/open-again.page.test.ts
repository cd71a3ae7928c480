/** The schools' form behind its link: how often it can be asked for, and a reason that cannot be read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anEnd, anna, aNoticeTown, type NoticeTown } from './notices.testbed.ts'

let town: NoticeTown
beforeAll(async () => {
  town = await aNoticeTown()
})
afterAll(() => town.site.close())

type Fields = Readonly<Record<string, string>>

async function open(path: string, fields?: Fields): Promise<{ readonly status: number; readonly html: string }> {
  const response = await town.site.app.request(path, {
    ...(fields === undefined ? {} : { method: 'POST', body: new URLSearchParams(fields).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: response.status, html: await response.text() }
}

const fieldsOf = (notice: object): Fields =>
  Object.fromEntries(Object.entries(notice).flatMap(([name, value]) => (/^(kind|schoolUnit)$/.test(name) ? [] : [[name, String(value)]])))

describe('the form behind a link', () => {
  it('asks again why, instead of guessing it', async () => {
    const link = await town.link()
    await open(`${link}?slag=end`, fieldsOf(anEnd(anna, { lastDayOn: '2026-02-09' })))
    const receipt = /name="receipt" value="(AN-[\w-]+)"/.exec((await open(`${link}/anmalningar`)).html)?.[1] ?? ''
    for (const fields of [{ receipt, reason: 'x' }, { receipt }]) {
      const { status, html } = await open(`${link}/anmalningar`, fields)
      expect([status, html.includes('Välj ett av alternativen.'), html.includes(`href="#reason-${receipt}"`)]).toEqual([422, true, true])
    }
    const kept = await town.site.place.sql('select annulled_at, annul_reason from notices.notice where receipt = $1', [receipt])
    expect(kept).toEqual([{ annulled_at: null, annul_reason: null }])
  })

  it('is slowed down behind one link, and not behind another', async () => {
    const [link, other] = [await town.link(), await town.link()]
    let asked = 0
    // What is sent counts as what is looked at. The bucket fills a little meanwhile.
    for (let status = 200; status === 200 && asked < 1000; asked++) ({ status } = await open(link, asked % 2 === 0 ? undefined : {}))
    expect(asked).toBeGreaterThan(120)
    expect(asked).toBeLessThan(1000)
    expect((await open(other)).status).toBe(200)
    town.site.later(60_000)
    expect((await open(link)).status).toBe(200)
  })
})
