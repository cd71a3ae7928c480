/** Planning on a real database: whom the ladder proposes, who may be added, the order, cards, and the ladder's own memory of it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { refreshStandings } from '../outreach/index.ts'
import { aColleague, aUnit, aYouth, protect, type MadeYouth } from '../worklist/worklist.testbed.ts'
import { cancelRound, closeRound, planRound, replanRound } from './plan.actions.ts'
import type { RoundWish } from './plan.rules.ts'
import { readPlan, readRounds, type Reader } from './read.actions.ts'
import { deliverCards, printCards } from './sheet.actions.ts'
import { addStops, arrangeStops, dropStop, planTimes } from './stops.actions.ts'
import { aRound, aStop, type Crew } from './visits.testbed.ts'

let place: TestPlace
let crew: Crew = { first: '', second: '', watch: '' }
let [north, south] = [
  { unit: 0, district: 0 },
  { unit: 0, district: 0 },
]
const today = todayInSweden()
const laterWorkingDay = (): PlainDate => {
  let day = plusDays(dayOf(today), 7)
  while (!isWorkingDay(day)) day = plusDays(day, 1)
  return dateOf(day)
}
const reader = (units: readonly number[] | null = null, staffId = crew.first): Reader => ({
  pool: place.pool,
  scope: { units, mayReadProtected: false },
  staffId,
  name: 'Anna Ek',
  today,
  nowMs: Date.now(),
})
const wish = (more: Partial<RoundWish> = {}): RoundWish => ({
  on: laterWorkingDay(),
  area: 'Norr',
  districtId: north.district,
  startsAt: '13:00',
  endsAt: '15:00',
  ...crew,
  ...more,
})
const plan = async (more: Partial<RoundWish> = {}): Promise<string> => {
  const decision = await planRound(reader(), wish(more))
  if (!decision.granted) throw new Error('the round was not planned')
  return decision.value
}

/** A youth of the north with an address, whose next step is this. */
async function ready(street: string, step: string | null = 'visitCard', more: Parameters<typeof aYouth>[1] = {}): Promise<MadeYouth> {
  const youth = await aYouth(place, { unit: north.unit, district: north.district, ...more })
  await place.sql('update worklist.youth set street = $2 where person_id = $1', [youth.personId, street])
  await inTransaction(place.pool, (tx) => refreshStandings(tx, [youth.personId]))
  if (step !== null) {
    await place.sql('update outreach.standing set step = $2, step_from = current_date, step_due = current_date + 7 where person_id = $1', [
      youth.personId,
      step,
    ])
  }
  return youth
}
const show = async (roundId: string, who = reader()) => {
  const found = await readPlan(who, roundId)
  if (found === null) throw new Error('there is no such round')
  return found
}
const reasons = (added: Awaited<ReturnType<typeof addStops>>) => added.map(({ decision }) => (decision.granted ? 'added' : decision.reason))

beforeAll(async () => {
  place = await aPlace()
  north = await aUnit(place, 'Norr')
  south = await aUnit(place, 'Söder')
  crew = {
    first: await aColleague(place, 'Anna Ek', 'coordinator', north.unit),
    second: await aColleague(place, 'Bo Al', 'counsellor', north.unit),
    watch: await aColleague(place, 'Cia Ås', 'counsellor', south.unit),
  }
})
afterAll(() => place.installation.close())
beforeEach(() => place.sql(`update visits.round set state = 'cancelled', closed_at = now() where state = 'planned'`))

describe('whom the ladder proposes', () => {
  it('is those of the district whose next step is a card or a visit, by address, and nobody protected', async () => {
    const [ten, two, agreed] = [
      await ready('Almgatan 10'),
      await ready('Almgatan 2', 'homeVisit'),
      await ready('Almgatan 3', 'keepAgreement'),
    ]
    await place.sql(`update outreach.standing set detail = '{"agreed": "visit"}' where person_id = $1`, [agreed.personId])
    await ready('Almgatan 4', 'call')
    await ready('Almgatan 5', 'keepAgreement')
    await ready('Almgatan 6', 'visitCard', { protected: 'marked' })
    await ready('Almgatan 7', 'visitCard', { untilOn: today })
    await ready('Almgatan 8', 'visitCard', { unit: south.unit, district: south.district })
    await ready('', 'visitCard')
    const round = await plan()
    const ids = (await show(round)).candidates.map(({ subjectId }) => subjectId)
    expect(ids).toEqual([two, agreed, ten].map(({ subjectId }) => subjectId))
    expect((await show(await plan({ districtId: null }))).candidates).toHaveLength(4)
    expect((await show(await plan({ districtId: null }), reader([south.unit]))).candidates).toHaveLength(1)
    await addStops(reader(), round, [two.subjectId])
    expect((await show(await plan())).candidates).toHaveLength(2)
  })
})

