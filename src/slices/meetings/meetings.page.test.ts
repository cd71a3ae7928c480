/** Meetings in the browser: booking, moving, ending; reminders that leave once; a calendar without names. */
import ical from 'ical.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { recordWay } from '../outreach/index.ts'
import { queueReminders } from './reminder.actions.ts'

const number = '200803142389'
const hidden = '200809022395'
let site: TestSite
let coordinator: Visitor
const people: Record<string, { id: number; subject: string }> = {}
const sql = <Found extends object>(text: string, values?: unknown[]) => site.place.sql<Found>(text, values)
let me = ''

beforeAll(async () => {
  site = await aSite()
  const posts = [aPost({ number, given: 'Synlig', street: 'Provgatan 1' }), aPost({ number: hidden, given: 'Hemliga', secrecy: 'J' })]
  await site.place.feed('population', aPopulation(...posts))
  for (const row of await sql<{ id: number; subject: string; number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  ))
    people[row.number] = row
  coordinator = await site.signedIn(['coordinator'], { name: 'Anna Prov' })
  me = (await sql<{ id: string }>(`select id from access.staff where name = 'Anna Prov'`))[0]?.id ?? ''
})
afterAll(() => site.close())

const pathOf = (of = number): string => `/ungdomar/${people[of]?.subject ?? ''}/moten`

/** A working day at least so many days ahead. */
function ahead(days: number): PlainDate {
  let day = plusDays(dayOf(todayInSweden()), days)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}
const usual = (of: Record<string, string> = {}) => ({
  staffId: me,
  on: ahead(3),
  time: '10:00',
  minutes: '30',
  way: 'office',
  place: 'Torget 1',
  remind: 'ja',
  ...of,
})
type Row = { id: string; version: number; state: string; sequence: number }
const latest = async (): Promise<Row> =>
  (await sql<Row>('select m.meeting_id as id, version, state, sequence from meetings.meeting m order by m.id desc limit 1'))[0] as Row

describe('booking', () => {
  it('shows the meeting on the youth’s page, in the week’s list, and makes the ladder keep to it', async () => {
    expect((await coordinator.send(pathOf(), usual())).status).toBe(303)
    expect((await coordinator.get(pathOf())).html).toContain('10:00–10:30, hos oss (Torget 1)')
    expect((await coordinator.get(pathOf().replace('/moten', ''))).html).toContain('10:00–10:30')
    expect((await coordinator.get(`/moten?dag=${ahead(3)}`)).html).toContain('Synlig')
    expect(await sql('select step, step_from from outreach.standing where person_id = $1', [people[number]?.id])).toEqual([
      { step: 'keepMeeting', step_from: ahead(3) },
    ])
  })

  it.each([
    [{ on: '2020-01-01' }, 422, 'Tiden har redan varit'],
    [{ on: 'i morgon' }, 422, 'Skriv dagen som'],
    [{ time: '25:00' }, 422, 'Skriv klockslaget'],
    [{ place: '' }, 422, 'Skriv var ni ska ses'],
    [{ place: 'Björkskolan', remind: 'on' }, 422, 'Skriv gatuadressen'],
    [{ staffId: '5b1c0a52-0000-4000-8000-000000000000', time: '15:00' }, 422, 'Välj en medarbetare'],
    [{ time: '10:15' }, 409, 'redan ett möte då'],
    [{ minutes: '7' }, 422, 'Välj ett av alternativen'],
  ])('%j is refused with a clear message and everything still there', async (of, status, text) => {
    const shown = await coordinator.send(pathOf(), usual(of))
    expect(shown.status).toBe(status)
    expect(shown.html).toContain(text)
    expect(shown.html).toContain('Boka ett möte')
  })

  it('six at the same moment for the same colleague: one is booked, and the others are told that the time is taken', async () => {
    const all = await Promise.all(
      ['12:00', '12:05', '12:10', '12:15', '12:20', '12:25'].map((time) => coordinator.send(pathOf(), usual({ time }))),
    )
    expect(all.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409, 409, 409, 409, 409])
    expect(site.reported).toEqual([])
  })

  it('with a protected youth is for those with the right, after a fresh sign-in, and never with a reminder', async () => {
    expect((await coordinator.get(pathOf(hidden))).status).toBe(404)
    const handler = await site.signedIn(['protectedHandler'], { name: 'Hanna Prov' })
    const stale = await site.signedIn(['protectedHandler'], { name: 'Sen', authenticatedAt: Date.now() - 3_600_000 })
    expect((await stale.get(pathOf(hidden))).location).toContain('/logga-in/start')
    expect((await handler.get(pathOf(hidden))).html).toContain('får ingen påminnelse')
    const [host] = await sql<{ id: string }>(`select id from access.staff where name = 'Hanna Prov'`)
    expect((await handler.send(pathOf(hidden), usual({ time: '08:00' }))).html).toContain('Välj en medarbetare')
    await expect(
      sql(
        `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, booked_by) values ($1, $2, now(), now() + interval '1 hour', 'phone', $2)`,
        [people[hidden]?.id, me],
      ),
    ).rejects.toThrow('a protected youth meets those with the right')
    expect((await handler.send(pathOf(hidden), usual({ staffId: host?.id ?? '', time: '08:00' }))).status).toBe(303)
    expect((await coordinator.get(`/moten?dag=${ahead(3)}&vilka=alla`)).html).not.toContain('Hemliga')
  })
})

