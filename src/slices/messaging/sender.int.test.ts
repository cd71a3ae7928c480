/** The sender on a real database, a gateway and a mail server: what leaves, what does not, and what is noted of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { aReachable, aSender, queued, type SenderBench } from './sender.testbed.ts'

let bench: SenderBench
beforeAll(async () => {
  bench = await aSender(await aPlace())
})
afterEach(async () => {
  bench.sms.fail(null)
  await bench.mail.fail(null)
  await bench.place.sql(`update messaging.message set state = 'cancelled', problem = 'by-hand' where state = 'queued'`)
})
afterAll(() => bench.close())

const none = { sent: 0, cancelled: 0, failed: 0, waits: 0, unsure: 0 }
const textsTo = (phone: string) => bench.sms.sent().filter(({ to }) => to === phone)
const contactsOf = (personId: number) =>
  bench.place.sql(`select channel, attempted, reached, outcome, by_name, origin from outreach.contact where person_id = $1 order by id`, [
    personId,
  ])

describe('a text', () => {
  it('leaves once, is noted as an attempt, and says what it cost', async () => {
    const youth = await aReachable(bench.place, 1)
    const id = await queued(bench.place, youth)
    expect(await bench.send()).toEqual({ ...none, sent: 1 })
    expect(await bench.send()).toEqual(none)
    expect(textsTo(youth.phone)).toHaveLength(1)
    const row = await bench.row(id)
    expect(row).toMatchObject({
      state: 'sent',
      tries: 1,
      segments: 1,
      cost_ore: 35,
      problem: null,
      provider_id: textsTo(youth.phone)[0]?.id,
    })
    expect(await contactsOf(youth.personId)).toEqual([
      { channel: 'sms', attempted: true, reached: false, outcome: 'sent', by_name: 'prov', origin: 'message' },
    ])
    expect(textsTo(youth.phone)[0]?.whendelivered).toBe(`http://localhost:1/leverans/0180/${String(row['callback_token'])}`)
  })

  it('has its line in the log, with nothing of whom it was to but the random id', async () => {
    const youth = await aReachable(bench.place, 2)
    await queued(bench.place, youth)
    await bench.send()
    const lines = await bench.place.sql<{ detail: object; actor: string }>(
      `select actor, action, outcome, detail from audit.line where subject_id = $1`,
      [youth.subjectId],
    )
    expect(lines).toMatchObject([{ actor: 'utlådan', action: 'messages.send', outcome: 'done', detail: { channel: 'sms', state: 'sent' } }])
    expect(JSON.stringify(lines)).not.toContain(youth.phone)
  })

  it('waits when its time has not come', async () => {
    const youth = await aReachable(bench.place, 3)
    await queued(bench.place, youth, { notBefore: new Date(Date.now() + 3_600_000).toISOString() })
    expect(await bench.send()).toEqual(none)
    expect(await bench.send({}, 61)).toEqual({ ...none, sent: 1 })
  })

  it('is queued once for one thing', async () => {
    const youth = await aReachable(bench.place, 4)
    expect(await queued(bench.place, youth, { onceKey: 'möte 1' })).not.toBeNull()
    expect(await queued(bench.place, youth, { onceKey: 'möte 1' })).toBeNull()
  })

  it('is tried again after 1, 5, 30 and 120 minutes when the gateway is down, and then has failed', async () => {
    const youth = await aReachable(bench.place, 5)
    const id = await queued(bench.place, youth)
    bench.sms.fail('busy')
    for (const minutes of [1, 5, 30, 120]) {
      expect(await bench.send()).toEqual({ ...none, waits: 1 })
      expect(await bench.row(id)).toMatchObject({ state: 'queued', problem: 'channel-down' })
      const [next] = await bench.place.sql<{ n: number }>(
        `select round(extract(epoch from not_before - clock_timestamp()) / 60)::int as n from messaging.message where id = $1`,
        [id],
      )
      expect(next?.n).toBe(minutes)
      expect(await bench.send({}, minutes - 1), 'not before').toEqual(none)
      await bench.place.sql(`update messaging.message set not_before = clock_timestamp() - interval '1 second' where id = $1`, [id])
    }
    expect(await bench.send()).toEqual({ ...none, failed: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: 'channel-down', tries: 5 })
    expect(textsTo(youth.phone)).toEqual([])
    expect(await contactsOf(youth.personId)).toEqual([])
  })

  it('that is refused has failed, and the number says so', async () => {
    const youth = await aReachable(bench.place, 6)
    const id = await queued(bench.place, youth)
    bench.sms.fail('refuse')
    expect(await bench.send()).toEqual({ ...none, failed: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: expect.stringMatching(/^refused:/) as string })
    expect(await bench.place.sql('select last_result, dead_on from outreach.way where id = $1', [youth.wayId])).toEqual([
      { last_result: 'failed', dead_on: null },
    ])
    expect(await contactsOf(youth.personId)).toEqual([])
  })

  it('that the gateway broke on is doubted and never sent again by itself', async () => {
    const youth = await aReachable(bench.place, 7)
    const id = await queued(bench.place, youth)
    bench.sms.fail('error')
    expect(await bench.send()).toEqual({ ...none, unsure: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'unsure', problem: 'no-answer' })
    bench.sms.fail(null)
    expect(await bench.send({}, 600)).toEqual(none)
    expect(textsTo(youth.phone)).toEqual([])
  })

  it('that the gateway took and hung up on is found to be sent', async () => {
    const youth = await aReachable(bench.place, 8)
    const id = await queued(bench.place, youth)
    bench.sms.fail('hang-up')
    expect(await bench.send()).toEqual({ ...none, sent: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'sent', provider_id: textsTo(youth.phone)[0]?.id })
    expect(textsTo(youth.phone)).toHaveLength(1)
  })

  it('waits, counted as no try, where no gateway is set up', async () => {
    const youth = await aReachable(bench.place, 9)
    const id = await queued(bench.place, youth)
    expect(await bench.send({ sms: null })).toEqual(none)
    expect(await bench.row(id)).toMatchObject({ state: 'queued', tries: 0, problem: null })
  })
})

describe('an e-mail', () => {
  const withAddress = async (nth: number) => {
    const youth = await aYouth(bench.place)
    const email = `prov${nth}@example.org`
    await bench.place.sql(
      `insert into outreach.way (person_id, kind, value, source, found_on, found_by) values ($1, 'email', $2, 'youth', '2026-10-01', 'prov')`,
      [youth.personId, email],
    )
    return { ...youth, email }
  }
  const mailsTo = (address: string) => bench.mail.sent().filter(({ to }) => to.includes(address))

  it('leaves once, under an id of its own', async () => {
    const youth = await withAddress(1)
    const id = await queued(bench.place, youth, { channel: 'email', templateKey: 'firstEmail' })
    expect(await bench.send()).toEqual({ ...none, sent: 1 })
    expect(mailsTo(youth.email)).toHaveLength(1)
    expect(await bench.row(id)).toMatchObject({ state: 'sent', segments: null, cost_ore: null })
  })

  it.each([
    ['down', { ...none, waits: 1 }, 'queued', 'channel-down'],
    ['later', { ...none, waits: 1 }, 'queued', 'channel-down'],
    ['refuse', { ...none, failed: 1 }, 'failed', 'refused:smtp-550'],
    ['spam', { ...none, failed: 1 }, 'failed', 'refused:smtp-554'],
    ['drop', { ...none, unsure: 1 }, 'unsure', 'no-answer'],
  ] as const)('to a server that is %s', async (how, counts, state, problem) => {
    const youth = await withAddress(2)
    const id = await queued(bench.place, youth, { channel: 'email', templateKey: 'firstEmail' })
    await bench.mail.fail(how)
    expect(await bench.send()).toEqual(counts)
    expect(await bench.row(id)).toMatchObject({ state, problem })
  })
})

describe('several at once', () => {
  it('two workers never take the same message, and none is left', async () => {
    const youths = await Promise.all(Array.from({ length: 40 }, (_, nth) => aReachable(bench.place, 50 + nth)))
    for (const youth of youths) await queued(bench.place, youth)
    const before = bench.sms.sent().length
    const counts = await Promise.all([bench.send(), bench.send(), bench.send()])
    expect(counts.reduce((sum, { sent }) => sum + sent, 0)).toBe(40)
    expect(bench.sms.sent().length - before).toBe(40)
    const texts = bench.sms.sent().slice(before)
    expect(new Set(texts.map(({ message }) => message)).size).toBe(40)
  })

  it('a channel that is down is left alone after the first', async () => {
    const youths = await Promise.all([21, 22, 23, 24, 25, 26].map((nth) => aReachable(bench.place, nth)))
    const ids = await Promise.all(youths.map((youth) => queued(bench.place, youth)))
    bench.sms.fail('busy')
    await bench.send()
    const tried = await bench.place.sql('select from messaging.message where id = any ($1) and tries > 0', [ids])
    expect(tried.length).toBeLessThanOrEqual(3)
  })
})
