/** A place of a meeting that names somebody or something that may not stand there. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type TestSite, type Visitor } from '../../../test/support/web.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { tickIn } from '../hygiene/hygiene.testbed.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'

let site: TestSite
let amina: Visitor
let path = ''
let me = ''
beforeAll(async () => {
  site = await aSite()
  amina = await site.signedIn(['coordinator'], { name: 'Amina Lind' })
  me = (await site.place.sql<{ id: string }>('select id from access.staff'))[0]?.id ?? ''
  path = `/ungdomar/${(await aYouth(site.place, { given: 'Olle' })).subjectId}/moten`
})
afterAll(() => site.close())

const workingDay = () => {
  let day = plusDays(dayOf(todayInSweden()), 3)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}
const usual = (of: Record<string, string> = {}) => ({ staffId: me, on: workingDay(), minutes: '30', way: 'elsewhere', ...of })
const latest = async () =>
  (
    await site.place.sql<{ id: string; version: number }>(
      'select m.meeting_id as id, m.version from meetings.meeting m order by m.id desc limit 1',
    )
  )[0] ?? { id: '', version: 0 }

it('asks about a place that names somebody, once, and keeps what was typed', async () => {
  const typed = usual({ place: 'hos Sara Berg', time: '08:15' })
  const warned = await amina.send(path, typed)
  expect([warned.status, tickIn(warned.html)]).toEqual([422, 'name:sara berg'])
  expect(warned.html).toMatch(/data-errors[^]*href="#place"/)
  expect(warned.html).toContain('value="08:15"')
  expect((await amina.send(path, { ...typed, noteKept: 'name:sara berg' })).status).toBe(303)
  const { id, version } = await latest()
  const moved = { ...typed, time: '08:45', version: String(version) }
  expect((await amina.send(`${path}/${id}`, moved)).status).toBe(303)
  const again = await amina.send(`${path}/${id}`, { ...moved, place: 'BUP', version: String(version + 1) })
  expect([again.status, tickIn(again.html)]).toEqual([422, 'diagnosis:bup'])
  expect(again.html).toContain(`href="#${id}-place"`)
  const lines = await site.place.sql(
    `select action, outcome, detail ->> 'kept' as kept from audit.line where detail ? 'flagged' order by id`,
  )
  expect(lines).toEqual([
    { action: 'meetings.book', outcome: 'note-flags', kept: 'false' },
    { action: 'meetings.book', outcome: 'done', kept: 'true' },
    { action: 'meetings.move', outcome: 'done', kept: 'true' },
    { action: 'meetings.move', outcome: 'note-flags', kept: 'false' },
  ])
})
