/** Signals on a real database: what each step leaves, the stop that waits for the assessment, who sees the youth, two at the same moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { moveYouth } from '../people/people.actions.ts'
import { findYouth } from '../people/people.store.ts'
import { actIn, answerOf, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { actOnSignal, addSignal } from './signals.actions.ts'
import { listActs } from './signals.store.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

const sees = async (youthId: string, role: 'labourMarket' | 'housing', today: string): Promise<boolean> => {
  const { reader } = await work.writer([role], today)
  return (await work.inside((tx) => findYouth(tx, reader, youthId))) !== null
}

describe('a signal', () => {
  it('goes from a low score to the stop after the next quarterly assessment, and each step is kept', async () => {
    const youthId = await work.aYouth('2026-01-10')
    await assessOn(work, youthId, '2026-09-28', { school: 1249 })
    expect(await actIn(work, youthId, ['school', 'confirm', '2026-09-30'])).toBe('granted')
    expect(await actIn(work, youthId, ['school', 'confirm', '2026-09-30'])).toBe('already-answered')
    expect(await actIn(work, youthId, ['school', 'acknowledge', '2026-10-01'])).toBe('granted')
    expect(await actIn(work, youthId, ['school', 'stop', '2026-12-14'])).toBe('assessment-first')
    await assessOn(work, youthId, '2026-12-15', { school: 1400 })
    expect(await actIn(work, youthId, ['school', 'stop', '2026-12-14'])).toBe('assessment-first')
    expect(await actIn(work, youthId, ['school', 'stop', '2026-12-20'])).toBe('granted')
    expect(await actIn(work, youthId, ['school', 'stop', '2026-12-21'])).toBe('ended')
    expect(await work.signalsOf(youthId)).toMatchObject([
      { state: 'ended', fromOn: '2026-09-30', acknowledgedOn: '2026-10-01', endedOn: '2026-12-20', recipient: 'labourMarket' },
    ])
    const acts = await work.inside((tx) => listActs(tx, youthId))
    expect(acts.map(({ seq, kind, on }) => [seq, kind, on])).toEqual([
      [1, 'confirm', '2026-09-30'],
      [2, 'acknowledge', '2026-10-01'],
      [3, 'stop', '2026-12-20'],
    ])
    const lines = await work.place.sql<{ outcome: string }>(
      `select outcome from followup.line where subject_id = $1 and action = 'followup.actOnSignal' order by id`,
      [youthId],
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual([
      'done',
      'already-answered',
      'done',
      'assessment-first',
      'assessment-first',
      'done',
      'ended',
    ])
  })

  it('shows the youth to the process that has it, from the confirmation to the day of the stop', async () => {
    const youthId = await work.aYouth('2026-01-10')
    await assessOn(work, youthId, '2026-09-28', { health: 1000 })
    expect(await sees(youthId, 'housing', '2026-09-29')).toBe(false)
    await actIn(work, youthId, ['health', 'confirm', '2026-09-30'])
    expect(await sees(youthId, 'housing', '2026-09-29')).toBe(false)
    expect(await sees(youthId, 'housing', '2026-09-30')).toBe(true)
    expect(await sees(youthId, 'labourMarket', '2026-09-30')).toBe(false)
    await actIn(work, youthId, ['health', 'adjust', '2026-10-10'])
    expect(await sees(youthId, 'housing', '2026-10-10')).toBe(false)
    expect(await sees(youthId, 'labourMarket', '2026-10-10')).toBe(true)
    await assessOn(work, youthId, '2026-12-15', {})
    await actIn(work, youthId, ['health', 'stop', '2026-12-20'])
    expect(await sees(youthId, 'labourMarket', '2026-12-20')).toBe(true)
    expect(await sees(youthId, 'labourMarket', '2026-12-21')).toBe(false)
  })

  it('is acknowledged only by the process it was given to', async () => {
    const youthId = await work.aYouth('2026-01-10')
    await assessOn(work, youthId, '2026-09-28', { health: 1000, school: 1000 })
    await actIn(work, youthId, ['health', 'confirm', '2026-09-30'])
    await actIn(work, youthId, ['school', 'confirm', '2026-09-30'])
    const school = (await work.signalsOf(youthId)).find(({ area }) => area === 'school')!
    const housing = await work.writer(['housing'], '2026-10-01')
    const wish = { kind: 'acknowledge', ground: '', recipient: null } as const
    expect(answerOf(await actOnSignal(work.sealed, housing, { youthId, signalId: school.signalId }, wish))).toBe('not-yours')
    expect(answerOf(await actOnSignal(work.sealed, housing, { youthId, signalId: 'nothing' }, wish))).toBe('missing')
  })

  it('is added by the authority process with a ground, one an area, and is in force at once', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const by = await work.writer(['authority'], '2026-11-01')
    const add = async (area: string, ground: string): Promise<string> =>
      answerOf(await addSignal(work.sealed, by, youthId, { area, ground, recipient: null }))
    expect(await add('school', '  ')).toBe('no-ground')
    expect(await add('sleep', 'Läraren är orolig.')).toBe('unknown-area')
    expect(await add('school', 'Läraren är orolig.')).toBe('granted')
    expect(await add('school', 'Läraren är orolig.')).toBe('already-open')
    expect(await work.signalsOf(youthId)).toMatchObject([
      { state: 'confirmed', fromOn: '2026-11-01', origin: { kind: 'added', ground: 'Läraren är orolig.' } },
    ])
  })

  it('added by two at the same moment is added once', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const by = await work.writer(['authority'], '2026-11-01')
    const both = await Promise.all(
      [1, 2].map(() => addSignal(work.sealed, by, youthId, { area: 'school', ground: 'Läraren är orolig.', recipient: null })),
    )
    expect(both.map(answerOf).toSorted()).toEqual(['already-open', 'granted'])
  })

  it('confirmed and dismissed at the same moment is one of them', async () => {
    const youthId = await work.aYouth('2026-01-10')
    await assessOn(work, youthId, '2026-09-28', { health: 1000 })
    const both = await Promise.all([
      actIn(work, youthId, ['health', 'confirm', '2026-09-30']),
      actIn(work, youthId, ['health', 'dismiss', '2026-09-30']),
    ])
    expect(both.filter((one) => one === 'granted')).toHaveLength(1)
    expect(await work.inside((tx) => listActs(tx, youthId))).toHaveLength(1)
  })

  it('of a youth who leaves ends with the last day there, what is proposed is dismissed, and a new one is possible after coming back', async () => {
    const youthId = await work.aYouth('2026-01-10')
    await assessOn(work, youthId, '2026-09-28', { health: 1000, economy: 1000 })
    await actIn(work, youthId, ['health', 'confirm', '2026-09-30'])
    const [unit] = await work.place.sql<{ id: string }>(`insert into followup.unit (name) values ('Prov') returning id`)
    const move = async (unitId: string | null, on: string): Promise<string> =>
      answerOf(await moveYouth(work.sealed, await work.writer(['authority'], on), youthId, { unitId, on: date(on) }))
    expect(await move(unit!.id, '2026-10-01')).toBe('granted')
    expect(await move(null, '2026-11-15')).toBe('granted')
    const after = (await work.signalsOf(youthId)).map(({ area, state, endedOn }) => [area, state, endedOn])
    expect(after).toEqual([
      ['health', 'ended', '2026-11-14'],
      ['economy', 'dismissed', null],
    ])
    expect(await move(unit!.id, '2026-12-01')).toBe('granted')
    const by = await work.writer(['authority'], '2026-12-02')
    must(await addSignal(work.sealed, by, youthId, { area: 'health', ground: 'Tillbaka, mår dåligt.', recipient: null }))
  })
})
