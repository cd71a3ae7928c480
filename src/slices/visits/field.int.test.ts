/** Two telephones with the same visit, on a real database: taken in once, put together, and logged as one contact. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { aColleague, aYouth, protect } from '../worklist/worklist.testbed.ts'
import { writeChange } from './field.actions.ts'
import { closeRound } from './plan.actions.ts'
import { syncPocket, takePocket } from './pocket.actions.ts'
import type { Reader } from './read.actions.ts'
import { aChange, aRound, aStop, minutesAgo, stopNow, type Crew, type MadeStop } from './visits.testbed.ts'
import type { FieldChange } from './visits.types.ts'

let place: TestPlace
let crew: Crew = { first: '', second: '', watch: '' }
let round = ''
let stop: MadeStop = { stopId: '', personId: 0, subjectId: '' }
let anna: Reader
let bo: Reader

const reader = (staffId: string, name: string): Reader => ({
  pool: place.pool,
  scope: { units: null, mayReadProtected: false },
  staffId,
  name,
  today: todayInSweden(),
  nowMs: Date.now(),
})

beforeAll(async () => {
  place = await aPlace()
  crew = {
    first: await aColleague(place, 'Anna Ek', 'coordinator'),
    second: await aColleague(place, 'Bo Al', 'coordinator'),
    watch: await aColleague(place, 'Cia Ås', 'coordinator'),
  }
  anna = reader(crew.first, 'Anna Ek')
  bo = reader(crew.second, 'Bo Al')
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  round = await aRound(place, crew)
  stop = await aStop(place, round, await aYouth(place))
})

const contacts = () =>
  place.sql<{ outcome: string; reached: boolean; note: string; struck: boolean; two: boolean }>(
    `select outcome, reached, note, struck_at is not null as struck, second_staff_id is not null as two from outreach.contact
     where person_id = $1 and channel = 'homeVisit' order by id`,
    [stop.personId],
  )
const write = (by: Reader, change: FieldChange) => writeChange(by, round, change)
const lines = () =>
  place.sql<{ outcome: string; subject_id: string | null }>(
    `select outcome, subject_id from audit.line where action = 'visits.write' and detail ->> 'round' = $1 order by id`,
    [round],
  )
const conflictsOf = (decision: Awaited<ReturnType<typeof write>>) => (decision.granted ? decision.value.conflicts : decision.reason)

describe('one telephone', () => {
  it('checks in, writes a result and checks out, and the visit is one contact by two', async () => {
    const [start, end] = [minutesAgo(20), minutesAgo(2)]
    await write(anna, aChange(stop.stopId, { checkedInAt: start }))
    await write(anna, aChange(stop.stopId, { checkedOutAt: end, result: 'notHome', note: 'Brevlådan full' }))
    expect(await stopNow(place, stop.stopId)).toMatchObject({ result: 'notHome', note: 'Brevlådan full', version: 3 })
    expect(await contacts()).toEqual([{ outcome: 'notHome', reached: false, note: 'Brevlådan full', struck: false, two: true }])
    expect(await lines()).toEqual([
      { outcome: 'done', subject_id: stop.subjectId },
      { outcome: 'done', subject_id: stop.subjectId },
    ])
    const [standing] = await place.sql<{ channel: string }>(
      'select last_attempt_channel as channel from outreach.standing where person_id = $1',
      [stop.personId],
    )
    expect(standing?.channel).toBe('homeVisit')
  })

  it('sends the same change twice, also at once, and it is done once', async () => {
    const change = aChange(stop.stopId, { checkedInAt: minutesAgo(5), result: 'reached' })
    const answers = await Promise.all([write(anna, change), write(anna, change), write(anna, change)])
    expect(answers.map(conflictsOf)).toEqual([[], [], []])
    expect(await contacts()).toHaveLength(1)
    expect((await stopNow(place, stop.stopId))?.version).toBe(2)
  })

  it('corrects a result: the earlier contact is struck and stays', async () => {
    await write(anna, aChange(stop.stopId, { checkedInAt: minutesAgo(5), result: 'notHome' }))
    await write(anna, aChange(stop.stopId, { result: 'reached' }, { base: { result: 'notHome' } }))
    await write(anna, aChange(stop.stopId, { checkedOutAt: minutesAgo(1) }))
    expect(await contacts()).toMatchObject([
      { outcome: 'notHome', struck: true },
      { outcome: 'reached', struck: false },
    ])
    await write(
      anna,
      aChange(
        stop.stopId,
        { result: 'notMade', checkedInAt: null, checkedOutAt: null },
        { base: { result: 'reached', checkedInAt: minutesAgo(5), checkedOutAt: minutesAgo(1) } },
      ),
    )
    expect((await contacts()).map(({ struck }) => struck)).toEqual([true, true])
    expect((await stopNow(place, stop.stopId))?.contactId).toBeNull()
  })

  it('with a clock that goes wrong is kept within the day and never ahead', async () => {
    await write(anna, aChange(stop.stopId, { checkedInAt: Date.now() + 3_600_000 }))
    const [row] = await place.sql<{ ok: boolean }>(
      `select checked_in_at between now() - interval '3 minutes' and now() as ok from visits.stop where stop_id = $1`,
      [stop.stopId],
    )
    expect(row?.ok).toBe(true)
  })

  it.each([
    ['a result without a check-in', { result: 'reached' }, 'does-not-fit'],
    ['a check-out without a check-in', { checkedOutAt: minutesAgo(1) }, 'does-not-fit'],
  ] as const)('is refused %s, and nothing is kept of it', async (_, fields, reason) => {
    expect(await write(anna, aChange(stop.stopId, fields))).toEqual({ granted: false, reason })
    expect(
      await place.sql('select from visits.change where stop_id = (select id from visits.stop where stop_id = $1)', [stop.stopId]),
    ).toEqual([])
    expect((await lines()).at(-1)).toMatchObject({ outcome: reason })
  })

  it.each([
    ['none', 'no-card'],
    ['printed', 'card-not-delivered'],
  ] as const)('is refused a check-in with card: %s', async (card, reason) => {
    const bare = await aStop(place, round, await aYouth(place), { card })
    expect(await write(anna, aChange(bare.stopId, { checkedInAt: minutesAgo(1) }))).toEqual({ granted: false, reason })
    expect((await write(anna, aChange(bare.stopId, { result: 'notMade', note: 'Inget kort' }))).granted).toBe(true)
  })

  it('is refused on another day than the round’s', async () => {
    const later = await aRound(place, { ...crew, on: '2030-05-02' })
    const one = await aStop(place, later, await aYouth(place))
    expect(await writeChange(anna, later, aChange(one.stopId, { checkedInAt: Date.now() }))).toMatchObject({ reason: 'not-the-day' })
  })

  it('is refused to somebody who does not go, and a stop of another round is not there', async () => {
    expect(await write(reader(crew.watch, 'Cia Ås'), aChange(stop.stopId, { note: 'x' }))).toMatchObject({ reason: 'not-yours' })
    expect(await writeChange(anna, await aRound(place, crew), aChange(stop.stopId, { note: 'x' }))).toMatchObject({ reason: 'missing' })
    expect((await lines()).at(-1)).toMatchObject({ subject_id: null })
  })
})

describe('two telephones', () => {
  it('that check in within ten minutes are one check-in, the earlier', async () => {
    const [early, late] = [minutesAgo(9), minutesAgo(4)]
    await write(anna, aChange(stop.stopId, { checkedInAt: late }))
    expect(conflictsOf(await write(bo, aChange(stop.stopId, { checkedInAt: early })))).toEqual([])
    const [row] = await place.sql<{ ms: number }>(
      'select (extract(epoch from checked_in_at) * 1000)::float8 as ms from visits.stop where stop_id = $1',
      [stop.stopId],
    )
    expect(row?.ms).toBe(early)
  })

  it('that write different results keep both until one is chosen, and log one contact', async () => {
    const start = minutesAgo(8)
    await write(anna, aChange(stop.stopId, { checkedInAt: start }))
    const mine = aChange(stop.stopId, { result: 'notHome', note: 'Ingen svarade' })
    const theirs = aChange(stop.stopId, { result: 'someoneElse', checkedOutAt: minutesAgo(1) })
    expect(conflictsOf(await write(anna, mine))).toEqual([])
    expect(conflictsOf(await write(bo, theirs))).toEqual(['result'])
    expect(await stopNow(place, stop.stopId)).toMatchObject({ result: 'notHome', note: 'Ingen svarade' })
    expect((await stopNow(place, stop.stopId))?.out).not.toBeNull()
    expect(await contacts()).toHaveLength(1)

    expect(await closeRound(anna, round)).toEqual({ granted: false, reason: 'open-differences' })
    const pick = aChange(stop.stopId, { result: 'someoneElse' }, { base: { result: 'notHome' }, settles: theirs.changeId })
    expect(conflictsOf(await write(bo, pick))).toEqual([])
    expect(await contacts()).toMatchObject([
      { outcome: 'notHome', struck: true },
      { outcome: 'someoneElse', struck: false },
    ])
    expect(await closeRound(anna, round)).toMatchObject({ granted: true })
    const kept = await place.sql(
      'select fields, settled_at is not null as settled from visits.change c join visits.stop s on s.id = c.stop_id where s.stop_id = $1 order by c.id',
      [stop.stopId],
    )
    expect(kept).toMatchObject([
      {},
      { fields: { result: 'notHome' } },
      { fields: { result: 'someoneElse' }, settled: true },
      { settled: false },
    ])
  })

  it('that write at the same moment are put together one after the other', async () => {
    await write(anna, aChange(stop.stopId, { checkedInAt: minutesAgo(8) }))
    const answers = await Promise.all([
      write(anna, aChange(stop.stopId, { result: 'reached' })),
      write(bo, aChange(stop.stopId, { result: 'declined' })),
      write(anna, aChange(stop.stopId, { note: 'a' })),
      write(bo, aChange(stop.stopId, { checkedOutAt: minutesAgo(1) })),
    ])
    expect(answers.map(conflictsOf).filter((one) => one.length > 0)).toEqual([['result']])
    expect(await stopNow(place, stop.stopId)).toMatchObject({ note: 'a', version: 6 })
    expect((await contacts()).filter(({ struck }) => !struck)).toHaveLength(1)
  })

  it('that choose about the same difference choose once', async () => {
    await write(anna, aChange(stop.stopId, { checkedInAt: minutesAgo(8), result: 'notHome' }))
    const theirs = aChange(stop.stopId, { checkedInAt: minutesAgo(8), result: 'reached' })
    await write(bo, theirs)
    const pick = (result: 'reached' | 'notHome') =>
      aChange(stop.stopId, { result }, { base: { result: 'notHome' }, settles: theirs.changeId })
    expect(conflictsOf(await write(bo, pick('reached')))).toEqual([])
    // Anna chose too, from what she saw: the same as what was, so Bo's choice stands.
    expect(conflictsOf(await write(anna, pick('notHome')))).toEqual([])
    expect(await stopNow(place, stop.stopId)).toMatchObject({ result: 'reached' })
  })
})

describe('a telephone that was away', () => {
  it('takes the round along on its day, for those who go, while it is open', async () => {
    const other = await aRound(place, { ...crew, on: '2030-05-02' })
    expect(await takePocket(reader(crew.watch, 'Cia Ås'), round)).toMatchObject({ reason: 'not-yours' })
    expect(await takePocket(anna, other)).toMatchObject({ reason: 'not-today' })
    expect(await takePocket(anna, randomUUID())).toMatchObject({ reason: 'missing' })
    const taken = await takePocket(anna, round)
    expect(taken).toMatchObject({ granted: true, value: { roundId: round, stops: [{ stopId: stop.stopId, why: null }] } })
    const [line] = await place.sql(
      `select outcome, detail ->> 'stops' as stops from audit.line where action = 'visits.carry' order by id desc limit 1`,
    )
    expect(line).toEqual({ outcome: 'done', stops: '1' })
  })

  it('sends all it has, in order, twice, and is answered the same', async () => {
    const changes = [
      aChange(stop.stopId, { checkedInAt: minutesAgo(9) }),
      aChange(stop.stopId, { result: 'reached', checkedOutAt: minutesAgo(2), note: 'Ville veta mer' }),
    ]
    const first = await syncPocket(anna, round, changes)
    const again = await syncPocket(anna, round, changes)
    for (const answer of [first, again]) {
      expect(answer).toMatchObject({ state: 'open', answers: [{ outcome: 'saved' }, { outcome: 'saved' }] })
      expect(answer?.pocket?.stops[0]?.fields).toMatchObject({ result: 'reached', note: 'Ville veta mer' })
    }
    expect(await contacts()).toHaveLength(1)
  })

  it('is told what was not taken in, and the rest is', async () => {
    const bare = await aStop(place, round, await aYouth(place), { card: 'none' })
    const answer = await syncPocket(anna, round, [
      aChange(bare.stopId, { checkedInAt: minutesAgo(3) }),
      aChange(stop.stopId, { note: 'x' }),
    ])
    expect(answer?.answers.map(({ outcome }) => outcome)).toEqual(['no-card', 'saved'])
  })

  it('learns that a youth was made protected: gone at once, and what was written before is kept', async () => {
    await takePocket(anna, round)
    const seen = aChange(stop.stopId, { checkedInAt: minutesAgo(9), result: 'reached' })
    await protect(place, stop.personId, 'marked')
    const answer = await syncPocket(anna, round, [seen])
    expect(answer).toMatchObject({ answers: [{ outcome: 'saved' }], pocket: { stops: [], conflicts: [] } })
    expect(JSON.stringify(answer)).not.toMatch(/Provsson|Hemliga gatan/)
    expect(await contacts()).toHaveLength(1)
    // A difference about somebody who may not be shown is not asked about: what came first stands, and the other is on record.
    expect(await syncPocket(bo, round, [aChange(stop.stopId, { checkedInAt: minutesAgo(9), result: 'notHome' })])).toMatchObject({
      answers: [{ outcome: 'saved' }],
    })
    expect(await stopNow(place, stop.stopId)).toMatchObject({ result: 'reached' })
    expect(await closeRound(anna, round)).toMatchObject({ granted: true })
  })

  it('is told to forget a round that is over, and what it had written is still taken in', async () => {
    await takePocket(anna, round)
    await write(bo, aChange(stop.stopId, { result: 'notMade' }))
    await closeRound(bo, round)
    const answer = await syncPocket(anna, round, [aChange(stop.stopId, { checkedInAt: minutesAgo(9), note: 'Vi var där' })])
    expect(answer).toMatchObject({ state: 'over', pocket: null, answers: [{ outcome: 'saved' }] })
    expect(await stopNow(place, stop.stopId)).toMatchObject({ note: 'Vi var där', result: 'notMade' })
  })

  it('of somebody who no longer goes is told to forget, after what was written is taken in', async () => {
    await takePocket(anna, round)
    const dan = await aColleague(place, 'Dan Ö', 'coordinator')
    await place.sql('update visits.round set first_staff_id = $2 where round_id = $1', [round, dan])
    const answer = await syncPocket(anna, round, [aChange(stop.stopId, { note: 'x' })])
    expect(answer).toMatchObject({ state: 'not-yours', pocket: null, answers: [{ outcome: 'saved' }] })
    const stranger = reader(await aColleague(place, 'Eva Y', 'coordinator'), 'Eva Y')
    expect(await syncPocket(stranger, round, [aChange(stop.stopId, { note: 'y' })])).toMatchObject({
      state: 'not-yours',
      answers: [{ outcome: 'not-yours' }],
    })
  })
})
