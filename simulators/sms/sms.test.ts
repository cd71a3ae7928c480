/** The simulated gateway is what its documentation says of the real one, as far as we use it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSmsGateway, type SmsGateway } from './index.ts'

let gateway: SmsGateway
beforeAll(async () => {
  gateway = await startSmsGateway({ deliveredAfter: 1 })
})
afterAll(() => gateway.close())

const authorization = `Basic ${Buffer.from('lots:lots').toString('base64')}`
const post = (fields: Record<string, string>) =>
  fetch(`${gateway.address}/a1/sms`, { method: 'POST', headers: { authorization }, body: new URLSearchParams(fields) })
const good = { to: '+46701740605', from: 'Lovsta', message: '<b>Hej</b> & "du"' }

/** Somebody who is told of delivery, and what they were told. */
async function listener() {
  const told: string[] = []
  const heard = Promise.withResolvers<string>()
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => {
      told.push(chunk)
      heard.resolve(chunk)
    })
    request.on('end', () => response.writeHead(204).end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/told`, heard: heard.promise, told, close: () => server.close() }
}

describe('the simulated SMS gateway', () => {
  it('answers with what it took', async () => {
    const answer = await post(good)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ ...good, direction: 'outgoing', status: 'created', parts: 1, cost: 3500 })
  })

  it('lists the latest first, of one number, without texts', async () => {
    await post({ ...good, to: '+46701740606' })
    const list = async (query: string) =>
      (await (await fetch(`${gateway.address}/a1/sms${query}`, { headers: { authorization } })).json()) as {
        data: Record<string, unknown>[]
      }
    expect((await list('')).data.map(({ to }) => to)).toEqual(['+46701740606', '+46701740605'])
    expect((await list('?to=%2B46701740605&limit=1')).data.map(({ to, message }) => [to, message])).toEqual([['+46701740605', undefined]])
  })

  it.each([{ to: '0701740605' }, { to: '' }, { from: 'Lövsta kommun' }, { message: '' }])('turns away %j', async (fault) =>
    expect((await post({ ...good, ...fault })).status).toBe(400),
  )

  it('wants to know who asks', async () => {
    expect((await fetch(`${gateway.address}/a1/sms`)).status).toBe(401)
    expect((await fetch(`${gateway.address}/a1/calls`, { headers: { authorization } })).status).toBe(404)
  })

  it('tells of delivery by itself, and when it is told to', async () => {
    const { url, heard, told, close } = await listener()
    await post({ ...good, whendelivered: url })
    const { id } = gateway.sent().at(-1) ?? { id: '' }
    expect(new URLSearchParams(await heard).get('status')).toBe('delivered')
    expect(await gateway.report(id, 'failed')).toBe(204)
    expect(told.at(-1)).toBe(`id=${id}&status=failed`)
    expect(gateway.sent().at(-1)?.status).toBe('failed')
    close()
  })

  it('shows what came in as text, whatever it is', async () => {
    const answer = await fetch(gateway.address)
    const page = await answer.text()
    expect(answer.headers.get('content-type')).toContain('text/html')
    expect(page).toContain('&lt;b&gt;Hej&lt;/b&gt; &amp; &quot;du&quot;')
    expect(page).not.toContain('<b>')
  })

  it('shows addresses as links to press', async () => {
    await post({ ...good, message: 'Svara: http://localhost:3000/svar/2599?sprak=so&a=1. Hej' })
    const page = await (await fetch(gateway.address)).text()
    expect(page).toContain(
      '<a href="http://localhost:3000/svar/2599?sprak=so&amp;a=1">http://localhost:3000/svar/2599?sprak=so&amp;a=1</a>. Hej',
    )
  })
})
