/** A meeting where youths are asked about without any list on paper, and on a ground that somebody says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type Shown, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { withdrawConsent } from '../consents/index.ts'
import { closeForgotten } from './meeting.actions.ts'
import { aPartner, type Fields } from './network.testbed.ts'

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

const add = (fields: Fields = {}) => coordinator.send('/natverk/ny', { ...aPartner, ...fields })
const added = async (name: string): Promise<string> => (await add({ name })).location

const open = async (path: string, body?: Readonly<Record<string, string>>): Promise<string> => {
  const response = await site.app.request(path, {
    ...(body === undefined ? {} : { method: 'POST', body: new URLSearchParams(body).toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return response.text()
}
const linksIn = ({ html }: Shown): string[] => [...new Set([...html.matchAll(/\/fraga\/0180\/[\w-]{24}/g)].map(([link]) => link))]

async function aMeeting(partner: string, heldOn = today, kind = 'youthClinic'): Promise<string> {
  const path = (await add({ name: partner, kind })).location
  return (await counsellor.send(`${path}/moten`, { heldOn, beginsAt: '13:00', place: 'Hos oss' })).location
}

describe('a meeting', () => {
  it('asks about youths one by one, and is left with numbers alone', async () => {
    const meeting = await aMeeting('Projektet')
    const before = await coordinator.get(meeting)
    expect(before.html).toContain('Tova')
    expect(before.html).not.toContain('Hemliga')
    const second = await aYouth(site.place, { given: 'Eva' })
    const made = await coordinator.send(meeting, { youth: [youth.subjectId, second.subjectId], ground: 'noHarm' })
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
    expect((await coordinator.send(meeting, { youth: [youth.subjectId], ground: 'noHarm' })).status).toBe(409)
  })

  it('never asks about somebody protected, whoever tries and whatever is sent', async () => {
    const meeting = await aMeeting('Polisen')
    const handler = await site.signedIn(['protectedHandler'])
    expect((await handler.get(meeting)).html).not.toContain('Hemliga')
    for (const visitor of [handler, coordinator]) {
      const tried = await visitor.send(meeting, { youth: [youth.subjectId, hidden.subjectId], ground: 'noHarm' })
      expect([tried.status, linksIn(tried)]).toEqual([404, []])
    }
    expect(await site.place.sql('select from network.asked')).toHaveLength(0)
    const ask = `insert into network.asked (question_id, meeting_pk, ground) select q.question_id, m.id, 'noHarm' from questions.question q, network.meeting m
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
    expect(lines.map(({ detail }) => detail.ground)).toEqual(['noHarm'])
  })

  it('asks on the consent that covers the partner; without one another ground is said, and one that is none for the partner is refused', async () => {
    const meeting = await aMeeting('Gatans projekt', today, 'project')
    const consenting = await aYouth(site.place, { given: 'Selma' })
    const without = await aYouth(site.place, { given: 'Ruben' })
    const [consent] = await site.place.sql<{ id: string; staff: string }>(
      `insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
       select $1, 'planTogether', 'partner', 'gatans  Projekt', array['name'], 'inPerson', $2::date, $2::date + 30, repeat('ab', 32), s.id, $2::date
       from access.staff s limit 1 returning consent_id as id, recorded_by as staff`,
      [consenting.personId, today],
    )
    expect((await coordinator.get(meeting)).html).toMatch(/Ruben[^]*?inget[^]*?Selma|Selma[^]*?ja, till[^]*?Ruben/)
    const consented = (await coordinator.get(`${meeting}?visa=samtycke`)).html
    expect([consented.includes('Selma'), consented.includes('Ruben')]).toEqual([true, false])
    const ask = (ids: readonly MadeYouth[], ground: string) =>
      coordinator.send(meeting, { youth: ids.map(({ subjectId }) => subjectId), ground })
    const onConsent = await ask([consenting, without], 'consent')
    expect([onConsent.status, onConsent.html.includes('inget samtycke som gäller partnern')]).toEqual([422, true])
    // A project is no authority, and no board of ours.
    for (const ground of ['generalClause', 'sameBoard']) {
      const { status, html } = await ask([without], ground)
      expect([status, html.includes('Den grunden finns inte')]).toEqual([422, true])
    }
    const made = await ask([consenting, without], 'ownWork')
    expect(linksIn(made)).toHaveLength(2)
    expect(await site.place.sql(`select ground, consent_pk is null as none from network.asked order by ground`)).toEqual([
      { ground: 'consent', none: false },
      { ground: 'ownWork', none: true },
    ])
    // No more is shown than the consent says: her name, and no year.
    const shown = await Promise.all(linksIn(made).map((link) => open(link)))
    const [hers = '', other = ''] = shown[0]?.includes('Selma') === true ? shown : shown.toReversed()
    expect([/född/.test(hers), /född/.test(other)]).toEqual([false, true])
    // Nobody is asked about twice at a meeting.
    expect((await ask([without], 'ownWork')).status).toBe(409)
    // What she takes back is taken back in the same moment.
    const recorder = { pool: site.place.pool, scope: { units: null, mayReadProtected: false }, staffId: consent?.staff ?? '', today }
    expect((await withdrawConsent(recorder, consenting.subjectId, consent?.id ?? '')).granted).toBe(true)
    const after = await Promise.all(linksIn(made).map((link) => open(link)))
    expect(after.map((html) => html.includes('Har ni kontakt'))).toEqual(shown.map((html) => !html.includes('Selma')))
    // Asked anew she has no consent, and the database says so too.
    expect((await ask([consenting], 'consent')).status).toBe(422)
    const past = `insert into network.asked (question_id, meeting_pk, ground, consent_pk) select a.question_id, a.meeting_pk, 'consent', c.id
      from network.asked a, consents.consent c where a.ground = 'ownWork' on conflict (question_id) do nothing`
    await expect(site.place.sql(past)).rejects.toThrow('a consent covers what is asked')
    await coordinator.send(`${meeting}/avsluta`)
    expect((await coordinator.get(meeting)).html).toContain('1 frågade: 0 ja')
  })

  it('is of those who are covered, forty at the most, and shows those of a unit', async () => {
    const meeting = await aMeeting('Fullt')
    const gone = await aYouth(site.place, { given: 'Borta' })
    await site.place.sql(`update worklist.youth set until_on = $2, exit_reason = 'moved' where person_id = $1`, [gone.personId, today])
    const tried = await coordinator.send(meeting, { youth: [gone.subjectId], ground: 'noHarm' })
    expect([tried.status, tried.html.includes('omfattas inte längre')]).toEqual([409, true])
    const many = Array.from({ length: 41 }, () => crypto.randomUUID())
    expect((await coordinator.send(meeting, { youth: many, ground: 'noHarm' })).html).toContain('Högst 40 ungdomar på ett möte')
    expect((await coordinator.get(`${meeting}?visa=enhet-999`)).html).toContain('Det finns ingen att fråga om')
    expect((await coordinator.get(`${meeting}?visa=mina`)).status).toBe(200)
    expect((await coordinator.get(meeting)).html).toContain('Ställ in mötet')
  })

  it('is not booked with a partner whose co-operation has ended', async () => {
    const path = (await add({ name: 'Slutad', endedOn: inDays(-1) })).location
    const booked = await coordinator.send(`${path}/moten`, { heldOn: today, beginsAt: '13:00', place: '' })
    expect([booked.status, booked.html.includes('Samarbetet har upphört den dagen')]).toEqual([422, true])
    expect((await coordinator.get(path)).html).not.toContain('Boka mötet')
  })

  it('is not asked at long before, and is closed by the worker when nobody does', async () => {
    const early = await aMeeting('Senare', inDays(8))
    expect((await coordinator.get(early)).html).toContain('tidigast sju dagar före')
    expect((await coordinator.send(early, { youth: [youth.subjectId], ground: 'noHarm' })).status).toBe(409)
    const past = await counsellor.send(await added('Förr').then((path) => `${path}/moten`), {
      heldOn: inDays(-1),
      beginsAt: '13:00',
      place: '',
    })
    expect([past.status, past.html.includes('Dagen har varit')]).toEqual([422, true])
    const meeting = await aMeeting('Glömd')
    await coordinator.send(meeting, { youth: [youth.subjectId], ground: 'ownWork' })
    expect(await closeForgotten(site.place.pool, inDays(1))).toBe(0)
    expect(await closeForgotten(site.place.pool, inDays(2))).toBeGreaterThan(0)
    expect((await coordinator.get(meeting)).html).toContain('1 frågade: 0 ja')
    expect(site.reported).toEqual([])
  })
})
