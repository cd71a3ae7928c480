/** The watch on a real database: one alarm for each check-in that is not heard of, one message to the third person, no youth in it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aPlace, type TestPlace } from '../../../test/support/places.ts'
import { todayInSweden } from '../../platform/clock.ts'
import { inTransaction } from '../../platform/db/tx.ts'
import { composeMessage } from '../messaging/compose.actions.ts'
import type { Message } from '../messaging/message.types.ts'
import { aColleague, aYouth } from '../worklist/worklist.testbed.ts'
import { readAlarmsOf, readRounds } from './read.actions.ts'
import { aRound, aStop, minutesAgo, type Crew, type MadeStop } from './visits.testbed.ts'
import { settleAlarm, watchVisits } from './watch.actions.ts'

let place: TestPlace
let crew: Crew = { first: '', second: '', watch: '' }
let stop: MadeStop = { stopId: '', personId: 0, subjectId: '' }

beforeAll(async () => {
  place = await aPlace()
  crew = {
    first: await aColleague(place, 'Anna Ek', 'coordinator'),
    second: await aColleague(place, 'Bo Al', 'coordinator'),
    watch: await aColleague(place, 'Cia Ås', 'coordinator'),
  }
  await place.sql(`update access.staff set phone = '+46701740607' where id = $1`, [crew.watch])
})
afterAll(() => place.installation.close())
beforeEach(async () => {
  await place.sql('update visits.stop set removed_at = now() where removed_at is null')
  stop = await aStop(place, await aRound(place, crew), await aYouth(place, { family: 'Alm' }))
})

const checkIn = (minutes: number) =>
  place.sql('update visits.stop set checked_in_at = to_timestamp($2::float8 / 1000) where stop_id = $1', [stop.stopId, minutesAgo(minutes)])
const later = (minutes: number) => new Date(minutesAgo(-minutes))
const messages = () =>
  place.sql<{ channel: string; key: string; fields: object; by: string }>(
    `select channel, template_key as key, fields, queued_by as by from messaging.message where staff_id = $1 and once_key = $2`,
    [crew.watch, `visitAlarm:${stop.stopId}`],
  )
const banner = (staffId = crew.watch) => readAlarmsOf({ pool: place.pool, staffId, nowMs: Date.now() })

describe('the watch', () => {
  it('tells the third person at the minute, once, however often it looks and however many look', async () => {
    await checkIn(5)
    expect(await watchVisits(place, later(39))).toBe(0)
    const raised = await Promise.all([watchVisits(place, later(40)), watchVisits(place, later(40)), watchVisits(place, later(41))])
    expect(raised.toSorted()).toEqual([0, 0, 1])
    const [message, ...more] = await messages()
    expect(more).toEqual([])
    expect(message).toMatchObject({ channel: 'sms', key: 'visitAlarmSms', by: crew.first, fields: { visitDay: todayInSweden() } })
    expect(JSON.stringify(message)).not.toMatch(/Alm|Hemliga|Lövsta/)
    const lines = await place.sql(`select actor, subject_id from audit.line where action = 'visits.alarm' and detail ->> 'stop' = $1`, [
      stop.stopId,
    ])
    expect(lines).toEqual([{ actor: 'lots', subject_id: null }])
  })

  it.each([
    [null, 'cia@example.org', 'email'],
    ['+46701740607', 'cia@example.org', 'sms'],
    ['+46846500400', 'cia@example.org', 'email'],
    ['+46846500400', null, 'sms'],
    [null, null, 'sms'],
  ])('with the number %s and the e-mail %s comes as %s', async (phone, email, channel) => {
    await place.sql('update access.staff set phone = $2, email = $3 where id = $1', [crew.watch, phone, email])
    await checkIn(50)
    await watchVisits(place, new Date())
    expect(await messages()).toMatchObject([{ channel }])
  })

  it.each([
    ['the first who has a number', '+46701740605', '+46701740606', 'Anna Ek 070-174 06 05'],
    ['the second when the first has none', null, '+46701740606', 'Bo Al 070-174 06 06'],
    ['the first, when nobody has', null, null, 'Anna Ek (inget nummer)'],
  ])('says whom to call: %s', async (_, first, second, said) => {
    await place.sql('update access.staff set phone = case when id = $1 then $3 else $4 end where id in ($1, $2)', [
      crew.first,
      crew.second,
      first,
      second,
    ])
    await checkIn(50)
    await watchVisits(place, new Date())
    const [message] = await place.sql<Message>(
      `select id, message_id as "messageId", null as "roundId", null as "personId", staff_id as "staffId", channel, template_key as "templateKey",
         template_lang as lang, template_version as "templateVersion", fields, queued_by as "queuedBy" from messaging.message where once_key = $1`,
      [`visitAlarm:${stop.stopId}`],
    )
    if (message === undefined) throw new Error('nothing was queued')
    const around = { place: { code: place.code, name: 'Provstad' }, publicUrl: 'https://lots.example.org', today: todayInSweden() }
    const composed = await inTransaction(place.pool, (tx) =>
      composeMessage(tx, message, { ...around, replyCode: null, isForwarded: false }),
    )
    expect(composed).toMatchObject({ granted: true, value: { text: expect.stringContaining(`Ring ${said} nu.`) } })
  })

  it('follows the municipality’s minutes', async () => {
    await place.sql(`insert into settings.value (key, value, known_from, set_by) values ('visits.minutes', '60', '-infinity', 'prov')`)
    await checkIn(50)
    expect(await watchVisits(place, new Date())).toBe(0)
    expect(await watchVisits(place, later(10))).toBe(1)
    await place.sql(`delete from settings.value where key = 'visits.minutes'`)
  })

  it('leaves those alone who have checked out, or whose visit was taken out', async () => {
    await checkIn(50)
    await place.sql('update visits.stop set checked_out_at = now() where stop_id = $1', [stop.stopId])
    expect(await watchVisits(place, later(500))).toBe(0)
  })
})

describe('the alarm', () => {
  const answer = (note = 'Ringde, allt är bra') =>
    settleAlarm({ pool: place.pool, staffId: crew.watch, nowMs: Date.now() }, stop.stopId, note)

  it('is seen by the one who watches from the minute itself, also before the watch has looked', async () => {
    await checkIn(44)
    expect(await banner()).toEqual([])
    await checkIn(45)
    expect(await banner()).toMatchObject([{ stopId: stop.stopId, raisedAt: null, first: { name: 'Anna Ek' } }])
    expect(await banner(crew.first)).toEqual([])
    const reader = {
      pool: place.pool,
      scope: { units: [], mayReadProtected: false },
      staffId: crew.first,
      name: '',
      today: todayInSweden(),
      nowMs: Date.now(),
    }
    expect((await readRounds(reader)).alarms).toHaveLength(1)
  })

  it('stays after a late check-out, until somebody has answered it', async () => {
    await checkIn(50)
    await watchVisits(place, new Date())
    await place.sql('update visits.stop set checked_out_at = now() where stop_id = $1', [stop.stopId])
    expect(await banner()).toHaveLength(1)
    expect(await answer()).toMatchObject({ granted: true })
    expect(await banner()).toEqual([])
    expect(await answer()).toEqual({ granted: false, reason: 'already-answered' })
  })

  it('can be answered before the watch has looked, and is then not raised again', async () => {
    await checkIn(50)
    expect(await answer()).toMatchObject({ granted: true })
    expect(await watchVisits(place, later(100))).toBe(0)
    expect(await messages()).toEqual([])
  })

  it('is not there before its minute', async () => {
    await checkIn(10)
    expect(await answer()).toEqual({ granted: false, reason: 'no-alarm' })
  })
})
