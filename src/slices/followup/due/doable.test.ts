/** What a list asks for can be done: each item, of whatever history and by whatever routine, is granted by the rule that it leads to. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { date } from '../../../../test/support/places.ts'
import { doneIn, mayBegin } from '../assessments/assessments.rules.ts'
import { daysLater, holidayRules, monthOf, quarterOf } from '../calendar/month.rules.ts'
import { aFollowUp, anAct, anAssessment, aSignal, shipped } from '../followup.testbed.ts'
import { routineBounds } from '../instrument/routine.rules.ts'
import type { Routine } from '../instrument/routine.types.ts'
import { mayDecide } from '../judgement/decision.rules.ts'
import { mayJudge } from '../judgement/judgement.rules.ts'
import { progressions, type Judgement } from '../judgement/judgement.types.ts'
import { mayRateDay, ratingProblems } from '../ratings/ratings.rules.ts'
import { actOn } from '../signals/signals.rules.ts'
import type { Signal } from '../signals/signals.types.ts'
import { mayCall, mayReport } from '../talks/talks.rules.ts'
import { dueOf } from './due.rules.ts'
import type { DueItem, History } from './due.types.ts'
import { nothing } from './walk.testbed.ts'

const number = (key: keyof typeof routineBounds) => fc.integer({ min: routineBounds[key][0], max: routineBounds[key][1] })
const aRoutine: fc.Arbitrary<Routine> = fc.record({
  onHoliday: fc.constantFrom(...holidayRules),
  firstReportDays: number('firstReportDays'),
  reportReminderDays: number('reportReminderDays'),
  callDays: number('callDays'),
  judgementDay: number('judgementDay'),
  decisionMonths: number('decisionMonths'),
  decisionReminderDays: number('decisionReminderDays'),
  assessmentReminderDays: number('assessmentReminderDays'),
  newcomerDays: number('newcomerDays'),
  answerDays: number('answerDays'),
  acknowledgeDays: number('acknowledgeDays'),
  rateBackDays: number('rateBackDays'),
  declineMonths: number('declineMonths'),
})
const someDay = fc.integer({ min: 0, max: 420 }).map((n) => daysLater(date('2026-01-01'), n))

/** One signal an area at most: proposed, in force, or stopped. */
const someSignals = fc
  .tuple(
    ...(['school', 'housing', 'health'] as const).map((area) =>
      fc.tuple(fc.constant(area), fc.option(someDay), fc.option(fc.integer({ min: 1, max: 400 })), fc.boolean()),
    ),
  )
  .map((all) =>
    all.flatMap(([area, from, length, isProposed]): Signal[] => {
      if (from === null) return []
      if (isProposed) return [aSignal(area, [], { proposedOn: from })]
      return [aFollowUp(area, from, length === null ? null : daysLater(from, length))]
    }),
  )
const someHistory = fc
  .record({
    signals: someSignals,
    assessed: fc.array(someDay, { maxLength: 3 }),
    judged: fc.array(fc.tuple(fc.constantFrom('school', 'housing', 'health'), someDay, fc.constantFrom(...progressions)), { maxLength: 8 }),
    decided: fc.array(fc.tuple(fc.boolean(), someDay), { maxLength: 2 }),
  })
  .map(({ signals, assessed, judged, decided }): History => {
    // Each assessment is lower than the one before: a decline goes on.
    const points = (on: string): number => 1200 - Number(on.slice(2, 4)) * 12 - Number(on.slice(5, 7))
    const quarters = new Map(
      assessed.map((on) => [quarterOf(on), anAssessment(on, { school: points(on), housing: points(on), health: points(on) })]),
    )
    const months = new Map(
      judged.map(([area, on, progression]): [string, Judgement] => [
        `${area} ${monthOf(on)}`,
        { signalId: area, area, month: monthOf(on), progression, ground: 'Läst.', judgedOn: on, version: 1 },
      ]),
    )
    const decisions = decided.map(([opens, decidedOn]) => ({ markOn: null, opens, decidedOn, ground: 'Läst.' }))
    return { ...nothing, signals, assessments: [...quarters.values()], judgements: [...months.values()], decisions }
  })

/** Whether what the item asks for is granted today. */
function isGranted(item: DueItem, history: History, today: DueItem['dueOn'], routine: Routine): boolean {
  const { kind, about, signalId, process } = item
  const signal = history.signals.find((one) => one.signalId === signalId)
  const recipient = process === 'labourMarket' ? 'labourMarket' : 'housing'
  const around = { ...history, today, routine, recipient } as const
  switch (kind) {
    case 'assess':
      return mayBegin(about, around).granted
    case 'answer':
      return actOn(signal!, anAct('confirm', today), { done: doneIn(history.assessments), today }).granted
    case 'acknowledge':
      return actOn(signal!, anAct('acknowledge', today), { done: [], today }).granted
    case 'rate': {
      const housing = history.signals.map((one) => ({ signal: one, instrument: shipped }))
      const areas = item.areas.map((area) => ({ area, points: 1000 }))
      return mayRateDay(about, today, routine).granted && ratingProblems(housing, about, areas).length === 0
    }
    case 'call': {
      const invited = (['youth', 'trustee', 'housing'] as const).map((actor) => ({ actor, actorId: null }))
      return mayCall({ on: today, invited, leftOut: [] }, around).granted
    }
    case 'report':
      return mayReport({ month: about, seen: null, why: '' }, around).granted
    case 'judge':
      return mayJudge(signal!, { month: about, progression: 'up', ground: 'Läst.', seen: null }, around).granted
    case 'decide':
      return mayDecide({ markOn: about, ground: 'Läst.' }, history, today, routine).granted
  }
}

it('what is on the list can be done', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(someHistory, someDay, aRoutine, (told, today, routine) => {
      // Nothing is known of what comes after today.
      const history: History = {
        ...told,
        signals: told.signals.filter(({ lastActOn, endedOn, fromOn }) => lastActOn <= today && (endedOn ?? fromOn ?? today) <= today),
        assessments: told.assessments.filter(({ begunOn }) => begunOn <= today),
        judgements: told.judgements.filter(({ judgedOn }) => judgedOn <= today),
        decisions: told.decisions.filter(({ decidedOn }) => decidedOn <= today),
      }
      for (const item of dueOf(history, today, routine)) {
        seen.add(item.kind)
        expect(isGranted(item, history, today, routine), JSON.stringify(item)).toBe(true)
      }
    }),
    { numRuns: 600 },
  )
  // Each kind came up: the property looked at something.
  expect([...seen].toSorted()).toEqual(['acknowledge', 'answer', 'assess', 'call', 'decide', 'judge', 'rate', 'report'])
})
