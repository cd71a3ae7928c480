/** The outbox in the browser: what is shown to whom, and what a person decides. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aReachable, aReleasedRound, aSender, queued, type SenderBench } from './sender.testbed.ts'

let bench: SenderBench
let site: TestSite
let coordinator: Visitor
let west = 0

beforeAll(async () => {
  bench = await aSender(await aPlace())
  site = await aSite(bench.place)
  const units = await bench.place.sql<{ id: number }>(`insert into organisation.unit (name) values ('Väst'), ('Öst') returning id`)
  west = units[0]?.id ?? 0
  coordinator = await site.signedIn(['coordinator'])
})
afterEach(async () => {
  bench.sms.fail(null)
  await bench.place.sql(`update messaging.message set state = 'cancelled', problem = 'by-hand' where state in ('queued')`)
})
afterAll(() => bench.close())

const anUnsure = async (nth: number, given: string): Promise<{ id: number; messageId: string }> => {
  const youth = await aReachable(bench.place, nth, { given })
  const id = (await queued(bench.place, youth)) ?? 0
  bench.sms.fail('error')
  await bench.send()
  bench.sms.fail(null)
  return { id, messageId: String((await bench.row(id))['message_id']) }
}
const decide = (visitor: Visitor, messageId: string, choice: string, seen = 'unsure') =>
  visitor.send(`/utskick/utlada/${messageId}`, { choice, seen, back: '/utskick/utlada?lage=osakra' })
const lastLine = async () =>
  (
    await bench.place.sql<{ action: string; outcome: string; detail: object }>(
      'select action, outcome, detail from audit.line order by id desc limit 1',
    )
  )[0]

describe('the outbox', () => {
  it('says in words that it is empty, and what will come', async () => {
    const { status, html } = await coordinator.get('/utskick/utlada')
    expect(status).toBe(200)
    expect(html).toContain('Här finns inga meddelanden')
  })

  it('shows what waits for a person first, what is wrong, and what to do', async () => {
    await anUnsure(1, 'Osäkra')
    const { html } = await coordinator.get('/utskick/utlada')
    expect(html).toContain('Osäkra Provsson')
    expect(html).toContain('tjänsten svarade inte om den tog emot det')
    for (const button of ['Den kom fram', 'Skicka igen', 'Skicka inte igen']) expect(html).toContain(button)
  })

  it('shows nobody’s number or address', async () => {
    const { html } = await coordinator.get('/utskick/utlada')
    expect(html).not.toMatch(/\+4670|070-174|Hemliga gatan/)
  })

  it('refreshes itself while something leaves, and only then', async () => {
    const before = await coordinator.get('/utskick/utlada')
    expect(before.html).not.toContain('lots-refresh')
    await queued(bench.place, await aReachable(bench.place, 2))
    const { html } = await coordinator.get('/utskick/utlada')
    expect(html).toContain('lots-refresh')
    expect(html).toMatch(/<progress /)
  })

  it('is narrowed by state, channel and round', async () => {
    const roundId = await aReleasedRound(bench.place, 'Vårens runda')
    const youth = await aReachable(bench.place, 3, { given: 'Rundas' })
    const id = await queued(bench.place, youth, { roundId, channel: 'letter', templateKey: 'firstLetter' })
    await bench.send()
    const [round] = await bench.place.sql<{ round_id: string }>('select round_id from messaging.round where id = $1', [roundId])
    const found = await coordinator.get(`/utskick/utlada?lage=skickade&kanal=brev&runda=${round?.round_id}`)
    expect(found.html).toContain('Rundas Provsson')
    expect(found.html).not.toContain('Osäkra Provsson')
    expect(found.html).toContain('Första brevet')
    const other = await coordinator.get('/utskick/utlada?lage=misslyckade')
    expect(other.html).not.toContain('Rundas Provsson')
    expect(found.html).toContain('Utskriftsmappar')
    expect((await bench.row(id))['state']).toBe('sent')
  })

  it('leaves out youths of other units, in the list and in the counts', async () => {
    const youth = await aReachable(bench.place, 4, { given: 'Västra', unit: west })
    await queued(bench.place, youth)
    await bench.send()
    const chief = await site.signedIn(['unitManager'], { unit: 'Väst' })
    const { html } = await chief.get('/utskick/utlada')
    expect(html).toContain('Västra Provsson')
    expect(html).not.toMatch(/Osäkra Provsson|Rundas Provsson/)
    expect(html).toMatch(/Alla<span class="count"> 1<\/span>/)
  })

  it('leaves a line in the log with no name in it', async () => {
    await coordinator.get('/utskick/utlada')
    expect(await lastLine()).toMatchObject({ action: 'messages.readOutbox', outcome: 'done' })
  })
})

describe('a message that nobody is sure of', () => {
  it('is noted as sent when it got through: the attempt is in the history, and nothing is sent', async () => {
    const { id, messageId } = await anUnsure(10, 'Fram')
    const before = bench.sms.sent().length
    const { status, location } = await decide(coordinator, messageId, 'arrived')
    expect([status, location]).toEqual([303, '/utskick/utlada?lage=osakra'])
    expect(await bench.row(id)).toMatchObject({ state: 'sent', problem: null })
    await bench.send()
    expect(bench.sms.sent()).toHaveLength(before)
    expect(await bench.place.sql('select channel, outcome from outreach.contact where origin_id = $1::uuid', [messageId])).toEqual([
      { channel: 'sms', outcome: 'sent' },
    ])
    expect(
      await bench.place.sql(`select actor, detail from audit.line where action = 'messages.decide' order by id desc limit 1`),
    ).toMatchObject([{ detail: { message: messageId, choice: 'arrived' } }])
  })

  it('is sent again when somebody says so, once', async () => {
    const { id, messageId } = await anUnsure(11, 'Igen')
    const before = bench.sms.sent().length
    await decide(coordinator, messageId, 'again')
    expect((await bench.row(id))['state']).toBe('queued')
    await bench.send()
    await bench.send()
    expect(bench.sms.sent()).toHaveLength(before + 1)
    expect(await bench.row(id)).toMatchObject({ state: 'sent', tries: 1 })
  })

  it('is decided about by one of two who decide at once', async () => {
    const { id, messageId } = await anUnsure(12, 'Två')
    const answers = await Promise.all([decide(coordinator, messageId, 'again'), decide(coordinator, messageId, 'arrived')])
    expect(answers.map(({ status }) => status)).toEqual([303, 303])
    const lines = await bench.place.sql<{ outcome: string }>(
      `select outcome from audit.line where action = 'messages.decide' and detail->>'message' = $1`,
      [messageId],
    )
    expect(lines.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'somebody-else-first'])
    expect(['queued', 'sent']).toContain((await bench.row(id))['state'])
  })

  it('is not sent again to somebody who has become protected', async () => {
    const { id, messageId } = await anUnsure(13, 'Skyddas')
    await bench.place.sql(
      `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from)
       select person_id, true, false, '2026-10-01', 'prov', clock_timestamp() from messaging.message where id = $1`,
      [id],
    )
    expect((await decide(coordinator, messageId, 'again')).status).toBe(404)
    const handler = await site.signedIn(['coordinator', 'protectedHandler'])
    const { location } = await decide(handler, messageId, 'again')
    expect(location).toBe('/utskick/utlada?lage=osakra')
    expect((await bench.row(id))['state']).toBe('unsure')
    expect((await coordinator.get('/utskick/utlada?lage=osakra')).html).not.toContain('Skyddas')
  })
})

describe('what failed', () => {
  it('is sent again all at once, where the reason can be mended', async () => {
    const down = await queued(bench.place, await aReachable(bench.place, 20))
    bench.sms.fail('busy')
    for (let tries = 0; tries < 5; tries++) {
      await bench.send()
      await bench.place.sql(`update messaging.message set not_before = clock_timestamp() where id = $1`, [down])
    }
    expect(await bench.row(down)).toMatchObject({ state: 'failed', problem: 'channel-down' })
    bench.sms.fail('refuse')
    const refused = await queued(bench.place, await aReachable(bench.place, 21))
    await bench.send()
    bench.sms.fail(null)
    const { html } = await coordinator.get('/utskick/utlada?lage=misslyckade')
    expect(html).toContain('Skicka igen alla')
    const { location } = await coordinator.send('/utskick/utlada/igen', { back: '/utskick/utlada?lage=misslyckade' })
    expect(location).toBe('/utskick/utlada?lage=misslyckade')
    expect((await bench.row(down))['state']).toBe('queued')
    expect((await bench.row(refused))['state']).toBe('failed')
  })
})

describe('a form that is not ours', () => {
  it('leads nowhere else and changes nothing', async () => {
    const { id, messageId } = await anUnsure(30, 'Förfalskad')
    expect((await decide(coordinator, messageId, 'radera')).status).toBe(400)
    const away = await coordinator.send(`/utskick/utlada/${messageId}`, {
      choice: 'again',
      seen: 'sent',
      back: 'https://example.org/?lage=osakra',
    })
    expect(away.location).toBe('/utskick/utlada?lage=osakra')
    expect((await bench.row(id))['state']).toBe('unsure')
    expect((await decide(coordinator, '00000000-0000-4000-8000-000000000000', 'again')).status).toBe(404)
    const counsellor = await site.signedIn(['protectedHandler'])
    expect((await decide(counsellor, messageId, 'again')).status).toBe(403)
  })
})
