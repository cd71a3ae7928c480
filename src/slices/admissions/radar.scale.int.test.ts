/** The radar of a large city's cohort is one statement, and gives everybody of it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { loadRadar } from './radar.actions.ts'
import { figuresOn } from './figures.rules.ts'
import { day } from './radar.testbed.ts'

let place: TestPlace
const youths = 12_000
beforeAll(async () => {
  place = await aPlace()
  await place.sql(`insert into register.person select from generate_series(1, $1)`, [youths])
  await place.sql(
    `insert into worklist.youth (person_id, subject_id, number, given_name, family_name, search_key, born_on, street, postal_code, locality)
     select id, subject_id, null, 'Prov', 'Provsson', 'prov provson', '2010-03-14', '', '', '' from register.person`,
  )
  await place.sql(
    `insert into register.registration (person_id, on_date, municipality, source, known_from) select id, '2010-03-14', '0180', 'prov', '2026-01-01' from register.person`,
  )
  await place.sql(
    `insert into register.enrolment (person_id, school_unit, school_type, start_on, cancelled, education_code, authority, source, known_from)
     select id, '99990101', 'GY', '2026-08-17', false, 'NA25', '', 'prov', '2026-08-01' from register.person where id % 10 > 0`,
  )
  await place.sql(
    `insert into admissions.list (year, round, on_day, rows, unknown_people, unreadable, fingerprint) values (2026, 'first', '2026-07-01', $1, 0, 0, sha256('x'))`,
    [youths],
  )
  await place.sql(
    `insert into admissions.answer select l.id, p.id, case when p.id % 12 = 0 then 'reserve' else 'admitted' end from register.person p cross join admissions.list l`,
  )
  await place.sql('analyze')
})
afterAll(() => place.installation.close())

it('has everybody, and the number is what it must be', async () => {
  const reader = { code: '0180', scope: { units: null, mayReadProtected: true }, today: day('2026-09-15') }
  const loaded = await inTransaction(place.pool, (tx) => loadRadar(tx, reader, null, null))
  expect(loaded.youths).toHaveLength(youths)
  // A tenth have no enrolment.
  expect(figuresOn(loaded.youths, loaded.on, loaded.radar).total).toBe(youths / 10)
})
