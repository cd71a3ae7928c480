/** Measures that were over in a day, and those that never were, in the statement that reads what happened. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aMeasure, aYouth } from '../worklist/worklist.testbed.ts'
import { workParts } from './work-happenings.store.ts'

let place: TestPlace
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

/** A measure of 12 November and what its end became; the events of it, in order of days. */
async function eventsOf(set: string): Promise<string[]> {
  const youth = await aYouth(place)
  await aMeasure(place, youth, { from: '2026-11-12' })
  await place.sql(`update measures.measure set ${set}, version = 2 where person_id = $1`, [youth.personId])
  const rows = await inTransaction(place.pool, (tx) =>
    tx.query<{ told: string }>(
      `select h.event || ' ' || h."on" as told from (${workParts.join(' union all ')}) h order by h."on", h.event`,
      [[youth.personId]],
    ),
  )
  return rows.map(({ told }) => told)
}

it.each<[string, string, readonly string[]]>([
  ['goes on', `note = ''`, ['measureBegan 2026-11-12']],
  [
    'was over in a day, of which it was said that day or later',
    `ended_on = '2026-11-12', end_said_on = '2026-11-12', end_reason = 'completed'`,
    ['measureBegan 2026-11-12', 'measureEnded 2026-11-12'],
  ],
  [
    'never began, as somebody said after its day',
    `ended_on = '2026-11-12', end_said_on = '2026-11-20', end_reason = 'neverBegan'`,
    ['measureEnded 2026-11-12'],
  ],
  ['was called off', `ended_on = '2026-11-12', end_said_on = '2026-11-11', end_reason = 'neverBegan'`, ['measureEnded 2026-11-12']],
])('a measure that %s', async (_, set, events) => {
  expect(await eventsOf(set)).toEqual(events)
})
