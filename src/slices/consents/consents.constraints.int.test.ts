/** What the database of consents refuses by itself. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'

let place: TestPlace
let person = 0
let staff = ''
beforeAll(async () => {
  place = await aPlace()
  person = (await aYouth(place, { bornOn: '2009-03-10' })).personId
  staff = await aColleague(place, 'Anna Ek', 'counsellor')
})
afterAll(() => place.installation.close())

const usual = {
  purpose: 'joinActivity',
  receiver_kind: 'internal',
  receiver_name: 'Jobbtorget',
  fields: '{name,phones}',
  how: 'inPerson',
  given_on: '2026-11-02',
  until_on: '2027-05-01',
  previewed: 'a'.repeat(64),
  recorded_on: '2026-11-02',
}
const insert = async (wish: Readonly<Record<string, string | null>> = {}, of = person) => {
  const row = { ...usual, person_id: of, recorded_by: staff, ...wish }
  const keys = Object.keys(row)
  return place.sql(
    `insert into consents.consent (${keys.join(', ')}) values (${keys.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
}

it.each([
  [{ purpose: 'care' }, 'purpose_is_known'],
  [{ receiver_kind: 'police' }, 'receiver_of_a_consent_is_known'],
  [{ fields: '{name,grades}' }, 'only_what_may_be_kept_is_shared'],
  [{ fields: '{phones}' }, 'a_consent_tells_who_it_is_of'],
  [{ how: 'assumed' }, 'how_a_consent_is_given_is_known'],
  [{ until_on: '2026-11-01' }, 'a_consent_holds_for_a_time'],
  [{ until_on: '2028-11-03' }, 'a_consent_holds_for_a_time'],
  [{ given_on: '2026-11-03' }, 'a_consent_is_given_before_it_is_recorded'],
  [{ previewed: 'x' }, 'a_preview_is_a_hash'],
  [{ withdrawn_on: '2026-11-03' }, 'withdrawn_says_when_and_by_whom'],
])('a consent with %j is refused: %s', async (wish, constraint) => {
  await expect(insert(wish)).rejects.toThrow(constraint)
})

it('is of somebody followed, never of somebody protected', async () => {
  await expect(insert({}, (await aYouth(place, { fromOn: null })).personId)).rejects.toThrow('somebody followed')
  await expect(insert({}, (await aYouth(place, { protected: 'marked' })).personId)).rejects.toThrow('not of somebody protected')
})

it('has a guardian’s day for somebody under eighteen alone', async () => {
  await insert({ guardian_on: '2026-11-01' })
  const grown = (await aYouth(place, { bornOn: '2008-11-02' })).personId
  await expect(insert({ guardian_on: '2026-11-01' }, grown)).rejects.toThrow('under eighteen')
  const leap = (await aYouth(place, { bornOn: '2008-02-29' })).personId
  await insert({ guardian_on: '2026-02-28', given_on: '2026-02-28', recorded_on: '2026-10-02' }, leap)
  await expect(insert({ guardian_on: '2026-02-28', given_on: '2026-03-01', recorded_on: '2026-10-02' }, leap)).rejects.toThrow(
    'under eighteen',
  )
})

it('once withdrawn stays so, and is for the receiver that was named', async () => {
  await place.sql('update consents.consent set withdrawn_on = $2, withdrawn_at = now(), withdrawn_by = $1', [staff, '2026-11-05'])
  await expect(place.sql(`update consents.consent set withdrawn_on = '2026-11-06'`)).rejects.toThrow('stays withdrawn')
  await expect(place.sql(`update consents.consent set receiver_name = 'Någon annan'`)).rejects.toThrow('receiver that was named')
})
