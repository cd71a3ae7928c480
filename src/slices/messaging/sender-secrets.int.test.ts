/** What other slices put in messages as they leave: in the message, never in the outbox, and not at all when it is too late. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { claimNext } from './claim.actions.ts'
import { composeMessage } from './compose.actions.ts'
import { shippedMessaging } from './messaging-settings.rules.ts'
import { aReachable, aSender, queued, type SenderBench } from './sender.testbed.ts'
import type { SecretsOf } from './sender.ts'
import { endLate } from './withdraw.store.ts'

let bench: SenderBench
beforeAll(async () => {
  bench = await aSender(await aPlace())
})
afterAll(() => bench.close())

let made = 0
/** Another code at each sending. */
const codes: SecretsOf = async (_, { templateKey }) => grant(templateKey === 'planCodeSms' ? { planCode: `10000${++made}` } : {})
const sends = (secretsOf: SecretsOf, minutes = 0) => bench.send({ compose: composeMessage, secretsOf }, minutes)
const outbox = () => bench.place.sql<{ row: string }>('select m::text as row from messaging.message m order by id')
const lastText = (): string => bench.sms.sent().at(-1)?.message ?? ''

describe('a secret', () => {
  it('is in the text and nowhere in the outbox, and is no attempt to reach anybody', async () => {
    const youth = await aReachable(bench.place, 30)
    const id = await queued(bench.place, youth, { templateKey: 'planCodeSms' })
    expect(await sends(codes)).toMatchObject({ sent: 1 })
    expect(lastText()).toContain('100001')
    expect(JSON.stringify(await outbox())).not.toContain('100001')
    expect(await bench.row(id)).toMatchObject({ state: 'sent', contact_id: null, fields: {} })
    expect(await bench.place.sql('select from outreach.contact where person_id = $1', [youth.personId])).toEqual([])
  })

  it('is made anew when the first handing over certainly took nothing', async () => {
    await queued(bench.place, await aReachable(bench.place, 31), { templateKey: 'planCodeSms' })
    bench.sms.fail('busy')
    expect(await sends(codes)).toMatchObject({ waits: 1 })
    bench.sms.fail(null)
    expect(await sends(codes, 2)).toMatchObject({ sent: 1 })
    expect(lastText()).toContain('100003')
  })

  it('that nobody makes stops the message: an empty place is never sent', async () => {
    const id = await queued(bench.place, await aReachable(bench.place, 32), { templateKey: 'planLinkSms' })
    expect(await bench.send({ compose: composeMessage })).toMatchObject({ failed: 1 })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: 'field-missing' })
  })

  it('that is too late ends the message quietly', async () => {
    const id = await queued(bench.place, await aReachable(bench.place, 33), { templateKey: 'planCodeSms' })
    expect(await sends(async () => refuse('too-late'))).toMatchObject({ cancelled: 1, failed: 0 })
    expect(await bench.row(id)).toMatchObject({ state: 'cancelled', problem: 'too-late' })
  })

  it('that somebody waits for goes before what was queued earlier', async () => {
    for (const nth of [35, 36]) await queued(bench.place, await aReachable(bench.place, nth))
    const id = await queued(bench.place, await aReachable(bench.place, 37), { templateKey: 'planCodeSms' })
    const sender = { ...bench.sender, settings: shippedMessaging, secretsOf: codes }
    const first = await claimNext(sender, ['sms'], new Date(Date.now() + 1000))
    expect(first.kind === 'claimed' ? first.claimed.message.id : first.kind).toBe(id)
    await bench.place.sql(`update messaging.message set state = 'cancelled', problem = 'by-hand' where state in ('queued', 'sending')`)
  })

  it('leaves no message to decide about when its time is over', async () => {
    const youth = await aReachable(bench.place, 34)
    const ids = [0, 1].map(() => queued(bench.place, youth, { templateKey: 'planCodeSms' }))
    const [waiting, unsure] = [(await ids[0]) ?? 0, (await ids[1]) ?? 0]
    await bench.place.sql(`update messaging.message set state = 'sending', claimed_at = now() where id = $1`, [unsure])
    await bench.place.sql(`update messaging.message set state = 'unsure', problem = 'no-answer' where id = $1`, [unsure])
    await inTransaction(bench.place.pool, (tx) => endLate(tx, [waiting, unsure]))
    expect(await bench.row(waiting)).toMatchObject({ state: 'cancelled', problem: 'too-late' })
    expect(await bench.row(unsure)).toMatchObject({ state: 'failed', problem: 'too-late' })
    expect(await sends(codes)).toEqual({ sent: 0, cancelled: 0, failed: 0, waits: 0, unsure: 0 })
  })
})
