/** What the database refuses of contacts, each by its name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { aNumber, nobody } from './outreach.testbed.ts'

let place: TestPlace
let known: Readonly<Record<string, unknown>> = {}
let others: { readonly number: number; readonly mail: number } = { number: 0, mail: 0 }
let second = ''
beforeAll(async () => {
  place = await aPlace()
  const [youth, neighbour] = [await aYouth(place, { bornOn: '2009-04-12' }), await aYouth(place)]
  const staff = [await aColleague(place, 'Amina Lind', 'coordinator'), await aColleague(place, 'Erik Ny', 'coordinator')]
  const way = await aNumber(place, youth.personId)
  const mail = await aNumber(place, youth.personId, 'prov@example.com', { kind: 'email' })
  others = { number: (await aNumber(place, neighbour.personId, '+46701740607')).id, mail: mail.id }
  known = {
    ...{
      person_id: youth.personId,
      channel: 'phone',
      attempted: true,
      reached: false,
      outcome: 'noAnswer',
      happened_at: '2026-11-20 10:15+01',
    },
    ...{
      logged_at: '2026-11-20 10:16+01',
      way_id: way.id,
      staff_id: staff[0],
      second_staff_id: null,
      by_name: 'Amina Lind',
      occupation: null,
    },
    ...{ next_step: null, next_on: null, department: null, note: '', origin: 'hand', origin_id: null },
    ...{ struck_at: null, struck_by: null, struck_why: null },
  }
  second = staff[1] ?? ''
})
afterAll(() => place.installation.close())

async function insert(given: Readonly<Record<string, unknown>>): Promise<void> {
  const row = { ...known, ...given }
  const names = Object.keys(row)
  await place.sql(
    `insert into outreach.contact (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
}
const staff = () => known['staff_id']
const heard = { attempted: true, reached: true, outcome: 'reached' }
const visit = { channel: 'homeVisit', outcome: 'notHome', way_id: null }

describe('the database refuses', () => {
  it.each<[string, () => Readonly<Record<string, unknown>>]>([
    ['channel_is_known', () => ({ channel: 'pigeon' })],
    ['outcome_is_known', () => ({ outcome: 'perhaps' })],
    ['a_contact_is_somebodys', () => ({ by_name: '' })],
    ['occupation_is_known', () => ({ ...heard, occupation: 'sailor' })],
    ['next_step_is_known', () => ({ next_step: 'hope' })],
    ['contact_note_is_short', () => ({ note: 'x'.repeat(501) })],
    ['origin_is_known', () => ({ origin: 'rumour' })],
    ['a_contact_is_an_attempt_or_a_reach', () => ({ attempted: false })],
    ['a_reach_says_so', () => ({ reached: true })],
    ['a_reach_says_so', () => ({ outcome: 'declined' })],
    ['the_outcome_belongs_to_the_channel', () => ({ outcome: 'notHome' })],
    ['the_outcome_belongs_to_the_channel', () => ({ channel: 'letter', way_id: null })],
    ['the_outcome_belongs_to_the_channel', () => ({ channel: 'school', way_id: null })],
    ['nothing_is_logged_before_it_happens', () => ({ happened_at: '2026-11-20 10:22+01' })],
    ['a_home_visit_is_made_by_two', () => visit],
    ['a_home_visit_is_made_by_two', () => ({ ...visit, second_staff_id: staff() })],
    ['a_number_that_failed_is_named', () => ({ outcome: 'wrongNumber', way_id: null })],
    ['an_occupation_is_said_by_a_youth_who_was_reached', () => ({ occupation: 'work' })],
    ['support_is_chosen_by_a_youth_who_was_reached', () => ({ department: 'education' })],
    ['a_next_day_belongs_to_a_next_step', () => ({ next_on: '2026-11-24' })],
    ['a_next_day_is_not_before_the_contact', () => ({ next_step: 'call', next_on: '2026-11-19' })],
    ['struck_says_who_and_why', () => ({ struck_at: '2026-11-20 10:17+01' })],
    ['struck_says_who_and_why', () => ({ struck_at: '2026-11-20 10:17+01', struck_by: staff() })],
    ['a_strike_says_why_in_few_words', () => ({ struck_at: '2026-11-20 10:17+01', struck_by: staff(), struck_why: 'x' })],
    ['a_strike_says_why_in_few_words', () => ({ struck_at: '2026-11-20 10:17+01', struck_by: staff(), struck_why: 'x'.repeat(201) })],
    ['an_undo_comes_at_once', () => ({ struck_at: '2026-11-20 10:16:12.1+01', struck_by: staff(), struck_why: 'undo' })],
    ['an_undo_is_by_the_one_who_logged', () => ({ struck_at: '2026-11-20 10:16:12+01', struck_by: second, struck_why: 'undo' })],
    ['a contact uses a way of the youth', () => ({ way_id: others.number })],
    ['a way fits its channel', () => ({ way_id: others.mail })],
    ['nobody is met before birth', () => ({ happened_at: '2009-04-11 23:59+02', way_id: null })],
    ['contact_person_id_fkey', () => ({ person_id: 999_999_999, way_id: null })],
    ['contact_staff_id_fkey', () => ({ staff_id: nobody() })],
  ])('%s', async (name, given) => {
    await expect(insert(given())).rejects.toThrow(name)
  })

  it('the same message, reply or visit twice', async () => {
    const letter = { channel: 'letter', outcome: 'sent', way_id: null, origin: 'message', origin_id: nobody() }
    await insert(letter)
    await expect(insert(letter)).rejects.toThrow('an_origin_is_logged_once')
  })

  it('that a contact is written anew or taken away by the program', async () => {
    await insert({})
    const asProgram = (statement: string) => place.sql(`set role lots_app; ${statement}; reset role`)
    await expect(asProgram(`update outreach.contact set outcome = 'voicemail'`)).rejects.toThrow('permission denied')
    await expect(asProgram('delete from outreach.contact')).rejects.toThrow('permission denied')
  })

  it('none of what is right', async () => {
    await insert({ ...heard, occupation: 'work', department: 'education', next_step: 'call', next_on: '2026-11-20', note: 'x'.repeat(500) })
    await insert({ ...visit, second_staff_id: second })
    await insert({ happened_at: '2009-04-12 00:00+02', way_id: null })
    await expect(insert({ struck_at: '2026-11-20 10:16:12+01', struck_by: staff(), struck_why: 'undo' })).resolves.toBeUndefined()
  })
})