describe('a reminder', () => {
  const found = { kind: 'phone', source: 'youth', sourceDetail: '', foundOn: '2026-01-01' as PlainDate, foundBy: 'prov' } as const
  const messages = () => sql<{ state: string; key: string }>(`select state, once_key as key from messaging.message order by id`)
  const at = (on: PlainDate, hour: number): Date => new Date(`${on}T${String(hour).padStart(2, '0')}:00:00Z`)
  /** The working day before a meeting three days ahead or more. */
  const dayBefore = (): PlainDate => {
    let day = plusDays(dayOf(ahead(3)), -1)
    while (!isWorkingDay(day)) day = plusDays(day, -1)
    return dateOf(day)
  }

  it('is queued at ten the working day before, once, and not for a youth without number or e-mail', async () => {
    expect(await queueReminders(site.place.pool, at(dayBefore(), 12))).toBe(0)
    for (const [of, value] of [
      [number, '+46701740611'],
      [hidden, '+46701740612'],
    ] as const)
      await inTransaction(site.place.pool, (tx) => recordWay(tx, { personId: people[of]?.id ?? 0, value, ...found }))
    for (const hour of [6, 21]) expect(await queueReminders(site.place.pool, at(dayBefore(), hour))).toBe(0)
    expect(await queueReminders(site.place.pool, at(dayBefore(), 12))).toBe(2)
    expect(await queueReminders(site.place.pool, at(dayBefore(), 13))).toBe(0)
    const [fields] = await sql<{ fields: object }>('select fields, channel, template_key from messaging.message order by id limit 1')
    expect(fields).toMatchObject({ channel: 'sms', template_key: 'meetingSms', fields: { meetingDay: ahead(3), meetingPlace: 'Torget 1' } })
    expect(await sql(`select distinct actor, outcome from audit.line where action = 'meetings.remind'`)).toEqual([
      { actor: 'påminnelser', outcome: 'done' },
    ])
    expect(JSON.stringify(fields)).not.toMatch(/Synlig|4670/)
  })

  it('of a time that is no longer so does not leave; the new time has one of its own', async () => {
    const { id, version } = await (async () =>
      (
        await sql<Row>(
          `select m.meeting_id as id, version, state, sequence from meetings.meeting m where m.person_id = $1 order by m.id limit 1`,
          [people[number]?.id],
        )
      )[0] as Row)()
    const moved = await coordinator.send(`${pathOf()}/${id}`, { ...usual({ time: '14:00' }), version: String(version) })
    expect(moved.status).toBe(303)
    expect((await messages()).filter(({ key }) => key.startsWith(`meeting:${id}:`)).map(({ state }) => state)).toEqual(['cancelled'])
    expect((await coordinator.send(`${pathOf()}/${id}`, { ...usual({ time: '15:00' }), version: String(version) })).status).toBe(409)
    expect(await queueReminders(site.place.pool, at(dayBefore(), 12))).toBe(1)
  })
})

