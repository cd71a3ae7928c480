/** The moment before a message is sent: what has changed since it was queued, and what cannot be composed. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { refuse } from '../../platform/decision.ts'
import { claimNext } from './claim.actions.ts'
import { shippedMessaging } from './messaging-settings.rules.ts'
import { aReachable, aSender, queued, type SenderBench } from './sender.testbed.ts'
import { settle } from './settle.actions.ts'

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
const protect = (personId: number) =>
  bench.place.sql(
    `insert into register.protection (person_id, secrecy_marked, protected_registration, since_on, source, known_from) values ($1, true, false, '2026-10-01', 'prov', clock_timestamp())`,
    [personId],
  )

describe('what has changed since it was queued', () => {
  it.each([
    ['protected', (personId: number) => protect(personId), 'protected'],
    [
      'said no to texts',
      (personId: number) =>
        bench.place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'sms', 'prov')`, [personId]),
      'opted-out',
    ],
    [
      'no longer covered',
      (personId: number) =>
        bench.place.sql(`update worklist.youth set until_on = '2026-10-02', exit_reason = 'moved' where person_id = $1`, [personId]),
      'not-covered',
    ],
    [
      'gone from the lists',
      (personId: number) => bench.place.sql('delete from worklist.youth where person_id = $1', [personId]),
      'not-covered',
    ],
    [
      'not alive',
      (personId: number) =>
        bench.place.sql(
          `insert into register.death (person_id, on_date, source, known_from) values ($1, '2026-10-02', 'prov', clock_timestamp())`,
          [personId],
        ),
      'not-covered',
    ],
  ])('stops it: %s', async (_, happens, problem) => {
    const youth = await aReachable(bench.place, 10)
    const before = textsTo(youth.phone).length
    const id = await queued(bench.place, youth)
    await happens(youth.personId)
    expect(await bench.send()).toEqual({ ...none, cancelled: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'cancelled', problem })
    expect(textsTo(youth.phone)).toHaveLength(before)
  })

  it('stops it: the number is dead', async () => {
    const youth = await aReachable(bench.place, 11)
    const id = await queued(bench.place, youth, { wayId: youth.wayId })
    await bench.place.sql(
      `update outreach.way set dead_on = '2026-10-03', last_result = 'dead', last_result_at = clock_timestamp() where id = $1`,
      [youth.wayId],
    )
    expect(await bench.send()).toEqual({ ...none, cancelled: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'cancelled', problem: 'dead-way' })
  })

  it('is heard of also when it came to a record that was merged since', async () => {
    const [absorbed, kept] = [await aReachable(bench.place, 12), await aReachable(bench.place, 13)]
    const id = await queued(bench.place, absorbed)
    await bench.place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', clock_timestamp())`,
      [absorbed.personId, kept.personId],
    )
    await bench.place.sql('delete from worklist.youth where person_id = $1', [absorbed.personId])
    expect(await bench.send()).toEqual({ ...none, sent: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'sent' })
    expect(await contactsOf(kept.personId)).toHaveLength(1)
  })
})

describe('a protected youth', () => {
  it('is never in the queue', async () => {
    const youth = await aReachable(bench.place, 14)
    await protect(youth.personId)
    for (const channel of ['sms', 'email', 'letter', 'card'] as const) expect(await queued(bench.place, youth, { channel })).toBeNull()
  })

  it('is refused by the database too, past the rule', async () => {
    const youth = await aReachable(bench.place, 15)
    await protect(youth.personId)
    for (const channel of ['sms', 'email', 'letter', 'card']) {
      const past = bench.place.sql(
        `insert into messaging.message (person_id, channel, template_key, template_lang, template_version, queued_by) values ($1, $2, 'firstSms', 'sv', 0, 'prov')`,
        [youth.personId, channel],
      )
      await expect(past).rejects.toThrow('only by the forwarding route')
    }
  })

  it('who became so while the gateway was down is not put in the queue again', async () => {
    const youth = await aReachable(bench.place, 16)
    const id = await queued(bench.place, youth)
    const claim = await claimNext({ ...bench.sender, settings: shippedMessaging }, ['sms'], new Date(Date.now() + 1000))
    expect(claim.kind).toBe('claimed')
    await protect(youth.personId)
    expect(await settle(bench.place.pool, id ?? 0, { kind: 'down', problem: 'channel-down' })).toBe('cancelled')
    expect(await bench.row(id)).toMatchObject({ state: 'cancelled', problem: 'protected' })
  })
})

describe('what cannot be composed', () => {
  it('has failed and says why, its code is undone, and the others go on', async () => {
    const [bad, good] = [await aReachable(bench.place, 17), await aReachable(bench.place, 18)]
    const id = await queued(bench.place, bad)
    await queued(bench.place, good)
    const counts = await bench.send({
      compose: (tx, message, given) =>
        message.id === id ? Promise.resolve(refuse('field-missing')) : bench.sender.compose(tx, message, given),
    })
    expect(counts).toEqual({ ...none, sent: 1, failed: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: 'field-missing' })
    expect(await bench.place.sql('select from replies.code where person_id = $1', [bad.personId])).toEqual([])
    expect(textsTo(good.phone)).toHaveLength(1)
  })

  it('because of a defect is reported and stops no other', async () => {
    const [bad, good] = [await aReachable(bench.place, 19), await aReachable(bench.place, 20)]
    const id = await queued(bench.place, bad)
    await queued(bench.place, good)
    const counts = await bench.send({
      compose: (tx, message, given) =>
        message.id === id ? tx.query('select 1/0').then(() => refuse('no-address')) : bench.sender.compose(tx, message, given),
    })
    expect(counts).toEqual({ ...none, sent: 1, failed: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: 'defect' })
    expect(bench.reported).toHaveLength(1)
  })
})
