/**
 * A year lived twice: through the actions and the database, and by the pure rules alone. On every day on which something is done, and every ninth day
 * besides, what is due by what the database holds is what is due by the rules.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { daysFrom, quarterOf } from '../calendar/month.rules.ts'
import { routine } from '../followup.testbed.ts'
import { decideInvestigation, judgeMonth } from '../judgement/judgement.actions.ts'
import type { Progression } from '../judgement/judgement.types.ts'
import { rateDay } from '../ratings/ratings.actions.ts'
import { actIn, assessOn, aWorkPlace, must, type WorkPlace } from '../work.testbed.ts'
import { dueOf, missedOf } from './due.rules.ts'
import type { History } from './due.types.ts'
import { loadHistory } from './history.actions.ts'
import { act, assess, decide, judge, nothing, rate } from './walk.testbed.ts'

let work: WorkPlace
beforeAll(async () => {
  work = await aWorkPlace()
})
afterAll(() => work.close())

type Both = { readonly stored: () => Promise<unknown>; readonly pure: (history: History, today: PlainDate) => History }

const scores = (points: Readonly<Record<string, number>>) => ({
  school: 2000,
  housing: 2000,
  communication: 2000,
  health: 2000,
  economy: 2000,
  ...points,
})

function both(youthId: string) {
  const signalId = async (area: string): Promise<string> =>
    (await work.signalsOf(youthId)).findLast((one) => one.area === area)?.signalId ?? ''
  return {
    assessed: (on: string, points: Readonly<Record<string, number>>): Both => ({
      stored: () => assessOn(work, youthId, on, points),
      pure: assess(scores(points), quarterOf(date(on))),
    }),
    acted: (on: string, area: string, kind: 'confirm' | 'acknowledge' | 'stop'): Both => ({
      stored: async () => expect(await actIn(work, youthId, [area, kind, on])).toBe('granted'),
      pure: act(area, kind),
    }),
    judged: (on: string, area: string, month: string, progression: Progression): Both => ({
      stored: async () => {
        const by = await work.writer(['authority'], on)
        must(
          await judgeMonth(work.sealed, by, youthId, {
            signalId: await signalId(area),
            month: date(month),
            progression,
            ground: 'Läst.',
            seen: null,
          }),
        )
      },
      pure: judge(area, month, progression),
    }),
    decided: (on: string, markOn: string, opens: boolean): Both => ({
      stored: async () =>
        must(
          await decideInvestigation(work.sealed, await work.writer(['authority'], on), youthId, {
            markOn: date(markOn),
            opens,
            ground: 'Läst.',
          }),
        ),
      pure: decide(markOn, opens),
    }),
    rated: (on: string, points: Readonly<Record<string, number>>): Both => ({
      stored: async () => {
        const areas = Object.entries(points).map(([area, given]) => ({ area, points: given }))
        must(
          await rateDay(work.sealed, await work.writer(['housing'], on), youthId, { on: date(on), areas, note: '', seen: null, why: '' }),
        )
      },
      pure: rate(on, points),
    }),
  }
}

/** Signals have ids of their own in the database; which one it is shows by its area. */
const plain = (items: readonly object[]): object[] => items.map((item) => ({ ...item, signalId: null }))

describe('a year in the database', () => {
  it('has due, late, coming and missed what the rules have', async () => {
    const youthId = await work.aYouth('2026-01-05')
    const { assessed, acted, judged, decided, rated } = both(youthId)
    const script: Readonly<Record<string, readonly Both[]>> = {
      '2026-02-10': [assessed('2026-02-10', { school: 1249, health: 1000, housing: 1250 })],
      '2026-02-12': [acted('2026-02-12', 'school', 'confirm'), acted('2026-02-12', 'health', 'confirm')],
      '2026-02-13': [acted('2026-02-13', 'school', 'acknowledge')],
      '2026-02-16': [acted('2026-02-16', 'health', 'acknowledge'), rated('2026-02-16', { health: 1050 })],
      '2026-02-18': [rated('2026-02-18', { health: 0 })],
      '2026-03-09': [judged('2026-03-09', 'school', '2026-03-01', 'down')],
      '2026-04-09': [judged('2026-04-09', 'school', '2026-04-01', 'down'), judged('2026-04-09', 'health', '2026-04-01', 'same')],
      '2026-05-20': [assessed('2026-05-20', { school: 1200, health: 1300 })],
      '2026-05-22': [acted('2026-05-22', 'health', 'stop')],
      '2026-06-09': [judged('2026-06-09', 'school', '2026-06-01', 'down')],
      '2026-07-09': [judged('2026-07-09', 'school', '2026-07-01', 'down')],
      '2026-08-12': [decided('2026-08-12', '2026-08-12', false)],
      '2026-08-20': [assessed('2026-08-20', { school: 1260 })],
      '2026-11-10': [assessed('2026-11-10', { school: 1400 })],
      '2026-11-12': [acted('2026-11-12', 'school', 'stop')],
    }
    let history: History = { ...nothing, presence: { fromOn: date('2026-01-05'), untilOn: null } }
    let compared = 0
    for (const [at, today] of daysFrom(date('2026-01-05'), date('2026-12-31')).entries()) {
      const deeds = script[today] ?? []
      for (const { stored, pure } of deeds) {
        await stored()
        history = pure(history, today)
      }
      if (deeds.length === 0 && at % 9 !== 0) continue
      const stored = await work.inside((tx) => loadHistory(tx, youthId))
      expect(plain(dueOf(stored!, today, routine)), today).toEqual(plain(dueOf(history, today, routine)))
      expect(plain(missedOf(stored!, today, routine)), today).toEqual(plain(missedOf(history, today, routine)))
      compared++
    }
    expect(compared).toBeGreaterThan(50)
  })
})
