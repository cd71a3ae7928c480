/** The hub: what waits, as far as the reader may see and do, each number the same as on the page it leads to. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { textOf } from '../youth/youth.testbed.ts'
import { aContact, aNumber, ago, today } from './outreach.testbed.ts'
import { recordContact } from './record.actions.ts'
import { refreshStandings } from './standing.actions.ts'

let site: TestSite
let amina: Visitor
let anna: MadeYouth
let hidden: MadeYouth

const refresh = ({ personId }: MadeYouth) => inTransaction(site.place.pool, (tx) => refreshStandings(tx, [personId]))
const answer = ({ personId }: MadeYouth) =>
  site.place.sql(
    `with c as (insert into replies.code (code_hash, person_id, valid_until) values (sha256($2::bytea), $1, now() + interval '1 day') returning id)
     insert into replies.answer (code_id, person_id, kind, lang) select id, $1, 'notNow', 'sv' from c`,
    [personId, `kod ${personId}`],
  )

beforeAll(async () => {
  site = await aSite()
  const { place } = site
  const { unit } = await aUnit(place, 'Farsta')
  amina = await site.signedIn(['coordinator'])
  anna = await aYouth(place, { given: 'Anna', unit, fromOn: ago(10) })
  const late = await aYouth(place, { given: 'Bo', fromOn: ago(100) })
  const begun = await aYouth(place, { given: 'Cia', fromOn: ago(100) })
  hidden = await aYouth(place, { given: 'Hemliga', fromOn: ago(100) })
  await inTransaction(place.pool, (tx) =>
    recordContact(tx, aContact(begun.personId, { channel: 'letter', outcome: 'sent', happenedAt: `${ago(80)} 10:00` })),
  )
  const { id } = await aNumber(place, begun.personId)
  await place.sql(`update outreach.way set dead_on = $2, last_result = 'dead', last_result_at = now() where id = $1`, [id, today])
  for (const youth of [anna, hidden]) {
    await answer(youth)
    const staff = await aColleague(place, 'Sara', 'coordinator')
    await place.sql(
      `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, booked_by) values ($1, $2, $3::date + time '12:00', $3::date + time '13:00', 'phone', $2)`,
      [youth.personId, staff, today],
    )
  }
  await protect(place, hidden.personId, 'marked')
  for (const youth of [anna, late, begun, hidden]) await refresh(youth)
})
afterAll(() => site.close())

/** The figures as a reader reads them: the number, then its label. */
const figuresOf = (html: string): Record<string, string> =>
  Object.fromEntries([...html.matchAll(/<dt>([^<]*)<\/dt><dd>(?:<a [^>]*>)?([^<]*)/g)].map(([, label = '', value = '']) => [label, value]))
const linksOf = (html: string): Record<string, string> =>
  Object.fromEntries([...html.matchAll(/<dt>([^<]*)<\/dt><dd><a href="([^"]*)"/g)].map(([, label = '', href = '']) => [label, href]))

test('shows what waits for a coordinator, without the protected', async () => {
  const { status, html } = await amina.get('/uppsok')
  expect(status).toBe(200)
  expect(figuresOf(html)).toMatchObject({
    'Svar att ta ställning till': '1',
    Möten: '1',
    'Hembesök kvar': '0',
    'Saknar nummer': '3',
    'Numret har dött': '1',
    'Inte påbörjade i tid': '1',
    'Påbörjade i tid': '1 av 2',
    'Rundor som väntar på att släppas': '0',
  })
})

test('shows the protected to those with the right, and one’s own unit to a counsellor', async () => {
  const karin = await site.signedIn(['protectedHandler'])
  expect(figuresOf((await karin.get('/uppsok')).html)).toMatchObject({ 'Svar att ta ställning till': '2', 'Saknar nummer': '4' })
  const olof = await site.signedIn(['counsellor'], { unit: 'Farsta' })
  const shown = figuresOf((await olof.get('/uppsok')).html)
  expect(shown).toMatchObject({ 'Svar att ta ställning till': '1', 'Saknar nummer': '1', 'Inte påbörjade i tid': '0' })
})

test('leads to pages that say the same', async () => {
  const { html } = await amina.get('/uppsok')
  const links = linksOf(html)
  const count = async (label: string, pattern: RegExp) => pattern.exec(textOf((await amina.get(links[label] ?? '')).html))?.[1]
  expect(await count('Saknar nummer', /Alla (\d+)/)).toBe('3')
  expect(await count('Numret har dött', /Numret har dött (\d+)/)).toBe('1')
  for (const href of Object.values(links).filter((path) => !path.startsWith('/utskick')))
    expect((await amina.get(href)).status, href).toBe(200)
})

test('raises an alarm above everything else', async () => {
  const [three, four, five] = [
    await aColleague(site.place, 'A', 'coordinator'),
    await aColleague(site.place, 'B', 'coordinator'),
    await aColleague(site.place, 'C', 'coordinator'),
  ]
  const [round] = await site.place.sql<{ id: number }>(
    `insert into visits.round (on_day, area, starts_at, ends_at, first_staff_id, second_staff_id, watch_staff_id, planned_by, state)
     values ($1, 'Farsta', '16:00', '19:00', $2, $3, $4, $2, 'planned') returning id`,
    [today, three, four, five],
  )
  const [stop] = await site.place.sql<{ id: number }>(
    'insert into visits.stop (round_id, person_id, place) values ($1, $2, 1) returning id',
    [round?.id, anna.personId],
  )
  await site.place.sql('insert into visits.alarm (stop_id) values ($1)', [stop?.id])
  const { html } = await amina.get('/uppsok')
  expect(textOf(html)).toContain('Ett larm från ett hembesök väntar på svar')
  expect(figuresOf(html)['Hembesök kvar']).toBe('1')
})

test('is for those who do outreach', async () => {
  expect((await (await site.signedIn(['systemCoordinator'])).get('/uppsok')).status).toBe(403)
})
