/** The interface: a client generated from the published file sends, annuls and looks up its own notices. What it can learn is in `same-answer`. */
import { writeFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { date } from '../../../test/support/places.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { projectRoot } from '../../platform/project.ts'
import { anAbsence, anEnd, anna, aNoticeTown, askApi, aStart, bo, moved, otherUnit, unitCode, type NoticeTown } from './notices.testbed.ts'
import { columns } from './flat.rules.ts'
import { openApi } from './openapi.forms.ts'
import { allowedBy } from './openapi-arbitrary.testbed.ts'
import { clientFrom, type Client, type Json } from './openapi-client.testbed.ts'

const file = join(projectRoot, 'docs', 'api', 'anmalningar.openapi.json')

let town: NoticeTown
let client: Client
beforeAll(async () => {
  town = await aNoticeTown()
  const { site, program } = town
  const published = JSON.parse(readFileSync(file, 'utf8')) as Json
  client = clientFrom(published, (path, init) => Promise.resolve(site.app.request(path, init)), program)
})
afterAll(() => town.site.close())

const receiptOf = (body: unknown): string => (body as { receipt: string }).receipt

describe('the published document', () => {
  it('is the one in docs, made from the shapes that read what is sent', () => {
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

describe('a client generated from the file', () => {
  it('whatever the file allows it to send is received, or refused field by field: never misread, and never a fault of ours', async () => {
    const anything = allowedBy(client.bodyOf('sendNotice')) as fc.Arbitrary<Record<string, unknown>>
    const numbers = fc
      .date({ min: new Date('2004-01-01'), max: new Date('2014-12-31'), noInvalidDate: true })
      .map((born) => aNumber(born.toISOString().slice(0, 10).replaceAll('-', '')))
    const recent = fc.integer({ min: 0, max: 700 }).map((ago) => dateOf(plusDays(dayOf(date('2026-11-26')), -ago)))
    const some = fc.record(
      { number: numbers, schoolUnit: fc.constant(unitCode), untilOn: recent, lastDayOn: recent, startOn: recent },
      { requiredKeys: [] },
    )
    const statuses = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(anything, some, async (sent, likely) => {
        town.site.later(1000)
        const body = { ...sent, ...Object.fromEntries(Object.entries(likely).filter(([name]) => name in sent)) }
        const { status } = await client.call('sendNotice', { body })
        expect([200, 201, 422]).toContain(status)
        statuses.set(status, (statuses.get(status) ?? 0) + 1)
      }),
      { numRuns: 300 },
    )
    // It is about something: many of each.
    expect(statuses.get(201)).toBeGreaterThan(20)
    expect(statuses.get(422)).toBeGreaterThan(20)
    expect(town.site.reported).toEqual([])
    await town.site.place.sql(`update notices.notice set annulled_at = now(), annul_reason = 'mistake', annulled_via = 'api'`)
  })

  it('can send and ask nothing that the file does not say', async () => {
    await expect(client.call('readPupil')).rejects.toThrow('no readPupil')
    await expect(client.call('listNotices', { query: { number: anna } })).rejects.toThrow('no query parameter number')
    await expect(client.call('listNotices', { query: { state: 'accepted' } })).rejects.toThrow('no query parameter state')
    await expect(client.call('getNotice')).rejects.toThrow('needs receipt')
    await expect(client.call('annulNotice', { params: { receipt: 'AN-1' } })).rejects.toThrow('needs a body')
  })

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
    const listed = async (query: Readonly<Record<string, string>>) =>
      (await client.call('listNotices', { query })).body as { notices: { receipt: string }[]; next: string | null }
    const received = (await listed({ state: 'received' })).notices
    expect(received).toHaveLength(3)
    expect((await listed({ state: 'answered' })).notices).toEqual([])
    expect((await listed({ after: received[0]?.receipt ?? '', state: 'received' })).notices).toEqual(received.slice(1))
    // A page that cannot be read is no empty page.
    for (const query of ['after=x', 'since=i+går', 'state=godtagen']) {
      expect((await town.program.ask('GET', `/notices?${query}`)).json, query).toEqual({ error: 'invalid_request' })
    }
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
    const sheet = `\uFEFF${[columns.join(';'), ...rows].join('\r\n')}\r\n`
    const { status, body } = await client.call('sendNotice', { body: sheet, type: 'text/csv' })
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
    expect((await client.call('sendNotice', { body: sheet, type: 'text/csv', accept: 'text/csv' })).body).toMatch(
      /1;AN-.*;true;[^]*3;;;;;"?number: not-an-identity-number/,
    )
    expect((await town.program.ask('POST', '/notices', 'a;b\n1;2\n', { 'content-type': 'text/csv' })).status).toBe(400)
    expect(
      (await town.program.ask('POST', '/notices', `kind;schoolUnit;anteckning\nend;${unitCode};x\n`, { 'content-type': 'text/csv' })).json,
    ).toMatchObject({
      problems: [{ field: 'anteckning', problem: 'unknown-field' }],
    })
    const latin = Buffer.from(sheet.replace('\uFEFF', '').replaceAll('Anna', 'Åsa Märta').replaceAll('2026-04-01', '2026-04-22'), 'latin1')
    const read = await askApi(town.site, 'POST', '/notices', {
      headers: { authorization: `Bearer ${town.program.token}`, 'content-type': 'text/csv; charset=windows-1252' },
      body: new Uint8Array(latin),
    })
    expect([read.status, read.json['rows']]).toEqual([207, expect.arrayContaining([expect.objectContaining({ row: 1, problems: [] })])])
    expect(await town.site.place.sql(`select given_name from notices.notice where event_on = '2026-04-22'`)).toEqual([
      { given_name: 'Åsa Märta' },
    ])
    const many = `${columns.join(';')}\n${`${rows[0]}\n`.repeat(501)}`
    expect((await town.program.ask('POST', '/notices', many, { 'content-type': 'text/csv' })).status).toBe(413)
    const huge = await town.program.ask('POST', '/notices', `"${'x'.repeat(400_000)}"`)
    expect([huge.status, huge.json]).toEqual([413, { error: 'too_large' }])
  })

  it('two files with the same pupils in opposite order wait for each other', async () => {
    const pupils = Array.from({ length: 30 }, (_, nth) =>
      anAbsence(aNumber(`200802${String((nth % 28) + 1).padStart(2, '0')}`, nth < 28 ? '238' : '239')),
    )
    const csvOf = (all: readonly object[]) =>
      `${columns.join(';')}\n${all.map((one) => columns.map((name) => [(one as Readonly<Record<string, string | string[] | undefined>>)[name] ?? ''].flat().join('|')).join(';')).join('\n')}\n`
    const both = await Promise.all(
      [pupils, pupils.toReversed()].map((all) => client.call('sendNotice', { body: csvOf(all), type: 'text/csv' })),
    )
    expect(both.map(({ status }) => status)).toEqual([207, 207])
    const duplicates = both.map(
      ({ body }) => (body as { rows: { receipt: { duplicate: boolean } }[] }).rows.filter(({ receipt }) => receipt.duplicate).length,
    )
    expect(duplicates.toSorted((a, b) => a - b)).toEqual([0, 30])
  })
})
