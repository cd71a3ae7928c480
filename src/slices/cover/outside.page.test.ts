/** Youths outside the target group in what the team's page counts: told apart, and in none of the numbers of the covered. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { aTeam, inDays, type TeamSite } from './cover.testbed.ts'

let team: TeamSite
beforeAll(async () => {
  team = await aTeam()
})
afterAll(() => team.site.close())

const rowOf = (html: string, name: string): string[] => {
  const row = new RegExp(`<tr><th scope="row"[^>]*>(?:(?!</tr>).)*${name}(?:(?!</tr>).)*</tr>`, 's').exec(html)?.[0] ?? ''
  return [...row.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => (cell ?? '').replaceAll(/<[^>]+>/g, ' ').trim())
}

it('a watched youth, and a meeting with one, are told beside the others', async () => {
  const { people, site, youths } = team
  const { per } = people
  const before = rowOf((await people.karin.get('/arbetslag')).html ?? '', 'Per')
  const [own] = await site.place.sql<{ unit_id: number }>('select unit_id from access.staff where id = $1', [per.id])
  const watched = await aYouth(site.place, { family: 'Sedd', fromOn: null, watched: true, staff: per.id, unit: own?.unit_id ?? 0 })
  const meeting = (personId: number, hour: number) =>
    site.place.sql(
      `insert into meetings.meeting (person_id, staff_id, starts_at, ends_at, way, place, booked_by)
       values ($1, $2, $3::timestamptz, $3::timestamptz + interval '30 minutes', 'office', 'Kontoret', $2)`,
      [personId, per.id, `${inDays(0)} ${hour}:00 Europe/Stockholm`],
    )
  await meeting(watched.personId, 9)
  await meeting(youths.pers.personId, 11)
  const after = rowOf((await people.karin.get('/arbetslag')).html ?? '', 'Per')
  expect(after.slice(0, 5)).toEqual(before.slice(0, 5))
  expect([before[5], after[5]]).toEqual(['0', '1'])
  expect(after[6]?.replaceAll(/\s+/g, ' ')).toBe('1 och 1 utanför målgruppen')
})
