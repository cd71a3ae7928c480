/** The settings of outreach in the browser: saved and everybody worked out anew, refused field by field, two at once, and their history. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'

let site: TestSite
let nina: Visitor
const path = '/uppsok/installningar'

beforeAll(async () => {
  site = await aSite()
  nina = await site.signedIn(['systemCoordinator'], { name: 'Nina System' })
  await aYouth(site.place, { fromOn: '2026-11-02' })
})
afterAll(() => site.close())

/** The form as a browser would send it back: every field with what stands in it. */
function fieldsOf(html: string): Record<string, string[]> {
  const form = html.slice(html.indexOf(`action="${path}"`), html.indexOf('</form>', html.indexOf(`action="${path}"`)))
  const fields: Record<string, string[]> = {}
  const add = (name: string, value: string) => (fields[name] = [...(fields[name] ?? []), value])
  for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    if (attribute('type') === 'checkbox' && !/ checked/.test(tag)) continue
    add(attribute('name') ?? '', attribute('value') ?? '')
  }
  for (const [, name = '', options = ''] of form.matchAll(/<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs)) {
    add(name, /<option value="([^"]*)" selected/.exec(options)?.[1] ?? /<option value="([^"]*)"/.exec(options)?.[1] ?? '')
  }
  const { formToken: _, once: __, ...rest } = fields
  return rest
}
const fields = async () => fieldsOf((await nina.get(path)).html)
const standing = async () => (await site.place.sql<{ by: string }>('select begin_by as by from outreach.standing'))[0]?.by

describe('the settings of outreach', () => {
  test('that are sent back as they stand change nothing', async () => {
    const { status, location } = await nina.send(path, await fields())
    expect([status, location]).toEqual([303, path])
    expect(await site.place.sql(`select from settings.value where key like 'outreach.%'`)).toEqual([])
  })

  test('are saved, work everybody out anew in the same moment, and stand in the history', async () => {
    const { status } = await nina.send(path, { ...(await fields()), beginMonths: '2', calls: '4' })
    expect(status).toBe(303)
    expect(await standing()).toBe('2027-01-02')
    const { html } = await nina.get(path)
    expect(html).toContain('Uppsökandet börjar senast, månader efter att ungdomen kom in</td>')
    expect(html).toMatch(/Samtalsförsök<\/td><td[^>]*>3<\/td><td[^>]*>4/)
    const [line] = await site.place.sql(`select detail from audit.line where action = 'settings.save' order by id desc limit 1`)
    expect(line).toEqual({ detail: { group: 'outreach', keys: ['outreach.ladder'] } })
  })

  test('name a new search step, keep its key when it is renamed, and put it out of use without losing it', async () => {
    const before = await fields()
    const named = { ...before, stepName: [...(before['stepName'] ?? []).slice(0, 6), 'Fritidsgården', ''] }
    expect((await nina.send(path, named)).status).toBe(303)
    const stored = async () =>
      (
        await site.place.sql<{ value: { key: string; name: string; active: boolean }[] }>(
          `select value from settings.value where key = 'outreach.searchSteps' and known_until = 'infinity'`,
        )
      )[0]?.value.at(-1)
    expect(await stored()).toMatchObject({ key: 'fritidsgarden', name: 'Fritidsgården', active: true })
    const again = await fields()
    const names = (again['stepName'] ?? []).map((name) => (name === 'Fritidsgården' ? 'Fritidsgårdarna' : name))
    const active = (again['stepActive'] ?? []).filter((index) => index !== '6')
    expect((await nina.send(path, { ...again, stepName: names, stepActive: active })).status).toBe(303)
    expect(await stored()).toMatchObject({ key: 'fritidsgarden', name: 'Fritidsgårdarna', active: false })
  })

  test.each([
    ['fewer than three calls', { calls: '2' }, 'calls', 'minst 3'],
    ['a text for a number', { lateDays: 'sju' }, 'lateDays', 'helt tal'],
    ['a visit on the day of its card', { daysToVisit: '0' }, 'daysToVisit', 'minst 1'],
    ['parts of the day out of order', { 'dayHours-midday': '17' }, 'dayHours-morning', 'efter varandra'],
    ['a day that not every year has', { termStarts: '02-29' }, 'termStarts', 'MM-DD'],
    ['two days for the large round', { largeRoundAfter: '09-15, 09-20' }, 'largeRoundAfter', 'en dag'],
    ['freshness without end', { 'freshness-work': '400' }, 'freshness-work', 'mellan 1 och 366'],
    ['no department in use', { departmentActive: [] }, 'department-0', 'Minst en rad'],
  ])('with %s come back with the problem at its field, and nothing is lost', async (_, change, field, says) => {
    const { status, html } = await nina.send(path, { ...(await fields()), silenceDays: '31', ...change })
    expect(status).toBe(422)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toMatch(new RegExp(`id="${field}-problem"[^>]*>[^<]*${says}`))
    expect(html).toMatch(/name="silenceDays"[^>]*value="31"/)
  })

  test('that somebody else saved meanwhile are shown beside those typed, and then saved over', async () => {
    const mine = await fields()
    await nina.send(path, { ...mine, silenceDays: '45' })
    const { status, html } = await nina.send(path, { ...mine, promiseDays: '21' })
    expect(status).toBe(409)
    expect(html).toContain('Någon annan hann spara före dig')
    expect(html).toMatch(/Tyst efter kontakt: fortsätt efter dagar<\/th><td[^>]*>30<\/td><td[^>]*>45/)
    expect((await nina.send(path, fieldsOf(html))).status).toBe(303)
    const now = await fields()
    expect([now['silenceDays'], now['promiseDays']]).toEqual([['30'], ['21']])
  })

  test('are the database’s own too', async () => {
    const save = (key: string, value: unknown) =>
      site.place.sql(`insert into settings.value (key, value, known_from, set_by) values ($1, $2::jsonb, now(), 'prov')`, [
        key,
        JSON.stringify(value),
      ])
    const twin = 'an_outreach_setting_has_its_shape'
    await site.place.sql(`update settings.value set known_until = now() where known_until = 'infinity' and key like 'outreach.%'`)
    await expect(save('outreach.ladder', { calls: 2 })).rejects.toThrow(twin)
    await expect(save('outreach.freshness', { work: 90 })).rejects.toThrow(twin)
    await expect(save('outreach.searchSteps', [{ key: 'a b', name: 'x', active: true }])).rejects.toThrow(twin)
    await expect(save('outreach.departments', [{ key: 'a', name: '', active: true }])).rejects.toThrow(twin)
    await expect(save('outreach.forwardLetters', 'ja')).rejects.toThrow(twin)
  })
})

test('belong to those who may change settings', async () => {
  const sara = await site.signedIn(['coordinator'])
  expect((await sara.get(path)).status).toBe(403)
})
