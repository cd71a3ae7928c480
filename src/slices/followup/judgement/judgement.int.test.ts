/** Judgements and positions on a real database: a ground, once, by the version seen, two at the same moment. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { loadDue } from '../due/history.actions.ts'
import { saveReport } from '../talks/report.actions.ts'
import { actIn, answerOf, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { decideInvestigation, judgeMonth } from './judgement.actions.ts'
import { listDecisions, listJudgementVersions } from './judgement.store.ts'
import type { Progression } from './judgement.types.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

async function followed(): Promise<string> {
  const youthId = await work.aYouth('2026-01-10')
  await assessOn(work, youthId, '2026-08-31', { housing: 1000 })
  await actIn(work, youthId, ['housing', 'confirm', '2026-08-31'])
  await actIn(work, youthId, ['housing', 'acknowledge', '2026-08-31'])
  return youthId
}

type Judged = { readonly today: string; readonly progression?: Progression; readonly ground?: string; readonly seen?: number }
async function judge(
  youthId: string,
  month: string,
  { today, progression = 'down', ground = 'Läst rapport och skattningar.', seen }: Judged,
): Promise<string> {
  const [signal] = await work.signalsOf(youthId)
  const wish = { signalId: signal!.signalId, month: date(month), progression, ground, seen: seen ?? null }
  return answerOf(await judgeMonth(work.sealed, await work.writer(['authority'], today), youthId, wish))
}

describe('a judgement', () => {
  it('notes the report that was read, and whether there was none; a change is a version', async () => {
    const youthId = await followed()
    const texts = { since: 'a', 'status.housing': 'b', youth: 'c', agreed: 'd' }
    const report = {
      recipient: 'housing',
      month: date('2026-10-01'),
      talkId: null,
      noTalkWhy: 'Bortrest.',
      texts,
      seen: null,
      why: '',
    } as const
    must(await saveReport(work.sealed, await work.writer(['housing'], '2026-09-30'), youthId, report))
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-08', ground: ' ' })).toBe('no-ground')
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-08' })).toBe('granted')
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-09' })).toBe('already-judged')
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-09', seen: 1 })).toBe('nothing-changed')
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-09', seen: 1, progression: 'same' })).toBe('granted')
    expect(await judge(youthId, '2026-11-01', { today: '2026-11-10' })).toBe('granted')
    expect(await judge(youthId, '2026-09-01', { today: '2026-11-10' })).toBe('not-owed')
    expect(await judge(youthId, '2026-12-01', { today: '2026-11-10' })).toBe('month-ahead')
    const versions = await work.inside((tx) => listJudgementVersions(tx, youthId))
    expect(versions.map(({ month, version, progression, reportVersion }) => [month, version, progression, reportVersion])).toEqual([
      ['2026-11-01', 1, 'down', null],
      ['2026-10-01', 2, 'same', 1],
      ['2026-10-01', 1, 'down', 1],
    ])
  })

  it('made by two at the same moment is made once', async () => {
    const youthId = await followed()
    const both = await Promise.all([1, 2].map(() => judge(youthId, '2026-10-01', { today: '2026-10-08' })))
    expect(both.toSorted()).toEqual(['already-judged', 'granted'])
  })

  it('after the stop is refused', async () => {
    const youthId = await followed()
    await assessOn(work, youthId, '2026-10-05', {})
    await actIn(work, youthId, ['housing', 'stop', '2026-10-06'])
    expect(await judge(youthId, '2026-10-01', { today: '2026-10-07' })).toBe('ended')
  })
})

describe('a position on an investigation', () => {
  const decide = async (
    youthId: string,
    markOn: string | null,
    today: string,
    { opens = false, ground = 'Nedåt två månader.' } = {},
  ): Promise<string> =>
    answerOf(
      await decideInvestigation(work.sealed, await work.writer(['authority'], today), youthId, {
        markOn: markOn === null ? null : date(markOn),
        opens,
        ground,
      }),
    )

  it('is on the list on the sixth month’s day when the decline goes on, and off it when it is taken', async () => {
    const youthId = await followed()
    await judge(youthId, '2027-01-01', { today: '2027-01-11' })
    await judge(youthId, '2027-02-01', { today: '2027-02-10' })
    const listed = async (today: string): Promise<string[]> => {
      const { reader } = await work.writer(['authority'], today)
      const { youths } = await work.inside((tx) => loadDue(tx, reader))
      return youths
        .filter(({ youth }) => youth.id === youthId)
        .flatMap(({ due }) =>
          due.filter(({ kind }) => kind === 'decide').map(({ standing, dueOn, areas }) => `${standing} ${dueOn} ${areas.join()}`),
        )
    }
    expect(await listed('2027-01-28')).toEqual([])
    expect(await listed('2027-02-28')).toEqual(['due 2027-02-28 housing'])
    expect(await decide(youthId, '2027-02-27', '2027-02-28')).toBe('not-a-mark')
    expect(await decide(youthId, '2027-02-28', '2027-02-28', { ground: ' ' })).toBe('no-ground')
    const both = await Promise.all([1, 2].map(() => decide(youthId, '2027-02-28', '2027-02-28')))
    expect(both.toSorted()).toEqual(['already-decided', 'granted'])
    expect(await listed('2027-02-28')).toEqual([])
  })

  it('is taken earlier when it is needed, and opens once', async () => {
    const youthId = await followed()
    expect(await decide(youthId, null, '2026-08-30')).toBe('not-followed')
    expect(await decide(youthId, null, '2026-09-15')).toBe('granted')
    expect(await decide(youthId, null, '2026-09-20', { opens: true })).toBe('granted')
    expect(await decide(youthId, null, '2026-09-21', { opens: true })).toBe('already-open')
    expect(await decide(youthId, '2027-02-28', '2027-02-28')).toBe('already-open')
    const taken = await work.inside((tx) => listDecisions(tx, [youthId]))
    expect(taken.map(({ decidedOn, opens }) => [decidedOn, opens])).toEqual([
      ['2026-09-15', false],
      ['2026-09-20', true],
    ])
  })
})
