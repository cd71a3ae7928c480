/** Measures on a real PostgreSQL: recorded, ended, struck; each rule has its twin in the database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { endMeasureById, recordMeasure, strikeMeasure } from './record.actions.ts'
import { findMeasure, listMeasuresOf } from './measure.store.ts'
import type { MeasureProblem, NewMeasure } from './measures.types.ts'

let place: TestPlace
const today = date('2026-11-20')
const by = { staffId: null, name: 'Anna Prov' }
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

const aMeasure = (personId: number, given: Partial<NewMeasure> = {}): NewMeasure => ({
  personId,
  itemKey: 'guidance',
  fromOn: date('2026-11-01'),
  plannedUntilOn: null,
  responsible: 'municipality',
  department: 'education',
  note: '',
  byName: by.name,
  staffId: null,
  origin: 'hand',
  originId: null,
  ...given,
})
const record = (measure: NewMeasure) => inTransaction(place.pool, (tx) => recordMeasure(tx, measure, today))
const recorded = async (measure: NewMeasure): Promise<string> => {
  const made = await record(measure)
  if (!made.granted) throw new Error(made.reason)
  return made.value.measureId
}
const end = (measureId: string, endedOn: string, endReason = 'completed', occupationAfter: 'work' | 'unknown' | null = null) =>
  inTransaction(place.pool, (tx) => endMeasureById(tx, { measureId, endedOn: date(endedOn), endReason, occupationAfter, by }, today))
const spans = (personId: number) =>
  place.sql('select item_key, from_on, until_on, counts from measures.span where person_id = $1 order by from_on, item_key', [personId])

describe('a measure', () => {
  it('is recorded, stands in the spans, and ends with what the youth does afterwards', async () => {
    const { personId } = await aYouth(place)
    const measureId = await recorded(aMeasure(personId))
    await recorded(aMeasure(personId, { itemKey: 'singleTalk', fromOn: date('2026-11-02') }))
    const open = { item_key: 'guidance', from_on: '2026-11-01', until_on: null, counts: true }
    const talk = { item_key: 'singleTalk', from_on: '2026-11-02', until_on: null, counts: false }
    expect(await spans(personId)).toEqual([open, talk])
    expect(await end(measureId, '2026-11-19', 'completed', 'work')).toMatchObject({ granted: true })
    expect(await spans(personId)).toEqual([{ ...open, until_on: '2026-11-19' }, talk])
    expect(await place.sql('select occupation from outreach.standing where person_id = $1', [personId])).toEqual([{ occupation: 'work' }])
    expect(await end(measureId, '2026-11-19')).toMatchObject({ reason: 'ended-already' })
  })

  it('that is struck leaves the spans and stays on record', async () => {
    const { personId } = await aYouth(place)
    const measureId = await recorded(aMeasure(personId))
    expect(await inTransaction(place.pool, (tx) => strikeMeasure(tx, measureId, 'fel ungdom', by))).toMatchObject({ granted: true })
    expect(await spans(personId)).toEqual([])
    const [kept] = await inTransaction(place.pool, (tx) => listMeasuresOf(tx, [personId]))
    expect(kept?.struck).toMatchObject({ by: 'Anna Prov', why: 'fel ungdom' })
    expect(await inTransaction(place.pool, (tx) => strikeMeasure(tx, measureId, 'igen', by))).toMatchObject({ reason: 'struck-already' })
    await expect(
      place.sql(`update measures.measure set note = 'x', version = version + 1 where measure_id = $1`, [measureId]),
    ).rejects.toThrow('a struck or refused measure is not changed')
  })

  it('that needs a decision waits, with the end that its stages come to', async () => {
    const { personId } = await aYouth(place)
    const measureId = await recorded(aMeasure(personId, { itemKey: 'youthEmployment' }))
    expect(await spans(personId)).toEqual([])
    const found = await inTransaction(place.pool, (tx) => findMeasure(tx, measureId))
    // A week, six weeks, six months: 8 November, 20 December, 20 June.
    expect(found).toMatchObject({ placement: 'waiting', plannedUntilOn: '2027-06-20', stages: [] })
    expect(await end(measureId, '2026-11-19')).toMatchObject({ reason: 'not-standing' })
    await expect(
      place.sql(`update measures.measure set placement = 'approved', decided_on = from_on, version = version + 1 where measure_id = $1`, [
        measureId,
      ]),
    ).rejects.toThrow('a placement is what the personnel group decided')
  })
})

describe('what cannot be recorded', () => {
  it.each<[Partial<NewMeasure>, MeasureProblem]>([
    [{ itemKey: 'nothing' }, 'unknown-item'],
    [{ fromOn: date('2026-09-30') }, 'outside-period'],
    [{ fromOn: date('2014-12-31') }, 'item-not-valid'],
    [{ fromOn: date('2028-01-01') }, 'start-too-far'],
    [{ plannedUntilOn: date('2026-10-31') }, 'end-before-start'],
    [{ plannedUntilOn: date('2029-11-02') }, 'end-too-far'],
    [{ note: 'x'.repeat(501) }, 'note-too-long'],
  ])('%j: %s', async (given, reason) => {
    const { personId } = await aYouth(place)
    expect(await record(aMeasure(personId, given))).toEqual({ granted: false, reason })
  })

  it('two exclusive measures at once; after the planned end of the first there is room, and for the first day of a proposal too', async () => {
    const { personId } = await aYouth(place)
    await recorded(aMeasure(personId, { itemKey: 'practice', plannedUntilOn: date('2026-12-01') }))
    expect(await record(aMeasure(personId, { itemKey: 'practice', fromOn: date('2026-11-30') }))).toMatchObject({ reason: 'overlaps' })
    expect(await record(aMeasure(personId, { itemKey: 'practice', fromOn: date('2026-12-01') }))).toMatchObject({ granted: true })
  })
})

describe('an exclusive measure that another is in the way of already', () => {
  const practice = (personId: number, from: string, until: string | null): NewMeasure =>
    aMeasure(personId, { itemKey: 'practice', fromOn: date(from), plannedUntilOn: until === null ? null : date(until) })

  it('is ended when the one before it is overdue; that one ends no later than this began', async () => {
    const { personId } = await aYouth(place)
    const before = (measure: NewMeasure) => inTransaction(place.pool, (tx) => recordMeasure(tx, measure, date('2026-11-05')))
    const first = await before(practice(personId, '2026-11-01', '2026-11-10'))
    const second = await before(practice(personId, '2026-11-10', '2026-12-10'))
    if (!first.granted || !second.granted) throw new Error('both have room')
    expect(await end(second.value.measureId, '2026-11-18')).toMatchObject({ granted: true })
    expect(await end(first.value.measureId, '2026-11-12')).toMatchObject({ reason: 'overlaps' })
    expect(await end(first.value.measureId, '2026-11-10')).toMatchObject({ granted: true })
  })

  it('is ended when records were merged that each had one', async () => {
    const [kept, absorbed] = [await aYouth(place), await aYouth(place)]
    const [one, other] = [
      await recorded(practice(kept.personId, '2026-11-01', null)),
      await recorded(practice(absorbed.personId, '2026-11-05', null)),
    ]
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
      [absorbed.personId, kept.personId],
    )
    expect(await end(one, '2026-11-19')).toMatchObject({ granted: true })
    expect(await end(other, '2026-11-18')).toMatchObject({ granted: true })
  })
})
