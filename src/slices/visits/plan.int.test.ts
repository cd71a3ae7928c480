/** Changing a round and its cards, on a real database. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { replanRound } from './plan.actions.ts'
import type { RoundWish } from './plan.rules.ts'
import { aPlanningPlace, today, type PlanningPlace } from './planning.testbed.ts'
import { deliverCards, printCards } from './sheet.actions.ts'
import { addStops, planTimes } from './stops.actions.ts'

let at: PlanningPlace
beforeAll(async () => {
  at = await aPlanningPlace()
})
afterAll(() => at.place.installation.close())
beforeEach(() => at.place.sql(`update visits.round set state = 'cancelled', closed_at = now() where state = 'planned'`))

describe('changing a round', () => {
  it('is made from the version seen, and not once it has begun', async () => {
    const round = await at.plan()
    const change = (version: number, more: Partial<RoundWish> = {}) =>
      replanRound(at.reader(), round, { wish: at.wish({ area: 'Norra', ...more }), version })
    expect(await change(1)).toMatchObject({ granted: true })
    expect(await change(1)).toMatchObject({ reason: 'somebody-else-first' })
    expect(await change(2, { watch: at.crew.first })).toMatchObject({ reason: 'not-plannable' })
    await at.place.sql(`update visits.round set state = 'underWay' where round_id = $1`, [round])
    expect(await change(2)).toMatchObject({ reason: 'under-way' })
  })

  it('to colleagues who may not see its youths is refused', async () => {
    const round = await at.plan()
    await addStops(at.reader(), round, [(await at.ready('Idegatan 1')).subjectId])
    expect(
      await replanRound(at.reader(), round, { wish: at.wish({ second: at.crew.watch, watch: at.crew.second }), version: 1 }),
    ).toMatchObject({
      reason: 'staff-may-not-see',
    })
  })
})

describe('the cards', () => {
  const from = () => ({ place: { code: at.place.code, name: 'Provstad' }, publicUrl: 'https://lots.example.org', today })

  it('are printed once for each day and time, delivered once, and each delivery is a contact', async () => {
    await at.place.sql(`update access.staff set phone = '+46701740605' where id = $1`, [at.crew.first])
    const round = await at.plan()
    const youths = [
      await at.ready('Jagargatan 1', 'visitCard', { staff: at.crew.first }),
      await at.ready('Jagargatan 2', 'visitCard', { staff: at.crew.first }),
    ]
    await addStops(
      at.reader(),
      round,
      youths.map(({ subjectId }) => subjectId),
    )
    const cards = async () =>
      at.place.sql<{ n: number }>(
        'select count(*)::int as n from visits.card c join visits.stop s on s.id = c.stop_id join visits.round r on r.id = s.round_id where r.round_id = $1',
        [round],
      )
    const printed = await printCards(at.reader(), round, { which: 'missing', from: from() })
    expect(printed).toMatchObject({ granted: true })
    expect(printed.granted ? Buffer.from(printed.value).subarray(0, 5).toString() : printed.reason).toBe('%PDF-')
    expect(await printCards(at.reader(), round, { which: 'missing', from: from() })).toMatchObject({ reason: 'nothing-to-print' })
    expect(await printCards(at.reader(), round, { which: 'all', from: from() })).toMatchObject({ granted: true })
    expect(await cards()).toEqual([{ n: 2 }])
    expect(await at.place.sql('select from replies.code where person_id = $1', [youths[0]?.personId])).toHaveLength(2)

    const ids = (await at.show(round)).stops.map(({ stopId }) => stopId)
    const tomorrow = dateOf(plusDays(dayOf(today), 1))
    expect(await deliverCards(at.reader(), round, ids, tomorrow)).toEqual({ delivered: 0, refused: 'day-is-not-past' })
    expect(await deliverCards(at.reader(), round, ids.slice(0, 1), today)).toEqual({ delivered: 1, refused: null })
    expect(await deliverCards(at.reader(), round, ids, today)).toEqual({ delivered: 1, refused: 'already-delivered' })
    expect((await at.show(round)).stops.map(({ isAnnounced }) => isAnnounced)).toEqual([true, true])
    const contacts = await at.place.sql(
      `select outcome, attempted, reached from outreach.contact where channel = 'visitCard' and person_id = any ($1)`,
      [youths.map(({ personId }) => personId)],
    )
    expect(contacts).toEqual([
      { outcome: 'sent', attempted: true, reached: false },
      { outcome: 'sent', attempted: true, reached: false },
    ])
  })

  it('need a time, and a new one when the time is another', async () => {
    const round = await at.plan()
    await addStops(at.reader(), round, [(await at.ready('Kastanjegatan 1', 'visitCard', { staff: at.crew.first })).subjectId])
    const stopId = (await at.show(round)).stops[0]?.stopId ?? ''
    await planTimes(at.reader(), round, new Map([[stopId, null]]))
    expect(await printCards(at.reader(), round, { which: 'missing', from: from() })).toMatchObject({ reason: 'nothing-to-print' })
    await planTimes(at.reader(), round, new Map([[stopId, '14:00']]))
    expect(await printCards(at.reader(), round, { which: 'missing', from: from() })).toMatchObject({ granted: true })
    await planTimes(at.reader(), round, new Map([[stopId, '14:20']]))
    expect(await printCards(at.reader(), round, { which: 'missing', from: from() })).toMatchObject({ granted: true })
    expect((await at.show(round)).stops[0]?.card).toMatchObject({ visitTime: '14:20', deliveredOn: null })
  })
})
