/** The directory, agreements that remind, and a meeting where youths are asked about without any list on paper. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { closeForgotten } from './meeting.actions.ts'

let site: TestSite
let coordinator: Visitor
let counsellor: Visitor
let youth: MadeYouth
let hidden: MadeYouth
beforeAll(async () => {
  site = await aSite()
  coordinator = await site.signedIn(['coordinator'], { name: 'Amina Prov' })
  counsellor = await site.signedIn(['counsellor'])
  youth = await aYouth(site.place, { given: 'Tova' })
  hidden = await aYouth(site.place, { given: 'Hemliga', protected: 'marked' })
})
afterAll(() => site.close())

const today = todayInSweden()
const inDays = (days: number): PlainDate => dateOf(plusDays(dayOf(today), days))

type Fields = Readonly<Record<string, string | readonly string[]>>
const aPartner: Fields = {
  version: '0',
  kind: 'youthClinic',
  name: 'Mottagningen',
  area: 'Centrum',
  offers: 'Samtal',
  meets: 'Tisdagar 13–16',
  contact: 'Kuratorn',
  phone: '08-465 004 01',
  email: 'kurator@example.se',
  endedOn: '',
}
const add = (fields: Fields = {}) => coordinator.send('/natverk/ny', { ...aPartner, ...fields })
const added = async (name: string): Promise<string> => (await add({ name })).location
const anAgreement: Fields = { name: 'Avtal', reference: '', fromOn: inDays(-300), lastOn: inDays(30), remindDays: '90' }

describe('the directory', () => {
  it('is added to, shown to everybody, and changed from what was seen', async () => {
    const made = await add()
    expect(made.status).toBe(303)
    const { html } = await counsellor.get('/natverk')
    for (const text of ['Mottagningen', 'Tisdagar 13–16', 'Ungdomsmottagning', '08-465 004 01', 'kurator@example.se'])
      expect(html).toContain(text)
    expect(html).not.toContain('/natverk/ny')
    const form = await coordinator.get(`${made.location}/andra`)
    expect(form.html).toMatch(/name="version" value="1"/)
    expect((await coordinator.send(`${made.location}/andra`, { ...aPartner, version: '1', meets: 'Onsdagar' })).status).toBe(303)
    const second = await coordinator.send(`${made.location}/andra`, { ...aPartner, version: '1', meets: 'Fredagar' })
    expect([second.status, second.html.includes('value="Fredagar"'), second.html.includes('Någon annan har ändrat')]).toEqual([
      409,
      true,
      true,
    ])
    expect((await coordinator.get('/natverk')).html).toContain('Onsdagar')
  })

  it.each<[Fields, string]>([
    [{ name: '' }, 'Fyll i fältet'],
    [{ kind: 'bank' }, 'Välj ett av alternativen'],
    [{ name: 'mottagningen', area: 'centrum' }, 'Det finns redan en partner'],
    [{ name: 'Annan', phone: 'ring' }, 'Numret går inte att läsa'],
    [{ name: 'Annan', email: 'kurator' }, 'Skriv en e-postadress'],
    [{ name: 'Annan', offers: 'Träffar 20080314-2389 på tisdagar' }, 'ser ut att stå ett personnummer'],
    [{ name: 'Annan', endedOn: 'snart' }, 'Skriv dagen som'],
  ])('%j is refused at its field with what was written', async (fields, text) => {
    const { status, html } = await add(fields)
    expect([status, html.includes(text), html.includes('Tisdagar 13–16')]).toEqual([422, true, true])
  })

  it('shows one kind, and keeps a partner whose co-operation has ended', async () => {
    await add({ kind: 'police', name: 'Kommunpolisen', endedOn: inDays(-1) })
    expect((await counsellor.get('/natverk?slag=police')).html).toMatch(/Kommunpolisen[^]*samarbetet upphörde/)
    expect((await counsellor.get('/natverk?slag=police')).html).not.toContain('Onsdagar')
    // The name is free again.
    expect((await add({ kind: 'police', name: 'Kommunpolisen' })).status).toBe(303)
  })

  it('is written in by those who may, and a page that is not there is missing', async () => {
    expect((await counsellor.send('/natverk/ny', aPartner)).status).toBe(403)
    expect((await counsellor.get('/natverk/00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await coordinator.send('/natverk/00000000-0000-4000-8000-000000000000/andra', aPartner)).status).toBe(404)
  })
})

describe('an agreement', () => {
  it('reminds before it runs out, until it is renewed or called off', async () => {
    const path = await added('Fältgruppen')
    expect((await coordinator.send(`${path}/avtal`, anAgreement)).status).toBe(303)
    expect((await counsellor.get('/natverk')).html).toContain('Fältgruppen: Avtal går ut')
    await coordinator.send(`${path}/avtal`, { ...anAgreement, name: 'Nytt avtal', fromOn: inDays(31), lastOn: '' })
    expect((await counsellor.get('/natverk')).html).not.toContain('Fältgruppen: Avtal')
    const agreements = await site.place.sql<{ id: string }>(`select agreement_id as id from network.agreement where name = 'Nytt avtal'`)
    const off = `${path}/avtal/${agreements[0]?.id}/saga-upp`
    expect((await coordinator.send(off)).status).toBe(303)
    expect((await coordinator.send(off)).status).toBe(404)
    expect((await counsellor.get('/natverk')).html).toContain('Fältgruppen: Avtal går ut')
  })

  it.each<[Fields, string]>([
    [{ lastOn: inDays(-301) }, 'Slutdagen ligger före'],
    [{ remindDays: '400' }, 'högst 365 dagar'],
    [{ name: '' }, 'Fyll i fältet'],
  ])('%j is refused', async (fields, text) => {
    const path = await added(`Prov ${JSON.stringify(fields).length}`)
    const { status, html } = await coordinator.send(`${path}/avtal`, { ...anAgreement, ...fields })
    expect([status, html.includes(text)]).toEqual([422, true])
  })
})

const open = async (path: string, body?: Readonly<Record<string, string>>): Promise<string> => {
  const response = await site.app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return response.text()
}
const linksIn = ({ html }: Shown): string[] => [...new Set([...html.matchAll(/\/fraga\/0180\/[\w-]{24}/g)].map(([link]) => link))]

async function aMeeting(partner: string, heldOn = today): Promise<string> {
  const path = await added(partner)
  return (await counsellor.send(`${path}/moten`, { heldOn, beginsAt: '13:00', place: 'Hos oss' })).location
}

describe('a meeting', () => {
  it('asks about youths one by one, and is left with numbers alone', async () => {
    const meeting = await aMeeting('Projektet')
    const before = await coordinator.get(meeting)
    expect(before.html).toContain('Tova')
    expect(before.html).not.toContain('Hemliga')
    const second = await aYouth(site.place, { given: 'Eva' })
    const made = await coordinator.send(meeting, { youth: [youth.subjectId, second.subjectId], ground: 'consent' })
    expect([made.status, linksIn(made).length]).toEqual([200, 2])
    const [link = ''] = linksIn(made)
    const shown = await open(link)
    expect(shown).toContain('Har ni kontakt med')
    expect(shown).not.toContain('name="since"')
    expect(await open(link, { answer: 'yes' })).toContain('Tack för svaret')
    expect((await coordinator.get(meeting)).html).toMatch(/Frågade på mötet[^]*Eva[^]*väntar[^]*Tova[^]*Ja/)
    // A yes is a contact that somebody had, and no fact of what the youth does.
    expect(await site.place.sql('select from outreach.occupation')).toHaveLength(0)
    expect(await site.place.sql('select channel, origin from outreach.contact')).toEqual([{ channel: 'partner', origin: 'question' }])
    expect((await coordinator.send(`${meeting}/avsluta`)).status).toBe(303)
    const after = await coordinator.get(meeting)
    expect(after.html).toContain('2 frågade: 1 ja, 0 nej, 0 vet inte')
    expect(after.html).not.toMatch(/Tova|Eva/)
    expect(await site.place.sql('select from network.asked')).toHaveLength(0)
    expect(await site.place.sql(`select from questions.question where receiver_name <> ''`)).toHaveLength(0)
    // The links of a closed meeting lead nowhere.
    expect(await open(linksIn(made)[1] ?? '')).not.toContain('Har ni kontakt')
    expect((await coordinator.send(meeting, { youth: [youth.subjectId], ground: 'consent' })).status).toBe(409)
  })

  it('never asks about somebody protected, whoever tries and whatever is sent', async () => {
    const meeting = await aMeeting('Polisen')
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.get(meeting)).html).not.toContain('Hemliga')
    for (const visitor of [handler, coordinator]) {
      const tried = await visitor.send(meeting, { youth: [youth.subjectId, hidden.subjectId], ground: 'consent' })
      expect([tried.status, linksIn(tried)]).toEqual([404, []])
    }
    expect(await site.place.sql('select from network.asked')).toHaveLength(0)
    const ask = `insert into network.asked (question_id, meeting_pk) select q.question_id, m.id from questions.question q, network.meeting m
      where q.person_id = $1 and m.closed_at is null limit 1`
    await site.place.sql(
      `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, expires_at, asks)
       select $1, decode(repeat('ab', 32), 'hex'), 'otherActor', '', array['givenName', 'familyName'], s.id, now() + interval '1 day', 'known'
       from access.staff s limit 1`,
      [hidden.personId],
    )
    await expect(site.place.sql(ask, [hidden.personId])).rejects.toThrow('nobody protected')
  })

  it.each<[Fields, number, string]>([
    [{ youth: [], ground: 'consent' }, 422, 'Välj minst en ungdom'],
    [{ youth: ['x'], ground: 'consent' }, 404, ''],
  ])('%j is answered %i', async (fields, status, text) => {
    const meeting = await aMeeting(`Möte ${status}`)
    const tried = await coordinator.send(meeting, fields)
    expect([tried.status, tried.html.includes(text)]).toEqual([status, true])
  })

  it('needs a ground that somebody says', async () => {
    const tried = await coordinator.send(await aMeeting('Utan grund'), { youth: [youth.subjectId] })
    expect([tried.status, tried.html.includes('Välj ett av alternativen')]).toEqual([422, true])
    expect(tried.html).toMatch(new RegExp(`value="${youth.subjectId}"[^>]*checked`))
    const lines = await site.place.sql<{ detail: { ground?: string } }>(
      `select detail from audit.line where action = 'questions.ask' and subject_id = $1`,
      [youth.subjectId],
    )
    expect(lines.map(({ detail }) => detail.ground)).toEqual(['consent'])
  })

  it('is not asked at long before, and is closed by the worker when nobody does', async () => {
    const early = await aMeeting('Senare', inDays(8))
    expect((await coordinator.get(early)).html).toContain('tidigast sju dagar före')
    expect((await coordinator.send(early, { youth: [youth.subjectId], ground: 'consent' })).status).toBe(409)
    const past = await counsellor.send(await added('Förr').then((path) => `${path}/moten`), {
      heldOn: inDays(-1),
      beginsAt: '13:00',
      place: '',
    })
    expect([past.status, past.html.includes('Dagen har varit')]).toEqual([422, true])
    const meeting = await aMeeting('Glömd')
    await coordinator.send(meeting, { youth: [youth.subjectId], ground: 'assessed' })
    expect(await closeForgotten(site.place.pool, inDays(1))).toBe(0)
    expect(await closeForgotten(site.place.pool, inDays(2))).toBeGreaterThan(0)
    expect((await coordinator.get(meeting)).html).toContain('1 frågade: 0 ja')
    expect(site.reported).toEqual([])
  })
})
