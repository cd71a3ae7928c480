/** Guided coding against a real database: what is written, in one transaction with one line; taken back; and what the database refuses by itself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aCoder, choose, code, standsOf, today } from './coding.testbed.ts'
import type { Coder } from './known.actions.ts'
import { strikeCoding } from './strike.actions.ts'

let place: TestPlace
let coder: Coder
let youth: MadeYouth
beforeAll(async () => {
  place = await aPlace()
  coder = await aCoder(place)
})
afterAll(() => place.installation.close())

const aNewYouth = async (): Promise<MadeYouth> => (youth = await aYouth(place, { fromOn: ago(200) }))
const lines = (subjectId = youth.subjectId) =>
  place.sql<{ action: string; outcome: string; detail: object }>(
    'select action, outcome, detail from audit.line where subject_id = $1 order by id',
    [subjectId],
  )
const contacts = () =>
  place.sql<{ channel: string; outcome: string; attempted: boolean; struck: boolean }>(
    'select channel, outcome, attempted, struck_at is not null as struck from outreach.contact where person_id = $1 order by id',
    [youth.personId],
  )
const idOf = async () =>
  (await place.sql<{ id: string }>('select coded_id as id from coding.standing where person_id = $1', [youth.personId]))[0]?.id ?? ''

describe('what is written', () => {
  test('of a call about a job: contact and occupation, and one line that says neither', async () => {
    await aNewYouth()
    expect((await code(coder, youth.subjectId, { heard: 'weCalled', sinceOn: ago(20) })).granted).toBe(true)
    expect(await standsOf(place, youth.personId)).toEqual({ occupation: 'work', measures: [], codes: ['workFound work - skaraborg'] })
    expect(await contacts()).toEqual([{ channel: 'phone', outcome: 'reached', attempted: true, struck: false }])
    expect(await lines()).toEqual([
      { action: 'coding.save', outcome: 'done', detail: { convention: 'skaraborg@1', wrote: ['contact', 'occupation'] } },
    ])
  })

  test('of another actor: a measure of one code, from the day it has been so', async () => {
    await aNewYouth()
    expect((await code(coder, youth.subjectId, { event: 'otherActor', heard: 'actor', sinceOn: ago(30) })).granted).toBe(true)
    const rows = await place.sql('select item_key, responsible, from_on, origin from measures.measure where person_id = $1', [
      youth.personId,
    ])
    expect(rows).toEqual([{ item_key: 'otherActor', responsible: 'other', from_on: ago(30), origin: 'coding' }])
    expect(await contacts()).toEqual([])
  })

  test('of a no on the phone: the contact and nothing else', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'declines', heard: 'youthCalled' })
    expect(await contacts()).toEqual([{ channel: 'phone', outcome: 'declined', attempted: false, struck: false }])
    expect(await standsOf(place, youth.personId)).toMatchObject({ occupation: null, measures: [] })
  })

  test('of nothing and of unknown are two things', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'nothing' })
    expect((await standsOf(place, youth.personId)).occupation).toBe('none')
    await code(coder, youth.subjectId, { event: 'unknown' })
    expect((await standsOf(place, youth.personId)).occupation).toBe('unknown')
  })

  test('of a talk is a measure that is over the same day, where the convention says so', async () => {
    await choose(place, 'enstaka-samtal')
    await aNewYouth()
    const seen = { key: 'enstaka-samtal', version: 1 }
    expect((await code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' }, { seen })).granted).toBe(true)
    const rows = await place.sql('select item_key, from_on, ended_on, end_reason from measures.measure where person_id = $1', [
      youth.personId,
    ])
    expect(rows).toEqual([{ item_key: 'singleTalk', from_on: today, ended_on: today, end_reason: 'completed' }])
    await choose(place, 'skaraborg')
  })
})

describe('what is not saved leaves its line and nothing else', () => {
  test.each([
    ['the convention that was shown is no longer in force', {}, { seen: { key: 'exempel', version: 1 } }, 'convention-changed'],
    ['a day ahead', { on: ago(-1) }, {}, 'in-the-future'],
    ['a measure that would begin before the youth came in', { event: 'otherActor', sinceOn: ago(300) }, {}, 'outside-period'],
    ['a day when the youth was not covered', { on: ago(300) }, {}, 'not-followed'],
  ] as const)('%s', async (_, given, wish, reason) => {
    await aNewYouth()
    expect(await code(coder, youth.subjectId, { heard: 'actor', ...given }, wish)).toMatchObject({ granted: false, reason })
    expect(await standsOf(place, youth.personId)).toEqual({ occupation: null, measures: [], codes: [] })
    expect(await lines()).toMatchObject([{ action: 'coding.save', outcome: reason }])
  })

  test('somebody that the coder may not see leaves no trace of whether there is one', async () => {
    const hidden = await aYouth(place, { protected: 'marked', fromOn: ago(200) })
    expect(await code(coder, hidden.subjectId)).toMatchObject({ reason: 'missing' })
    expect(await lines(hidden.subjectId)).toEqual([])
  })

  test('a talk that cannot be written as over, for the catalogue has it decided in a round, is refused with the reason', async () => {
    await choose(place, 'enstaka-samtal')
    await aNewYouth()
    const decided = (needed: boolean) =>
      place.sql(`with before as (update measures.item_version set known_until = clock_timestamp() where item_key = 'singleTalk' and known_until = 'infinity' returning *)
        insert into measures.item_version (item_key, version, name_sv, name_en, from_on, counts, exclusive, needs_decision, stages, codes, changed_by)
        select item_key, version + 1, name_sv, name_en, from_on, counts, exclusive, ${needed}, stages, codes, 'prov' from before`)
    await decided(true)
    const seen = { key: 'enstaka-samtal', version: 1 }
    const talk = () => code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' }, { seen })
    expect(await talk()).toMatchObject({ granted: false, reason: 'not-standing' })
    expect([await standsOf(place, youth.personId), await contacts()]).toEqual([{ occupation: null, measures: [], codes: [] }, []])
    expect(await lines()).toMatchObject([{ action: 'coding.save', outcome: 'not-standing' }])
    await decided(false)
    expect(await talk()).toMatchObject({ granted: true })
    await choose(place, 'skaraborg')
  })

  test('a measure refused after the contact undoes the contact', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'otherActor', heard: 'weCalled', sinceOn: ago(300) })
    expect(await contacts()).toEqual([])
  })
})

describe('striking', () => {
  const strike =
    (by: Partial<Coder> = {}, mayStrikeAny = false) =>
    async (codedId: string) =>
      strikeCoding({ ...coder, ...by, mayStrikeAny }, { subjectId: youth.subjectId, codedId, why: 'pressedWrong' })

  test('takes back everything that was written, and what stood before stands again', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'parentalLeave', on: ago(10) })
    const before = await standsOf(place, youth.personId)
    await code(coder, youth.subjectId, { event: 'workFound', heard: 'weCalled' })
    const [row] = await place.sql<{ id: string }>(
      `select coded_id as id from coding.standing where person_id = $1 and event = 'workFound'`,
      [youth.personId],
    )
    expect(await strike()(row?.id ?? '')).toEqual({ granted: true, value: { measureLeft: false } })
    expect(await standsOf(place, youth.personId)).toEqual(before)
    expect(await contacts()).toMatchObject([{ struck: true }])
    expect(await strike()(row?.id ?? '')).toMatchObject({ reason: 'already-struck' })
  })

  test('leaves a measure that somebody has changed since', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'otherActor', heard: 'actor' })
    await place.sql(`update measures.measure set note = 'ändrad', version = version + 1, changed_by = 'Erik' where person_id = $1`, [
      youth.personId,
    ])
    expect(await strike()(await idOf())).toEqual({ granted: true, value: { measureLeft: true } })
    expect((await standsOf(place, youth.personId)).measures).toEqual(['otherActor'])
  })

  test('is for the one who coded, or for somebody who may strike what others logged', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId)
    const id = await idOf()
    const other = await aCoder(place)
    expect(await strike(other)(id)).toMatchObject({ reason: 'not-yours' })
    expect((await strike(other, true)(id)).granted).toBe(true)
  })
})

describe('the database refuses by itself', () => {
  const insert = (columns: string, values: string, event = 'otherActor') =>
    place.sql(
      `insert into coding.coded (person_id, event, said_on, source, convention, convention_version, staff_id, by_name, ${columns})
       select $1, '${event}', current_date - 1, 'youth', 'egen', 1, $2, 'prov', ${values}`,
      [youth.personId, coder.staffId],
    )
  test('another actor with a kind of its own', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId, { event: 'otherActor', heard: 'actor' })
    const [m] = await place.sql<{ id: number }>('select id from measures.measure where person_id = $1', [youth.personId])
    await expect(insert('item, responsible, measure_id, measure_version', `'prison', 'other', ${m?.id}, 1`)).rejects.toThrow(
      /another_actor_has_no_kind/,
    )
  })
  test('coverage ended by anything but upper secondary abroad', async () => {
    await expect(insert('fact_id', '1', 'declines')).rejects.toThrow(/only_upper_secondary_abroad_ends_coverage/)
  })
  test('a second coding of the same event that is of another day', async () => {
    await aNewYouth()
    await code(coder, youth.subjectId)
    const revise = `insert into coding.coded (coded_id, revision, person_id, event, said_on, source, convention, convention_version, staff_id, by_name)
      select coded_id, 2, person_id, event, said_on - 1, source, 'egen', 1, staff_id, by_name from coding.coded where person_id = $1`
    await expect(place.sql(revise, [youth.personId])).rejects.toThrow(/a revision is of the same event/)
  })
  test.each([
    [
      'an own convention with a line of another actor',
      { version: 1, name: 'x', lines: { otherActor: { occupation: null, measure: null } } },
    ],
    ['one that is no convention', 'text'],
  ])('%s', async (_, value) => {
    const insertion = `insert into settings.value (key, value, known_from, set_by) values ('coding.own', $1::jsonb, now(), 'prov')`
    await expect(place.sql(insertion, [JSON.stringify(value)])).rejects.toThrow(/a_coding_setting_has_its_shape/)
  })
})