describe('an ending', () => {
  it('is said once the meeting has begun; held is a contact, and what is over stays', async () => {
    await coordinator.send(pathOf(), usual({ time: '16:00' }))
    const { id, version } = await latest()
    const end = (ending: string, of = version) => coordinator.send(`${pathOf()}/${id}/utfall`, { version: String(of), ending })
    expect((await end('held')).html).toContain('har inte börjat')
    await sql(
      `update meetings.meeting set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where meeting_id = $1`,
      [id],
    )
    expect((await coordinator.get('/moten')).html).toContain('Hur gick mötet?')
    expect((await end('held')).status).toBe(303)
    expect((await end('noShow')).status).toBe(409)
    expect(
      await sql(`select channel, attempted, reached, outcome, origin from outreach.contact where person_id = $1 order by id desc limit 1`, [
        people[number]?.id,
      ]),
    ).toEqual([{ channel: 'inPerson', attempted: true, reached: true, outcome: 'reached', origin: 'meeting' }])
    await expect(sql(`update meetings.meeting set state = 'noShow' where meeting_id = $1`, [id])).rejects.toThrow(
      'a meeting that is over is not changed',
    )
  })

  it('that is a cancellation is counted, and is no contact', async () => {
    await coordinator.send(pathOf(), usual({ time: '17:00' }))
    const { id, version } = await latest()
    const before = await sql('select count(*)::int as n from outreach.contact')
    expect((await coordinator.send(`${pathOf()}/${id}/utfall`, { version: String(version), ending: 'cancelledByYouth' })).status).toBe(303)
    expect(await sql('select count(*)::int as n from outreach.contact')).toEqual(before)
    expect((await coordinator.get(`/moten?dag=${ahead(3)}`)).html).toMatch(/avbokat av ungdomen<\/dt><dd>1/)
  })
})

describe('the calendar', () => {
  const open = (path: string) => site.app.request(path)

  it('opens in another reader, with cancelled meetings cancelled, and names nobody', async () => {
    const made = await coordinator.send('/moten/kalender')
    const [, path = ''] = /http:\/\/localhost(\/kalender\/0180\/[\w-]{32}\.ics)/.exec(made.html) ?? []
    const response = await open(path)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((one) => new ical.Event(one))
    const stored = await sql<{ n: number }>('select count(*)::int as n from meetings.meeting where staff_id = $1', [me])
    expect(events.length).toBe(stored[0]?.n)
    expect(events.filter((event) => event.component.getFirstPropertyValue('status') === 'CANCELLED')).toHaveLength(1)
    expect(events.map(({ summary }) => summary)).toEqual(events.map(() => 'Möte'))
    expect(text).not.toMatch(/Synlig|Provsson|2008|Hemliga/)
    const again = await coordinator.send('/moten/kalender')
    expect(again.html).toContain('/kalender/0180/')
    expect((await open(path)).status).toBe(404)
    const [, second = ''] = /http:\/\/localhost(\/kalender\/0180\/[\w-]{32}\.ics)/.exec(again.html) ?? []
    await sql('update access.staff set active = false where id = $1', [me])
    expect((await open(second)).status).toBe(404)
    await sql('update access.staff set active = true where id = $1', [me])
    expect((await open(second)).status).toBe(200)
    await coordinator.send('/moten/kalender/ta-bort')
    expect((await open(second)).status).toBe(404)
    expect(site.reported).toEqual([])
  })
})
