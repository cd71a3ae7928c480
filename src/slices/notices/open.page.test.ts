/** The schools' form: proof first, then the form; without script, in two languages; and nothing that spam could do. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startMailServer, type MailServer } from '../../../simulators/mail/index.ts'
import { sendLinks } from './link.actions.ts'
import { anAbsence, anAuthority, anEnd, anna, aNoticeTown, moved, otherUnit, unitCode, type NoticeTown } from './notices.testbed.ts'
import type { Shown } from '../../../test/support/web.ts'

let town: NoticeTown
let mail: MailServer
beforeAll(async () => {
  town = await aNoticeTown()
  mail = await startMailServer()
})
afterAll(async () => {
  await mail.close()
  await town.site.close()
})

type Fields = Readonly<Record<string, string | readonly string[]>>

async function open(path: string, fields?: Fields): Promise<Shown> {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields ?? {})) for (const one of [value].flat()) body.append(name, one)
  const response = await town.site.app.request(path, {
    ...(fields === undefined ? {} : { method: 'POST', body: body.toString() }),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { status: response.status, html: await response.text(), location: '', headers: response.headers }
}

const post = () =>
  sendLinks(
    { code: '0180', name: 'Provstad', pool: town.site.place.pool },
    { mail: { url: mail.address, from: 'Provstad <lots@example.se>' }, publicUrl: 'http://localhost' },
  )
const fieldsOf = (notice: object): Fields =>
  Object.fromEntries(
    Object.entries(notice)
      .filter(([name]) => name !== 'kind' && name !== 'schoolUnit')
      .map(([name, value]) => [name, Array.isArray(value) ? (value as string[]) : value === true ? 'ja' : String(value)]),
  )

describe('asking for a link', () => {
  it('is answered the same for every code, and only the school’s own address gets it', async () => {
    const page = await open('/anmalan/0180')
    expect(page.html).toContain('Skolenhetskod')
    expect(page.html).not.toContain('<script')
    const [known, unknown] = [await open('/anmalan/0180', { unit: unitCode }), await open('/anmalan/0180', { unit: otherUnit })]
    expect([known.status, known.html]).toEqual([unknown.status, unknown.html])
    expect((await open('/anmalan/0180', { unit: 'hej' })).status).toBe(422)
    await post()
    expect(mail.sent().flatMap(({ to }) => to)).toEqual([`skola-${unitCode}@example.com`])
    const outcomes = await town.site.place.sql('select unit_code, outcome from notices.link_request order by id')
    expect(outcomes).toEqual([
      { unit_code: unitCode, outcome: 'sent' },
      { unit_code: otherUnit, outcome: 'noSuchSchool' },
    ])
  })

  it('gives a link that works, in the language it was asked in', async () => {
    await open('/anmalan/0180?sprak=en', { unit: unitCode })
    await post()
    const text = mail.sent().at(-1)?.text ?? ''
    const link = /\/anmalan\/0180\/[\w-]{43}\?sprak=en/.exec(text)?.[0] ?? ''
    expect((await open(link)).html).toContain('What do you want to notify?')
    const kept = await town.site.place.sql<{ row: string }>('select l::text as row from notices.link l')
    expect(kept.map(({ row }) => row).join()).not.toContain(link.slice(14, 57))
  })

  it('too often is refused, and a school gets a few letters an hour however many ask', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 10; i++) statuses.push((await open('/anmalan/0180', { unit: unitCode })).status)
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(5)
    expect(statuses.at(-1)).toBe(429)
    const before = mail.sent().length
    await town.site.place.sql(`insert into notices.link_request (unit_code, lang) select '${unitCode}', 'sv' from generate_series(1, 30)`)
    for (let i = 0; i < 3; i++) await post()
    expect(mail.sent().length - before).toBeLessThanOrEqual(5)
    expect(await town.site.place.sql(`select count(*)::int as n from notices.link_request where outcome = 'tooMany'`)).not.toEqual([
      { n: 0 },
    ])
  })

  it('waits when there is no way out just then', async () => {
    await town.site.place.sql(`update notices.link_request set handled_at = handled_at - interval '2 hours' where handled_at is not null`)
    await town.site.place.sql(`insert into notices.link_request (unit_code, lang) values ('${unitCode}', 'sv')`)
    const links = async () => (await town.site.place.sql('select from notices.link')).length
    const before = await links()
    await sendLinks(
      { code: '0180', name: 'Provstad', pool: town.site.place.pool },
      { mail: { url: 'smtp://127.0.0.1:1', from: 'lots@example.se' }, publicUrl: '' },
    )
    expect(await town.site.place.sql('select outcome, tries from notices.link_request order by id desc limit 1')).toEqual([
      { outcome: null, tries: 1 },
    ])
    expect(await links()).toBe(before)
    await post()
    expect(await town.site.place.sql('select outcome from notices.link_request order by id desc limit 1')).toEqual([{ outcome: 'sent' }])
  })
})

describe('an answer', () => {
  it('is told to the school’s own address, with the receipt and a way to it, and nothing of whom it is about', async () => {
    const { json } = await town.program.send(anEnd(moved, { givenName: 'Flytt', lastDayOn: '2026-04-01' }))
    const receipt = String(json['receipt'])
    const [row] = await town.site.place.sql<{ id: string }>('select notice_id as id from notices.notice where receipt = $1', [receipt])
    const path = `/anmalningar/${row?.id}`
    const before = mail.sent().length
    await town.staff.send(`${path}/svara`, { answer: 'anotherMunicipality' })
    await post()
    expect(mail.sent()).toHaveLength(before)
    await town.site.place.sql(`update notices.decision set decided_at = decided_at - interval '6 minutes' where outcome = 'answered'`)
    await post()
    await post()
    expect(
      mail
        .sent()
        .slice(before)
        .map(({ to }) => to),
    ).toEqual([[`skola-${unitCode}@example.com`]])
    const text = mail.sent().at(-1)?.text ?? ''
    expect(text).toContain(receipt)
    expect(text).not.toMatch(/Flytt|2008|annan kommun/)
    const link = /\/anmalan\/0180\/[\w-]{43}\/anmalningar/.exec(text)?.[0] ?? ''
    const own = await (await town.site.app.request(link)).text()
    expect(own).toContain('Eleven hör till en annan kommun')
    expect((await town.program.ask('GET', '/notices?state=answered')).json).toMatchObject({
      notices: [{ receipt, answer: 'anotherMunicipality' }],
    })
  })
})

describe('the form', () => {
  it.each([
    ['absence', anAbsence(anna), 'Timmar utan giltigt skäl'],
    ['end', anEnd(anna), 'Sista dagen på skolan'],
  ])('of %s is filled in, mended and received', async (kind, notice, label) => {
    const link = await town.link()
    const page = await open(`${link}?slag=${kind}`)
    expect(page.html).toContain(label)
    expect(page.html).toContain('Har eleven skyddade personuppgifter?')
    expect(page.html).not.toMatch(/<textarea|<script/)
    const wrong = await open(`${link}?slag=${kind}`, { ...fieldsOf(notice), number: '20080314TF01' })
    expect([wrong.status, wrong.html.includes('Ring kommunen i stället'), wrong.html.includes('value="Sara Prov"')]).toEqual([
      422,
      true,
      true,
    ])
    const received = await open(`${link}?slag=${kind}`, fieldsOf(notice))
    expect([received.status, received.html.includes('Anmälan är mottagen')]).toEqual([200, true])
    const again = await open(`${link}?slag=${kind}`, fieldsOf(notice))
    expect([again.status, again.html.includes('Ni hade redan skickat den')]).toEqual([200, true])
    expect(/AN-[\w-]{14}/.exec(again.html)?.[0]).toBe(/AN-[\w-]{14}/.exec(received.html)?.[0])
  })

  it('shows the school its own notices by receipt, never of whom, and takes one back', async () => {
    const link = await town.link()
    const own = await open(`${link}/anmalningar`)
    expect(own.html).not.toMatch(/Anna|20080314|0803/)
    const receipt = /name="receipt" value="(AN-[\w-]+)"/.exec(own.html)?.[1] ?? ''
    const taken = await open(`${link}/anmalningar`, { receipt, reason: 'wrongPupil' })
    expect([taken.status, taken.html.includes('Anmälan är återtagen.')]).toEqual([200, true])
    expect((await open(`${link}/anmalningar`, { receipt, reason: 'wrongPupil' })).status).toBe(409)
    expect((await open(`${link}/anmalningar`, { receipt: 'AN-0000-0000-0000', reason: 'mistake' })).status).toBe(409)
  })

  it('is not there for a link that is wrong, has run out, or whose school has ended', async () => {
    const [wrong, expired, ended] = [`/anmalan/0180/${'x'.repeat(43)}`, await town.link(), await town.link()]
    await town.site.place.sql(
      `update notices.link set made_at = made_at - interval '1 day', expires_at = made_at - interval '1 hour' where link_hash = (select link_hash from notices.link order by made_at desc offset 1 limit 1)`,
    )
    const path = town.authorityPath
    expect((await town.staff.send(`${path}/skola/${unitCode}/avsluta`)).status).toBe(303)
    const said = await Promise.all([wrong, expired, ended].map((link) => open(link)))
    expect(said.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(new Set(said.map(({ html }) => html.replaceAll(/[\w-]{43}/g, ''))).size).toBe(1)
    expect((await town.program.send(anEnd(anna, { lastDayOn: '2026-01-12' }))).json).toMatchObject({
      problems: [{ problem: 'unknown-school' }],
    })
    await town.staff.send(`${path}/skola`, { unitCode, unitName: 'Skolan', unitEmail: '' })
  })
})

describe('the page of a school authority', () => {
  it('adds and mends, and says what is wrong', async () => {
    expect((await town.staff.send('/anmalningar/skolor', { name: 'friskolan ab' })).html).toContain('Det finns redan en huvudman')
    const { html } = await town.staff.send(`${town.authorityPath}/skola`, { unitCode: '1234', unitName: '', unitEmail: 'x' })
    for (const text of ['åtta siffror', 'en enda e-postadress']) expect(html).toContain(text)
    const other = (await town.staff.send('/anmalningar/skolor', { name: 'Annan huvudman' })).location
    expect((await town.staff.send(`${other}/skola`, { unitCode, unitName: 'Tagen', unitEmail: '' })).html).toContain(
      'En annan huvudman har den skolenhetskoden',
    )
    expect((await town.staff.send(`${other}/klient`, { clientName: 'System' })).html).toContain('Välj minst en sak')
    const link = await town.staff.send(`${town.authorityPath}/skola/${unitCode}/lank`)
    expect((await open(/\/anmalan\/0180\/[\w-]{43}/.exec(link.html)?.[0] ?? '')).status).toBe(200)
    expect((await town.staff.get('/anmalningar/skolor')).html).toContain('Friskolan AB')
    expect((await (await town.site.signedIn(['counsellor'])).get('/anmalningar/skolor')).status).toBe(403)
  })

  it('has settings that hold from the next notice', async () => {
    const page = await town.staff.get('/anmalningar/installningar')
    expect(page.html).toContain('Dagar som en källa får skilja sig och ändå stämma')
    const typed = { version: '0', toleranceDays: '3', duplicateDays: '14', lateDays: '14', linkHours: '8', keepDays: '90' }
    expect((await town.staff.send('/anmalningar/installningar', { ...typed, linkHours: '99' })).status).toBe(422)
    expect((await town.staff.send('/anmalningar/installningar', typed)).status).toBe(303)
    expect((await town.staff.get('/anmalningar/installningar')).html).toContain('value="3"')
    expect(town.site.reported).toEqual([])
  })
})

describe('a school’s registration', () => {
  it('with another address stops the links that the old one has; ended, it can come to another authority', async () => {
    const link = await town.link()
    expect((await town.site.app.request(link)).status).toBe(200)
    await town.staff.send(`${town.authorityPath}/skola`, { unitCode, unitName: 'Skolan', unitEmail: 'ratt@example.com' })
    expect((await town.site.app.request(link)).status).toBe(404)
    await town.staff.send(`${town.authorityPath}/skola/${unitCode}/avsluta`)
    const next = await anAuthority(town.staff, 'Rätt huvudman', [unitCode])
    expect((await town.staff.get(next)).html).toContain(unitCode)
    expect((await town.program.send(anEnd(anna, { lastDayOn: '2026-01-12' }))).json).toMatchObject({
      problems: [{ problem: 'unknown-school' }],
    })
    expect(town.site.reported).toEqual([])
  })
})
