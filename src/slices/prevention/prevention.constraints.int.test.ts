/** What the database of prevention refuses by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'

let place: TestPlace
let person = 0
let staff = ''
beforeAll(async () => {
  place = await aPlace()
  person = (await aYouth(place, { fromOn: null, watched: true })).personId
  staff = await aColleague(place, 'Anna Ek', 'counsellor')
})
afterAll(() => place.installation.close())

const insert = (columns: string, values: string) =>
  place.sql(
    `insert into prevention.matter (person_id, school_unit, opened_on, opened_by, ${columns}) values ($1, '99990101', '2026-11-02', $2, ${values})`,
    [person, staff],
  )

it.each([
  ['kind', `'other'`, 'matter_kind_is_known'],
  ['kind, referred_on', `'complaint', '2026-11-03'`, 'referred_says_how_and_by_whom'],
  ['kind, closed_on', `'complaint', '2026-11-03'`, 'closed_says_how_and_by_whom'],
  ['kind, closed_on, closing, closed_by', `'complaint', '2026-11-03', 'deregistered', $2`, 'each_kind_closes_its_own_way'],
  ['kind, closed_on, closing, closed_by', `'complaint', '2026-11-03', 'headTakesOver', $2`, 'a_head_takes_over_what_was_referred'],
  ['kind, closed_on, closing, closed_by', `'gone', '2026-11-01', 'deregistered', $2`, 'a_matter_goes_forward'],
  ['kind, referred_on, referred_how, referred_by', `'gone', '2026-11-03', 'phone', $2`, 'only_a_complaint_is_referred'],
  ['kind, referred_on, referred_how, referred_by', `'complaint', '2026-11-03', 'link', $2`, 'a_link_that_refers_is_a_question'],
  ['kind, referred_on, referred_how, referred_by', `'complaint', '2026-11-03', 'pigeon', $2`, 'how_a_head_is_told_is_known'],
])('a matter (%s) of %s is refused: %s', async (columns, values, constraint) => {
  await expect(insert(columns, values)).rejects.toThrow(constraint)
})

it('has one open matter of a kind, of somebody followed, which once closed stays so', async () => {
  await insert('kind', `'gone'`)
  await expect(insert('kind', `'gone'`)).rejects.toThrow('one_open_matter_of_a_kind')
  await place.sql(`update prevention.matter set closed_on = '2026-11-05', closing = 'withdrawn', closed_by = $1`, [staff])
  await expect(place.sql(`update prevention.matter set closing = 'deregistered'`)).rejects.toThrow('stays closed')
  await insert('kind', `'gone'`)
  person = (await aYouth(place, { fromOn: null })).personId
  await expect(insert('kind', `'gone'`)).rejects.toThrow('somebody followed')
})

it('keeps sums of whole months alone', async () => {
  const read = (month: string, until: string) =>
    place.sql(
      `insert into prevention.absence_read (source, month, until_on, pupils, kept, unknown_pupils) values ('s', $1, $2, 3, 1, 0) returning id`,
      [month, until],
    )
  await expect(read('2026-10-02', '2026-10-31')).rejects.toThrow('a_read_is_of_a_month')
  await expect(read('2026-10-01', '2026-11-01')).rejects.toThrow('a_read_ends_in_its_month')
  const [made] = (await read('2026-10-01', '2026-10-31')) as unknown as { id: number }[]
  const absence = (minutes: number) =>
    place.sql(
      `insert into prevention.absence (source, person_id, month, invalid_minutes, read_id) values ('s', $1, '2026-10-01', $2, $3)`,
      [person, minutes, made?.id],
    )
  await expect(absence(0)).rejects.toThrow('an_absence_is_some_minutes')
  await expect(absence(50_000)).rejects.toThrow('absence_fits_in_a_month')
})
