/** The lists of the desk in the browser: what is planned for nobody any more, and a list too long to be shown whole. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { aMeasuresSite, inDays, type MeasuresSite } from './measures.testbed.ts'
import { countMeasuresDesk } from './round.actions.ts'

let at: MeasuresSite
beforeAll(async () => {
  at = await aMeasuresSite()
})
afterAll(() => at.site.close())
const desk = async () => (await at.coordinator.get('/atgarder')).html
const sql = (text: string, values: unknown[]) => at.site.place.sql(text, values)
const counted = async () => {
  const scope = { units: null, mayReadProtected: false }
  return (await inTransaction(at.site.place.pool, (tx) => countMeasuresDesk(tx, scope, inDays(0)))).outside
}

it('what is planned for a day that is in no period any more stands there, until the youth is watched', async () => {
  const [gone, here] = [await aYouth(at.site.place, { fromOn: inDays(-100), given: 'Borta' }), await at.youth()]
  await at.add(gone, { from: inDays(10) })
  await at.add(here, { from: inDays(10) })
  expect([(await desk()).includes('Provsson'), await counted()]).toEqual([false, 0])
  // Covered today still, but not the day that it is to begin.
  await sql(`update worklist.youth set until_on = $2, exit_reason = 'inEducation' where person_id = $1`, [gone.personId, inDays(10)])
  const page = await desk()
  expect(page).toMatch(/För ungdomar som inte omfattas.*Borta Provsson/s)
  expect([page.includes('Synlig Provsson'), await counted()]).toEqual([false, 1])
  const watch = `insert into worklist.watch (person_id, ground, from_on, started_by) values ($1, 'Skolan är orolig', $2, 'prov')`
  await sql(watch, [gone.personId, inDays(0)])
  expect([(await desk()).includes('Borta Provsson'), await counted()]).toEqual([false, 0])
})

it('a list of more than is shown says so, and how many there are', async () => {
  const youth = await at.youth()
  await sql(
    `insert into measures.measure (person_id, item_key, item_version, is_exclusive, from_on, planned_until_on, responsible, placement, origin, by_name, recorded_on, changed_by)
     select $1, 'guidance', 1, false, $2, $2, 'municipality', 'none', 'hand', 'prov', $2, 'prov' from generate_series(1, 201)`,
    [youth.personId, inDays(-10)],
  )
  expect(await desk()).toContain('De 200 som väntat längst visas, av 201.')
  await sql(
    `update measures.measure set planned_until_on = null, version = 2 where id = (select max(id) from measures.measure where person_id = $1)`,
    [youth.personId],
  )
  expect(await desk()).not.toContain('som väntat längst visas')
})
