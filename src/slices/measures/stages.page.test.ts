/** Youth employment from proposal to the last stage in the browser: decided by the personnel group, stage by stage, interrupted and begun again. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Visitor } from '../../../test/support/web.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { aMeasuresSite, inDays, type MeasuresSite } from './measures.testbed.ts'

let at: MeasuresSite
beforeAll(async () => {
  at = await aMeasuresSite()
})
afterAll(() => at.site.close())
const sql = <Found extends object>(text: string, values?: unknown[]) => at.site.place.sql<Found>(text, values)
const idOf = async (name: string): Promise<string> =>
  (await sql<{ id: string }>('select id from access.staff where name = $1', [name]))[0]?.id ?? ''

/** Opens a round; returns its address. */
async function aRound(by: Visitor, name: string, on = inDays(0)): Promise<string> {
  const opened = await by.send('/atgarder/rundor', { on, present: await idOf(name) })
  expect(opened.status).toBe(303)
  return opened.location
}

const decide = async (round: string, youth: MadeYouth, outcome: string, ground = 'Stärker steget till arbete', by = at.coordinator) =>
  by.send(`${round}/beslut`, { measure: (await at.last(youth)).id, outcome, ground })

async function proposed(from = 0): Promise<MadeYouth> {
  const youth = await at.youth()
  expect((await at.add(youth, { item: 'youthEmployment', from: inDays(from) })).status).toBe(303)
  return youth
}

/** An approved youth employment that began ten days ago. */
async function approved(): Promise<MadeYouth> {
  const youth = await proposed(-10)
  const round = await aRound(at.coordinator, 'Amina Lind', inDays(-10))
  expect((await decide(round, youth, 'approved')).status).toBe(303)
  return youth
}

async function post(youth: MadeYouth, form: string, fields: Record<string, string>) {
  const { id, version } = await at.last(youth)
  return at.coordinator.send(`${at.pathOf(youth)}/${id}/${form}`, { version: String(version), ...fields })
}

const stages = (youth: MadeYouth) =>
  sql(
    `select s.stage_key as key, s.from_on, s.ended_on, s.outcome, s.reason from measures.stage s join measures.measure m on m.id = s.measure_id
     where m.person_id = $1 and s.struck_at is null order by s.id`,
    [youth.personId],
  )
const spans = (youth: MadeYouth) => sql('select from_on, until_on from measures.span where person_id = $1', [youth.personId])

