/** Talks in the browser's forms: called, answered, held, cancelled; letters and calendars; the template as a setting. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aFollowedYouth, aFollowingSite, type FollowingSite } from '../following.testbed.ts'
import { listCalledTalks } from './talks.store.ts'

let site: FollowingSite
let [youthId, guardedId, trusteeId, own] = ['', '', '', '']
beforeAll(async () => {
  site = await aFollowingSite()
  youthId = await aFollowedYouth(site, { given: 'Alma', areas: ['health', 'school'], confirmedDaysAgo: 40 })
  guardedId = await aFollowedYouth(site, { given: 'Hemlig', areas: ['health'], confirmedDaysAgo: 40, protection: 'secrecy-marked' })
  own = `/uppfoljning/ungdom/${youthId}`
  for (const id of [youthId, guardedId]) {
    const [row] = await site.inside((tx) =>
      tx.query<{ id: string }>(
        `insert into followup.actor (youth_id, kind, name, phone, email, noted_on)
         values ($1, 'trustee', 'Gun Exempel', '', 'gun@example.se', current_date) returning id`,
        [id],
      ),
    )
    if (id === youthId) trusteeId = row?.id ?? ''
  }
})
afterAll(() => site.close())

const talks = (of = youthId) => site.inside((tx) => listCalledTalks(tx, of))
const call = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  site.people.housing.send(`${own}/kalla`, {
    recipient: 'housing',
    on: site.today,
    at: '14.30',
    place: 'Kontoret',
    invite: ['youth', trusteeId],
    'why-youth': '',
    'why-trustee': '',
    'why-housing': 'Är med ändå.',
    ...fields,
  })

describe('calling to a talk', () => {
  it('asks whom, with those who are always called ticked', async () => {
    const { html } = await site.people.housing.get(`${own}/kalla`)
    for (const said of ['God man: Gun Exempel', 'Om boendepersonalen inte kallas: varför?']) expect(html).toContain(said)
    expect(html).toMatch(new RegExp(`value="${trusteeId}" checked`))
    expect((await site.people.authority.get(`${own}/kalla`)).status).toBe(403)
    expect((await site.people.housing.get(`/uppfoljning/ungdom/${guardedId}/kalla`)).status).toBe(404)
  })

  it.each([
    ['somebody forgotten', { 'why-housing': '' }, 'Skriv varför', '#why-housing'],
    ['somebody both called and not', { 'why-trustee': 'Nej.' }, 'både kallad och undantagen', '#why-trustee'],
    ['a day that has been', { on: '2026-01-02' }, 'Dagen har varit', '#on'],
    ['a day far off', { on: '2030-01-02' }, 'tre månader', '#on'],
    ['no day', { on: 'snart' }, '', '#on'],
    ['no time', { at: '25:00' }, 'Skriv klockslaget', '#at'],
    ['no place', { place: '' }, '', '#place'],
    ['somebody unknown', { invite: ['youth', 'x'], 'why-trustee': 'x' }, 'finns inte bland', '#invite'],
    ['another process', { recipient: 'labourMarket' }, 'hör till en annan process', '#on'],
  ] as const)('is refused with %s', async (_, fields, said, link) => {
    const answer = await call(fields)
    expect(answer.status).toBe(422)
    for (const shown of [said, `href="${link}"`]) expect(answer.html).toContain(shown)
  })

  it('is done, and the talk is on the list and on the youth’s page', async () => {
    const answer = await call({})
    const [talk] = await talks()
    expect(answer).toMatchObject({ status: 303, location: `${own}/samtal/${talk?.talkId}` })
    expect(talk).toMatchObject({ at: '14:30', place: 'Kontoret', state: 'called' })
    expect((await site.people.housing.get(`${own}/samtal`)).html).toMatch(/14:30[\s\S]*Kontoret[\s\S]*Gun Exempel/)
    expect((await site.people.housing.get(own)).html).toContain('Nästa samtal')
    expect((await site.people.labourMarket.get(`${own}/samtal`)).html).not.toContain('Kontoret')
  })
})

describe('a talk', () => {
  const path = async (): Promise<string> => `${own}/samtal/${(await talks())[0]?.talkId}`

  it('has letters, mail that names nobody, and a file for the calendar', async () => {
    const { html } = await site.people.housing.get(await path())
    const mail = decodeURIComponent(/href="(mailto:[^"]+)"/.exec(html)?.[1] ?? '')
    expect(mail).toContain('gun@example.se')
    expect(mail).not.toContain('Alma')
    const [talk] = await talks()
    const letter = await site.people.housing.get(
      `${await path()}/kallelse/${talk?.invited.find(({ actor }) => actor === 'trustee')?.invitationId}`,
    )
    for (const said of ['God man Gun Exempel', 'hur det går för Alma Prov', 'Kontoret']) expect(letter.html).toContain(said)
    expect(
      (await site.people.housing.get(`${await path()}/kallelse/${talk?.invited.find(({ actor }) => actor === 'housing')?.invitationId}`))
        .status,
    ).toBe(404)
    const calendar = await site.people.housing.send(`${await path()}/kalender`)
    expect(calendar.status).toBe(200)
    for (const said of ['BEGIN:VEVENT', 'LOCATION:Kontoret', 'SUMMARY:Uppföljningssamtal']) expect(calendar.html).toContain(said)
    expect(calendar.html).not.toContain('Alma')
  })

  it('is another process’ to nobody else', async () => {
    expect((await site.people.labourMarket.get(await path())).status).toBe(404)
    expect((await site.people.labourMarket.send(`${await path()}/kalender`)).status).toBe(404)
    expect((await site.people.housing.get(`${own}/samtal/x`)).status).toBe(404)
  })

  it('is answered, held by those who came, and then no more', async () => {
    const [talk] = await talks()
    const trustee = talk?.invited.find(({ actor }) => actor === 'trustee')?.invitationId ?? ''
    expect((await site.people.housing.send(`${await path()}/svar`, { invitation: trustee, answer: 'coming' })).status).toBe(303)
    expect((await site.people.housing.send(`${await path()}/svar`, { invitation: 'x', answer: 'coming' })).status).toBe(422)
    const nobody = await site.people.housing.send(`${await path()}/hallet`, { version: '1' })
    expect([nobody.status, nobody.html.includes('Säg vilka som kom')]).toEqual([422, true])
    expect((await site.people.housing.send(`${await path()}/hallet`, { version: '1', came: trustee })).status).toBe(303)
    const { html } = await site.people.housing.get(await path())
    for (const said of ['kom inte', 'Till månadens rapport', 'hållet']) expect(html).toContain(said)
    const again = await site.people.housing.send(`${await path()}/hallet`, { version: '1', came: trustee })
    expect(again.status).toBe(409)
    expect((await site.people.housing.send(`${await path()}/stallin`, { version: '2', why: 'Nej.' })).status).toBe(409)
  })

  it('is cancelled with a reason, and not held before its day', async () => {
    await call({ on: site.daysAgo(-4) })
    const bare = await site.people.housing.send(`${await path()}/stallin`, { version: '1', why: '' })
    expect([bare.status, bare.html.includes('href="#why"')]).toEqual([422, true])
    const early = await site.people.housing.send(`${await path()}/hallet`, { version: '1', came: 'x' })
    expect([early.status, early.html.includes('har inte kommit')]).toEqual([422, true])
    expect((await site.people.housing.send(`${await path()}/stallin`, { version: '1', why: 'Sjuk.' })).status).toBe(303)
    expect((await site.people.housing.get(await path())).html).toContain('Inställt: Sjuk.')
  })

  it('about a protected youth has a letter, and neither mail nor calendar', async () => {
    const reader = await site.member('Rita Rätt', ['housing', 'protectedReader'])
    const at = `/uppfoljning/ungdom/${guardedId}`
    const fields = {
      recipient: 'housing',
      on: site.today,
      at: '10:00',
      place: 'Här',
      invite: 'youth',
      'why-youth': '',
      'why-trustee': 'x',
      'why-housing': 'x',
    }
    expect((await reader.send(`${at}/kalla`, fields)).status).toBe(303)
    const [talk] = await talks(guardedId)
    const { html } = await reader.get(`${at}/samtal/${talk?.talkId}`)
    expect([html.includes('mailto:'), html.includes('/kalender'), html.includes('Skriv ut kallelse')]).toEqual([false, false, true])
    expect((await reader.send(`${at}/samtal/${talk?.talkId}/kalender`)).status).toBe(404)
  })
})

describe('the template', () => {
  const path = '/uppfoljning/installningar/mall'
  const form = (html: string): Record<string, string> =>
    Object.fromEntries(
      [...html.matchAll(/<input[^>]*name="(section\d+(?:Key|Sv|En|HintSv|HintEn))"[^>]*value="([^"]*)"/g)].map((one) => [
        one[1] ?? '',
        one[2] ?? '',
      ]),
    )

  it('is the administrator’s, and gets a new version', async () => {
    expect((await site.people.housing.get(path)).status).toBe(403)
    const { html } = await site.people.administrator.get(path)
    expect(html).toContain('Sedan förra samtalet')
    const fields = { ...form(html), section2PerArea: 'ja', section1Required: 'ja', version: '1', do: 'save' }
    const refused = await site.people.administrator.send(path, { ...fields, section1Sv: '' })
    expect([refused.status, refused.html.includes('href="#section1Sv"')]).toEqual([422, true])
    const more = { ...fields, section6Sv: 'Nätverk', section6En: 'Network' }
    expect((await site.people.administrator.send(path, { ...more, do: 'more' })).html).toContain('Del 8')
    expect((await site.people.administrator.send(path, more)).status).toBe(303)
    const now = await site.people.administrator.get(path)
    for (const said of ['Nätverk', 'Ada Min', 'name="section6Key" value="part1"']) expect(now.html).toContain(said)
    const stale = await site.people.administrator.send(path, { ...fields, section1Sv: 'Sedan sist' })
    expect([stale.status, stale.html.includes('Sedan sist')]).toEqual([409, true])
    const removed = await site.people.administrator.send(path, { ...form(now.html), section6Remove: 'ja', version: '2', do: 'save' })
    expect(removed.status).toBe(303)
  })
})
