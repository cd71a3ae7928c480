/** Signals in the browser: answered, given over, added, and the stop that is refused in words until the next assessment. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../../test/support/feed-files.ts'
import { parseDate, type PlainDate } from '../../../platform/plain-date.ts'
import { beginAssessment, finishAssessment } from '../assessments/assessments.actions.ts'
import { quarterText } from '../calendar/calendar.texts.ts'
import { daysLater, plusMonths, quarterOf } from '../calendar/month.rules.ts'
import { aFollowupSite, type FollowupSite, type Somebody } from '../followup-site.testbed.ts'
import { answersOf, must } from '../work.testbed.ts'
import { actOnSignal } from './signals.actions.ts'

let site: FollowupSite
let authority: Somebody
beforeAll(async () => {
  site = await aFollowupSite()
  authority = await site.member('Mia Myndighet', ['authority'])
})
afterAll(() => site.close())

const today = parseDate(new Date().toISOString().slice(0, 10))!
/** A day of the last quarter. */
const before = daysLater(quarterOf(today), -20)
let born = 0

async function aYouth(): Promise<string> {
  born++
  const rows = await site.place.sql<{ id: string }>(
    `insert into followup.youth (number, given_name, family_name, born_on, registered_on, registered_by, noted_on)
     values ($1, 'Alva', 'Prov', '2008-08-01', $2, $3, $2) returning id`,
    [aNumber(`200808${String(born).padStart(2, '0')}`), daysLater(today, -300), authority.staffId],
  )
  return rows[0]?.id ?? ''
}

/** Assessed on the day, as a member would have that day. */
async function assessed(youthId: string, on: PlainDate, points: Readonly<Record<string, number>>): Promise<void> {
  const by = { reader: { staffId: authority.staffId, mayReadProtected: false, today: on }, today: on, isFresh: true }
  const assessmentId = must(await beginAssessment(site.sealed, by, youthId, quarterOf(on)))
  must(
    await finishAssessment(
      site.sealed,
      by,
      { youthId, assessmentId, version: 1 },
      { answers: answersOf(points), assessedOn: on, note: '' },
    ),
  )
}

const signalOf = async (youth: string, area: string): Promise<{ id: string; state: string; recipient: string }> => {
  const rows = await site.place.sql<{ id: string; state: string; recipient: string }>(
    'select id, state, recipient from followup.signal_now where youth_id = $1 and area = $2 order by proposed_on',
    [youth, area],
  )
  return rows.at(-1)!
}
const pathOf = (youth: string): string => `/uppfoljning/ungdom/${youth}/signaler`
const act = (youth: string, id: string, fields: Readonly<Record<string, string>>) => authority.send(`${pathOf(youth)}/${id}`, fields)

/** A youth whose housing is low since the last quarter. */
async function low(): Promise<{ youth: string; id: string }> {
  const youth = await aYouth()
  await assessed(youth, before, { housing: 1249 })
  return { youth, id: (await signalOf(youth, 'housing')).id }
}

describe('a proposed signal', () => {
  it('says where it comes from and is confirmed; a second answer is told that somebody was first', async () => {
    const { youth, id } = await low()
    const shown = (await authority.get(pathOf(youth))).html
    for (const text of ['12,49 poäng', 'under 12,5', quarterText(quarterOf(before), 'sv'), 'Bekräfta: boendedrift följer upp'])
      expect(shown).toContain(text)
    expect((await act(youth, id, { kind: 'confirm' })).status).toBe(303)
    const late = await act(youth, id, { kind: 'dismiss', ground: 'Behövs inte.' })
    expect([late.status, late.html.includes('redan besvarad')]).toEqual([409, true])
    expect((await signalOf(youth, 'housing')).state).toBe('confirmed')
  })
  it('is dismissed with a ground, and not without', async () => {
    const { youth, id } = await low()
    const without = await act(youth, id, { kind: 'dismiss', ground: ' ' })
    expect([without.status, without.html.includes(`href="#ground-dismiss-${id}"`)]).toEqual([422, true])
    expect((await act(youth, id, { kind: 'dismiss', ground: 'Redan hjälpt.' })).status).toBe(303)
    expect((await authority.get(pathOf(youth))).html).toContain('Redan hjälpt.')
  })
  it('is given to the other process, once', async () => {
    const { youth, id } = await low()
    const given = { kind: 'adjust', recipient: 'labourMarket', ground: 'Handlar om praktiken.' }
    expect((await act(youth, id, given)).status).toBe(303)
    expect((await signalOf(youth, 'housing')).recipient).toBe('labourMarket')
    expect((await act(youth, id, given)).status).toBe(409)
  })
  it.each([
    [{ kind: 'acknowledge' }],
    [{ kind: 'leave' }],
    [{ kind: 'adjust', ground: 'x', recipient: 'school' }],
    [{ kind: 'dismiss', ground: 'x'.repeat(1001) }],
  ])('is not answered with %j', async (fields) => {
    const { youth, id } = await low()
    expect((await act(youth, id, fields)).status).toBe(422)
    expect((await signalOf(youth, 'housing')).state).toBe('proposed')
  })
})

