/** What one telephone writes, on a real database: taken in once, within what is allowed, and logged as one contact. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aYouth } from '../worklist/worklist.testbed.ts'
import { hasAsked, writeChange } from './field.actions.ts'
import { aFieldPlace, aVisit, conflictsOf, type FieldPlace, type FieldVisit } from './field.testbed.ts'
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

describe('one telephone', () => {
  it('checks in, writes a result and checks out, and the visit is one contact by two', async () => {
    const [start, end] = [minutesAgo(20), minutesAgo(2)]
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: start }))
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedOutAt: end, result: 'notHome', note: 'Brevlådan full' }))
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ result: 'notHome', note: 'Brevlådan full', version: 3 })
    expect(await visit.contacts()).toEqual([{ outcome: 'notHome', reached: false, note: 'Brevlådan full', struck: false, two: true }])
    expect(await visit.lines()).toEqual([
      { outcome: 'done', subject_id: visit.stop.subjectId },
      { outcome: 'done', subject_id: visit.stop.subjectId },
    ])
    const [standing] = await at.place.sql<{ channel: string }>(
      'select last_attempt_channel as channel from outreach.standing where person_id = $1',
      [visit.stop.personId],
    )
    expect(standing?.channel).toBe('homeVisit')
  })

  it('sends the same change twice, also at once, and it is done once', async () => {
    const change = aChange(visit.stop.stopId, { checkedInAt: minutesAgo(5), result: 'reached' })
    const answers = await Promise.all([visit.write(at.anna, change), visit.write(at.anna, change), visit.write(at.anna, change)])
    expect(answers.map(conflictsOf)).toEqual([[], [], []])
    expect(await visit.contacts()).toHaveLength(1)
    expect((await stopNow(at.place, visit.stop.stopId))?.version).toBe(2)
  })

  it('is not asked about a note it has asked about itself, at a door and hours ago: it is kept, and logged without a word of it', async () => {
    await visit.write(at.anna, aChange(visit.stop.stopId, { note: 'Pappa öppnade' }))
    await visit.write(at.anna, {
      ...aChange(visit.stop.stopId, { note: 'Mamma ringer' }, { base: { note: 'Pappa öppnade' } }),
      noteKept: 'kin:mamma',
    })
    expect(await stopNow(at.place, visit.stop.stopId)).toMatchObject({ note: 'Mamma ringer' })
    const lines = await at.place.sql<{ detail: object }>(
      `select detail from audit.line where action = 'visits.write' order by id desc limit 2`,
    )
    expect(lines.map(({ detail }) => detail)).toMatchObject([
      { flagged: { kin: 1 }, kept: true },
      { flagged: { kin: 1 }, kept: false },
    ])
    expect(JSON.stringify(lines)).not.toMatch(/mamma|pappa/i)
  })

  it('corrects a result: the earlier contact is struck and stays', async () => {
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: minutesAgo(5), result: 'notHome' }))
    await visit.write(at.anna, aChange(visit.stop.stopId, { result: 'reached' }, { base: { result: 'notHome' } }))
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedOutAt: minutesAgo(1) }))
    expect(await visit.contacts()).toMatchObject([
      { outcome: 'notHome', struck: true },
      { outcome: 'reached', struck: false },
    ])
    await visit.write(
      at.anna,
      aChange(
        visit.stop.stopId,
        { result: 'notMade', checkedInAt: null, checkedOutAt: null },
        { base: { result: 'reached', checkedInAt: minutesAgo(5), checkedOutAt: minutesAgo(1) } },
      ),
    )
    expect((await visit.contacts()).map(({ struck }) => struck)).toEqual([true, true])
    expect((await stopNow(at.place, visit.stop.stopId))?.contactId).toBeNull()
  })

  it('with a clock that goes wrong is kept within the day and never ahead', async () => {
    await visit.write(at.anna, aChange(visit.stop.stopId, { checkedInAt: Date.now() + 3_600_000 }))
    const [row] = await at.place.sql<{ ok: boolean }>(
      `select checked_in_at between now() - interval '3 minutes' and now() as ok from visits.stop where stop_id = $1`,
      [visit.stop.stopId],
    )
    expect(row?.ok).toBe(true)
  })

  it.each([
    ['a result without a check-in', { result: 'reached' }, 'does-not-fit'],
    ['a check-out without a check-in', { checkedOutAt: minutesAgo(1) }, 'does-not-fit'],
  ] as const)('is refused %s, and nothing is kept of it', async (_, fields, reason) => {
    expect(await visit.write(at.anna, aChange(visit.stop.stopId, fields))).toEqual({ granted: false, reason })
    expect(
      await at.place.sql('select from visits.change where stop_id = (select id from visits.stop where stop_id = $1)', [visit.stop.stopId]),
    ).toEqual([])
    expect((await visit.lines()).at(-1)).toMatchObject({ outcome: reason })
  })

  it.each([
    ['none', 'no-card'],
    ['printed', 'card-not-delivered'],
  ] as const)('is refused a check-in with card: %s', async (card, reason) => {
    const bare = await aStop(at.place, visit.round, await aYouth(at.place), { card })
    expect(await visit.write(at.anna, aChange(bare.stopId, { checkedInAt: minutesAgo(1) }))).toEqual({ granted: false, reason })
    expect((await visit.write(at.anna, aChange(bare.stopId, { result: 'notMade', note: 'Inget kort' }))).granted).toBe(true)
  })

  it('is refused on another day than the round’s', async () => {
    const later = await aRound(at.place, { ...at.crew, on: '2030-05-02' })
    const one = await aStop(at.place, later, await aYouth(at.place))
    expect(await writeChange(at.anna, later, aChange(one.stopId, { checkedInAt: Date.now() }), hasAsked)).toMatchObject({
      reason: 'not-the-day',
    })
  })

  it('is refused to somebody who does not go, and a stop of another round is not there', async () => {
    expect(await visit.write(at.cia, aChange(visit.stop.stopId, { note: 'x' }))).toMatchObject({ reason: 'not-yours' })
    expect(await writeChange(at.anna, await aRound(at.place, at.crew), aChange(visit.stop.stopId, { note: 'x' }), hasAsked)).toMatchObject({
      reason: 'missing',
    })
    expect((await visit.lines()).at(-1)).toMatchObject({ subject_id: null })
  })
})
