/** The ledger of records that turned out to be one human being, and two who say something of a number at the same time. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { mergeRecords } from '../matching/index.ts'
import { aColleague, aYouth, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { addWay, ledgerOf, sayOfWay } from './ledger.actions.ts'
import { aLogger, aNumber, standingNow } from './outreach.testbed.ts'

let place: TestPlace
let staffId = ''
beforeAll(async () => {
  place = await aPlace()
  staffId = await aColleague(place, 'Amina Lind', 'coordinator')
})
afterAll(() => place.installation.close())

const shown = (personIds: readonly number[]) => inTransaction(place.pool, (tx) => ledgerOf(tx, personIds))
const say = ({ subjectId }: MadeYouth, wayId: string, act: 'dead' | 'removed', version = 1) =>
  sayOfWay(aLogger(place, staffId), subjectId, { wayId, version, act, why: 'prov', noteKept: [] })

it('holds the numbers of both records, each once, and what is said of one that stands on the other counts for the person', async () => {
  const [kept, absorbed] = [await aYouth(place), await aYouth(place)]
  await aNumber(place, kept.personId, '+46701740605')
  await aNumber(place, absorbed.personId, '+46701740605')
  const { wayId } = await aNumber(place, absorbed.personId, '+46701740606')
  await place.sql(
    `insert into register.same_person (absorbed_id, kept_id, ground, merged_by, snapshot, known_from) values ($1, $2, 'samma', 'prov', '{}', now())`,
    [absorbed.personId, kept.personId],
  )
  await place.sql('delete from worklist.youth where person_id = $1', [absorbed.personId])
  const both = [kept.personId, absorbed.personId]
  expect((await shown(both)).ways.map(({ value }) => value).toSorted()).toEqual(['+46701740605', '+46701740606'])
  expect((await say(kept, wayId, 'dead')).granted).toBe(true)
  expect((await shown(both)).ways.at(-1)).toMatchObject({ value: '+46701740606', said: [{ act: 'dead', why: 'prov', by: 'Amina Lind' }] })
  expect(await standingNow(place, kept.personId)).toMatchObject({ live: 1, dead: 1 })
  const again = { kind: 'phone', value: '+46701740606', source: 'youth', stepKey: '' } as const
  expect(await addWay(aLogger(place, staffId), kept.subjectId, again)).toEqual({ granted: false, reason: 'already-there' })
})

it('leaves each entry where it was written, so that a merge can be undone', async () => {
  const [kept, absorbed] = [await aYouth(place), await aYouth(place)]
  await aNumber(place, kept.personId, '+46701740605')
  await aNumber(place, absorbed.personId, '+46701740606')
  const merge = { by: 'prov', on: date('2026-11-20'), ground: 'samma' }
  await mergeRecords(place, merge, () => Promise.resolve({ absorbedId: absorbed.personId, keptId: kept.personId }))
  expect((await shown([absorbed.personId])).ways.map(({ value }) => value)).toEqual(['+46701740606'])
  expect((await shown([kept.personId])).ways.map(({ value }) => value)).toEqual(['+46701740605'])
})

it('lets one of two through who say something at the same moment', async () => {
  const youth = await aYouth(place)
  const { wayId } = await aNumber(place, youth.personId)
  const answers = await Promise.all([say(youth, wayId, 'dead'), say(youth, wayId, 'removed'), say(youth, wayId, 'dead')])
  expect(answers.filter(({ granted }) => granted)).toHaveLength(1)
  expect(answers.flatMap((answer) => (answer.granted ? [] : [answer.reason]))).toEqual(['stale', 'stale'])
  const acts = await place.sql('select from outreach.way_act a join outreach.way w on w.id = a.way_id where w.way_id = $1', [wayId])
  expect(acts).toHaveLength(1)
})

it('adds a number that two found at the same moment once', async () => {
  const youth = await aYouth(place)
  const found = { kind: 'phone', value: '+46701740609', source: 'lookedUp', stepKey: 'lookup' } as const
  const answers = await Promise.all([1, 2, 3].map(() => addWay(aLogger(place, staffId), youth.subjectId, found)))
  expect(answers.filter(({ granted }) => granted)).toHaveLength(1)
  expect(await place.sql('select from outreach.way where person_id = $1', [youth.personId])).toHaveLength(1)
  expect(await place.sql('select from outreach.search where person_id = $1', [youth.personId])).toHaveLength(1)
})
