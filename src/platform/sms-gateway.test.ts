/** Against the simulated gateway and against servers that behave worse than it. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startSmsGateway, type SmsFault, type SmsGateway } from '../../simulators/sms/index.ts'
import type { E164Phone } from './phone.ts'
import { findSentSms, readDelivery, sendSms, type SmsConfig } from './sms-gateway.ts'

const to = '+46701740605' as E164Phone
const other = '+46701740606' as E164Phone
const text = 'Hej! Svara på lots.example.se/s'

let gateway: SmsGateway
let config: SmsConfig
beforeAll(async () => {
  gateway = await startSmsGateway({ user: 'u1', password: 'hemligt:å' })
  config = { url: `${gateway.address}/`, user: 'u1', password: 'hemligt:å', from: 'Lovsta' }
})
afterEach(() => gateway.fail(null))
afterAll(() => gateway.close())

const send = (given: Partial<SmsConfig> = {}, wait = 5000) => sendSms({ ...config, ...given }, { to, text, reportTo: null }, wait)

/** A server that answers everything in one way. */
async function against(listener: RequestListener, work: (url: string) => Promise<void>): Promise<void> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

/** An address where somebody was just now. */
async function nobody(): Promise<string> {
  let address = ''
  await against(
    () => undefined,
    (url) => Promise.resolve(void (address = url)),
  )
  return address
}

describe('an SMS', () => {
  it('is handed over whole, and its id, parts and cost come back', async () => {
    const long = `${'åäö €'.repeat(30)} مرحبا`
    const outcome = await sendSms(config, { to, text: long, reportTo: 'https://lots.example.se/sms/1' })
    const [sms] = gateway.sent().slice(-1)
    expect(outcome).toEqual({ granted: true, value: { id: sms?.id, parts: 3, cost: 10_500 } })
    expect(sms).toMatchObject({ to, from: 'Lovsta', message: long, whendelivered: 'https://lots.example.se/sms/1' })
  })

  it('asks the gateway to keep no copy of its text, and keeps no connection', async () => {
    await against(
      (request, response) => {
        let body = ''
        request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        request.on('end', () =>
          response.end(JSON.stringify({ id: `${new URLSearchParams(body).get('dontlog')}-${request.headers.connection}` })),
        )
      },
      async (url) => expect(await send({ url })).toEqual({ granted: true, value: { id: 'message-close', parts: 1, cost: null } }),
    )
  })

  it.each<[SmsFault, string, string, number]>([
    ['refuse', 'refused', 'http-400', 0],
    ['no-credit', 'down', 'credit', 0],
    ['busy', 'down', 'http-503', 0],
    ['error', 'unknown', 'http-500', 0],
    ['hang-up', 'unknown', 'UND_ERR_SOCKET', 1],
    ['hang-up-before', 'unknown', 'UND_ERR_SOCKET', 0],
  ])('that meets %s is %s (%s)', async (fault, reason, code, taken) => {
    const before = gateway.sent().length
    gateway.fail(fault)
    expect(await send()).toEqual({ granted: false, reason, code })
    expect(gateway.sent().length - before).toBe(taken)
  })

  it('of unknown fate is one that nobody answers in time', async () => {
    gateway.fail('hang')
    expect(await send({}, 300)).toEqual({ granted: false, reason: 'unknown', code: 'TimeoutError' })
  })

  it('is refused for one number and taken for another', async () => {
    gateway.fail('refuse', { to: other })
    expect((await send()).granted).toBe(true)
    expect(await sendSms(config, { to: other, text, reportTo: null })).toMatchObject({ reason: 'refused' })
  })

  it('was not accepted where nobody is, or nobody knows us', async () => {
    expect(await send({ url: await nobody() })).toEqual({ granted: false, reason: 'down', code: 'ECONNREFUSED' })
    expect(await send({ url: 'http://finns-inte.invalid' })).toMatchObject({ reason: 'down' })
    expect(await send({ password: 'fel' })).toEqual({ granted: false, reason: 'down', code: 'sign-in' })
    expect(await send({ url: `${gateway.address}/annat` })).toEqual({ granted: false, reason: 'refused', code: 'http-404' })
  })

  it.each([
    [200, 'OK', 'unknown'],
    [200, '{"id":""}', 'unknown'],
    [302, '', 'down'],
    [307, '', 'down'],
    [408, '', 'down'],
    [429, '', 'down'],
    [402, '', 'down'],
    [403, '', 'refused'],
    [502, '', 'unknown'],
    [504, '', 'unknown'],
  ])('answered with %i %j is %s', async (status, body, reason) => {
    await against(
      (_, response) => response.writeHead(status, { location: 'http://127.0.0.1:9/' }).end(body),
      async (url) => expect(await send({ url })).toMatchObject({ granted: false, reason }),
    )
  })

  it('never has its number or its text in what is told of it', async () => {
    await against(
      (_, response) => response.writeHead(400).end(`Invalid to number ${to}: ${text}`),
      async (url) => expect(JSON.stringify(await send({ url }))).not.toMatch(/\d{6}|Hej/),
    )
  })
})

