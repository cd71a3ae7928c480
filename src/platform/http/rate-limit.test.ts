import fc from 'fast-check'
import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { clientAddress, newRateLimit } from './rate-limit.ts'
import { listen, newSite } from './site.ts'

const minute = 60_000

describe('a limit', () => {
  it('lets as many through at once as the bucket holds, and then as many as it fills with', () => {
    const limit = newRateLimit({ capacity: 3, refillPerMinute: 2 })
    expect([0, 0, 0, 0].map((at) => limit.takes('a', at))).toEqual([true, true, true, false])
    expect(limit.takes('a', minute / 2 - 1)).toBe(false)
    expect(limit.takes('a', minute / 2)).toBe(true)
    expect([10, 10, 10, 10].map((minutes) => limit.takes('a', minutes * minute))).toEqual([true, true, true, false])
  })

  it('counts each key alone', () => {
    const limit = newRateLimit({ capacity: 1, refillPerMinute: 1 })
    expect(['a', 'a', 'b', 'b'].map((key) => limit.takes(key, 0))).toEqual([true, false, true, false])
  })

  it('takes nothing for a try that is refused, and nothing comes of a clock that goes backwards', () => {
    const limit = newRateLimit({ capacity: 1, refillPerMinute: 1 })
    limit.takes('a', minute)
    for (let at = 0; at < 1000; at++) expect(limit.takes('a', at)).toBe(false)
    expect(limit.takes('a', 2 * minute - 1)).toBe(false)
    expect(limit.takes('a', 2 * minute)).toBe(true)
  })

  it('forgets those that have come back to full', () => {
    const limit = newRateLimit({ capacity: 5, refillPerMinute: 5 })
    for (let i = 0; i < 100; i++) limit.takes(`k${i}`, 0)
    expect(limit.keys()).toBe(100)
    limit.takes('later', minute)
    expect(limit.keys()).toBe(1)
  })

  it('is no larger after a million keys than its bound, and still counts the one who goes on', () => {
    const limit = newRateLimit({ capacity: 2, refillPerMinute: 1, maxKeys: 1000 })
    let through = 0
    for (let i = 0; i < 1_000_000; i++) {
      limit.takes(`k${i}`, i / 1000)
      if (i % 500 === 0 && limit.takes('persistent', i / 1000)) through += 1
    }
    expect(limit.keys()).toBe(1000)
    expect(through).toBe(2)
  })

  it('never lets more through than the bucket and what it filled with', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 60 }),
        fc.array(fc.nat(20_000), { maxLength: 60 }),
        (capacity, refillPerMinute, steps) => {
          const limit = newRateLimit({ capacity, refillPerMinute })
          let at = 0
          let through = 0
          for (const step of steps) if (limit.takes('a', (at += step))) through += 1
          expect(through).toBeLessThanOrEqual(capacity + (at * refillPerMinute) / minute)
        },
      ),
    )
  })
})

describe('whom a request comes from', () => {
  const app = (trusted: boolean) => new Hono().get('/', (c) => c.text(clientAddress(c, trusted)))
  const asked = async (trusted: boolean, forwarded?: string) =>
    (await app(trusted).request('/', forwarded === undefined ? {} : { headers: { 'X-Forwarded-For': forwarded } })).text()

  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['198.51.100.1, 203.0.113.7', '203.0.113.7'],
    ['made up, 203.0.113.7 ', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:0DB8::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('is the last hop of %j when the proxy is trusted', async (forwarded, address) => expect(await asked(true, forwarded)).toBe(address))

  it('is not what the request says of itself otherwise', async () => {
    expect(await asked(false, '203.0.113.7')).toBe('none')
    expect(await asked(true, '')).toBe('none')
  })

  it('is the address of the socket', async () => {
    const site = newSite()
    site.get('/from', (c) => c.text(clientAddress(c, false)))
    const { port, close } = await listen(site, 0)
    const answer = await fetch(`http://127.0.0.1:${port}/from`, { headers: { 'X-Forwarded-For': '203.0.113.7' } })
    expect(await answer.text()).toBe('127.0.0.1')
    await close()
  })
})
