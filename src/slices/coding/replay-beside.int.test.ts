/** A replay beside others: who said what it writes, and what it does when somebody holds the youths. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { aColleague, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { ago, aCoder, choose, code, standsOf } from './coding.testbed.ts'
import type { Coder } from './known.actions.ts'
import { replayPast, type Progress } from './replay.actions.ts'

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

describe('who said it', () => {
  test('is still whoever wrote it down: the revision and the line in the log are the replayer’s', async () => {
    await code(coder, youth.subjectId, { event: 'singleTalk', heard: 'met' })
    await code(coder, youth.subjectId, { event: 'militaryService' })
    const by = await aCoder(place, { name: 'Nina System', staffId: await aColleague(place, 'Nina System', 'systemCoordinator') })
    await replayBy('enstaka-samtal', by)
    await replayBy('exempel', by)
    const { personId, subjectId } = youth
    const said = await place.sql('select distinct said_by from outreach.occupation where person_id = $1', [personId])
    const measured = await place.sql('select by_name, staff_id, struck_by from measures.measure where person_id = $1', [personId])
    expect([said, measured]).toEqual([
      [{ said_by: coder.staffId }],
      [{ by_name: 'Amina Lind', staff_id: coder.staffId, struck_by: 'Nina System' }],
    ])
    expect(await place.sql('select distinct by_name from coding.coded where person_id = $1 and revision > 1', [personId])).toEqual([
      { by_name: 'Nina System' },
    ])
    const lines = await place.sql(`select distinct actor from audit.line where subject_id = $1 and action = 'coding.replay'`, [subjectId])
    expect(lines).toEqual([{ actor: by.staffId }])
  })
})

describe('what somebody else holds', () => {
  /** From now on so many revisions fail as when two have waited for each other. A sequence counts them, for it does not go back with what failed. */
  const deadlocks = (times: number) =>
    inTransaction(
      place.pool,
      (tx) =>
        tx.script(`
          drop sequence if exists coding.tries; create sequence coding.tries; grant usage on sequence coding.tries to lots_app;
          create or replace function coding.fails_at_first() returns trigger language plpgsql as $$ begin
            if nextval('coding.tries') <= ${times} then raise exception 'deadlock' using errcode = '40P01'; end if; return new;
          end $$;
          create or replace trigger fails_at_first before insert on coding.coded for each row when (new.revision > 1) execute function coding.fails_at_first()`),
      null,
    )
  afterAll(() => inTransaction(place.pool, (tx) => tx.script('drop trigger fails_at_first on coding.coded'), null))

  test('once is tried again', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await deadlocks(1)
    expect(await replayBy('exempel')).toMatchObject({ done: 1, changed: 1, held: 0 })
    expect((await stands()).occupation).toBe('other')
  })

  test('twice is left as it was and told, and the next time it is done', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await deadlocks(2)
    expect(await replayBy('exempel')).toMatchObject({ done: 1, changed: 0, held: 1, left: [] })
    expect(await stands()).toEqual({ occupation: 'studies', measures: [], codes: ['militaryService studies - skaraborg'] })
    expect(await replayBy('exempel')).toMatchObject({ changed: 1, held: 0 })
  })

  test('is waited for no longer than the patience, while the others are done', async () => {
    await code(coder, youth.subjectId, { event: 'militaryService' })
    await choose(place, 'exempel')
    const progress: Progress = { done: 0, total: 0, changed: 0, held: 0, left: [] }
    await inTransaction(place.pool, async (tx) => {
      await tx.query('select from worklist.youth where person_id = $1 for update', [youth.personId])
      await replayPast(coder, progress, 0.05)
    })
    expect(progress).toMatchObject({ total: 1, done: 1, changed: 0, held: 1 })
  })
})
