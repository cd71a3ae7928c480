/** A month's report in the browser's forms: a draft, handed in, corrected; what is refused, and whose it is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { monthOf, plusMonths } from '../calendar/month.rules.ts'
import { aFollowedYouth, aFollowingSite, type FollowingSite } from '../following.testbed.ts'
import { must } from '../work.testbed.ts'
import { callTalk, holdTalk } from './talks.actions.ts'
import { listCalledTalks } from './talks.store.ts'

let site: FollowingSite
let [youthId, path, talkId, calledId] = ['', '', '', '']

async function aTalk(on: number): Promise<string> {
  const by = site.writer(site.people.housing, site.daysAgo(10))
  const leftOut = [
    { actor: 'trustee', why: 'Myndig.' },
    { actor: 'housing', why: 'Är med ändå.' },
  ] as const
  const invited = [{ actor: 'youth', actorId: null }] as const
  return must(
    await callTalk(site.sealed, by, youthId, {
      recipient: 'housing',
      on: site.daysAgo(on),
      at: '10:00',
      place: 'Kontoret',
      invited,
      leftOut,
    }),
  )
}

beforeAll(async () => {
  site = await aFollowingSite()
  youthId = await aFollowedYouth(site, { given: 'Alma', areas: ['health', 'housing', 'school'], confirmedDaysAgo: 40 })
  const month = plusMonths(monthOf(site.today), 1)
  path = `/uppfoljning/ungdom/${youthId}/rapport/boendedrift/${month.slice(0, 7)}`
  talkId = await aTalk(3)
  calledId = await aTalk(-5)
  const [talk] = (await site.inside((tx) => listCalledTalks(tx, youthId))).filter((one) => one.talkId === talkId)
  const came = talk?.invited.filter(({ leftOutWhy }) => leftOutWhy === null).map(({ invitationId }) => invitationId) ?? []
  must(await holdTalk(site.sealed, site.writer(site.people.housing, site.today), { youthId, talkId, version: 1 }, came))
})
afterAll(() => site.close())

const texts = {
  'text-since': 'Sover bättre.',
  'text-status.housing': 'Städar själv.',
  'text-status.health': 'Går till mottagningen.',
  'text-done.housing': '',
  'text-done.health': '',
  'text-youth': 'Det går bra.',
  'text-agreed': 'Träffas varje måndag.',
}
const send = (fields: Readonly<Record<string, string>>) =>
  site.people.housing.send(path, { do: 'send', seen: '', draft: '0', talk: talkId, noTalkWhy: '', why: '', ...texts, ...fields })

describe('the report of a month', () => {
  it('asks by the template, for each area that the process follows up and no other', async () => {
    const { status, html } = await site.people.housing.get(path)
    expect(status).toBe(200)
    for (const said of [
      'Sedan förra samtalet',
      'Läget: Boende',
      'Läget: Hälsa',
      'mallens version 1',
      'Skattningar under tiden',
      'kallat, inte hållet än',
    ])
      expect(html).toContain(said)
    expect(html).not.toContain('Läget: Skola')
    expect(/<title>(.*?)<\/title>/.exec(html)?.[1]).not.toContain('Alma')
  })

  it('is the own process’ alone, of a month that is one', async () => {
    expect((await site.people.labourMarket.get(path)).status).toBe(404)
    expect((await site.people.authority.get(path)).status).toBe(403)
    expect((await site.people.housing.get(path.replace(/\d{4}-\d\d$/, '2026-13'))).status).toBe(404)
    expect((await site.people.housing.get(path.replace('boendedrift', 'skolan'))).status).toBe(404)
    expect((await site.people.labourMarket.send(path, { do: 'send', seen: '', draft: '0', talk: 'none', noTalkWhy: 'x' })).status).toBe(404)
  })

  it.each([
    ['an empty part', { 'text-agreed': ' ' }, 'Det vi kom överens om: Fyll i det här', '#text-agreed'],
    ['too long a text', { 'text-youth': 'x'.repeat(4001) }, 'högst 4 000 tecken', '#text-youth'],
    ['a part that the template has not', { 'text-annat': 'x' }, 'Mallen frågar inte efter det', '#text-since'],
    ['neither a talk nor why not', { talk: '' }, 'eller skriv varför inget hölls', '#talk'],
    ['no talk without a reason', { talk: 'none' }, 'eller skriv varför inget hölls', '#talk'],
    ['a talk of nobody', { talk: 'x' }, 'Samtalet är inte hållet än', '#talk'],
  ])('is refused with %s, and nothing typed is lost', async (_, fields, said, link) => {
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    for (const shown of [said, `href="${link}"`, 'Städar själv.']) expect(answer.html).toContain(shown)
  })

  it('is refused while the talk is called and not held', async () => {
    const answer = await send({ talk: calledId })
    expect([answer.status, answer.html.includes('Samtalet är inte hållet än')]).toEqual([422, true])
  })

  it('is a draft until it is handed in, and two who write it do not overwrite each other', async () => {
    const half = { 'text-status.health': '', 'text-agreed': '', talk: calledId }
    expect((await send({ do: 'draft', ...half })).status).toBe(303)
    const { html } = await site.people.housing.get(path)
    for (const said of ['Utkast, sparat', 'Sover bättre.', 'name="draft" value="1"']) expect(html).toContain(said)
    const stale = await send({ do: 'draft', 'text-since': 'Annat.' })
    expect(stale.status).toBe(409)
    for (const said of ['Någon annan hann spara före dig', 'Annat.', 'Sover bättre.', 'name="draft" value="1"'])
      expect(stale.html).toContain(said)
    expect((await send({ 'text-since': 'Annat.' })).status).toBe(409)
    expect((await send({ do: 'draft', draft: '1', 'text-youth': 'x'.repeat(4001) })).status).toBe(422)
    expect(await site.place.sql('select version from followup.report_draft')).toEqual([{ version: 1 }])
  })

  it('is handed in, and the draft is gone', async () => {
    expect((await send({ draft: '1' })).status).toBe(303)
    const { html } = await site.people.housing.get(path)
    for (const said of ['Lämnad', 'Bo Drift', 'Träffas varje måndag.', 'Rätta rapporten']) expect(html).toContain(said)
    expect(await site.place.sql('select from followup.report_draft')).toEqual([])
    const again = await send({})
    expect([again.status, again.html.includes('name="seen" value="1"')]).toEqual([409, true])
    expect((await send({ do: 'draft' })).status).toBe(409)
  })

  it('is corrected as a new version, with a reason', async () => {
    const bare = await send({ seen: '1', 'text-since': 'Sover sämre.' })
    expect([bare.status, bare.html.includes('href="#why"')]).toEqual([422, true])
    expect((await send({ seen: '1', 'text-since': 'Sover sämre.', why: 'Fel mening.' })).status).toBe(303)
    const { html } = await site.people.housing.get(path)
    for (const said of ['Sover sämre.', 'Fel mening.', 'första gången']) expect(html).toContain(said)
    expect((await send({ seen: '1', why: 'Nej.' })).status).toBe(409)
  })

  it('is too early for a month to come, and not owed for one before the signal', async () => {
    const at = (months: number): string => path.replace(/\d{4}-\d\d$/, plusMonths(monthOf(site.today), months).slice(0, 7))
    const early = await site.people.housing.get(at(2))
    expect([early.html.includes('för tidigt'), early.html.includes('name="do"')]).toEqual([true, false])
    expect((await site.people.housing.get(at(-3))).html).toContain('Ingen rapport behövs')
    const sent = await site.people.housing.send(at(2), { do: 'send', seen: '', draft: '0', talk: 'none', noTalkWhy: 'x' })
    expect([sent.status, sent.html.includes('för tidigt')]).toEqual([422, true])
  })

  it('is refused after the signal ended, to whoever still sees the youth', async () => {
    const ended = await aFollowedYouth(site, { given: 'Bea', areas: ['health'], confirmedDaysAgo: 40, endedDaysAgo: 2 })
    const at = path.replace(youthId, ended)
    expect((await site.people.housing.get(at)).status).toBe(404)
    await site.place.sql(`insert into followup.follower (youth_id, staff_id, process, from_on, noted_on)
      values ('${ended}', '${site.people.housing.staffId}', 'housing', current_date, current_date)`)
    const shown = await site.people.housing.get(at)
    expect([shown.status, shown.html.includes('Uppföljningen är avslutad')]).toEqual([200, true])
    const sent = await site.people.housing.send(at, {
      do: 'send',
      seen: '',
      draft: '0',
      talk: 'none',
      noTalkWhy: 'Slut.',
      'text-since': 'x',
    })
    expect([sent.status, sent.html.includes('Uppföljningen är avslutad')]).toEqual([422, true])
  })

  it('is on record without a word of it', async () => {
    const lines = await site.place.sql(`select action, outcome, detail from followup.line where action like 'followup.%eport%'`)
    expect(lines.length).toBeGreaterThan(10)
    expect(JSON.stringify(lines)).not.toMatch(/Sover|Alma|måndag|Fel mening/)
  })
})