describe('a message of unknown fate', () => {
  it('is found when it was taken', async () => {
    const sentAfter = new Date()
    gateway.fail('hang-up')
    await sendSms(config, { to: other, text, reportTo: null })
    gateway.fail(null)
    const found = await findSentSms(config, { to: other, sentAfter })
    expect(found).toEqual({ granted: true, value: [gateway.sent().at(-1)?.id] })
  })

  it('is not one to somebody else, or one from before', async () => {
    await sendSms(config, { to: other, text, reportTo: null })
    expect(await findSentSms(config, { to: '+46701740699' as E164Phone, sentAfter: new Date(0) })).toEqual({ granted: true, value: [] })
    expect(await findSentSms(config, { to: other, sentAfter: new Date(Date.now() + 120_000) })).toEqual({ granted: true, value: [] })
  })

  it('may be impossible to look for', async () => {
    const down = { granted: false, reason: 'down' }
    expect(await findSentSms({ ...config, url: await nobody() }, { to, sentAfter: new Date() })).toEqual(down)
    expect(await findSentSms({ ...config, password: 'fel' }, { to, sentAfter: new Date() })).toEqual(down)
    await against(
      (_, response) => response.end('{"data":[{}]}'),
      async (url) => expect(await findSentSms({ ...config, url }, { to, sentAfter: new Date() })).toEqual(down),
    )
  })

  it('is looked for among those that are sent, in UTC however it is written', async () => {
    const data = [
      { id: 'a', created: '2026-11-20T10:00:00.000000', direction: 'outgoing' },
      { id: 'b', created: '2026-11-20T11:00:00+01:00' },
      { id: 'c', created: '2026-11-20T10:00:00.000000', direction: 'incoming' },
      { id: 'd', created: '2026-11-20T09:58:59.000000', direction: 'outgoing' },
    ]
    await against(
      (_, response) => response.end(JSON.stringify({ data })),
      async (url) =>
        expect(await findSentSms({ ...config, url }, { to, sentAfter: new Date('2026-11-20T10:00:00Z') })).toEqual({
          granted: true,
          value: ['a', 'b'],
        }),
    )
  })
})

describe('a report of delivery', () => {
  it('is an id and a status', () => {
    expect(readDelivery({ id: 's1', status: 'delivered', delivered: '2026-11-20T10:00:00Z' })).toEqual({ id: 's1', status: 'delivered' })
  })

  it.each([
    {},
    { id: 's1' },
    { id: '', status: 'sent' },
    { id: 's1', status: 'Delivered' },
    { id: ['s1'], status: 'sent' },
    { id: 'a'.repeat(101), status: 'sent' },
  ])('is nothing else: %j', (form) => expect(readDelivery(form)).toBeNull())
})
