/** What the database refuses of turning 20, whatever the program would say. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aNumber } from '../../../test/support/feed-files.ts'
import { aPlace, aPopulation, aPost, type TestPlace } from '../../../test/support/places.ts'

let place: TestPlace
const staff = '00000000-0000-4000-8000-000000000001'
const [ada, bo] = [aNumber('20061124'), aNumber('20061215')]

beforeAll(async () => {
  place = await aPlace()
  await place.feed('population', aPopulation(aPost({ number: ada }), aPost({ number: bo })))
  await place.sql(`insert into access.staff (id, issuer, subject, name, roles) values ($1, 'prov', 'prov', 'Prov', '{coordinator}')`, [
    staff,
  ])
})
afterAll(() => place.installation.close())

type Row = Readonly<Record<string, unknown>>

/** Puts a row about the youth into a table. */
function put(table: string, row: Row, number = ada): Promise<unknown> {
  const names = Object.keys(row)
  const values = names.map((_, at) => `$${at + 2}`)
  return place.sql(
    `insert into turning20.${table} (person_id, ${names.join(', ')}) select person_id, ${values.join(', ')} from worklist.youth where number = $1`,
    [number, ...Object.values(row)],
  )
}
const day = '2026-11-10'
const mark = { kind: 'asked', answer: 'wants', on_day: day, said_by: staff }
const asking = { receiver: 'Vuxenenheten', asked_on: day, asked_by: staff, ground: 'withoutName' }
const accepted = { answer: 'accepted', answered_on: day, answered_by: staff }
const ending = { outcome: 'nobodyTookOver', on_day: day, said_by: staff }
const waiver = { item: 'letter', why: 'noAddress', on_day: day, said_by: staff }

describe('a row', () => {
  beforeAll(() => put('mark', mark))

  it.each<[string, Row, RegExp]>([
    ['mark', { ...mark, kind: 'x' }, /mark_kind_is_known|asking_has_an_answer/],
    ['mark', { ...mark, answer: null }, /asking_has_an_answer/],
    ['mark', { ...mark, kind: 'talked' }, /asking_has_an_answer/],
    ['mark', { ...mark, answer: 'maybe' }, /answer_of_a_youth_is_known/],
    ['mark', { ...mark, struck_at: day }, /a_struck_mark_says_by_whom/],
    ['mark', mark, /one_mark_of_a_kind/],
    ['waiver', { ...waiver, why: 'continues' }, /what_is_not_needed_says_why/],
    ['waiver', { ...waiver, item: 'ending' }, /what_is_not_needed_says_why/],
    ['waiver', { ...waiver, struck_by: staff }, /a_struck_waiver_says_by_whom/],
    ['hand_over', { ...asking, receiver: ' ' }, /a_receiver_has_a_name/],
    ['hand_over', { ...asking, ground: 'because' }, /ground_of_asking_is_known/],
    ['hand_over', { ...asking, ground: 'consent' }, /a_consent_is_named/],
    ['hand_over', { ...asking, ...accepted }, /nobody_takes_over_somebody_without_a_name/],
    ['hand_over', { ...asking, ground: 'ownBoard', ...accepted, answered_on: '2026-11-09' }, /nobody_answers_before_the_question/],
    ['hand_over', { ...asking, answer: 'refused' }, /an_answer_says_when_and_by_whom/],
    ['ending', { ...ending, outcome: 'forgotten' }, /outcome_is_known/],
    ['ending', { ...ending, outcome: 'handedOver' }, /handed over to a receiver that accepted|a_hand_over_has_a_receiver/],
    ['ending', { ...ending, struck_at: day }, /a_struck_ending_says_by_whom/],
  ])('of %s as %j is refused', async (table, row, why) => {
    await expect(put(table, row)).rejects.toThrow(why)
  })
})

describe('a receiver', () => {
  it('is asked only for a youth who wants it', async () => {
    await expect(put('hand_over', asking, bo)).rejects.toThrow(/only a youth who wants it/)
  })

  it('is told who it is about only on a consent of that youth’s, to handing over, that holds that day', async () => {
    const consent = async (number: string, purpose: string, untilOn: string): Promise<number> =>
      (
        await place.sql<{ id: number }>(
          `insert into consents.consent (person_id, purpose, receiver_kind, receiver_name, fields, how, given_on, until_on, previewed, recorded_by, recorded_on)
           select person_id, $2, 'internal', 'Vuxenenheten', '{name}', 'phone', '2026-11-01', $3, repeat('0', 64), $4, '2026-11-01'
           from worklist.youth where number = $1 returning id::int`,
          [number, purpose, untilOn, staff],
        )
      )[0]?.id ?? 0
    const ask = (consentId: number) => put('hand_over', { ...asking, ground: 'consent', consent_pk: consentId })
    await expect(ask(await consent(bo, 'handOver', '2026-12-01'))).rejects.toThrow(/on a consent that holds/)
    await expect(ask(await consent(ada, 'followUp', '2026-12-01'))).rejects.toThrow(/on a consent that holds/)
    await expect(ask(await consent(ada, 'handOver', '2026-11-09'))).rejects.toThrow(/on a consent that holds/)
    await ask(await consent(ada, 'handOver', '2026-12-01'))
  })

  it('is one at a time, answers once, and then nobody else can have taken over', async () => {
    await expect(put('hand_over', asking)).rejects.toThrow(/one_open_hand_over/)
    await expect(put('ending', ending)).rejects.toThrow(/nobody took over when nobody accepts/)
    await place.sql(`update turning20.hand_over set answer = 'accepted', answered_on = $1, answered_by = $2`, [day, staff])
    await expect(place.sql(`update turning20.hand_over set answer = 'refused'`)).rejects.toThrow(/a receiver answers once/)
    await expect(put('hand_over', { ...asking, ground: 'ownBoard', ...accepted })).rejects.toThrow(/one_receiver_accepts/)
    await expect(put('ending', ending)).rejects.toThrow(/nobody took over when nobody accepts/)
  })
})

describe('how it ended', () => {
  it('is said once, and what is struck stays so', async () => {
    await put('ending', { ...ending, outcome: 'declined' })
    await expect(put('ending', { ...ending, outcome: 'notReached' })).rejects.toThrow(/one_ending_for_each_youth/)
    await put('waiver', waiver)
    await expect(put('waiver', { ...waiver, why: 'toldInPerson' })).rejects.toThrow(/one_waiver_of_an_item/)
    for (const table of ['ending', 'waiver', 'mark']) {
      await place.sql(`update turning20.${table} set struck_at = now(), struck_by = $1`, [staff])
      await expect(place.sql(`update turning20.${table} set struck_at = now()`)).rejects.toThrow(/what is struck stays struck/)
    }
  })
})
