/** A day rated in the browser's forms: from the list to the next, what is refused, a correction, two at once, and who may. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { aFollowedYouth, aFollowingSite, type FollowingSite } from '../following.testbed.ts'

let site: FollowingSite
let [one, other] = ['', '']
const on = (days: number): PlainDate => site.daysAgo(days)
const path = (youthId: string, days: number): string => `/uppfoljning/ungdom/${youthId}/skattning/${on(days)}`

beforeAll(async () => {
  site = await aFollowingSite()
  one = await aFollowedYouth(site, { given: 'Alma', areas: ['health', 'housing'], confirmedDaysAgo: 5 })
  other = await aFollowedYouth(site, { given: 'Bea', areas: ['health'], confirmedDaysAgo: 5 })
})
afterAll(() => site.close())

const rate = (youthId: string, days: number, fields: Readonly<Record<string, string>>) =>
  site.people.housing.send(path(youthId, days), { do: 'stay', seen: '', ...fields })

describe('the day’s list', () => {
  it('has those whom housing follows up, with what is missing said as missing', async () => {
    const { status, html } = await site.people.housing.get('/uppfoljning/skattning')
    expect(status).toBe(200)
    for (const said of ['Alma Prov', 'Bea Prov', 'inte skattad än', '0 av 2 är skattade', '4 av 6 dagar saknas'])
      expect(html).toContain(said)
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('Alma')
    const before = await site.people.housing.get(`/uppfoljning/skattning?dag=${on(1)}`)
    expect(before.html).toContain('>saknas<')
    expect((await site.people.housing.get(`/uppfoljning/skattning?dag=${on(60)}`)).html).toContain('Ingen ungdom ska skattas')
  })

  it('is housing’s alone', async () => {
    for (const stranger of [site.people.authority, site.people.labourMarket, site.people.administrator]) {
      expect((await stranger.get('/uppfoljning/skattning')).status).toBe(403)
      expect((await stranger.get(path(one, 0))).status).toBe(403)
    }
  })
})

describe('a youth’s day', () => {
  it('is saved area by area, and leads to the next', async () => {
    expect((await site.people.housing.get(path(one, 0))).html).toMatch(/name="points-health"[\s\S]*name="half-health"/)
    const saved = await rate(one, 0, { do: 'next', 'points-health': '12', 'half-health': 'ja', 'points-housing': '14' })
    expect(saved).toMatchObject({ status: 303, location: path(other, 0) })
    const again = await site.people.housing.get(path(one, 0))
    for (const said of ['Hälsa 12,5', 'Boende 14', 'name="seen" value="1"']) expect(again.html).toContain(said)
    const last = await rate(other, 0, { do: 'next', 'points-health': '9' })
    expect(last.location).toBe(`/uppfoljning/skattning?dag=${on(0)}`)
  })

  it.each([
    ['outside the scale', 1, { 'points-health': '26' }, 422, 'Hälsa: Skattningen ligger utanför skalan', '#points-health'],
    ['outside it by a half', 1, { 'points-health': '25', 'half-health': 'ja' }, 422, 'utanför skalan', '#points-health'],
    ['between its steps', 1, { 'points-health': '12,25' }, 422, 'mellan skalans steg', '#points-health'],
    ['no number', 1, { 'points-health': 'tolv' }, 422, 'Skriv poängen med siffror', '#points-health'],
    ['a half of nothing', 1, { 'points-health': '', 'half-health': 'ja' }, 422, 'Välj en siffra', '#points-health'],
    ['nothing', 1, { 'points-health': '' }, 422, 'Skatta minst ett område', '#points-housing'],
    ['an area that is not followed', 1, { 'points-school': '12' }, 422, 'följer inte upp området', '#points-housing'],
    ['a day to come', -1, { 'points-health': '12' }, 422, 'har inte kommit', ''],
    ['before the signal', 6, { 'points-health': '12' }, 422, 'före signalen', ''],
    ['a day long ago', 60, { 'points-health': '12' }, 422, 'längesedan', ''],
  ] as const)('refuses %s, and keeps what was pressed', async (_, days, fields, status, said, link) => {
    const answer = await rate(one, days, fields)
    expect(answer.status).toBe(status)
    expect(answer.html).toContain(said)
    expect(answer.html).toContain(link)
  })

  it('is refused a second time the same day, beside what is saved', async () => {
    const answer = await rate(other, 0, { 'points-health': '20' })
    expect(answer.status).toBe(409)
    for (const said of ['Någon annan hann spara före dig', '>20<', '>9<', 'name="seen" value="1"']) expect(answer.html).toContain(said)
  })

  it('is corrected as a new version, with a reason, and both stay', async () => {
    const bare = await rate(other, 0, { seen: '1', 'points-health': '11' })
    expect([bare.status, bare.html.includes('href="#why"')]).toEqual([422, true])
    expect((await rate(other, 0, { seen: '1', 'points-health': '11', why: 'Skrev fel.' })).status).toBe(303)
    const { html } = await site.people.housing.get(path(other, 0))
    for (const said of ['Hälsa 11', 'Hälsa 9', 'Skrev fel.']) expect(html).toContain(said)
    expect((await rate(other, 0, { seen: '1', 'points-health': '13', why: 'Nej.' })).status).toBe(409)
    expect((await rate(other, 0, { seen: '2', 'points-health': '11' })).html).toContain('Inget är ändrat')
  })

  it('is shown closed before the signal, and is nothing without a day', async () => {
    const closed = await site.people.housing.get(path(one, 6))
    expect([closed.status, closed.html.includes('före signalen'), closed.html.includes('name="do"')]).toEqual([200, true, false])
    expect((await site.people.housing.get(`/uppfoljning/ungdom/${one}/skattning/igar`)).status).toBe(404)
    expect((await site.people.housing.get(path('12', 0))).status).toBe(404)
  })

  it('is on record without names or points', async () => {
    const lines = await site.place.sql<{ action: string; outcome: string }>(
      `select action, outcome, detail from followup.line where action in ('followup.rateDay', 'followup.readRating', 'followup.readRatingDay')`,
    )
    expect(lines.some(({ action, outcome }) => action === 'followup.rateDay' && outcome === 'outside')).toBe(true)
    expect(JSON.stringify(lines)).not.toMatch(/Alma|Bea|Skrev/)
  })
})

describe('a protected youth', () => {
  it('is rated by those with the right alone, newly signed in', async () => {
    const guarded = await aFollowedYouth(site, { given: 'Hemlig', areas: ['health'], confirmedDaysAgo: 5, protection: 'secrecy-marked' })
    expect((await site.people.housing.get('/uppfoljning/skattning')).html).not.toContain('Hemlig')
    expect((await rate(guarded, 0, { 'points-health': '12' })).status).toBe(404)
    const reader = await site.member('Rita Rätt', ['housing', 'protectedReader'])
    expect((await reader.get('/uppfoljning/skattning')).html).toContain('Hemlig')
    site.later(11 * 60_000)
    for (const { status, location } of [
      await reader.get(path(guarded, 0)),
      await reader.send(path(guarded, 0), { do: 'stay', seen: '', 'points-health': '12' }),
    ])
      expect([status, location.includes('igen=1')]).toEqual([303, true])
    site.later(-11 * 60_000)
  })
})

describe('the youth’s page', () => {
  it('shows housing the strip of days, and others not', async () => {
    const { html } = await site.people.housing.get(`/uppfoljning/ungdom/${one}`)
    expect(html).toContain('Dagliga skattningar')
    expect(html).toContain(`href="${path(one, 1)}"`)
    expect((await site.people.authority.get(`/uppfoljning/ungdom/${one}`)).html).not.toContain('Dagliga skattningar')
  })
})
