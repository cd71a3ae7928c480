/** Measures counted on a real PostgreSQL: each of a time once, on the right side of its edges, the covered and those outside apart. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aUnit, aYouth } from '../worklist/worklist.testbed.ts'
import { countMeasures } from './counts.store.ts'
import { ended, proposal, rowsOf } from './rows.testbed.ts'

let place: TestPlace
let rows: Awaited<ReturnType<typeof rowsOf>>
let unit = 0
const whole = { units: null, mayReadProtected: true }
const count = (scope: Parameters<typeof countMeasures>[1] = whole) =>
  inTransaction(place.pool, (tx) => countMeasures(tx, scope, date('2026-11-01'), date('2026-11-16')))
/** Covered since 1 October unless said otherwise. */
const youth = async (given: Parameters<typeof aYouth>[1] = {}) => {
  const { personId } = await aYouth(place, { unit, ...given })
  if (given?.fromOn !== null) {
    await place.sql(`insert into register.period (person_id, from_on, entry_reason) values ($1, '2026-10-01', 'neverStarted')`, [personId])
  }
  return personId
}

beforeAll(async () => {
  place = await aPlace()
  rows = await rowsOf(place)
  unit = (await aUnit(place, 'Norr')).unit
  const set = async (from: string, end: string | null, of?: number, given = {}) => {
    const id = await rows.measure({ from_on: from, department: 'education', unit_id: unit, ...given }, of ?? (await youth()))
    if (end !== null) await rows.update(id, ended(end))
    return id
  }
  await set('2026-10-20', '2026-10-31')
  await set('2026-10-20', '2026-11-01')
  await set('2026-10-31', '2026-11-15')
  await set('2026-11-01', '2026-11-16')
  await set('2026-11-15', null)
  await set('2026-11-16', null)
  await set('2026-11-05', null, await youth({ protected: 'marked' }))
  await set('2026-11-05', null, await youth({ fromOn: null, watched: true }))
  await set('2026-11-05', null, await youth(), { department: null })
  await rows.measure(proposal, await youth())
  const struck = await set('2026-11-05', null)
  await rows.update(struck, `struck_at = now(), struck_by = 'prov', struck_why = 'fel'`)
  const never = await set('2026-11-05', null)
  await rows.update(never, `ended_on = '2026-11-05', end_reason = 'neverBegan', end_said_on = '2026-11-04'`)
  const cancelled = await set('2026-11-06', null)
  // So it could be written before: it stands as it was said.
  await place.sql('alter table measures.measure disable trigger what_has_not_begun_never_began')
  await rows.update(cancelled, `ended_on = '2026-11-06', end_reason = 'work', end_said_on = '2026-11-05'`)
  await place.sql('alter table measures.measure enable trigger what_has_not_begun_never_began')
  await set('2026-11-07', '2026-11-07', undefined, { item_key: 'studyVisit', department: null })
  const declined = { item_key: 'guidance', offered_on: '2026-11-10', reason: 'notNow', by_name: 'prov', recorded_on: '2026-11-20' }
  await rows.insert('declined_offer', { person_id: await youth(), ...declined })
  await rows.insert('declined_offer', { person_id: await youth(), ...declined, offered_on: '2026-11-16' })
})
afterAll(() => place.installation.close())

const guidance = { itemKey: 'guidance', name: { sv: 'Studie- och yrkesvägledning', en: 'Guidance and counselling' }, counts: true }

describe('the counts', () => {
  it('are by item and department, what began, ended, goes on and is to come; outside the target group apart', async () => {
    expect((await count()).filter(({ itemKey }) => itemKey === 'guidance')).toEqual([
      { ...guidance, department: 'education', isOutside: false, begun: 3, ended: 2, ongoing: 3, planned: 1, declined: 0 },
      { ...guidance, department: null, isOutside: false, begun: 1, ended: 0, ongoing: 1, planned: 0, declined: 1 },
      { ...guidance, department: 'education', isOutside: true, begun: 1, ended: 0, ongoing: 1, planned: 0, declined: 0 },
    ])
  })

  it('have what was over in a day as begun and ended, and nothing of what was called off before its day', async () => {
    expect((await count()).find(({ itemKey }) => itemKey === 'studyVisit')).toMatchObject({ begun: 1, ended: 1, ongoing: 0 })
  })

  it('are of those the reader may see: without the right not the protected, and only the own unit', async () => {
    const [covered] = await count({ units: [unit], mayReadProtected: false })
    expect(covered).toMatchObject({ begun: 2, ongoing: 2 })
    expect(await count({ units: [unit + 1], mayReadProtected: true })).toEqual([])
  })

  it('are of the unit that the youth was in then: a move changes none of its numbers', async () => {
    const before = await count({ units: [unit], mayReadProtected: true })
    const { unit: other } = await aUnit(place, 'Söder')
    await place.sql('update worklist.youth set unit_id = $1', [other])
    expect(await count({ units: [unit], mayReadProtected: true })).toEqual(before)
    expect(await count({ units: [other], mayReadProtected: true })).toEqual([])
  })
})
