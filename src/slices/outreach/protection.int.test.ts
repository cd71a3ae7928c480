/** A protection flag that comes late: every way found before it is gone at once, and stays gone when the flag is taken away. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inTransaction } from '../../platform/db/tx.ts'
import { aPlace, aPopulation, aPost, date, type TestPlace } from '../../../test/support/places.ts'
import { recordWay } from './record.actions.ts'
import { listWays } from './way.store.ts'

let place: TestPlace
let personId = 0
const number = '200803142389'

beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(aPost({ number, street: 'Provgatan 7', postalCode: '12345' })), { on: date('2026-11-01') })
  const [row] = await place.sql<{ person_id: number }>('select person_id from worklist.youth where number = $1', [number])
  personId = row?.person_id ?? 0
})
afterAll(() => place.installation.close())

const add = (kind: 'phone' | 'email' | 'address', value: string, source: 'youth' | 'lookedUp' = 'lookedUp') =>
  inTransaction(place.pool, (tx) =>
    recordWay(tx, { personId, kind, value, source, sourceDetail: '', foundOn: date('2026-11-02'), foundBy: 'prov' }),
  )
const open = async () => (await inTransaction(place.pool, (tx) => listWays(tx, personId))).map(({ value }) => value).toSorted()
const read = (on: string, flags: { secrecy?: string; protectedRegistration?: string }) =>
  place.feed('population', aPopulation(aPost({ number, ...flags })), { on: date(on), kind: 'changes' })
const phones = async () =>
  (await place.sql<{ live: number }>('select live_phones as live from outreach.standing where person_id = $1', [personId]))[0]?.live

it('ends phones, e-mail and looked-up addresses in the read that brings it, and never restores them', async () => {
  await add('phone', '+46701740605')
  await add('email', 'prov@example.org')
  await add('address', 'Provgatan 9, 123 45 Provstad')
  expect([await open(), await phones()]).toEqual([['+46701740605', 'Provgatan 9, 123 45 Provstad', 'prov@example.org'], 1])
  await read('2026-11-10', { secrecy: 'J' })
  expect([await open(), await phones()]).toEqual([[], 0])
  expect(await place.sql('select distinct ended_by from outreach.way')).toEqual([{ ended_by: 'skydd' }])
  await read('2026-11-12', { secrecy: 'N' })
  expect([await open(), await phones()]).toEqual([[], 0])
})

it('keeps what somebody with the right wrote down after it, through other reads of the same flag', async () => {
  await read('2026-11-14', { secrecy: 'J' })
  await add('phone', '+46701740606', 'youth')
  await read('2026-11-15', { secrecy: 'J', protectedRegistration: 'J' })
  expect([await open(), await phones()]).toEqual([['+46701740606'], 1])
})

it('is said by the database too: nothing puts a number on a protected youth without knowing it', async () => {
  const unaware = `insert into outreach.way (person_id, kind, value, source, found_on, found_by) values ($1, 'phone', '+46701740607', 'school', '2026-11-16', 'prov')`
  await expect(place.sql(unaware, [personId])).rejects.toThrow('a way says whether it was found under protection')
})