describe('a stop', () => {
  it('before the next quarterly assessment is refused and says why and when; after it, it is done, and once', async () => {
    const { youth, id } = await low()
    const then = { reader: { staffId: authority.staffId, mayReadProtected: false, today: before }, today: before, isFresh: true }
    must(await actOnSignal(site.sealed, then, { youthId: youth, signalId: id }, { kind: 'confirm', ground: '', recipient: null }))
    const early = await act(youth, id, { kind: 'stop', ground: 'Går bra.' })
    expect(early.status).toBe(422)
    const wait = plusMonths(quarterOf(before), 3)
    for (const text of ['även om det går bättre', `bedömningen för ${quarterText(wait, 'sv')}`, 'Går bra.', `href="#ground-stop-${id}"`])
      expect(early.html).toContain(text)
    await assessed(youth, today, { housing: 2000 })
    expect((await authority.get(pathOf(youth))).html).toContain('Uppföljningen kan stoppas.')
    expect((await act(youth, id, { kind: 'stop', ground: '' })).status).toBe(422)
    expect((await act(youth, id, { kind: 'stop', ground: 'Går bra två kvartal.' })).status).toBe(303)
    expect((await signalOf(youth, 'housing')).state).toBe('ended')
    expect((await act(youth, id, { kind: 'stop', ground: 'Igen.' })).status).toBe(409)
  })
})

describe('a signal that is added', () => {
  it('has a ground and an area without one, and is in force at once', async () => {
    const { youth } = await low()
    const path = pathOf(youth)
    expect((await authority.send(path, { area: 'economy', ground: '', recipient: '' })).html).toContain('href="#ground"')
    expect((await authority.send(path, { area: '', ground: 'Skulder.', recipient: '' })).status).toBe(422)
    expect((await authority.send(path, { area: 'housing', ground: 'Skulder.', recipient: '' })).status).toBe(409)
    expect((await authority.send(path, { area: 'economy', ground: 'Skulder.', recipient: 'labourMarket' })).status).toBe(303)
    expect(await signalOf(youth, 'economy')).toMatchObject({ state: 'confirmed', recipient: 'labourMarket' })
  })
})

describe('signals', () => {
  it('are the authority’s to answer; others see on the youth’s page only their own', async () => {
    const { youth, id } = await low()
    await authority.send(pathOf(youth), { area: 'school', ground: 'Frånvaro.', recipient: '' })
    const school = await site.member('Lia Arbete', ['labourMarket'])
    expect((await school.get(pathOf(youth))).status).toBe(403)
    expect((await school.send(`${pathOf(youth)}/${id}`, { kind: 'confirm' })).status).toBe(403)
    const section = (await school.get(`/uppfoljning/ungdom/${youth}`)).html
    expect(section).toContain('<th scope="row">Skola</th>')
    expect(section).not.toContain('<th scope="row">Boende</th>')
    expect((await act(youth, randomUUID(), { kind: 'confirm' })).status).toBe(404)
    const other = await low()
    expect((await act(other.youth, id, { kind: 'confirm' })).status).toBe(404)
  })
})
