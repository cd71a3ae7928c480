/** The provider's reports over the web: believed by their token alone, idempotent, in any order, and silent to everybody else. */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace } from '../../../test/support/places.ts'
import { aSite, type TestSite } from '../../../test/support/web.ts'
import { claimNext } from './claim.actions.ts'
import { shippedMessaging } from './messaging-settings.rules.ts'
import { aReachable, aSender, queued, type Reachable, type SenderBench } from './sender.testbed.ts'

let bench: SenderBench
let site: TestSite
let youth: Reachable
let id: number
let [token, provider] = ['', '']
let nth = 0

beforeAll(async () => {
  bench = await aSender(await aPlace())
  site = await aSite(bench.place)
})
afterAll(() => bench.close())

const told = async (): Promise<void> => {
  const row = await bench.row(id)
  token = String(row['callback_token'])
  provider = String(row['provider_id'])
}

beforeEach(async () => {
  youth = await aReachable(bench.place, nth++)
  id = (await queued(bench.place, youth)) ?? 0
  await bench.send()
  await told()
})

const report = async (fields: Record<string, string>, path = `/leverans/0180/${token}`) => {
  const answer = await site.app.request(path, {
    method: 'POST',
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: answer.status, text: await answer.text() }
}
const silent = { status: 200, text: '' }
const state = async () => (await bench.row(id))['state']
const lines = async () =>
  (await bench.place.sql<{ n: number }>(`select count(*)::int as n from audit.line where action = 'messages.report'`))[0]?.n ?? 0
const wayResult = async () =>
  (await bench.place.sql<{ last_result: string | null }>('select last_result from outreach.way where id = $1', [youth.wayId]))[0]
    ?.last_result

describe('a report of delivery', () => {
  it('says that the message got through, and that the number works', async () => {
    expect(await report({ id: provider, status: 'delivered', delivered: '2026-11-26T05:00:00Z' })).toEqual(silent)
    expect(await state()).toBe('delivered')
    expect(await wayResult()).toBe('delivered')
  })

  it('said twice changes nothing and leaves one line in the log', async () => {
    const before = await lines()
    await report({ id: provider, status: 'delivered' })
    await report({ id: provider, status: 'delivered' })
    expect((await lines()) - before).toBe(1)
  })

  it('that comes after a late one stands: sent after delivered', async () => {
    await report({ id: provider, status: 'delivered' })
    await report({ id: provider, status: 'sent' })
    await report({ id: provider, status: 'failed' })
    expect(await state()).toBe('delivered')
  })

  it('of failure is shown as such, and the attempt stays in the history as it was', async () => {
    await report({ id: provider, status: 'failed' })
    expect(await bench.row(id)).toMatchObject({ state: 'failed', problem: 'not-delivered' })
    expect(await wayResult()).toBe('failed')
    const contacts = await bench.place.sql('select outcome, struck_at from outreach.contact where person_id = $1', [youth.personId])
    expect(contacts).toEqual([{ outcome: 'sent', struck_at: null }])
  })

  it('proves that a message left, when its sender never came to say so', async () => {
    id = (await queued(bench.place, youth)) ?? 0
    await claimNext({ ...bench.sender, settings: shippedMessaging }, ['sms'], new Date(Date.now() + 1000))
    await told()
    expect(await state()).toBe('sending')
    await report({ id: 'leverantörens', status: 'sent' })
    expect(await bench.row(id)).toMatchObject({ state: 'sent', provider_id: 'leverantörens' })
    expect(
      await bench.place.sql('select from outreach.contact where origin_id = (select message_id from messaging.message where id = $1)', [
        id,
      ]),
    ).toHaveLength(1)
  })

  it('settles what was doubted', async () => {
    bench.sms.fail('error')
    id = (await queued(bench.place, youth)) ?? 0
    await bench.send()
    bench.sms.fail(null)
    await told()
    expect(await state()).toBe('unsure')
    await report({ id: 'senare', status: 'delivered' })
    expect(await state()).toBe('delivered')
  })

  it('does not overrule what was learned of the number since', async () => {
    await bench.place.sql(`update outreach.way set last_result = 'wrongPerson', last_result_at = clock_timestamp() where id = $1`, [
      youth.wayId,
    ])
    await report({ id: provider, status: 'delivered' })
    expect([await state(), await wayResult()]).toEqual(['delivered', 'wrongPerson'])
  })
})

describe('anything else', () => {
  it.each([
    [
      'a token that is nobody’s',
      () => report({ id: provider, status: 'delivered' }, `/leverans/0180/${randomBytes(32).toString('base64url')}`),
    ],
    ['the report of another message', () => report({ id: 'en-annan', status: 'delivered' })],
    ['a status that we do not know', () => report({ id: provider, status: 'läst' })],
    ['nothing', () => report({})],
    ['a very long id', () => report({ id: 'x'.repeat(5000), status: 'delivered' })],
  ])('is answered the same and changes nothing: %s', async (_, sent) => {
    const before = await lines()
    expect(await sent()).toEqual(silent)
    expect(await state()).toBe('sent')
    expect(await lines()).toBe(before)
  })

  it('than a whole token has no address', async () => {
    expect((await report({ id: provider, status: 'delivered' }, '/leverans/0180/kort')).status).toBe(404)
    expect((await report({ id: provider, status: 'delivered' }, `/leverans/0184/${token}`)).status).toBe(404)
    expect((await site.app.request(`/leverans/0180/${token}`)).status).toBe(404)
    expect(await state()).toBe('sent')
  })
})
