/** Answering a questionnaire without sign-in: two taps, once for each code, and a wrong code that tells nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { skipped } from './questionnaire.rules.ts'
import { afterMeeting } from './shipped-meeting.ts'
import { surveyWords } from './survey-words.ts'
import { anAddress, aSurveySite, type SurveySite } from './survey.testbed.ts'

let bed: SurveySite
beforeAll(async () => {
  bed = await aSurveySite()
})
afterAll(() => bed.site.close())

describe('answering', () => {
  it('is two taps: nothing is saved after the first, all of it after the second, and the code is used', async () => {
    const [code, before] = [await bed.aCode(), await bed.counted()]
    const first = await bed.send(`/e/0180/${code}?sprak=en`, { 'q-meeting': '3' })
    expect([first.status, first.html.includes('Did you get help'), await bed.counted()]).toEqual([200, true, before])
    expect(first.html).toContain('name="q-meeting" value="3"')
    const second = await bed.send(`/e/0180/${code}?sprak=en`, { 'q-meeting': '3', 'q-helped': '0' })
    expect([second.status, second.location, await bed.counted()]).toEqual([303, '/e/0180/tack?sprak=en', before + 2])
    expect((await bed.get(second.location)).html).toContain(surveyWords.en.thanks.text)
    expect((await bed.send(`/e/0180/${code}?sprak=en`, { 'q-meeting': '3', 'q-helped': '0' })).status).toBe(404)
    expect(await bed.counted()).toBe(before + 2)
  })
  it('by a double tap counts once', async () => {
    const [code, before] = [await bed.aCode(), await bed.counted()]
    const taps = await Promise.all(Array.from({ length: 6 }, () => bed.send(`/e/0180/${code}`, { 'q-meeting': '0', 'q-helped': '1' })))
    expect(taps.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 404, 404, 404, 404, 404])
    expect(await bed.counted()).toBe(before + 2)
  })
  it('with an altered option, half an answer or nothing at all says so, and saves nothing', async () => {
    const [code, before] = [await bed.aCode(), await bed.counted()]
    const altered = await bed.send(`/e/0180/${code}`, { 'q-meeting': '7', 'q-helped': '0' })
    expect([altered.status, altered.html.includes('role="alert"'), altered.html.includes('Hur var mötet?')]).toEqual([422, true, true])
    const half = await bed.send(`/e/0180/${code}`, { 'q-helped': '0' })
    expect([half.status, half.html.includes('Hur var mötet?')]).toEqual([200, true])
    const none = await bed.send(`/e/0180/${code}`, { 'q-meeting': skipped, 'q-helped': skipped })
    expect([none.status, none.html.includes(surveyWords.sv.nothing)]).toEqual([422, true])
    expect(await bed.counted()).toBe(before)
    expect((await bed.get(`/e/0180/${code}`)).status).toBe(200)
  })
  it('in a language from right to left is in that language, and its own Swedish questions say that they are Swedish', async () => {
    const { html } = await bed.get(`/e/0180/${await bed.aCode()}?sprak=ar`)
    expect(html).toContain('<html lang="ar" dir="rtl"')
    expect(html).toContain(afterMeeting.questions[0]?.text.ar)
    expect(html).not.toContain('Hur var')
  })
})

describe('a wrong code', () => {
  it('is answered byte for byte the same, whatever is wrong with it', async () => {
    const [used, expired] = [await bed.aCode(), await bed.aCode()]
    await bed.send(`/e/0180/${used}`, { 'q-meeting': '1', 'q-helped': '0' })
    await bed.site.place.sql(`update survey.code set expires_on = '2026-01-04'`)
    const pages = await Promise.all([used, expired, 'ABCDE-FGHJK', 'hej', 'ABCDE'].map((code) => bed.get(`/e/0180/${code}`)))
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
    expect(new Set(pages.map(({ html }) => html)).size).toBe(1)
    expect(pages[0]?.html).toContain(surveyWords.sv.wrong)
    expect((await bed.send(`/e/0180/${expired}`, { 'q-meeting': '1', 'q-helped': '0' })).html).toBe(pages[0]?.html)
  })
  it('is typed with or without dash, and goes on to its own address', async () => {
    const code = await bed.aCode()
    const { status, location } = await bed.send('/e/0180?sprak=so', { code: ` ${code.toLowerCase().replace('-', ' ')} ` })
    expect([status, location]).toEqual([303, `/e/0180/${code}?sprak=so`])
    expect([(await bed.send('/e/0180', { code: '' })).status, (await bed.send('/e/0180', { code: 'x' })).status]).toEqual([422, 404])
    expect([(await bed.get('/e/0180')).status, (await bed.get('/e/0199')).status]).toEqual([200, 404])
  })
  it('tried 10,000 times from one address is asked of the database some twenty times, and answers the rest at once', async () => {
    const from = anAddress()
    const statuses = new Map<number, number>()
    for (let n = 0; n < 10_000; n++) {
      const { status } = await bed.get(`/e/0180/ABCDE-${String(n).padStart(5, '2').replaceAll(/[01]/g, '9')}`, from)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
    }
    expect(statuses.get(404)).toBeLessThanOrEqual(25)
    expect((statuses.get(404) ?? 0) + (statuses.get(429) ?? 0)).toBe(10_000)
    expect((await bed.get(`/e/0180/${await bed.aCode()}`)).status).toBe(200)
  })
})