describe('a proposal', () => {
  it('waits on the desk, is in no list of measures, and is approved in a round with those present', async () => {
    const youth = await proposed(5)
    expect(await spans(youth)).toEqual([])
    expect((await at.coordinator.get('/atgarder')).html).toMatch(/Väntar på beslut.*Ungdomsanställning/s)
    const round = await aRound(at.coordinator, 'Amina Lind')
    expect((await decide(round, youth, 'approved', '')).html).toContain('Fyll i fältet')
    expect((await decide(round, youth, 'kanske')).html).toContain('Välj ett av alternativen')
    expect((await decide(round, youth, 'approved')).status).toBe(303)
    expect(await spans(youth)).toEqual([{ from_on: inDays(5), until_on: null }])
    expect((await decide(round, youth, 'refused')).status).toBe(409)
    expect((await at.coordinator.get(round)).html).toContain('Stärker steget till arbete')
    expect((await at.coordinator.get(`${at.pathOf(youth)}/${(await at.last(youth)).id}`)).html).toContain('Med: Amina Lind')
  })

  it('begins when it was decided at the earliest, its planned end as far away as before', async () => {
    const youth = await proposed(-20)
    const before = await at.last(youth)
    expect((await decide(await aRound(at.coordinator, 'Amina Lind', inDays(-3)), youth, 'approved')).status).toBe(303)
    const after = await at.last(youth)
    const days = (from: string, until: string | null) => (Date.parse(until ?? '') - Date.parse(from)) / 86_400_000
    expect(after.from_on).toBe(inDays(-3))
    expect(days(after.from_on, after.planned_until_on)).toBe(days(before.from_on, before.planned_until_on))
  })

  it('of a protected youth shows what was written only after a fresh sign-in', async () => {
    const handler = await at.site.signedIn(['protectedHandler'], { name: 'Hanna Prov' })
    await at.add(at.secret, { item: 'youthEmployment', from: inDays(0), note: 'Snickeri i Provby' }, handler)
    const round = await aRound(handler, 'Hanna Prov')
    const stale = await at.site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    const texts = async (by: Visitor) => {
      const { html } = await by.get(round)
      return ['Hemligsson', 'Snickeri i Provby', 'Stärker steget till arbete'].map((text) => html.includes(text))
    }
    expect([await texts(handler), await texts(stale)]).toEqual([
      [true, true, false],
      [true, false, false],
    ])
    expect((await decide(round, at.secret, 'approved', undefined, handler)).status).toBe(303)
    expect([await texts(handler), await texts(stale)]).toEqual([
      [true, false, true],
      [true, false, false],
    ])
    expect((await at.coordinator.get(round)).html).not.toContain('Hemligsson')
  })

  it('that is refused is no measure; one postponed waits for the next round, and is decided once a round', async () => {
    const [refused, postponed] = [await proposed(), await proposed()]
    const round = await aRound(at.coordinator, 'Amina Lind')
    expect((await decide(round, refused, 'refused')).status).toBe(303)
    expect((await decide(round, postponed, 'postponed')).status).toBe(303)
    expect((await decide(round, postponed, 'approved')).status).toBe(409)
    expect([(await at.last(refused)).placement, (await at.last(postponed)).placement]).toEqual(['refused', 'waiting'])
    expect([...(await spans(refused)), ...(await spans(postponed))]).toEqual([])
    expect((await at.coordinator.send(`${round}/avsluta`)).status).toBe(303)
    expect((await decide(round, postponed, 'approved')).status).toBe(409)
    expect((await decide(await aRound(at.coordinator, 'Amina Lind'), postponed, 'approved')).status).toBe(303)
  })

  it('is not approved over another exclusive measure: the form says so', async () => {
    const youth = await proposed()
    await at.add(youth, { item: 'practice', from: inDays(-1), until: inDays(10) })
    const [measure] = await sql<{ id: string }>(
      `select measure_id as id from measures.measure where person_id = $1 and placement = 'waiting'`,
      [youth.personId],
    )
    const round = await aRound(at.coordinator, 'Amina Lind')
    const shown = await at.coordinator.send(`${round}/beslut`, { measure: measure?.id ?? '', outcome: 'approved', ground: 'Bra för hen' })
    expect([shown.status, shown.html.includes('inte går att förena')]).toEqual([422, true])
    expect(shown.html).toContain('Bra för hen')
  })

  it('is decided by those who may, who were there, and who may see the youth', async () => {
    const youth = await proposed()
    const far = await aYouth(at.site.place, { fromOn: inDays(-100), family: 'Fjärran' })
    await at.add(far, { item: 'youthEmployment' })
    const leader = await at.site.signedIn(['unitManager'], { name: 'Karin Ahl', unit: 'Norr' })
    const round = await aRound(leader, 'Karin Ahl')
    const page = (await leader.get(round)).html
    expect([page.includes('Synlig Provsson'), page.includes('Fjärran')]).toEqual([true, false])
    expect((await decide(round, far, 'approved', 'Bra för hen', leader)).status).toBe(404)
    expect((await decide(round, youth, 'approved')).html).toContain('Du var inte med')
    expect((await at.counsellor.get(round)).status).toBe(403)
    expect((await at.counsellor.get('/atgarder')).html).not.toContain('Ny ärendedragning')
    const without = await leader.send('/atgarder/rundor', { on: inDays(0), present: await idOf('Leila Holm') })
    expect(without.html).toContain('Du som skriver in dragningen ska ha varit med')
    expect((await leader.send('/atgarder/rundor', { on: inDays(1), present: await idOf('Karin Ahl') })).html).toContain(
      'Dagen har inte varit',
    )
    expect((await leader.send('/atgarder/rundor', { on: inDays(0) })).html).toContain('Kryssa för dem som var med')
  })
})

