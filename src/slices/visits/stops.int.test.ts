/** Who is visited, on a real database: whom the ladder proposes, who may be added, and in which order. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { protect } from '../worklist/worklist.testbed.ts'
import { cancelRound, closeRound } from './plan.actions.ts'
import { aPlanningPlace, today, type PlanningPlace } from './planning.testbed.ts'
import { readRounds } from './read.actions.ts'
import { addStops, arrangeStops, dropStop, planTimes } from './stops.actions.ts'
import { aRound, aStop } from './visits.testbed.ts'

let at: PlanningPlace
beforeAll(async () => {
  at = await aPlanningPlace()
})
afterAll(() => at.place.installation.close())
beforeEach(() => at.place.sql(`update visits.round set state = 'cancelled', closed_at = now() where state = 'planned'`))

const reasons = (added: Awaited<ReturnType<typeof addStops>>) => added.map(({ decision }) => (decision.granted ? 'added' : decision.reason))

describe('whom the ladder proposes', () => {
  it('is those of the district whose next step is a card or a visit, by address, and nobody protected', async () => {
    const [ten, two, agreed] = [
      await at.ready('Almgatan 10'),
      await at.ready('Almgatan 2', 'homeVisit'),
      await at.ready('Almgatan 3', 'keepAgreement'),
    ]
    await at.place.sql(`update outreach.standing set detail = '{"agreed": "visit"}' where person_id = $1`, [agreed.personId])
    await at.ready('Almgatan 4', 'call')
    await at.ready('Almgatan 5', 'keepAgreement')
    await at.ready('Almgatan 6', 'visitCard', { protected: 'marked' })
    await at.ready('Almgatan 7', 'visitCard', { untilOn: today })
    await at.ready('Almgatan 8', 'visitCard', { unit: at.south.unit, district: at.south.district })
    await at.ready('', 'visitCard')
    const round = await at.plan()
    const ids = (await at.show(round)).candidates.map(({ subjectId }) => subjectId)
    expect(ids).toEqual([two, agreed, ten].map(({ subjectId }) => subjectId))
    expect((await at.show(await at.plan({ districtId: null }))).candidates).toHaveLength(4)
    expect((await at.show(await at.plan({ districtId: null }), at.reader([at.south.unit]))).candidates).toHaveLength(1)
    await addStops(at.reader(), round, [two.subjectId])
    expect((await at.show(await at.plan())).candidates).toHaveLength(2)
  })
})

describe('adding', () => {
  it('puts the first ones in order with times, and those who come later last without', async () => {
    const round = await at.plan()
    const [b, a] = [await at.ready('Björkgatan 12'), await at.ready('Björkgatan 3')]
    expect(reasons(await addStops(at.reader(), round, [b.subjectId, a.subjectId, a.subjectId]))).toEqual(['added', 'added'])
    const c = await at.ready('Björkgatan 1')
    await addStops(at.reader(), round, [c.subjectId])
    const { stops } = await at.show(round)
    expect(stops.map(({ street, plannedAt }) => `${street} ${plannedAt}`)).toEqual([
      'Björkgatan 3 13:00',
      'Björkgatan 12 14:00',
      'Björkgatan 1 null',
    ])
  })

  it('answers for each why not', async () => {
    const round = await at.plan()
    const [here, hidden, elsewhere, homeless, over, watched, unwilling] = [
      await at.ready('Cedergatan 1'),
      await at.ready('Cedergatan 2', null, { protected: 'marked' }),
      await at.ready('Cedergatan 3', null, { unit: at.south.unit, district: at.south.district }),
      await at.ready('', null),
      await at.ready('Cedergatan 4', null, { untilOn: today }),
      await at.ready('Cedergatan 5', null, { untilOn: today, watched: true }),
      await at.ready('Cedergatan 6'),
    ]
    await addStops(at.reader(), round, [here.subjectId])
    await at.place.sql(`insert into messaging.opt_out (person_id, channel, said_by) values ($1, 'homeVisit', 'prov')`, [unwilling.personId])
    const ids = [here, hidden, elsewhere, homeless, over, watched, unwilling].map(({ subjectId }) => subjectId)
    expect(reasons(await addStops(at.reader(), round, ids)).join(' ')).toBe(
      'already-in-a-round not-found staff-may-not-see no-address not-followed added said-no',
    )
    expect(reasons(await addStops(at.reader(), '00000000-0000-4000-8000-000000000000', [here.subjectId]))).toEqual(['missing'])
    const [line] = await at.place.sql(
      `select subject_id from audit.line where action = 'visits.addStop' and outcome = 'not-found' order by id desc limit 1`,
    )
    expect(line).toEqual({ subject_id: null })
  })

  it('is heard of by the ladder, and so is that the round was cancelled', async () => {
    const youth = await at.ready('Dalgatan 1')
    const stepOf = async () =>
      (
        await at.place.sql<{ step: string; due: string }>(
          'select step, step_due::text as due from outreach.standing where person_id = $1',
          [youth.personId],
        )
      )[0]
    const round = await at.plan()
    await addStops(at.reader(), round, [youth.subjectId])
    expect((await stepOf())?.step).toBe('visitCard')
    const planned = (await stepOf())?.due
    await cancelRound(at.reader(), round)
    expect((await stepOf())?.due).not.toBe(planned)
  })

  it('of somebody protected since is gone from the round at once, and the round can be closed without', async () => {
    const round = await at.plan()
    const [one, other] = [await at.ready('Ekgatan 1'), await at.ready('Ekgatan 2')]
    await addStops(at.reader(), round, [one.subjectId, other.subjectId])
    await protect(at.place, other.personId, 'marked')
    expect((await at.show(round)).stops.map(({ subjectId }) => subjectId)).toEqual([one.subjectId])
    expect((await readRounds(at.reader())).open.find(({ roundId }) => roundId === round)).toMatchObject({ stops: 1, left: 1 })
    await at.place.sql(`update visits.stop set result = 'notMade' where person_id = $1`, [one.personId])
    expect(await closeRound(at.reader(), round)).toMatchObject({ granted: true })
  })
})

describe('the order', () => {
  it('is by address, or as somebody wants it, and times follow the places until a card says one', async () => {
    const round = await at.plan()
    const youths = [await at.ready('Furugatan 1'), await at.ready('Furugatan 2'), await at.ready('Furugatan 3')]
    await addStops(
      at.reader(),
      round,
      youths.map(({ subjectId }) => subjectId),
    )
    const lines = async () => (await at.show(round)).stops.map(({ street, plannedAt }) => `${street.at(-1)} ${plannedAt}`)
    const stopId = (await at.show(round)).stops[2]?.stopId ?? ''
    await arrangeStops(at.reader(), round, { how: 'step', stopId, step: -1 })
    expect(await lines()).toEqual(['1 13:00', '3 13:40', '2 14:20'])
    await at.place.sql(
      `insert into visits.card (stop_id, visit_day, visit_time, printed_by) select id, current_date + 7, '13:40', $2 from visits.stop where stop_id = $1`,
      [stopId, at.crew.first],
    )
    await arrangeStops(at.reader(), round, { how: 'address' })
    expect(await lines()).toEqual(['1 13:00', '2 14:20', '3 13:40'])
    await arrangeStops(at.reader(), round, { how: 'times' })
    expect(await lines()).toEqual(['1 13:00', '2 13:40', '3 14:20'])
  })

  it('has times inside the round only', async () => {
    const round = await at.plan()
    await addStops(at.reader(), round, [(await at.ready('Grangatan 1')).subjectId])
    const stopId = (await at.show(round)).stops[0]?.stopId ?? ''
    const to = (time: string | null) => planTimes(at.reader(), round, new Map([[stopId, time]]))
    expect([await to('12:59'), await to('15:00')]).toEqual([refusedTime, refusedTime])
    expect(await to('14:59')).toMatchObject({ granted: true })
    expect(await to(null)).toMatchObject({ granted: true })
    expect((await at.show(round)).stops[0]?.plannedAt).toBeNull()
  })

  const refusedTime = { granted: false, reason: 'outside-the-round' }

  it('loses a visit that has not begun, and keeps one that has', async () => {
    const round = await aRound(at.place, at.crew)
    const [one, other] = [
      await aStop(at.place, round, await at.ready('Hasselgatan 1')),
      await aStop(at.place, round, await at.ready('Hasselgatan 2')),
    ]
    await at.place.sql('update visits.stop set checked_in_at = now() where stop_id = $1', [other.stopId])
    expect(await dropStop(at.reader(), round, one.stopId)).toMatchObject({ granted: true })
    expect(await dropStop(at.reader(), round, one.stopId)).toMatchObject({ reason: 'missing' })
    expect(await dropStop(at.reader(), round, other.stopId)).toMatchObject({ reason: 'already-visited' })
  })
})
