/** Who may ask the interface, and what others' things look like to whoever asks: as if they were not there, in the same words by the same work. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anAuthority, anEnd, anna, aProgram, askApi, askToken, otherUnit, type NoticeTown, type Program } from './notices.testbed.ts'
import { seen, unwatch, watch, type Seen } from './same-answer.testbed.ts'

let town: NoticeTown
let other: Program
beforeAll(async () => {
  town = await watch()
  const path = await anAuthority(town.staff, 'Grannkommunen', [otherUnit])
  other = await aProgram(town.site, town.staff, path, ['notices:send', 'notices:read', 'notices:annul'])
})
afterAll(unwatch)

describe('what is not the sender’s', () => {
  it('is nothing that a school can send about, annul or list', async () => {
    const receipt = String((await town.program.send(anEnd(anna, { lastDayOn: '2026-03-02' }))).json['receipt'])
    const [theirs, nowhere] = [await other.ask('GET', `/notices/${receipt}`), await other.ask('GET', '/notices/AN-0000-0000-0000')]
    expect([theirs.status, theirs.text]).toEqual([nowhere.status, nowhere.text])
    expect((await other.ask('POST', `/notices/${receipt}/annul`, { reason: 'mistake' })).status).toBe(404)
    expect((await other.ask('GET', '/notices')).json).toEqual({ notices: [], next: null })
    expect((await other.send(anEnd(anna))).json).toMatchObject({ problems: [{ field: 'schoolUnit', problem: 'unknown-school' }] })
    // The same pupil told by another school is no repetition of the first.
    expect((await other.send(anEnd(anna, { schoolUnit: otherUnit, lastDayOn: '2026-03-02' }))).status).toBe(201)
  })

  it('is as if it were not there: another school’s, nobody’s, or no receipt at all', async () => {
    const receipts = (
      await town.site.place.sql<{ receipt: string }>(
        `select receipt from notices.notice where unit_code <> '${otherUnit}' order by id limit 5`,
      )
    ).map(({ receipt }) => receipt)
    const answers = async (receipt: string) => {
      const subject = { number: 'x', givenName: '', receipts: [], link: 'x' }
      const found = await seen(subject, () => other.ask('GET', `/notices/${receipt}`))
      return [found, await seen(subject, () => other.ask('POST', `/notices/${receipt}/annul`, { reason: 'mistake' }))]
    }
    const none = await answers('AN-0000-0000-0000')
    expect(none.map(({ status }) => status)).toEqual([404, 404])
    for (const receipt of [...receipts, 'AN-1', 'x', '%00', 'AN-0000-0000-0000%27--']) expect(await answers(receipt)).toEqual(none)
    expect((await other.ask('GET', `/notices?after=${receipts[0] ?? ''}`)).json).toEqual({ notices: [], next: null })
  })

  it('a token of nobody’s, that has run out or whose client is revoked is one and the same; so are a wrong secret and no client', async () => {
    const [out, revoked] = [
      await aProgram(town.site, town.staff, town.authorityPath, ['notices:read']),
      await aProgram(town.site, town.staff, town.authorityPath, ['notices:read']),
    ]
    await town.site.place.sql(
      `update notices.token set issued_at = issued_at - interval '2 hours', expires_at = expires_at - interval '2 hours'
       where client_pk in (select id from notices.client where client_id = $1)`,
      [out.clientId],
    )
    await town.staff.send(`${town.authorityPath}/klient/${revoked.clientId}/dra-in`)
    const subject = { number: 'x', givenName: '', receipts: [], link: 'x' }
    const bearing = (token: string) => askApi(town.site, 'GET', '/notices', { headers: { authorization: `Bearer ${token}` } })
    const ask = [() => bearing('x'.repeat(43)), () => out.ask('GET', '/notices'), () => revoked.ask('GET', '/notices')]
    const tokens: Seen[] = []
    for (const one of ask) tokens.push(await seen(subject, one))
    expect(tokens[0]?.status).toBe(401)
    for (const one of tokens) expect(one).toEqual(tokens[0])

    const { clientId } = out
    const secrets: Seen[] = []
    for (const [id, secret] of [
      ['lots-aaaaaaaaaaaa', 'x'.repeat(43)],
      [clientId, 'x'.repeat(43)],
      [revoked.clientId, revoked.secret],
      [clientId, 'kort'],
      ['', ''],
    ] as const) {
      town.site.later(10_000)
      secrets.push(await seen(subject, () => askToken(town.site, { client_id: id, client_secret: secret })))
    }
    expect(secrets[0]?.status).toBe(401)
    for (const one of secrets) expect(one).toEqual(secrets[0])
  })
})

describe('who may', () => {
  it.each([
    ['no credentials', {}, 401],
    ['a wrong secret', { client_id: 'lots-aaaaaaaaaaaa', client_secret: 'x'.repeat(43) }, 401],
    ['what is no secret', { client_id: 'x', client_secret: 'y' }, 401],
    ['another grant', { grant_type: 'password' }, 400],
  ])('%s gets no token', async (_, fields, status) => {
    expect((await askToken(town.site, fields)).status).toBe(status)
  })

  it('a client gets what it asks for and has, by header or form, and no more', async () => {
    const { clientId, secret } = await aProgram(town.site, town.staff, town.authorityPath, ['notices:send'])
    const basic = { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` }
    const { status, json } = await askToken(town.site, {}, basic)
    expect([status, json['scope'], json['expires_in']]).toEqual([200, 'notices:send', 3600])
    expect((await askToken(town.site, { scope: 'notices:read' }, basic)).json['error']).toBe('invalid_scope')
    const bearerOf = { headers: { authorization: `Bearer ${String(json['access_token'])}` } }
    expect((await askApi(town.site, 'GET', '/notices', bearerOf)).status).toBe(403)
    expect((await askApi(town.site, 'POST', `/token?client_secret=${secret}`)).status).toBe(400)
    const kept = await town.site.place.sql<{ row: string }>(
      "select c::text || coalesce(t::text, '') as row from notices.client c left join notices.token t on t.client_pk = c.id",
    )
    expect(kept.map(({ row }) => row).join('\n')).not.toContain(secret)
    expect((await town.staff.get(town.authorityPath)).html).not.toContain(secret)
  })

  it('a client that is revoked is shut out at once, token and all', async () => {
    const program = await aProgram(town.site, town.staff, town.authorityPath, ['notices:read'])
    expect((await program.ask('GET', '/notices')).status).toBe(200)
    expect((await town.staff.send(`${town.authorityPath}/klient/${program.clientId}/dra-in`)).status).toBe(303)
    const { status, headers } = await program.ask('GET', '/notices')
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    expect((await askToken(town.site, { client_id: program.clientId, client_secret: program.secret })).status).toBe(401)
  })

  it('a token runs out, and one who guesses is slowed down', async () => {
    await town.site.place.sql(
      `update notices.token set issued_at = issued_at - interval '2 hours', expires_at = expires_at - interval '2 hours' where client_pk in (select id from notices.client where client_id = $1)`,
      [other.clientId],
    )
    expect((await other.ask('GET', '/notices')).status).toBe(401)
    const statuses: number[] = []
    for (let i = 0; i < 40; i++)
      statuses.push((await askApi(town.site, 'GET', '/notices', { headers: { authorization: `Bearer ${'x'.repeat(43)}` } })).status)
    expect(statuses.at(-1)).toBe(429)
    town.site.later(10 * 60_000)
    expect((await town.program.ask('GET', '/notices')).status).toBe(200)
  })

  it('a vendor behind one address gets a token for each of its many schools, and one client does not take all of them', async () => {
    const program = await aProgram(town.site, town.staff, town.authorityPath, ['notices:read'])
    const right = { client_id: program.clientId, client_secret: program.secret }
    let asked = 0
    for (let status = 200; status === 200 && asked < 1000; asked++) ({ status } = await askToken(town.site, right))
    // An address has 20 tries, a client 120 a minute: whether its last is the 119th or later depends on the pace.
    expect(asked).toBeGreaterThan(100)
    expect(asked).toBeLessThan(1000)
    // What one client asks for too often costs nobody else behind the address anything.
    expect((await town.program.ask('GET', '/notices')).status).toBe(200)
    town.site.later(60_000)
    for (let i = 0; i < 15; i++) await askToken(town.site, { ...right, client_secret: 'x'.repeat(43) })
    expect((await askToken(town.site, right)).status).toBe(200)
    town.site.later(10 * 60_000)
  })

  it('neither the wrong municipality nor a method that is not there tells anything', async () => {
    expect((await town.site.app.request('/api/2580/v1/notices')).status).toBe(404)
    expect((await town.site.app.request('/api/0180/v1/notices/AN-0000-0000-0000', { method: 'DELETE' })).status).toBe(404)
  })
})