describe('adding', () => {
  it('puts the first ones in order with times, and those who come later last without', async () => {
    const round = await plan()
    const [b, a] = [await ready('Björkgatan 12'), await ready('Björkgatan 3')]
    expect(reasons(await addStops(reader(), round, [b.subjectId, a.subjectId, a.subjectId]))).toEqual(['added', 'added'])
    const c = await ready('Björkgatan 1')
    await addStops(reader(), round, [c.subjectId])
    const { stops } = await show(round)
    expect(stops.map(({ street, plannedAt }) => `${street} ${plannedAt}`)).toEqual([
      'Björkgatan 3 13:00',
      'Björkgatan 12 14:00',
      'Björkgatan 1 null',
    ])
  })

  it('answers for each why not', async () => {
    const round = await plan()
    const [here, hidden, elsewhere, homeless] = [
      await ready('Cedergatan 1'),
      await ready('Cedergatan 2', null, { protected: 'marked' }),
      await ready('Cedergatan 3', null, { unit: south.unit, district: south.district }),
      await ready('', null),
    ]
    await addStops(reader(), round, [here.subjectId])
    const ids = [here, hidden, elsewhere, homeless].map(({ subjectId }) => subjectId)
    expect(reasons(await addStops(reader(), round, ids))).toEqual(['already-in-a-round', 'not-found', 'staff-may-not-see', 'no-address'])
    expect(reasons(await addStops(reader(), '00000000-0000-4000-8000-000000000000', [here.subjectId]))).toEqual(['missing'])
    const [line] = await place.sql(
      `select subject_id from audit.line where action = 'visits.addStop' and outcome = 'not-found' order by id desc limit 1`,
    )
    expect(line).toEqual({ subject_id: null })
  })

  it('is heard of by the ladder, and so is that the round was cancelled', async () => {
    const youth = await ready('Dalgatan 1')
    const stepOf = async () =>
      (
        await place.sql<{ step: string; due: string }>('select step, step_due::text as due from outreach.standing where person_id = $1', [
          youth.personId,
        ])
      )[0]
    const round = await plan()
    await addStops(reader(), round, [youth.subjectId])
    expect((await stepOf())?.step).toBe('visitCard')
    const planned = (await stepOf())?.due
    await cancelRound(reader(), round)
    expect((await stepOf())?.due).not.toBe(planned)
  })

  it('of somebody protected since is gone from the round at once, and the round can be closed without', async () => {
    const round = await plan()
    const [one, other] = [await ready('Ekgatan 1'), await ready('Ekgatan 2')]
    await addStops(reader(), round, [one.subjectId, other.subjectId])
    await protect(place, other.personId, 'marked')
    expect((await show(round)).stops.map(({ subjectId }) => subjectId)).toEqual([one.subjectId])
    expect((await readRounds(reader())).open.find(({ roundId }) => roundId === round)).toMatchObject({ stops: 1, left: 1 })
    await place.sql(`update visits.stop set result = 'notMade' where person_id = $1`, [one.personId])
    expect(await closeRound(reader(), round)).toMatchObject({ granted: true })
  })
})

describe('the order', () => {
  it('is by address, or as somebody wants it, and times follow the places until a card says one', async () => {
    const round = await plan()
    const youths = [await ready('Furugatan 1'), await ready('Furugatan 2'), await ready('Furugatan 3')]
    await addStops(
      reader(),
      round,
      youths.map(({ subjectId }) => subjectId),
    )
    const lines = async () => (await show(round)).stops.map(({ street, plannedAt }) => `${street.at(-1)} ${plannedAt}`)
    const stopId = (await show(round)).stops[2]?.stopId ?? ''
    await arrangeStops(reader(), round, { how: 'step', stopId, step: -1 })
    expect(await lines()).toEqual(['1 13:00', '3 13:40', '2 14:20'])
    await place.sql(
      `insert into visits.card (stop_id, visit_day, visit_time, printed_by) select id, current_date + 7, '13:40', $2 from visits.stop where stop_id = $1`,
      [stopId, crew.first],
    )
    await arrangeStops(reader(), round, { how: 'address' })
    expect(await lines()).toEqual(['1 13:00', '2 14:20', '3 13:40'])
    await arrangeStops(reader(), round, { how: 'times' })
    expect(await lines()).toEqual(['1 13:00', '2 13:40', '3 14:20'])
  })

  it('has times inside the round only', async () => {
    const round = await plan()
    await addStops(reader(), round, [(await ready('Grangatan 1')).subjectId])
    const stopId = (await show(round)).stops[0]?.stopId ?? ''
    const to = (time: string | null) => planTimes(reader(), round, new Map([[stopId, time]]))
    expect([await to('12:59'), await to('15:00')]).toEqual([refusedTime, refusedTime])
    expect(await to('14:59')).toMatchObject({ granted: true })
    expect(await to(null)).toMatchObject({ granted: true })
    expect((await show(round)).stops[0]?.plannedAt).toBeNull()
  })

  const refusedTime = { granted: false, reason: 'outside-the-round' }

  it('loses a visit that has not begun, and keeps one that has', async () => {
    const round = await aRound(place, crew)
    const [one, other] = [await aStop(place, round, await ready('Hasselgatan 1')), await aStop(place, round, await ready('Hasselgatan 2'))]
    await place.sql('update visits.stop set checked_in_at = now() where stop_id = $1', [other.stopId])
    expect(await dropStop(reader(), round, one.stopId)).toMatchObject({ granted: true })
    expect(await dropStop(reader(), round, one.stopId)).toMatchObject({ reason: 'missing' })
    expect(await dropStop(reader(), round, other.stopId)).toMatchObject({ reason: 'already-visited' })
  })
})

