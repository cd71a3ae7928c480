/** A youth's follow-up lived day by day: each morning the list is read, then what the script says is done is done. */
import { date } from '../../../../test/support/places.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import { mayFinish } from '../assessments/assessments.rules.ts'
import { daysFrom } from '../calendar/month.rules.ts'
import { anAct, anAssessment, routine, shipped } from '../followup.testbed.ts'
import { mayDecide } from '../judgement/decision.rules.ts'
import { mayJudge } from '../judgement/judgement.rules.ts'
import type { Progression } from '../judgement/judgement.types.ts'
import { doneIn } from '../assessments/assessments.rules.ts'
import { ratingProblems } from '../ratings/ratings.rules.ts'
import { actOn, proposalsOf, signalOf } from '../signals/signals.rules.ts'
import type { SignalActKind } from '../signals/signals.types.ts'
import { mayReport } from '../talks/talks.rules.ts'
import { dueOf } from './due.rules.ts'
import type { DueItem, History } from './due.types.ts'

export const nothing: History = {
  presence: { fromOn: date('2026-01-01'), untilOn: null },
  assessments: [],
  instruments: [shipped],
  signals: [],
  ratings: [],
  talks: [],
  reports: [],
  judgements: [],
  decisions: [],
}

type Deed = (history: History, today: PlainDate) => History

const must = <T>(decision: { granted: true; value: T } | { granted: false; reason: string }): T => {
  if (!decision.granted) throw new Error(decision.reason)
  return decision.value
}

/** The quarter's assessment is done today; what is low is proposed. */
export const assess =
  (scores: Readonly<Record<string, number>>, quarter?: string): Deed =>
  (history, today) => {
    const done = anAssessment(today, scores, quarter === undefined ? undefined : date(quarter))
    must(mayFinish({ ...done, assessedOn: null }, today, { presence: history.presence, assessments: history.assessments, today }))
    const signals = proposalsOf(shipped, done, history.signals).map(({ area, recipient, points, threshold }) =>
      signalOf(
        {
          signalId: area,
          area,
          recipient,
          origin: { kind: 'assessment', assessmentId: done.assessmentId, quarter: done.quarter, points, threshold },
          instrumentVersion: 1,
          proposedOn: today,
        },
        [],
      ),
    )
    return { ...history, assessments: [...history.assessments, done], signals: [...history.signals, ...signals] }
  }

/** Something is done today with the area's signal. */
export const act =
  (area: string, kind: SignalActKind): Deed =>
  (history, today) => ({
    ...history,
    signals: history.signals.map((signal) =>
      signal.area === area ? must(actOn(signal, anAct(kind, today), { done: doneIn(history.assessments), today })) : signal,
    ),
  })

export const call =
  (recipient: 'labourMarket' | 'housing', on: string): Deed =>
  (history) => ({ ...history, talks: [...history.talks, { talkId: on, recipient, on: date(on), state: 'held', version: 1 }] })

export const report =
  (recipient: 'labourMarket' | 'housing', month: string): Deed =>
  (history, today) => {
    must(mayReport({ month: date(month), seen: null, why: '' }, { ...history, recipient, today, routine }))
    return { ...history, reports: [...history.reports, { reportId: month, recipient, month: date(month), madeOn: today, version: 1 }] }
  }

export const judge =
  (area: string, month: string, progression: Progression): Deed =>
  (history, today) => {
    const signal = history.signals.find((one) => one.area === area)!
    must(
      mayJudge(
        signal,
        { month: date(month), progression, ground: 'Läst.', seen: null },
        { judgements: history.judgements, today, routine },
      ),
    )
    return {
      ...history,
      judgements: [
        ...history.judgements,
        { signalId: signal.signalId, area, month: date(month), progression, ground: 'Läst.', judgedOn: today, version: 1 },
      ],
    }
  }

export const decide =
  (markOn: string | null, opens: boolean): Deed =>
  (history, today) => {
    must(mayDecide({ markOn: markOn === null ? null : date(markOn), ground: 'Läst.' }, history, today, routine))
    return {
      ...history,
      decisions: [...history.decisions, { markOn: markOn === null ? null : date(markOn), opens, decidedOn: today, ground: 'Läst.' }],
    }
  }

export const rate =
  (on: string, points: Readonly<Record<string, number>>): Deed =>
  (history) => {
    const areas = Object.entries(points).map(([area, given]) => ({ area, points: given }))
    const [problem] = ratingProblems(
      history.signals.map((signal) => ({ signal, instrument: shipped })),
      date(on),
      areas,
    )
    if (problem !== undefined) throw new Error(problem.problem)
    return { ...history, ratings: [...history.ratings, { on: date(on), version: 1, areas }] }
  }

export type Script = Readonly<Record<string, readonly Deed[]>>
type Walk = {
  readonly from: string
  readonly to: string
  readonly script: Script
  readonly daily?: (item: DueItem, today: PlainDate) => readonly Deed[]
}

const lineOf = (on: PlainDate, { process, kind, standing, dueOn, areas }: DueItem): string =>
  `${on} ${process} ${kind} ${standing} ${dueOn} ${areas.join('+')}`.trim()

/** Lives the days, and tells the mornings on which something is on the list for the first time, or stands in another way than the morning before. */
export function walk(
  start: History,
  { from, to, script, daily = () => [] }: Walk,
): { readonly lines: string[]; readonly history: History } {
  let history = start
  let before = new Set<string>()
  const lines: string[] = []
  for (const today of daysFrom(date(from), date(to))) {
    const items = dueOf(history, today, routine)
    const now = new Set<string>()
    for (const item of items) {
      const key = lineOf('' as PlainDate, item)
      now.add(key)
      if (!before.has(key)) lines.push(lineOf(today, item))
    }
    before = now
    for (const deed of [...items.flatMap((item) => daily(item, today)), ...(script[today] ?? [])]) history = deed(history, today)
  }
  return { lines, history }
}
