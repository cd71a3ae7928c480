/** What the database refuses of transfers, whatever the program would say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPopulation, aPost, aPlace, type TestPlace } from '../../../test/support/places.ts'
import { ida } from './transfers.testbed.ts'

let place: TestPlace
const staff = '00000000-0000-4000-8000-000000000001'

beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(aPost({ number: ida })))
  await place.sql(`insert into access.staff (id, issuer, subject, name, roles) values ($1, 'prov', 'prov', 'Prov', '{coordinator}')`, [
    staff,
  ])
})
afterAll(() => place.installation.close())

const whole = { number: ida, phones: ['+46701740611'], emails: [], occupations: [], educations: [], measures: [] }
const carries = async (content: unknown): Promise<boolean> =>
  (await place.sql<{ may: boolean }>('select transfers.may_be_carried($1) as may', [JSON.stringify(content)]))[0]?.may === true

describe('what is carried', () => {
  it.each<[string, unknown, boolean]>([
    ['the whole list', whole, true],
    [
      'a measure by its four fields',
      { ...whole, measures: [{ content: 'x', fromOn: '2026-01-01', endedOn: null, endReason: null }] },
      true,
    ],
    ['a name', { ...whole, givenName: 'Ida' }, false],
    ['a note of a measure', { ...whole, measures: [{ content: 'x', note: 'y' }] }, false],
    ['a source of an occupation', { ...whole, occupations: [{ kind: 'work', source: 'employer' }] }, false],
    ['a school unit', { ...whole, educations: [{ schoolType: 'GY', schoolUnit: '12345678' }] }, false],
    ['something in the place of a number', { ...whole, phones: [{ of: 'guardian' }] }, false],
  ])('%s: %s', async (_, content, may) => {
    expect(await carries(content)).toBe(may)
  })
})

const offer = (more: string, values = ''): Promise<unknown> =>
  place.sql(
    `insert into transfers.outgoing (person_id, to_municipality, offered_by${more}) select person_id, '1480', '${staff}'${values} from worklist.youth`,
  )
const receive = (more: string, values: string): Promise<unknown> =>
  place.sql(
    `insert into transfers.incoming (transfer_id, from_municipality, way${more}) values (gen_random_uuid(), '1480', 'inside'${values})`,
  )

describe('an offer', () => {
  it.each([
    [', sent_at', ', now()', /nothing_is_sent_before_it_is_accepted/],
    [', answer, answered_at', `, 'accepted', now()`, /nothing_is_answered_before_it_is_delivered/],
    [', withheld, withheld_at', `, 'protected', now()`, /what_is_withheld_was_accepted/],
    [', delivered_at', ', now()', /a_delivered_offer_says_how/],
  ])('from here with%s is refused', async (more, values, why) => {
    await expect(offer(more, values)).rejects.toThrow(why)
  })

  it.each([
    [', number, content, content_at', `, '${ida}', '{}', now()`, /nothing_is_shared_before_it_is_accepted/],
    [', number, answer, reason, answered_at', `, '${ida}', 'refused', 'notNeeded', now()`, /a_refused_offer_keeps_no_number/],
    [', answer, answered_at', `, 'refused', now()`, /a_refusal_says_why/],
    [', number, answer, answered_at', `, '${ida}', 'accepted', now()`, /only_a_human_accepts/],
    [', number, withdrawn_at', `, '${ida}', now()`, /a_withdrawn_offer_keeps_no_number/],
  ])('to us with%s is refused', async (more, values, why) => {
    await expect(receive(more, values)).rejects.toThrow(why)
  })

  it('is open once for each youth, and what became of it stands', async () => {
    await offer('')
    await expect(offer('')).rejects.toThrow(/one_open_offer_for_each_youth/)
    await place.sql(`update transfers.outgoing set delivered_at = now(), delivery = 'inside'`)
    await place.sql(`update transfers.outgoing set answer = 'refused', answered_at = now()`)
    await expect(place.sql(`update transfers.outgoing set answer = 'accepted'`)).rejects.toThrow(/what became of an offer stands/)
  })
})