describe('changing a round', () => {
  it('is made from the version seen, and not once it has begun', async () => {
    const round = await plan()
    const change = (version: number, more: Partial<RoundWish> = {}) =>
      replanRound(reader(), round, { wish: wish({ area: 'Norra', ...more }), version })
    expect(await change(1)).toMatchObject({ granted: true })
    expect(await change(1)).toMatchObject({ reason: 'somebody-else-first' })
    expect(await change(2, { watch: crew.first })).toMatchObject({ reason: 'not-plannable' })
    await place.sql(`update visits.round set state = 'underWay' where round_id = $1`, [round])
    expect(await change(2)).toMatchObject({ reason: 'under-way' })
  })

  it('to colleagues who may not see its youths is refused', async () => {
    const round = await plan()
    await addStops(reader(), round, [(await ready('Idegatan 1')).subjectId])
    expect(await replanRound(reader(), round, { wish: wish({ second: crew.watch, watch: crew.second }), version: 1 })).toMatchObject({
      reason: 'staff-may-not-see',
    })
  })
})

describe('the cards', () => {
  const from = () => ({ place: { code: place.code, name: 'Provstad' }, publicUrl: 'https://lots.example.org', today })

  it('are printed once for each day and time, delivered once, and each delivery is a contact', async () => {
    await place.sql(`update access.staff set phone = '+46701740605' where id = $1`, [crew.first])
    const round = await plan()
    const youths = [
      await ready('Jagargatan 1', 'visitCard', { staff: crew.first }),
      await ready('Jagargatan 2', 'visitCard', { staff: crew.first }),
    ]
    await addStops(
      reader(),
      round,
      youths.map(({ subjectId }) => subjectId),
    )
    const cards = async () =>
      place.sql<{ n: number }>(
        'select count(*)::int as n from visits.card c join visits.stop s on s.id = c.stop_id join visits.round r on r.id = s.round_id where r.round_id = $1',
        [round],
      )
    const printed = await printCards(reader(), round, { which: 'missing', from: from() })
    expect(printed).toMatchObject({ granted: true })
    expect(printed.granted ? Buffer.from(printed.value).subarray(0, 5).toString() : printed.reason).toBe('%PDF-')
    expect(await printCards(reader(), round, { which: 'missing', from: from() })).toMatchObject({ reason: 'nothing-to-print' })
    expect(await printCards(reader(), round, { which: 'all', from: from() })).toMatchObject({ granted: true })
    expect(await cards()).toEqual([{ n: 2 }])
    expect(await place.sql('select from replies.code where person_id = $1', [youths[0]?.personId])).toHaveLength(2)

    const ids = (await show(round)).stops.map(({ stopId }) => stopId)
    const tomorrow = dateOf(plusDays(dayOf(today), 1))
    expect(await deliverCards(reader(), round, ids, tomorrow)).toEqual({ delivered: 0, refused: 'day-is-not-past' })
    expect(await deliverCards(reader(), round, ids.slice(0, 1), today)).toEqual({ delivered: 1, refused: null })
    expect(await deliverCards(reader(), round, ids, today)).toEqual({ delivered: 1, refused: 'already-delivered' })
    expect((await show(round)).stops.map(({ isAnnounced }) => isAnnounced)).toEqual([true, true])
    const contacts = await place.sql(
      `select outcome, attempted, reached from outreach.contact where channel = 'visitCard' and person_id = any ($1)`,
      [youths.map(({ personId }) => personId)],
    )
    expect(contacts).toEqual([
      { outcome: 'sent', attempted: true, reached: false },
      { outcome: 'sent', attempted: true, reached: false },
    ])
  })

  it('need a time, and a new one when the time is another', async () => {
    const round = await plan()
    await addStops(reader(), round, [(await ready('Kastanjegatan 1', 'visitCard', { staff: crew.first })).subjectId])
    const stopId = (await show(round)).stops[0]?.stopId ?? ''
    await planTimes(reader(), round, new Map([[stopId, null]]))
    expect(await printCards(reader(), round, { which: 'missing', from: from() })).toMatchObject({ reason: 'nothing-to-print' })
    await planTimes(reader(), round, new Map([[stopId, '14:00']]))
    expect(await printCards(reader(), round, { which: 'missing', from: from() })).toMatchObject({ granted: true })
    await planTimes(reader(), round, new Map([[stopId, '14:20']]))
    expect(await printCards(reader(), round, { which: 'missing', from: from() })).toMatchObject({ granted: true })
    expect((await show(round)).stops[0]?.card).toMatchObject({ visitTime: '14:20', deliveredOn: null })
  })
})
