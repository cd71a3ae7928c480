/** Coding the past anew in a real database: twice changes nothing, there and back, and what somebody has done since stands. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { recordOccupation } from '../outreach/index.ts'
import { aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aCoder, choose, code, standsOf, today } from './coding.testbed.ts'
import type { Coder } from './known.actions.ts'
import { previewReplay, replayPast, type Progress } from './replay.actions.ts'
import { writes } from './replay.rules.ts'
import { defaultConvention, shippedConventions } from './shipped.rules.ts'

let place: TestPlace
let coder: Coder
let youth: MadeYouth
beforeAll(async () => {
  place = await aPlace()
  coder = await aCoder(place)
})
beforeEach(async () => {
  await choose(place, 'skaraborg')
  youth = await aYouth(place, { fromOn: ago(200) })
})
afterAll(() => place.installation.close())

async function replayBy(key: string, by: Coder = coder): Promise<Progress> {
  await choose(place, key)
  const progress: Progress = { done: 0, total: 0, changed: 0, held: 0, left: [] }
  await replayPast(by, progress)
  return progress
}
const stands = () => standsOf(place, youth.personId)
const rows = async () => (await place.sql('select from coding.coded')).length

describe('a replay', () => {
  test('gives the past the other codes, once', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService', on: ago(30) })
    expect((await replayBy('exempel')).changed).toBe(1)
    expect(await stands()).toEqual({ occupation: 'other', measures: [], codes: ['militaryService other - exempel'] })
    const before = await rows()
    expect((await replayBy('exempel')).changed).toBe(0)
    expect(await rows()).toBe(before)
    const statements = await place.sql('select stated_on, source from outreach.occupation where person_id = $1', [youth.personId])
    expect(statements).toEqual([
      { stated_on: ago(30), source: 'youth' },
      { stated_on: ago(30), source: 'youth' },
    ])
  })

  test('and back gives the codes of the beginning', async () => {
    await code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' })
    await code(coder, youth.subjectId, { event: 'workAbroad' })
    const before = await stands()
    await replayBy('enstaka-samtal')
    expect((await stands()).measures).toEqual(['singleTalk'])
    await replayBy('exempel')
    expect(await stands()).toMatchObject({ occupation: 'abroad', measures: [] })
    await replayBy('skaraborg')
    const after = await stands()
    expect([after.occupation, after.measures]).toEqual([before.occupation, before.measures])
  })

  test('of two events the same day lets the later one stand', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await code(coder, youth.subjectId, { event: 'workFound' })
    await replayBy('exempel')
    expect(await stands()).toMatchObject({ occupation: 'work', codes: ['militaryService other - exempel', 'workFound work - exempel'] })
    expect((await replayBy('exempel')).changed).toBe(0)
  })

  test('of an earlier event than the one that stands changes what was, not what is', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService', on: ago(30) })
    await code(coder, youth.subjectId, { event: 'workFound' })
    await replayBy('exempel')
    expect(await stands()).toMatchObject({ occupation: 'work', codes: ['militaryService other - exempel', 'workFound work - skaraborg'] })
  })

  test('writes a line for each youth, with counts and no event', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await replayBy('exempel')
    const line = 'select detail from audit.line where subject_id = $1 and action = $2'
    expect(await place.sql(line, [youth.subjectId, 'coding.replay'])).toEqual([{ detail: { convention: 'exempel@1', codings: 1 } }])
  })
})

describe('what somebody has done since stands', () => {
  test('something said by hand', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService', on: ago(30) })
    const said = {
      kind: 'studies',
      source: 'youth',
      sinceOn: null,
      statedOn: today,
      saidBy: 'prov',
      contactId: null,
      origin: 'confirm',
    } as const
    await inTransaction(place.pool, (tx) => recordOccupation(tx, { personId: youth.personId, ...said }))
    const { left } = await replayBy('exempel')
    expect(left.map(({ why }) => why)).toContain('said-since')
    expect(await stands()).toMatchObject({ occupation: 'studies', codes: ['militaryService studies - skaraborg'] })
  })

  test('a measure that was changed', async () => {
    await choose(place, 'enstaka-samtal')
    await code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' }, { seen: { key: 'enstaka-samtal', version: 1 } })
    await place.sql(`update measures.measure set note = 'ändrad', version = version + 1, changed_by = 'Erik' where person_id = $1`, [
      youth.personId,
    ])
    const { left } = await replayBy('skaraborg')
    expect(left.map(({ why }) => why)).toContain('measure-touched')
    expect((await stands()).measures).toEqual(['singleTalk'])
  })

  test('a contact that was struck', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService', heard: 'weCalled' })
    await place.sql(`update outreach.contact set struck_at = now(), struck_by = $2, struck_why = 'fel' where person_id = $1`, [
      youth.personId,
      coder.staffId,
    ])
    const { left } = await replayBy('exempel')
    expect(left.map(({ why }) => why)).toContain('taken-back')
    expect((await stands()).codes).toEqual(['militaryService studies - skaraborg'])
  })
})

test('a measure that the catalogue no longer has is left unwritten, and said', async () => {
  await code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' })
  await place.sql(`update measures.item_version set until_on = $1 where item_key = 'singleTalk'`, [ago(1)])
  const { left } = await replayBy('enstaka-samtal')
  await place.sql(`update measures.item_version set until_on = null where item_key = 'singleTalk'`)
  expect(left.map(({ why }) => why)).toContain('item-not-valid')
  expect((await stands()).codes).toEqual(['singleTalk - - skaraborg'])
})

describe('whose past', () => {
  test('only that which the reader may see; protected youths for those with the right', async () => {
    const hidden = await aYouth(place, { protected: 'marked', fromOn: ago(200) })
    const handler = await aCoder(place, { scope: { units: null, mayReadProtected: true } })
    await code(handler, hidden.subjectId, { event: 'militaryService' })
    const [, , example] = shippedConventions
    const seenBy = async (by: Coder) =>
      (await previewReplay(by, example ?? defaultConvention)).some(({ row, ...step }) => row.subjectId === hidden.subjectId && writes(step))
    expect([await seenBy(coder), await seenBy(handler)]).toEqual([false, true])
    await replayBy('exempel')
    expect((await standsOf(place, hidden.personId)).occupation).toBe('studies')
    await replayBy('exempel', handler)
    expect((await standsOf(place, hidden.personId)).occupation).toBe('other')
  })

  test('of more youths than are done at a time, each once, though two do it at the same time', async () => {
    const many = 30
    const before = (await previewReplay(coder, shippedConventions[2] ?? defaultConvention)).filter(writes).length
    for (let n = 0; n < many; n++) {
      const { subjectId } = await aYouth(place, { fromOn: ago(200) })
      await code(coder, subjectId, { event: 'militaryService' })
    }
    await choose(place, 'exempel')
    const runs = await Promise.all([replayBy('exempel'), replayBy('exempel')])
    expect(runs.reduce((sum, { changed }) => sum + changed, 0)).toBe(before + many)
    expect(
      await place.sql(`select from coding.standing where event = 'militaryService' and occupation = 'studies' and convention = 'exempel'`),
    ).toEqual([])
  })

  test('of a record that has been merged is written on the one that it is now', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    const kept = await aYouth(place, { fromOn: ago(200) })
    await place.sql(
      `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'prov', 'prov', '{}', now())`,
      [youth.personId, kept.personId],
    )
    await place.sql('delete from worklist.youth where person_id = $1', [youth.personId])
    await replayBy('exempel')
    expect(
      await place.sql(`select person_id from outreach.occupation where kind = 'other' and person_id = any ($1)`, [
        [youth.personId, kept.personId],
      ]),
    ).toEqual([{ person_id: kept.personId }])
  })

  test('the preview says what the replay then does', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await code(coder, youth.subjectId, { event: 'workFound', on: ago(3) })
    const [, , example = defaultConvention] = shippedConventions
    const would = (await previewReplay(coder, example)).filter(writes).length
    expect((await replayBy('exempel')).changed).toBe(would)
  })
})
