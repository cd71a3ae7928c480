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
    [', withdrawn_at', ', now()', /a_withdrawal_says_by_whom/],
    [', delivery, delivered_at, arrived_at', `, 'file', now(), now()`, /an_offer_arrives_inside_alone/],
    [', delivered_at', ', now()', /a_delivered_offer_says_how/],
  ])('from here with%s is refused', async (more, values, why) => {
    await expect(offer(more, values)).rejects.toThrow(why)
  })

  it.each([
    [', content, content_at', `, '${JSON.stringify(whole)}', now()`, /nothing_is_shared_before_it_is_accepted/],
    [', answer, answered_at', `, 'accepted', now()`, /an_answer_says_when_and_by_whom/],
    [', told_at', ', now()', /an_answer_is_told_after_it_is_given/],
    [
      ', content, content_at, answer, answered_at, answered_by',
      `, '{}', now(), 'accepted', now(), '${staff}'`,
      /content_says_who_it_is_about/,
    ],
    [
      ', content, content_at, withdrawn_at, answer, answered_at, answered_by',
      `, '${JSON.stringify(whole)}', now(), now(), 'accepted', now(), '${staff}'`,
      /what_was_taken_back_did_not_come/,
    ],
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

const close = (outcome: string): Promise<unknown> =>
  place.sql(
    `insert into transfers.closing (person_id, moved_on, outcome, said_on, said_by) select person_id, '2026-10-01', $1, '2026-11-01', '${staff}' from worklist.youth`,
    [outcome],
  )

describe('how a move ended', () => {
  it('is said once, and nobody took over only when somebody was asked', async () => {
    await expect(close('nobody')).rejects.toThrow(/outcome_of_a_move_is_known/)
    // The offer above was refused.
    await close('nobodyTookOver')
    await expect(close('otherRoad')).rejects.toThrow(/one_closing_for_each_move/)
    await place.sql(`update transfers.closing set struck_at = now(), struck_by = '${staff}'`)
    await expect(place.sql(`update transfers.closing set struck_at = now()`)).rejects.toThrow(/what is struck stays struck/)
  })
})

describe('what is kept', () => {
  it('has come, and is taken back once', async () => {
    const measure = { content: 'Praktik', fromOn: '2026-01-01', endedOn: null, endReason: null }
    await receive(
      ', answer, answered_at, answered_by, content, content_at',
      `, 'accepted', now(), '${staff}', '${JSON.stringify({ ...whole, measures: [measure] })}', now()`,
    )
    const keep = (part: string, value: unknown) =>
      place.sql(
        `insert into transfers.kept (incoming_pk, person_id, part, value, kept_by)
         select n.id, y.person_id, $1, $2, '${staff}' from transfers.incoming n, worklist.youth y where n.content is not null`,
        [part, value === null ? null : JSON.stringify(value)],
      )
    await expect(keep('measure', { ...measure, content: 'Annat' })).rejects.toThrow(/what is kept has come/)
    await expect(keep('phone', null)).rejects.toThrow(/what is kept has come|a_number_is_kept_in_the_ledger_alone/)
    await keep('measure', measure)
    await expect(keep('measure', measure)).rejects.toThrow(/kept_once/)
    await expect(place.sql(`update transfers.kept set taken_back_at = now()`)).rejects.toThrow(/what_is_taken_back_says_by_whom/)
    await place.sql(`update transfers.kept set taken_back_at = now(), taken_back_by = '${staff}'`)
    await expect(place.sql(`update transfers.kept set taken_back_at = null, taken_back_by = null`)).rejects.toThrow(/stays so/)
  })
})
