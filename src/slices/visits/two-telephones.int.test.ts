/** Two telephones with the same visit, on a real database: put together, chosen about once, and nothing lost of the one that was away. */
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aColleague, aYouth, protect } from '../worklist/worklist.testbed.ts'
import { aFieldPlace, aReader, aVisit, conflictsOf, type FieldPlace, type FieldVisit } from './field.testbed.ts'
import { closeRound } from './plan.actions.ts'
import { syncPocket, takePocket } from './pocket.actions.ts'
import { aChange, aRound, aStop, minutesAgo, stopNow } from './visits.testbed.ts'

let at: FieldPlace
let visit: FieldVisit
beforeAll(async () => {
  at = await aFieldPlace()
})
afterAll(() => at.place.installation.close())
beforeEach(async () => {
  visit = await aVisit(at)
})

describe('two telephones', () => {
  it('that check in within ten minutes are one check-in, the earlier', async () => {
    const [early, late] = [minutesAgo(9), minutesAgo(4)]
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: late }))
    expect(conflictsOf(await visit.write(at.bo, aChange(visit.stop.stopId, { checkedInAt: early })))).toEqual([])
    const [row] = await at.place.sql<{ ms: number }>(
      'select (extract(epoch from checked_in_at) * 1000)::float8 as ms from visits.stop where stop_id = $1',
      [visit.stop.stopId],
    )
    expect(row?.ms).toBe(early)
  })

  it('that write different results keep both until one is chosen, and log one contact', async () => {
    const start = minutesAgo(8)
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: start }))
    const mine = aChange(visit.stop.stopId, { result: 'notHome', note: 'Ingen svarade' })
    const theirs = aChange(visit.stop.stopId, { result: 'someoneElse', checkedOutAt: minutesAgo(1) })
    expect(conflictsOf(await visit.write(at.anna, mine))).toEqual([])
    expect(conflictsOf(await visit.write(at.bo, theirs))).toEqual(['result'])
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ result: 'notHome', note: 'Ingen svarade' })
    expect((await stopNow(at.place, visit.stop.stopId))?.out).not.toBeNull()
    expect(await visit.contacts()).toHaveLength(1)

    expect(await closeRound(at.anna, visit.round)).toEqual({ granted: false, reason: 'open-differences' })
    const pick = aChange(visit.stop.stopId, { result: 'someoneElse' }, { base: { result: 'notHome' }, settles: theirs.changeId })
    expect(conflictsOf(await visit.write(at.bo, pick))).toEqual([])
    expect(await visit.contacts()).toMatchObject([
      { outcome: 'notHome', struck: true },
      { outcome: 'someoneElse', struck: false },
    ])
    expect(await closeRound(at.anna, visit.round)).toMatchObject({ granted: true })
    const kept = await at.place.sql(
      'select fields, settled_at is not null as settled from visits.change c join visits.stop s on s.id = c.stop_id where s.stop_id = $1 order by c.id',
      [visit.stop.stopId],
    )
    expect(kept).toMatchObject([
      {},
      { fields: { result: 'notHome' } },
      { fields: { result: 'someoneElse' }, settled: true },
      { settled: false },
    ])
  })

  it('that write at the same moment are put together one after the other', async () => {
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: minutesAgo(8) }))
    const answers = await Promise.all([
      visit.write(at.anna, aChange(visit.stop.stopId, { result: 'reached' })),
      visit.write(at.bo, aChange(visit.stop.stopId, { result: 'declined' })),
      visit.write(at.anna, aChange(visit.stop.stopId, { note: 'a' })),
      visit.write(at.bo, aChange(visit.stop.stopId, { checkedOutAt: minutesAgo(1) })),
    ])
    expect(answers.map(conflictsOf).filter((one) => one.length > 0)).toEqual([['result']])
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ note: 'a', version: 6 })
    expect((await visit.contacts()).filter(({ struck }) => !struck)).toHaveLength(1)
  })

  it('that choose about the same difference choose once', async () => {
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: minutesAgo(8), result: 'notHome' }))
    const theirs = aChange(visit.stop.stopId, { checkedInAt: minutesAgo(8), result: 'reached' })
    await visit.write(at.bo, theirs)
    const pick = (result: 'reached' | 'notHome') =>
      aChange(visit.stop.stopId, { result }, { base: { result: 'notHome' }, settles: theirs.changeId })
    expect(conflictsOf(await visit.write(at.bo, pick('reached')))).toEqual([])
    // Anna chose too, from what she saw: the same as what was, so Bo's choice stands.
    expect(conflictsOf(await visit.write(at.anna, pick('notHome')))).toEqual([])
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ result: 'reached' })
  })
})