describe('the stages', () => {
  it('follow each other: one of the alternatives first, then the next, and each begins when the one before is done', async () => {
    const youth = await approved()
    const page = (await at.coordinator.get(`${at.pathOf(youth)}/${(await at.last(youth)).id}`)).html
    expect(page).toContain('Förberedande vecka')
    expect(page).toContain('Individuell matchning')
    const begin = (stage: string, day: number) => post(youth, 'steg', { stage, stageFrom: inDays(day) })
    expect((await begin('practice', -9)).html).toContain('Välj ett steg')
    expect((await begin('matching', -11)).html).toContain('inte börja före åtgärden')
    expect((await begin('matching', 1)).html).toContain('Dagen har inte varit')
    expect((await begin('matching', -10)).status).toBe(303)
    expect((await begin('practice', -11)).html).toContain('inte börja före åtgärden')
    expect((await begin('practice', -3)).status).toBe(303)
    expect((await begin('employment', -4)).html).toContain('innan det förra')
    expect(await stages(youth)).toEqual([
      { key: 'matching', from_on: inDays(-10), ended_on: inDays(-3), outcome: 'completed', reason: null },
      { key: 'practice', from_on: inDays(-3), ended_on: null, outcome: null, reason: null },
    ])
  })

  it('are interrupted for a reason of their own, and begin again or end the measure', async () => {
    const youth = await approved()
    await post(youth, 'steg', { stage: 'preparation', stageFrom: inDays(-10) })
    const stop = (given: Record<string, string>) =>
      post(youth, 'avbryt', { stopOn: inDays(-5), stopReason: 'attendance', after: 'goesOn', ...given })
    expect((await stop({ stopReason: 'noPlace' })).html).toContain('Välj en orsak')
    expect((await stop({ stopOn: inDays(-11) })).html).toContain('började senare')
    expect((await stop({})).status).toBe(303)
    expect((await stop({})).html).toContain('Inget steg pågår')
    expect((await post(youth, 'steg', { stage: 'matching', stageFrom: inDays(-4) })).status).toBe(303)
    expect((await stop({ stopOn: inDays(-1), stopReason: 'studies', after: 'end', occupation: 'studies' })).status).toBe(303)
    expect(await at.last(youth)).toMatchObject({ ended_on: inDays(-1), end_reason: 'studies' })
    expect(await stages(youth)).toMatchObject([
      { outcome: 'interrupted', reason: 'attendance' },
      { outcome: 'interrupted', reason: 'studies', ended_on: inDays(-1) },
    ])
    expect(await sql('select kind from outreach.occupation where person_id = $1', [youth.personId])).toEqual([{ kind: 'studies' }])
  })

  it('begun by mistake is struck, and the measure does not end or move past a stage', async () => {
    const youth = await approved()
    await post(youth, 'steg', { stage: 'preparation', stageFrom: inDays(-8) })
    expect((await post(youth, 'avsluta', { on: inDays(-9), reason: 'moved' })).html).toContain('Ett steg började eller slutade senare')
    const content = { from: inDays(-7), until: '', responsible: 'municipality', department: '', note: '' }
    expect((await post(youth, 'andra', content)).html).toContain('Ett steg började före den dagen')
    const [stage] = await sql<{ id: string }>(
      'select s.stage_id as id from measures.stage s join measures.measure m on m.id = s.measure_id where m.person_id = $1',
      [youth.personId],
    )
    expect((await post(youth, `steg/${stage?.id ?? ''}/stryk`, { why: 'Fel dag' })).status).toBe(303)
    expect(await stages(youth)).toEqual([])
    expect((await post(youth, 'andra', { ...content, from: inDays(-11) })).html).toContain('tidigast den dag den beviljades')
  })
})

describe('the desk', () => {
  it('shows what should have ended, and what goes on for youths no longer covered, with counts for the hub', async () => {
    const late = await aYouth(at.site.place, { fromOn: inDays(-100), given: 'Sen' })
    await at.add(late, { item: 'practice', from: inDays(-30), until: inDays(0) })
    const gone = await aYouth(at.site.place, { fromOn: inDays(-100), given: 'Borta' })
    await at.add(gone)
    await sql(`update worklist.youth set until_on = $2, exit_reason = 'inEducation' where person_id = $1`, [gone.personId, inDays(0)])
    const page = (await at.coordinator.get('/atgarder')).html
    expect(page).toMatch(/Planerat slut har passerat.*Sen Provsson/s)
    expect(page).toMatch(/För ungdomar som inte omfattas.*Borta Provsson/s)
    await sql(`insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'Skolan är orolig', $2, 'prov')`, [
      gone.personId,
      inDays(0),
    ])
    expect((await at.coordinator.get('/atgarder')).html).not.toContain('Borta Provsson')
    expect(at.site.reported).toEqual([])
  })
})
