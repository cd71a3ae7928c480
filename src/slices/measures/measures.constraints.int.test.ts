/** Each rule of measures has its twin in the database: what comes past the rules is refused by name. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { ended, practice, proposal, rowsOf, type Given } from './rows.testbed.ts'

let place: TestPlace
let rows: Awaited<ReturnType<typeof rowsOf>>
beforeAll(async () => {
  place = await aPlace()
  rows = await rowsOf(place)
})
afterAll(() => place.installation.close())

describe('a measure', () => {
  it.each<[string, Given, string]>([
    ['before the period', { from_on: '2026-09-30' }, 'a measure begins in a period or while watched'],
    ['before its item', { from_on: '2014-12-31' }, 'a measure begins while its item is valid'],
    ['of another version', { is_exclusive: true }, 'a measure is of the item in force'],
    ['that should wait', { ...proposal, placement: 'none' }, 'a placement waits for the personnel group'],
    ['approved from the start', { placement: 'approved', decided_on: '2026-11-01' }, 'a placement waits for the personnel group'],
    ['planned backwards', { planned_until_on: '2026-10-31' }, 'a_planned_end_is_not_before_the_start'],
    ['planned for ever', { planned_until_on: '2029-11-02' }, 'a_planned_end_is_not_far_away'],
    ['begun far ahead', { from_on: '2027-11-22' }, 'a_start_is_not_far_away'],
    ['with a long note', { note: 'x'.repeat(501) }, 'a_measure_note_is_short'],
    ['of nobody known', { responsible: 'mother' }, 'responsible_is_known'],
    ['ended without a reason', { ended_on: '2026-11-02' }, 'an_end_says_why'],
    ['with an occupation and no end', { occupation_after: 'work' }, 'an_occupation_afterwards_comes_with_an_end'],
  ])('%s is refused', async (_, given, name) => {
    await expect(rows.measure(given)).rejects.toThrow(name)
  })

  it('of a plan names its step, and a step is one measure unless that one was struck', async () => {
    await expect(rows.measure({ origin: 'plan' })).rejects.toThrow('a_measure_of_a_plan_names_its_step')
    const step = { origin: 'plan', origin_id: '5b1c0a52-0000-4000-8000-000000000000' }
    const first = await rows.measure(step)
    await expect(rows.measure(step)).rejects.toThrow('a_step_is_one_measure')
    await expect(rows.measure({ ...step, origin: 'coding' })).resolves.toBeGreaterThan(0)
    await rows.update(first, `struck_at = now(), struck_by = 'prov', struck_why = 'Fel insats'`)
    await expect(rows.measure(step)).resolves.toBeGreaterThan(0)
  })

  it('begins on the first day of the period, and on the last but not the day after', async () => {
    const left = async (from_on: string) => rows.measure({ from_on }, (await aYouth(place, { untilOn: '2026-11-10' })).personId)
    await expect(left('2026-10-01')).resolves.toBeGreaterThan(0)
    await expect(left('2026-11-09')).resolves.toBeGreaterThan(0)
    await expect(left('2026-11-10')).rejects.toThrow('a measure begins in a period or while watched')
  })

  it('begins while watched, from the first day on', async () => {
    const watched = async () => (await aYouth(place, { fromOn: null, watched: true })).personId
    await expect(rows.measure({ from_on: '2026-11-01' }, await watched())).resolves.toBeGreaterThan(0)
    await expect(rows.measure({ from_on: '2026-10-31' }, await watched())).rejects.toThrow('a measure begins in a period or while watched')
  })

  it('is not ended before it begins, nor ahead, except that it never began', async () => {
    const id = await rows.measure({ from_on: '2026-11-19' })
    await expect(rows.update(id, ended('2026-11-18'))).rejects.toThrow('an_end_is_not_before_the_start')
    await expect(rows.update(id, ended('2026-11-21'))).rejects.toThrow('an_end_is_not_said_ahead')
    await expect(rows.update(id, ended('2026-11-20'))).resolves.toEqual([])
    const planned = await rows.measure({ from_on: '2026-12-01' })
    const never = (on: string) => rows.update(planned, ended(on).replace('completed', 'neverBegan'))
    await expect(never('2026-12-02')).rejects.toThrow('an_end_is_not_said_ahead')
    await expect(rows.update(planned, ended('2026-12-01'))).rejects.toThrow('what has not begun can only never have begun')
    await expect(never('2026-12-01')).resolves.toEqual([])
  })

  it('that is exclusive overlaps no other; a proposal is in nobody’s way', async () => {
    const of = (await aYouth(place)).personId
    await rows.measure({ ...practice, planned_until_on: '2026-11-10' }, of)
    await expect(rows.measure({ ...practice, from_on: '2026-11-09' }, of)).rejects.toThrow('exclusive_measures_never_overlap')
    await expect(rows.measure({ from_on: '2026-11-09' }, of)).resolves.toBeGreaterThan(0)
    await expect(rows.measure({ ...proposal, from_on: '2026-11-09' }, of)).resolves.toBeGreaterThan(0)
    await expect(rows.measure({ ...practice, from_on: '2026-11-10' }, of)).resolves.toBeGreaterThan(0)
  })

  it('of two exclusive ones at the same moment, one is saved', async () => {
    const of = (await aYouth(place)).personId
    const both = await Promise.allSettled([rows.measure(practice, of), rows.measure(practice, of)])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('keeps what it said before, changes version by version, and stays as it was once struck', async () => {
    const id = await rows.measure({ note: 'Före' })
    await expect(place.sql(`update measures.measure set note = 'x' where id = $1`, [id])).rejects.toThrow(
      'each change of a measure is a version',
    )
    await rows.update(id, `note = 'Efter'`)
    expect(await place.sql(`select version, said ->> 'note' as note from measures.measure_past where measure_id = $1`, [id])).toEqual([
      { version: 1, note: 'Före' },
    ])
    await rows.update(id, `struck_at = now(), struck_by = 'prov', struck_why = 'fel'`)
    await expect(rows.update(id, `note = 'x'`)).rejects.toThrow('a struck or refused measure is not changed')
  })
})

describe('an offer that was declined', () => {
  let personId = 0
  const offer = (given: Given = {}) =>
    rows.insert('declined_offer', {
      person_id: personId,
      item_key: 'guidance',
      offered_on: '2026-11-10',
      reason: 'notNow',
      by_name: 'prov',
      recorded_on: '2026-11-20',
      ...given,
    })
  it('has its day, its reason and its youth, and is struck once', async () => {
    personId = (await aYouth(place)).personId
    await expect(offer({ offered_on: '2026-11-21' })).rejects.toThrow('an_offer_is_not_made_ahead')
    await expect(offer({ offered_on: '2026-09-30' })).rejects.toThrow('an offer is made in a period or while watched')
    await expect(offer({ reason: 'completed' })).rejects.toThrow('an offer is declined for a reason of declining')
    const id = await offer()
    const strike = () =>
      place.sql(`update measures.declined_offer set struck_at = now(), struck_by = 'prov', struck_why = 'fel' where id = $1`, [id])
    await strike()
    await expect(strike()).rejects.toThrow('an offer is struck once')
  })
})

describe('the catalogue', () => {
  const version = (given: Given) =>
    place.sql(
      `insert into measures.item_version (item_key, version, name_sv, name_en, from_on, until_on, counts, exclusive, needs_decision, stages, codes, changed_by)
       values ('other', 2, 'Prov', 'Test', '2026-01-01', $1, true, false, false, $2, $3, 'prov')`,
      [given['until'] ?? null, given['stages'] ?? '[]', given['codes'] ?? '{}'],
    )
  it.each<[Given, string]>([
    [{ until: '2026-01-01' }, 'an_item_is_valid_some_time'],
    [{ stages: '[{"key": "a"}]' }, 'stages_have_their_shape'],
    [{ stages: '[{"key": "a", "step": 2, "sv": "A", "en": "A", "length": {"days": 7}, "reasons": []}]' }, 'stages_have_their_shape'],
    [{ stages: '[{"key": "a", "step": 1, "sv": "A", "en": "A", "length": {}, "reasons": []}]' }, 'stages_have_their_shape'],
    [{ codes: '{"draft": ""}' }, 'codes_have_their_shape'],
    [{}, 'one_version_of_an_item_in_force'],
  ])('%j is refused', async (given, name) => {
    await expect(version(given)).rejects.toThrow(name)
  })

  it('and history are not taken away or rewritten by the program', async () => {
    const id = await rows.measure()
    const denied = (text: string) => expect(inTransaction(place.pool, (tx) => tx.query(text))).rejects.toThrow('permission denied')
    await denied('delete from measures.item')
    await denied('delete from measures.item_version')
    await denied(`update measures.item_version set name_sv = 'x'`)
    await denied(`delete from measures.measure where id = ${id}`)
    await denied(`update measures.measure set person_id = 1 where id = ${id}`)
    await denied('delete from measures.measure_past')
    await denied(`insert into measures.measure_past (measure_id, version, said, changed_by) values (${id}, 9, '{}', 'x')`)
    await denied(`update measures.decision set ground = 'annan'`)
    await denied('delete from measures.present')
  })
})
