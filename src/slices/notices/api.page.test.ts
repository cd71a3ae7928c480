/** The interface: a client made from the published document sends, annuls and looks up its own notices, and can learn nothing else. */
import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../platform/project.ts'
import {
  anAbsence,
  anAuthority,
  anEnd,
  anna,
  aNoticeTown,
  aProgram,
  askApi,
  askToken,
  aStart,
  bo,
  moved,
  otherUnit,
  type NoticeTown,
  type Program,
} from './notices.testbed.ts'
import { columns } from './flat.rules.ts'
import { openApi } from './openapi.forms.ts'
import { clientFrom, type Client } from './openapi-client.testbed.ts'

let town: NoticeTown
let client: Client
let other: Program
beforeAll(async () => {
  town = await aNoticeTown()
  const { site, staff, program } = town
  client = await clientFrom((path, init) => Promise.resolve(site.app.request(path, init)), '/api/0180/v1/openapi.json', program)
  other = await aProgram(site, staff, await anAuthority(staff, 'Grannkommunen', [otherUnit]), [
    'notices:send',
    'notices:read',
    'notices:annul',
  ])
})
afterAll(() => town.site.close())

const receiptOf = (body: unknown): string => (body as { receipt: string }).receipt

describe('the published document', () => {
  it('is the one in docs, made from the shapes that read what is sent', () => {
    const file = join(projectRoot, 'docs', 'api', 'anmalningar.openapi.json')
    const made = `${JSON.stringify(openApi('https://ungdomslots.example/api/0180/v1', 'Lövsta kommun'), null, 2)}\n`
    if (process.env['LOTS_WRITE_OPENAPI'] === '1') writeFileSync(file, made)
    expect(readFileSync(file, 'utf8')).toBe(made)
  })

  it('is open, names every operation once, and refers to nothing that is not there', async () => {
    const { status, text } = await askApi(town.site, 'GET', '/openapi.json')
    expect(status).toBe(200)
    expect(client.operations).toEqual(['getToken', 'sendNotice', 'listNotices', 'getNotice', 'annulNotice'])
    const components = Object.keys((JSON.parse(text) as { components: { schemas: object } }).components.schemas)
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) expect(components).toContain(name)
    expect(text).not.toContain('$defs')
  })
})

describe('a client made from the document', () => {
  it('sends each kind, looks them up and annuls them', async () => {
    for (const notice of [aStart(bo), anEnd(anna), anAbsence(anna)]) {
      const sent = await client.call('sendNotice', { body: notice })
      expect(sent.status).toBe(201)
      const receipt = receiptOf(sent.body)
      const again = await client.call('sendNotice', { body: notice })
      expect([again.status, receiptOf(again.body)]).toEqual([200, receipt])
      expect(await client.call('getNotice', { params: { receipt } })).toMatchObject({
        status: 200,
        body: { receipt, state: 'received', kind: notice.kind },
      })
      expect(await client.call('annulNotice', { params: { receipt }, body: { reason: 'mistake' } })).toMatchObject({
        status: 200,
        body: { state: 'annulled' },
      })
      expect((await client.call('annulNotice', { params: { receipt }, body: { reason: 'mistake' } })).status).toBe(409)
      // Annulled and sent anew is a new notice.
      expect((await client.call('sendNotice', { body: notice })).status).toBe(201)
    }
    const { body } = await client.call('listNotices')
    expect((body as { notices: object[] }).notices).toHaveLength(6)
    expect((await client.call('listNotices', { accept: 'text/csv' })).body).toContain('annulled')
  })

  it('is told field by field what is wrong, in both languages', async () => {
    const { status, body } = await client.call('sendNotice', { body: anEnd('20080314TF01', { schoolUnit: otherUnit }) })
    expect(status).toBe(422)
    expect(body).toMatchObject({
      problems: [
        { field: 'schoolUnit' },
        {
          field: 'number',
          problem: 'interim-number',
          message: { sv: expect.stringContaining('Ring kommunen') as string, en: expect.stringContaining('Call') as string },
        },
      ],
    })
    await expect(client.call('sendNotice', { body: anEnd(anna, { note: 'x' }) })).rejects.toThrow('not what the document says')
    expect((await town.program.send(anEnd(anna, { note: 'x' }))).json).toMatchObject({
      problems: [{ field: 'note', problem: 'unknown-field' }],
    })
    expect((await town.program.ask('POST', '/notices', '{')).status).toBe(400)
    expect((await town.program.ask('POST', '/notices', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
  })

  it('sends a file, and is answered row by row', async () => {
    const rows = [anEnd(moved, { lastDayOn: '2026-04-01' }), anAbsence(moved, { hours: 12.5 }), anEnd('hej')].map((one) =>
      columns
        .map((column) => {
          const value = (one as Readonly<Record<string, string | number | boolean | string[] | undefined>>)[column]
          return Array.isArray(value) ? value.join('|') : value === undefined ? '' : String(value).replace('12.5', '12,5')
        })
        .join(';'),
    )
    const file = `\uFEFF${[columns.join(';'), ...rows].join('\r\n')}\r\n`
    const { status, body } = await client.call('sendNotice', { body: file, type: 'text/csv' })
    expect(status).toBe(207)
    expect(
      (body as { rows: { row: number; receipt: object | null; problems: object[] }[] }).rows.map(({ row, receipt, problems }) => [
        row,
        receipt !== null,
        problems.length,
      ]),
    ).toEqual([
      [1, true, 0],
      [2, true, 0],
      [3, false, 1],
    ])
    expect((await client.call('sendNotice', { body: file, type: 'text/csv', accept: 'text/csv' })).body).toMatch(
      /1;AN-.*;true;[^]*3;;;;;"?number: not-an-identity-number/,
    )
    expect((await town.program.ask('POST', '/notices', 'a;b\n1;2\n', { 'content-type': 'text/csv' })).status).toBe(400)
    const many = `${columns.join(';')}\n${`${rows[0]}\n`.repeat(501)}`
    expect((await town.program.ask('POST', '/notices', many, { 'content-type': 'text/csv' })).status).toBe(413)
  })
})

describe('somebody else’s notice', () => {
  it('is as if there were none: to look up, to annul, and in the list', async () => {
    const receipt = receiptOf((await client.call('sendNotice', { body: anEnd(anna, { lastDayOn: '2026-03-02' }) })).body)
    const [theirs, nowhere] = [await other.ask('GET', `/notices/${receipt}`), await other.ask('GET', '/notices/AN-0000-0000-0000')]
    expect([theirs.status, theirs.text]).toEqual([nowhere.status, nowhere.text])
    expect((await other.ask('POST', `/notices/${receipt}/annul`, { reason: 'mistake' })).status).toBe(404)
    expect((await other.ask('GET', '/notices')).json).toEqual({ notices: [], next: null })
    expect((await other.send(anEnd(anna))).json).toMatchObject({ problems: [{ field: 'schoolUnit', problem: 'unknown-school' }] })
    // The same pupil told by another school is no repetition of the first.
    expect((await other.send(anEnd(anna, { schoolUnit: otherUnit, lastDayOn: '2026-03-02' }))).status).toBe(201)
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

  it('neither the wrong municipality nor a method that is not there tells anything', async () => {
    expect((await town.site.app.request('/api/1480/v1/notices')).status).toBe(404)
    expect((await town.site.app.request('/api/0180/v1/notices/AN-0000-0000-0000', { method: 'DELETE' })).status).toBe(404)
  })
})