describe('a telephone that was away', () => {
  it('takes the round along on its day, for those who go, while it is open', async () => {
    const other = await aRound(at.place, { ...at.crew, on: '2030-05-02' })
    expect(await takePocket(at.cia, visit.round)).toMatchObject({ reason: 'not-yours' })
    expect(await takePocket(at.anna, other)).toMatchObject({ reason: 'not-today' })
    expect(await takePocket(at.anna, randomUUID())).toMatchObject({ reason: 'missing' })
    const taken = await takePocket(at.anna, visit.round)
    expect(taken).toMatchObject({ granted: true, value: { roundId: visit.round, stops: [{ stopId: visit.stop.stopId, why: null }] } })
    const [line] = await at.place.sql(
      `select outcome, detail ->> 'stops' as stops from audit.line where action = 'visits.carry' order by id desc limit 1`,
    )
    expect(line).toEqual({ outcome: 'done', stops: '1' })
  })

  it('sends all it has, in order, twice, and is answered the same', async () => {
    const changes = [
      aChange(visit.stop.stopId, { checkedInAt: minutesAgo(9) }),
      aChange(visit.stop.stopId, { result: 'reached', checkedOutAt: minutesAgo(2), note: 'Ville veta mer' }),
    ]
    const first = await syncPocket(at.anna, visit.round, changes)
    const again = await syncPocket(at.anna, visit.round, changes)
    for (const answer of [first, again]) {
      expect(answer).toMatchObject({ state: 'open', answers: [{ outcome: 'saved' }, { outcome: 'saved' }] })
      expect(answer?.pocket?.stops[0]?.fields).toMatchObject({ result: 'reached', note: 'Ville veta mer' })
    }
    expect(await visit.contacts()).toHaveLength(1)
  })

  it('is told what was not taken in, and the rest is', async () => {
    const bare = await aStop(at.place, visit.round, await aYouth(at.place), { card: 'none' })
    const answer = await syncPocket(at.anna, visit.round, [
      aChange(bare.stopId, { checkedInAt: minutesAgo(3) }),
      aChange(visit.stop.stopId, { note: 'x' }),
    ])
    expect(answer?.answers.map(({ outcome }) => outcome)).toEqual(['no-card', 'saved'])
  })

  it('learns that a youth was made protected: gone at once, and what was written before is kept', async () => {
    await takePocket(at.anna, visit.round)
    const seen = aChange(visit.stop.stopId, { checkedInAt: minutesAgo(9), result: 'reached' })
    await protect(at.place, visit.stop.personId, 'marked')
    const answer = await syncPocket(at.anna, visit.round, [seen])
    expect(answer).toMatchObject({ answers: [{ outcome: 'saved' }], pocket: { stops: [], conflicts: [] } })
    expect(JSON.stringify(answer)).not.toMatch(/Provsson|Hemliga gatan/)
    expect(await visit.contacts()).toHaveLength(1)
    // A difference about somebody who may not be shown is not asked about: what came first stands, and the other is on record.
    expect(
      await syncPocket(at.bo, visit.round, [aChange(visit.stop.stopId, { checkedInAt: minutesAgo(9), result: 'notHome' })]),
    ).toMatchObject({
      answers: [{ outcome: 'saved' }],
    })
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ result: 'reached' })
    expect(await closeRound(at.anna, visit.round)).toMatchObject({ granted: true })
  })

  it('is told to forget a round that is over, and what it had written is still taken in', async () => {
    await takePocket(at.anna, visit.round)
    await visit.write(at.bo, aChange(visit.stop.stopId, { result: 'notMade' }))
    await closeRound(at.bo, visit.round)
    const answer = await syncPocket(at.anna, visit.round, [aChange(visit.stop.stopId, { checkedInAt: minutesAgo(9), note: 'Vi var där' })])
    expect(answer).toMatchObject({ state: 'over', pocket: null, answers: [{ outcome: 'saved' }] })
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ note: 'Vi var där', result: 'notMade' })
  })

  it('of somebody who no longer goes is told to forget, after what was written is taken in', async () => {
    await takePocket(at.anna, visit.round)
    const dan = await aColleague(at.place, 'Dan Ö', 'coordinator')
    await at.place.sql('update visits.round set first_staff_id = $2 where round_id = $1', [visit.round, dan])
    const answer = await syncPocket(at.anna, visit.round, [aChange(visit.stop.stopId, { note: 'x' })])
    expect(answer).toMatchObject({ state: 'not-yours', pocket: null, answers: [{ outcome: 'saved' }] })
    const stranger = aReader(at.place, await aColleague(at.place, 'Eva Y', 'coordinator'), 'Eva Y')
    expect(await syncPocket(stranger, visit.round, [aChange(visit.stop.stopId, { note: 'y' })])).toMatchObject({
      state: 'not-yours',
      answers: [{ outcome: 'not-yours' }],
    })
  })
})
