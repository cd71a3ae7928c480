/** Assessments and the signals they propose, on a real database: what is saved, what is refused, two at the same moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { saveInstrument } from '../instrument/instrument.actions.ts'
import { listInstruments } from '../instrument/instrument.store.ts'
import { shippedInstrument } from '../instrument/shipped.rules.ts'
import { answerOf, answersOf, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { beginAssessment, correctAssessment, finishAssessment, saveDraft } from './assessments.actions.ts'
import { findSheet, listAssessments } from './assessments.store.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

const sheetOf = (youthId: string, id: string) => work.inside((tx) => findSheet(tx, youthId, id))
const begin = async (youthId: string, quarter: string, on: string): Promise<string> =>
  must(await beginAssessment(work.sealed, await work.writer(['authority'], on), youthId, date(quarter)))

describe('an assessment', () => {
  it('is begun, drafted and done; 12.49 is proposed to whose it is, and 12.5 exactly is not', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const id = await begin(youthId, '2026-10-01', '2026-10-05')
    const by = await work.writer(['authority'], '2026-10-06')
    must(await saveDraft(work.sealed, by, { youthId, assessmentId: id, version: 1 }, { school1: 1249, elsewhere: 7 }))
    expect((await sheetOf(youthId, id))?.draft).toEqual({ school1: 1249 })
    const answers = answersOf({ school: 1249, housing: 1250, health: 1249 })
    const wish = { answers, assessedOn: date('2026-10-06'), note: 'Möte.' }
    expect(answerOf(await finishAssessment(work.sealed, by, { youthId, assessmentId: id, version: 1 }, wish))).toBe('somebody-else-first')
    expect(await finishAssessment(work.sealed, by, { youthId, assessmentId: id, version: 2 }, wish)).toEqual({ granted: true, value: 2 })
    const signals = await work.signalsOf(youthId)
    expect(
      signals.map(({ area, recipient, state, origin }) => [area, recipient, state, origin.kind === 'assessment' && origin.points]),
    ).toEqual([
      ['school', 'labourMarket', 'proposed', 1249],
      ['health', 'housing', 'proposed', 1249],
    ])
    expect(answerOf(await finishAssessment(work.sealed, by, { youthId, assessmentId: id, version: 2 }, wish))).toBe('already-done')
    expect(answerOf(await saveDraft(work.sealed, by, { youthId, assessmentId: id, version: 2 }, {}))).toBe('already-done')
  })

  it('with an item that lacks an answer, or one outside the scale, is not done, and nothing of it is saved', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const id = await begin(youthId, '2026-10-01', '2026-10-05')
    const by = await work.writer(['authority'], '2026-10-06')
    const finish = async (answers: Readonly<Record<string, number>>, on = '2026-10-06'): Promise<string> =>
      answerOf(
        await finishAssessment(work.sealed, by, { youthId, assessmentId: id, version: 1 }, { answers, assessedOn: date(on), note: '' }),
      )
    const { school2: _, ...without } = answersOf()
    expect(await finish(without)).toBe('items-missing')
    expect(await finish({ ...answersOf(), school2: 2501 })).toBe('outside-scale')
    expect(answerOf(await saveDraft(work.sealed, by, { youthId, assessmentId: id, version: 1 }, { school2: 2501 }))).toBe('outside-scale')
    expect(await finish(answersOf(), '2026-10-07')).toBe('ahead')
    expect(await finish(answersOf(), '2026-09-30')).toBe('before-quarter')
    expect((await sheetOf(youthId, id))?.assessedOn).toBeNull()
    expect(await work.signalsOf(youthId)).toEqual([])
    expect(answerOf(await beginAssessment(work.sealed, by, youthId, date('2026-10-01')))).toBe('already-begun')
    const lines = await work.place.sql<{ outcome: string }>(
      `select outcome from followup.line where subject_id = $1 and action = 'followup.finishAssessment' order by id`,
      [youthId],
    )
    expect(lines.map(({ outcome }) => outcome)).toEqual(['items-missing', 'outside-scale', 'ahead', 'before-quarter'])
  })

  it('is corrected with a reason: both revisions stay, and what became low is proposed once', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const id = await assessOn(work, youthId, '2026-10-06', { school: 1000 })
    const by = await work.writer(['authority'], '2026-10-08')
    const correct = async (revision: number, points: Readonly<Record<string, number>>, why = 'Rutorna var förväxlade.') =>
      correctAssessment(work.sealed, by, { youthId, assessmentId: id, revision }, { answers: answersOf(points), note: '', why })
    expect(answerOf(await correct(1, {}, ' '))).toBe('no-why')
    expect(await correct(1, { school: 1000, economy: 1200 })).toEqual({ granted: true, value: 1 })
    expect(answerOf(await correct(1, {}))).toBe('somebody-else-first')
    expect(await correct(2, { school: 2000, economy: 1100 })).toEqual({ granted: true, value: 0 })
    const sheet = await sheetOf(youthId, id)
    expect(sheet?.revisions.map(({ revision, why }) => [revision, why])).toEqual([
      [3, 'Rutorna var förväxlade.'],
      [2, 'Rutorna var förväxlade.'],
      [1, ''],
    ])
    expect(sheet?.scores.find(({ area }) => area === 'school')?.points).toBe(2000)
    expect((await work.signalsOf(youthId)).map(({ area }) => area).toSorted()).toEqual(['economy', 'school'])
  })

  it('begun by two at the same moment is begun once', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const by = await work.writer(['authority'], '2026-10-05')
    const both = await Promise.all([1, 2].map(() => beginAssessment(work.sealed, by, youthId, date('2026-10-01'))))
    expect(both.map(answerOf).toSorted()).toEqual(['already-begun', 'granted'])
  })

  it('done by two at the same moment is done once, and proposes once', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const id = await begin(youthId, '2026-10-01', '2026-10-05')
    const by = await work.writer(['authority'], '2026-10-06')
    const wish = { answers: answersOf({ school: 1000 }), assessedOn: date('2026-10-06'), note: '' }
    const both = await Promise.all([1, 2].map(() => finishAssessment(work.sealed, by, { youthId, assessmentId: id, version: 1 }, wish)))
    expect(both.map(answerOf).toSorted()).toEqual(['already-done', 'granted'])
    expect(await work.signalsOf(youthId)).toHaveLength(1)
  })

  it('of a youth that the writer does not see is missing', async () => {
    const youthId = await work.aYouth('2026-01-10')
    const other = await work.writer(['housing'], '2026-10-05')
    expect(answerOf(await beginAssessment(work.sealed, other, youthId, date('2026-10-01')))).toBe('missing')
    expect(answerOf(await beginAssessment(work.sealed, other, 'nobody', date('2026-10-01')))).toBe('missing')
  })
})

describe('an instrument changed in the middle of a quarter', () => {
  it('changes nothing that was begun or done, and holds for what is begun after', async () => {
    const [done, begun, fresh] = [await work.aYouth('2026-01-10'), await work.aYouth('2026-01-10'), await work.aYouth('2026-01-10')]
    await assessOn(work, done, '2026-11-02', { school: 1400 })
    const openId = await begin(begun, '2026-10-01', '2026-11-03')
    const before = await work.inside((tx) => listAssessments(tx, [done]))
    const stricter = { ...shippedInstrument, areas: shippedInstrument.areas.map((area) => ({ ...area, threshold: 1500 })) }
    const setter = { staffId: (await work.writer(['administrator'], '2026-11-10')).reader.staffId, name: 'Prov', today: date('2026-11-10') }
    expect(answerOf(await saveInstrument(work.sealed, setter, shippedInstrument, 1))).toBe('nothing-changed')
    expect(answerOf(await saveInstrument(work.sealed, setter, { ...stricter, areas: [] }, 1))).toBe('not-valid')
    expect(await saveInstrument(work.sealed, setter, stricter, 1)).toEqual({ granted: true, value: 2 })
    expect(answerOf(await saveInstrument(work.sealed, setter, stricter, 1))).toBe('somebody-else-first')

    expect(await work.inside((tx) => listAssessments(tx, [done]))).toEqual(before)
    const by = await work.writer(['authority'], '2026-11-11')
    const wish = { answers: answersOf({ school: 1400, housing: 1249 }), assessedOn: date('2026-11-11'), note: '' }
    must(await finishAssessment(work.sealed, by, { youthId: begun, assessmentId: openId, version: 1 }, wish))
    expect((await work.signalsOf(begun)).map(({ area, origin }) => [area, origin.kind === 'assessment' && origin.threshold])).toEqual([
      ['housing', 1250],
    ])
    await assessOn(work, fresh, '2026-11-11', { school: 1400 })
    expect((await work.signalsOf(fresh)).map(({ area, instrumentVersion }) => [area, instrumentVersion])).toEqual([['school', 2]])
  })
})

describe('what is shipped', () => {
  it('is the same in the database as in the code', async () => {
    const [first] = await work.inside(listInstruments)
    expect(first).toEqual({ ...shippedInstrument, version: 1, fromOn: '2020-01-01', byName: 'Ungdomslots' })
  })
})
