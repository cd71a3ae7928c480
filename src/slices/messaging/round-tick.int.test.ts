/** Rounds as time passes: the day's own round, one whose process died, and those that are all sent. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, date, type TestPlace } from '../../../test/support/places.ts'
import { aNight } from '../worklist/worklist.testbed.ts'
import { prepareAgain, reviewRound } from './round.actions.ts'
import { progressOf } from './round-prepare.actions.ts'
import { readRounds } from './round-read.actions.ts'
import { releaseRound } from './round-release.actions.ts'
import { prepareContinuous, tendRounds } from './round-tick.actions.ts'
import {
  aPerson,
  aPrepared,
  aReceiver,
  aroundOf,
  morning,
  recipientsOf,
  setMessages,
  stateOf,
  toldOf,
  type Colleague,
} from './round.testbed.ts'

let place: TestPlace
let amina: Colleague
let karin: Colleague
beforeAll(async () => {
  place = await aPlace()
  await setMessages(place, 'contactPhone', '+46846500400')
  await setMessages(place, 'contactName', 'Ungdomslinjen')
  amina = await aPerson(place, 'Amina')
  karin = await aPerson(place, 'Karin')
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  await place.sql(
    'delete from messaging.message; delete from messaging.recipient; delete from messaging.round; delete from outreach.standing',
  )
  await place.sql(`delete from matching.run; delete from outreach.way; delete from worklist.youth`)
})

const daysLater = (days: number): Date => new Date(morning.getTime() + days * 86_400_000)
type Round = { round_id: string; kind: string; state: string; name: string; prepared_by: string | null; problem: string | null }
const rounds = (): Promise<Round[]> => place.sql<Round>('select * from messaging.round order by id')

describe('the day’s own round', () => {
  it('is of those whose step is a letter by then, once, however often somebody looks', async () => {
    await aNight(place, '2026-11-18')
    const [due, coming, further, called] = [
      await aReceiver(place),
      await aReceiver(place, { stepFrom: '2026-11-19' }),
      await aReceiver(place, { step: 'furtherLetter', stepFrom: '2026-11-18' }),
      await aReceiver(place, { step: 'call' }),
    ]
    const made = await Promise.all([1, 2, 3].map(() => prepareContinuous(aroundOf(place), morning)))
    expect(made.filter((one) => one !== null)).toHaveLength(1)
    expect(await prepareContinuous(aroundOf(place), morning)).toBeNull()
    const [round] = await rounds()
    expect(round).toMatchObject({ kind: 'continuous', state: 'prepared', name: 'Löpande 2026-11-18', prepared_by: null })
    const told = await Promise.all([due, coming, further, called].map((youth) => toldOf(place, round?.round_id ?? '', youth)))
    expect(told).toEqual(['letter+sms', '-', 'letter+sms', '-'])
  })

  it('is released by a second person too', async () => {
    await aNight(place, '2026-11-18')
    await aReceiver(place)
    const roundId = (await prepareContinuous(aroundOf(place), morning)) ?? ''
    expect(await reviewRound(amina, roundId, 2)).toEqual({ granted: true, value: null })
    expect(await releaseRound(aroundOf(place), amina, { roundId, seen: 3, now: morning })).toEqual({
      granted: false,
      reason: 'same-person',
    })
    expect(await releaseRound(aroundOf(place), karin, { roundId, seen: 3, now: morning })).toMatchObject({ granted: true })
  })

  it('is not made before the night is over, on a Sunday, or when nobody is due or all are in yesterday’s', async () => {
    const youth = await aReceiver(place)
    expect(await prepareContinuous(aroundOf(place), new Date('2026-11-18T05:30:00Z'))).toBeNull()
    await aNight(place, '2026-11-18')
    expect(await prepareContinuous(aroundOf(place), daysLater(4))).toBeNull()
    expect(await prepareContinuous(aroundOf(place), new Date('2026-11-18T05:30:00Z'))).not.toBeNull()
    await aNight(place, '2026-11-19')
    expect(await prepareContinuous(aroundOf(place), daysLater(1))).toBeNull()
    await aReceiver(place, { stepFrom: '2026-11-19' })
    const next = (await prepareContinuous(aroundOf(place), daysLater(1))) ?? ''
    expect(await toldOf(place, next, youth)).toBe('inOtherRound')
    expect((await recipientsOf(place, next)).filter(({ excluded }) => excluded === null)).toHaveLength(1)
  })
})

describe('the large round', () => {
  it('is offered after its day until one is begun that is not cancelled', async () => {
    const isDue = async (on: string): Promise<boolean> => (await readRounds(amina, date(on), 1)).isLargeDue
    expect([await isDue('2026-09-15'), await isDue('2026-09-16'), await isDue('2026-11-18')]).toEqual([false, true, false])
    await place.sql(
      `insert into messaging.round (kind, name, query, on_day, letter_key, prepared_by) values ('large', 'Höst', '', '2026-09-16', 'firstLetter', $1)`,
      [amina.staffId],
    )
    expect(await isDue('2026-09-17')).toBe(false)
    await place.sql(`update messaging.round set state = 'cancelled', cancelled_by = $1, cancelled_at = now()`, [amina.staffId])
    expect(await isDue('2026-09-17')).toBe(true)
  })
})

describe('the worker’s look', () => {
  it('takes up a round whose process died, and leaves one alone that could not be prepared', async () => {
    await aReceiver(place)
    const [left] = await place.sql<{ round_id: string }>(
      `insert into messaging.round (kind, name, query, on_day, letter_key, prepared_by) values ('large', 'Avbruten', '', '2026-11-18', 'firstLetter', $1) returning round_id`,
      [amina.staffId],
    )
    const [broken] = await place.sql<{ round_id: string }>(
      `insert into messaging.round (kind, name, query, on_day, letter_key, prepared_by, problem) values ('large', 'Trasig', '', '2026-11-18', 'firstLetter', $1, 'defect') returning round_id`,
      [amina.staffId],
    )
    await tendRounds(aroundOf(place), daysLater(-30))
    expect([await stateOf(place, left?.round_id ?? ''), await stateOf(place, broken?.round_id ?? '')]).toEqual(['prepared', 'preparing'])
    const given = { now: morning, report: () => {} }
    expect(await prepareAgain(aroundOf(place), amina, broken?.round_id ?? '', given)).toEqual({ granted: true, value: null })
    await progressOf(broken?.round_id ?? '')?.finished
    expect(await stateOf(place, broken?.round_id ?? '')).toBe('prepared')
  })

  it('notes what went wrong with a round, and tells of it', async () => {
    await aReceiver(place)
    const [round] = await place.sql<{ round_id: string }>(
      `insert into messaging.round (kind, name, query, on_day, letter_key, prepared_by) values ('large', 'Trasig', 'ansvarig=jag', '2026-11-18', 'firstLetter', $1) returning round_id`,
      [amina.staffId],
    )
    await place.sql('alter table messaging.recipient rename to away')
    await expect(tendRounds(aroundOf(place), daysLater(-29))).rejects.toThrow('recipient')
    await place.sql('alter table messaging.away rename to recipient')
    expect((await rounds())[0]).toMatchObject({ round_id: round?.round_id, state: 'preparing', problem: 'defect' })
  })

  it('says that a round is done when nothing of it is under way', async () => {
    await aReceiver(place)
    const roundId = await aPrepared(place, amina)
    await reviewRound(amina, roundId, 2)
    await releaseRound(aroundOf(place), karin, { roundId, seen: 3, now: morning })
    const settle = (state: string): Promise<unknown> =>
      place.sql(
        `update messaging.message set state = $1, problem = 'prov' where state = 'queued' and id = (select min(id) from messaging.message where state = 'queued')`,
        [state],
      )
    await tendRounds(aroundOf(place), daysLater(-28))
    expect(await stateOf(place, roundId)).toBe('released')
    await settle('failed')
    await tendRounds(aroundOf(place), daysLater(-27))
    expect(await stateOf(place, roundId)).toBe('released')
    await settle('cancelled')
    await tendRounds(aroundOf(place), daysLater(-26))
    expect(await stateOf(place, roundId)).toBe('done')
  })
})
