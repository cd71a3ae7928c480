/** Meetings that somebody else has to do with: a colleague of another unit, and a record that was merged. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost } from '../../../test/support/places.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { recordWay } from '../outreach/index.ts'
import { queueReminders } from './reminder.actions.ts'

const number = '200803142389'
const merged = '200701222390'
let site: TestSite
let coordinator: Visitor
let me = ''
const people: Record<string, { id: number; subject: string }> = {}
const sql = <Found extends object>(text: string, values?: unknown[]) => site.place.sql<Found>(text, values)

beforeAll(async () => {
  site = await aSite()
  await site.place.feed('population', aPopulation(aPost({ number, given: 'Synlig' }), aPost({ number: merged, given: 'Samma' })))
  for (const row of await sql<{ id: number; subject: string; number: string }>(
    'select person_id::int as id, subject_id as subject, number from worklist.youth',
  ))
    people[row.number] = row
  coordinator = await site.signedIn(['coordinator'], { name: 'Anna Prov' })
  me = (await sql<{ id: string }>(`select id from access.staff where name = 'Anna Prov'`))[0]?.id ?? ''
})
afterAll(() => site.close())

const pathOf = (of = number): string => `/ungdomar/${people[of]?.subject ?? ''}/moten`
const usual = (of: Record<string, string>) => ({
  staffId: me,
  on: dateOf(plusDays(dayOf(todayInSweden()), 3)),
  minutes: '30',
  way: 'office',
  place: 'Torget 1',
  remind: 'ja',
  ...of,
})
type Row = { id: string; version: number; state: string }
const latest = async (): Promise<Row> =>
  (await sql<Row>('select m.meeting_id as id, version, state from meetings.meeting m order by m.id desc limit 1'))[0] as Row

describe('a meeting with a colleague of another unit', () => {
  it('stays with that colleague when somebody else changes its time, and no new one is booked with them', async () => {
    const [unit] = await sql<{ id: number }>(`insert into organisation.unit (name) values ('Öst') returning id`)
    const near = await site.signedIn(['counsellor'], { name: 'Nära Prov', unit: 'Öst' })
    await sql('update worklist.youth set unit_id = $1 where person_id = $2', [unit?.id, people[number]?.id])
    expect((await coordinator.send(pathOf(), usual({ time: '18:00' }))).status).toBe(303)
    const { id, version } = await latest()
    const { html } = await near.get(pathOf())
    expect(html).toMatch(new RegExp(`id="${id}-staffId"[^>]*>(?:(?!</select>).)*<option value="${me}" selected`))
    const moved = await near.send(`${pathOf()}/${id}`, { ...usual({ time: '18:30' }), version: String(version) })
    expect(moved.status).toBe(303)
    expect(
      await sql('select staff_id = $1 as same, version - $2::int as changes from meetings.meeting where meeting_id = $3', [
        me,
        version,
        id,
      ]),
    ).toEqual([{ same: true, changes: 1 }])
    expect((await near.send(pathOf(), usual({ time: '19:00' }))).html).toContain('Välj en medarbetare')
  })
})

describe('a meeting of a record that was merged', () => {
  it('is on the page of the one that is kept, and is ended there', async () => {
    expect((await coordinator.send(pathOf(merged), usual({ time: '07:00' }))).status).toBe(303)
    const { id, version } = await latest()
    await sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [people[merged]?.id, people[number]?.id],
    )
    expect((await coordinator.get(pathOf())).html).toContain('07:00–07:30')
    const ended = await coordinator.send(`${pathOf()}/${id}/utfall`, { version: String(version), ending: 'cancelledByUs' })
    expect([ended.status, (await latest()).state]).toEqual([303, 'cancelledByUs'])
  })

  it('is reminded of by the numbers, and the no to texts, of both records', async () => {
    const on = dateOf(plusDays(dayOf(todayInSweden()), 3))
    expect((await coordinator.send(pathOf(), usual({ time: '20:00' }))).status).toBe(303)
    const way = { kind: 'phone', value: '+46701740620', source: 'youth', sourceDetail: '', foundOn: on, foundBy: 'prov' } as const
    await inTransaction(site.place.pool, (tx) => recordWay(tx, { personId: people[merged]?.id ?? 0, ...way }))
    await sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'sms', 'prov')`, [people[merged]?.id])
    const morning = new Date(`${on}T08:00:00Z`)
    await sql(`update meetings.meeting set changed_at = now() - interval '20 days' where state = 'booked'`)
    expect(await queueReminders(site.place.pool, morning)).toBe(0)
    await sql(`update messaging.opt_out set known_until = clock_timestamp()`)
    expect(await queueReminders(site.place.pool, morning)).toBeGreaterThan(0)
  })
})
