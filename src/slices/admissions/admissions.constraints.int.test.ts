/** What the database of the radar refuses by itself, and what is forgotten. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { forgetOldSeasons } from './list.actions.ts'
import { day } from './radar.testbed.ts'

let place: TestPlace
let person = 0
let staff = ''
beforeAll(async () => {
  place = await aPlace()
  person = (await aYouth(place)).personId
  staff = await aColleague(place, 'Anna Ek', 'counsellor')
})
afterAll(() => place.installation.close())

const step = (columns: string, values: string) =>
  place.sql(`insert into admissions.step (person_id, ${columns}) values ($1, ${values})`, [person])
const list = (columns: string, values: string) =>
  place.sql(
    `insert into admissions.list (fingerprint, rows, unknown_people, unreadable, ${columns}) values (sha256('x'), 3, 1, 0, ${values}) returning id`,
  )

it.each([
  ['year, kind, on_day', `2026, 'hugged', '2026-07-01'`, 'step_kind_is_known'],
  ['year, kind, on_day', `2026, 'met', '2027-07-01'`, 'a_step_is_dated_in_its_year'],
  ['year, kind, on_day', `1999, 'met', '1999-07-01'`, 'a_step_is_of_a_year'],
  ['year, kind, on_day, struck_at', `2026, 'met', '2026-07-01', now()`, 'a_struck_step_says_by_whom'],
])('a step (%s) of %s is refused: %s', (columns, values, constraint) => expect(step(columns, values)).rejects.toThrow(constraint))

it.each([
  ['year, round, on_day', `2026, 'third', '2026-07-01'`, 'round_is_known'],
  ['year, round, on_day', `2026, 'first', '2025-07-01'`, 'a_list_is_dated_in_its_year'],
])('a list (%s) of %s is refused: %s', (columns, values, constraint) => expect(list(columns, values)).rejects.toThrow(constraint))

it('holds one step of a kind and day, which is struck once', async () => {
  await step('year, kind, on_day', `2026, 'met', '2026-07-01'`)
  await expect(step('year, kind, on_day', `2026, 'met', '2026-07-01'`)).rejects.toThrow('one_step_of_a_kind_a_day')
  const strike = () => place.sql('update admissions.step set struck_at = now(), struck_by = $1', [staff])
  await strike()
  await expect(strike()).rejects.toThrow('struck once')
  await step('year, kind, on_day', `2026, 'met', '2026-07-01'`)
})

it('reads the same list once, and knows the words of lists', async () => {
  const [made] = (await list('year, round, on_day', `2026, 'first', '2026-07-01'`)) as unknown as { id: number }[]
  await expect(list('year, round, on_day', `2026, 'first', '2026-07-01'`)).rejects.toThrow('the_same_list_is_read_once')
  const answer = (state: string) =>
    place.sql('insert into admissions.answer (list_pk, person_id, state) values ($1, $2, $3)', [made?.id, person, state])
  await expect(answer('maybe')).rejects.toThrow('admission_state_is_known')
  await answer('reserve')
})

it('takes a list back once; it says no more, and the same may be read again', async () => {
  await expect(place.sql('update admissions.list set taken_back_at = now()')).rejects.toThrow('a_list_taken_back_says_by_whom')
  const takeBack = () => place.sql('update admissions.list set taken_back_at = now(), taken_back_by = $1', [staff])
  await takeBack()
  await expect(takeBack()).rejects.toThrow('taken back once')
  const answer = `insert into admissions.answer (list_pk, person_id, state) select id, $1, 'reserve' from admissions.list`
  await expect(place.sql(answer, [person])).rejects.toThrow('says no more')
  await list('year, round, on_day', `2026, 'first', '2026-07-03'`)
})

it('forgets what was said of youths two seasons ago, and nothing later', async () => {
  await forgetOldSeasons(place.pool, day('2027-12-31'))
  expect(await place.sql('select from admissions.answer')).toHaveLength(1)
  await forgetOldSeasons(place.pool, day('2028-01-01'))
  expect(await place.sql('select from admissions.answer union all select from admissions.step')).toHaveLength(0)
  expect(await place.sql('select from admissions.list')).toHaveLength(2)
})
