/** Watching and assigning on a real PostgreSQL: once at a time, with history, and never for those one may not see. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { assignYouths } from './assignment.actions.ts'
import { stopWatching, watchYouth } from './watch.actions.ts'
import { watchOf } from './watch.store.ts'
import { refreshYouths, youthRow } from './youth.store.ts'
import { aColleague, aUnit, aYouth } from './worklist.testbed.ts'

let place: TestPlace
const scope = { units: null, mayReadProtected: false }
const today = date('2026-11-20')
beforeAll(async () => {
  place = await aPlace()
})
afterAll(() => place.installation.close())

it('is begun and ended once, and kept as history', async () => {
  const { subjectId, personId } = await aYouth(place, { fromOn: null })
  const by = await aColleague(place, 'Anna Ek', 'counsellor')
  const begin = () => watchYouth(place.pool, { scope, by, subjectId, ground: 'Hög frånvaro', noteKept: [], today })
  const [first, second] = await Promise.all([begin(), begin()])
  expect([first, second].map((made) => (made.granted ? 'done' : made.reason)).toSorted()).toEqual(['already-watched', 'done'])
  const open = await inTransaction(place.pool, (tx) => watchOf(tx, personId))
  expect(open).toMatchObject({ ground: 'Hög frånvaro', fromOn: '2026-11-20', byName: 'Anna Ek' })
  const end = () => stopWatching(place.pool, { scope, by, subjectId, watchId: open?.id ?? 0 })
  expect([(await end()).granted, (await end()).granted]).toEqual([true, false])
  expect(await inTransaction(place.pool, (tx) => watchOf(tx, personId))).toBeNull()
  expect(await place.sql(`select ground, stopped_by = started_by as same from worklist.watch where person_id = $1`, [personId])).toEqual([
    { ground: 'Hög frånvaro', same: true },
  ])
  await expect(
    place.sql(`update worklist.watch set known_until = now(), stopped_by = 'x' where person_id = $1`, [personId]),
  ).rejects.toThrow('never changed')
})

it('is not for the covered, nor for those one may not see, of whom the log says nothing', async () => {
  const covered = await aYouth(place)
  const secret = await aYouth(place, { fromOn: null, protected: 'marked' })
  const of = (subjectId: string) => watchYouth(place.pool, { scope, by: 'prov', subjectId, ground: 'x', noteKept: [], today })
  expect(await of(covered.subjectId)).toEqual({ granted: false, reason: 'covered' })
  expect(await of(secret.subjectId)).toEqual({ granted: false, reason: 'missing' })
  expect(await place.sql('select outcome, subject_id from audit.line order by id desc limit 2')).toEqual([
    { outcome: 'missing', subject_id: null },
    { outcome: 'covered', subject_id: covered.subjectId },
  ])
})

it('two who assign the same youth at the same moment: one is first', async () => {
  const { unit } = await aUnit(place, 'Norr')
  const { subjectId } = await aYouth(place, { unit })
  const [row] = await place.sql<{ id: number }>(`select id from worklist.assignment where known_until = 'infinity' and unit_id = $1`, [
    unit,
  ])
  const ticked = [{ subjectId, version: row?.id ?? 0 }]
  const to = async (name: string) => {
    const staffId = await aColleague(place, name, 'counsellor', unit)
    return assignYouths(place.pool, { scope, by: staffId, target: { kind: 'staff', staffId } }, ticked)
  }
  const made = await Promise.all([to('Ett'), to('Två')])
  expect(
    made
      .flat()
      .map(({ outcome }) => outcome)
      .toSorted(),
  ).toEqual(['done', 'somebody-else-first'])
  expect(await place.sql(`select count(*)::int as n from worklist.assignment where unit_id = $1`, [unit])).toEqual([{ n: 2 }])
})

it('an assignment made while a night runs is not lost when the lines are written', async () => {
  const { unit } = await aUnit(place, 'Söder')
  const { personId, subjectId } = await aYouth(place, { unit })
  const staffId = await aColleague(place, 'Bo Al', 'counsellor', unit)
  const [row] = await place.sql<{ id: number }>(`select id from worklist.assignment where person_id = $1`, [personId])
  await inTransaction(place.pool, async (night) => {
    await night.script('create temp table life_scope (person_id bigint, root_id bigint) on commit drop')
    const line = youthRow({ personId, number: null, givenName: 'Prov', familyName: 'Ny', bornOn: null, otherForm: '{}' })
    await refreshYouths(night, [line], today)
    // The night holds the line: the assignment waits for it, and is then made on what the night wrote.
    const assigning = assignYouths(place.pool, { scope, by: 'prov', target: { kind: 'staff', staffId } }, [
      { subjectId, version: row?.id ?? 0 },
    ])
    setTimeout(() => void assigning.catch(() => {}), 0)
    await new Promise((resolve) => setTimeout(resolve, 200))
  })
  await expect
    .poll(() => place.sql('select family_name, staff_id from worklist.youth where person_id = $1', [personId]))
    .toEqual([{ family_name: 'Ny', staff_id: staffId }])
})
