/** When a source misbehaves: asked again, or given up on as a whole. */
import { describe, expect, it } from 'vitest'
import { Refused } from '../../../platform/failure.ts'
import { fetchPersons } from './ss12000.client.ts'
import { aServer, aSource, failureOf, readAll, since, stopAll } from './ss12000.testbed.ts'
import { retryAfterMs } from './ss12000.tries.ts'

describe('trouble', () => {
  it('asks again after a 500', async () => {
    const set = await aSource({ nasty: { serverErrors: 2 } })
    expect((await readAll(set, null)).persons).toEqual(set.world.persons)
    expect(set.requests).toHaveLength(5)
    expect(set.lines.join()).toContain('svarade 500')
  })

  it('gives up when the tries are used up, without a query string in the line', async () => {
    let requests = 0
    const source = await aServer((c, request) => {
      requests = request
      return c.json({}, 503)
    })
    const failure = await failureOf(readAll({ source, lines: [] }))
    expect(failure.message).toMatch(/^Skolkällan 127\.0\.0\.1:\d+\/persons svarade 503 \(3 försök\)\. Läsningen avbröts/)
    expect(failure.exitCode).toBe(70)
    expect(requests).toBe(3)
  })

  it('throws after the pages it has handed on, when a later one is cut', async () => {
    const set = await aSource({ nasty: { truncated: 2 } })
    const fetched = await fetchPersons(set.source, since.replace('2026', '2025'))
    const pages: unknown[][] = []
    const reading = (async () => {
      for await (const page of fetched.pages) pages.push(page)
    })()
    const failure = await failureOf(reading)
    expect(failure).toBeInstanceOf(Refused)
    expect(failure.message).toContain('avhugget')
    expect(pages.map((page) => page.length)).toEqual([2])
    expect(() => fetched.deletedPersonIds()).toThrow('before the pages')
    expect(set.requests).toHaveLength(1 + 3)
  })

  it('takes a page that is cut once and whole the next time', async () => {
    const source = await aServer((c, request) => c.body(request === 1 ? '{"data":[{"id":' : '{"data":[{"id":"x"}]}'))
    expect((await readAll({ source, lines: [] })).persons).toEqual([{ id: 'x' }])
  })

  it('refuses a body that is not UTF-8 rather than guess at names', async () => {
    const source = await aServer((c) => c.body(Buffer.from('{"data":[{"givenName":"Åsa"}]}', 'latin1')))
    expect((await failureOf(readAll({ source, lines: [] }))).message).toContain('oläsligt')
  })

  it('does not wait longer than its time-out, and tries again', async () => {
    const set = await aSource({ nasty: { slow: 400 } }, { timeoutMs: 40 })
    const failure = await failureOf(readAll(set))
    expect(failure.message).toContain('gav inget helt svar inom 0.04 sekunder')
    expect(set.requests).toHaveLength(3)
  })

  it('counts a body that never ends as a time-out too', async () => {
    const source = await aServer((c) =>
      c.body(new ReadableStream({ start: (stream) => stream.enqueue(new TextEncoder().encode('{"data":[')) })),
    )
    const failure = await failureOf(readAll({ source: { ...source, timeoutMs: 60, retries: 0 }, lines: [] }))
    expect(failure.message).toContain('gav inget helt svar')
  })

  it('says that nobody answers', async () => {
    const { source } = await aSource()
    await stopAll()
    expect((await failureOf(readAll({ source, lines: [] }))).message).toContain('gick inte att nå (ECONNREFUSED)')
  })

  it('waits as long as Retry-After says', async () => {
    const source = await aServer((c, request) => (request === 1 ? c.json({}, 429, { 'retry-after': '1' }) : c.json({ data: [] })))
    const before = performance.now()
    await readAll({ source, lines: [] })
    expect(performance.now() - before).toBeGreaterThan(950)
  })

  it('gives up at once when told to come back much later', async () => {
    const source = await aServer((c) => c.json({}, 503, { 'retry-after': '86400' }))
    expect((await failureOf(readAll({ source, lines: [] }))).message).toContain('(1 försök)')
  })

  it.each([
    [403, 'nekar oss'],
    [404, 'finns inte'],
    [418, 'svarade 418'],
    [501, 'svarade 501'],
    [302, 'vi inte följer'],
  ])('does not ask again after %i', async (status, words) => {
    let requests = 0
    const source = await aServer((_, request) => {
      requests = request
      return new Response(null, { status, headers: { location: '/elsewhere' } })
    })
    expect((await failureOf(readAll({ source, lines: [] }))).message).toContain(words)
    expect(requests).toBe(1)
  })

  it('fails on a 400 to a full read', async () => {
    const source = await aServer((c) => c.json({}, 400))
    expect((await failureOf(readAll({ source, lines: [] }, since))).message).toContain('svarade 400')
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-11-21T21:00:00Z')

  it.each([
    ['120', 120_000],
    ['Sat, 21 Nov 2026 21:00:30 GMT', 30_000],
    ['Sat, 21 Nov 2026 20:00:00 GMT', 0],
    ['soon', null],
    [null, null],
  ])('%s is %s ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})
