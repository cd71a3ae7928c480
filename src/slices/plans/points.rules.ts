/**
 * The seven points that the documentation of measures is to hold where they are relevant (förordning 2006:39, 8 §; Skolverkets allmänna råd): met,
 * missing with a hint of what to do, or not relevant.
 */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Measure } from '../measures/index.ts'
import { plannedIn } from './follow-up.rules.ts'
import type { Plan, PlanColumn } from './plans.types.ts'

/** In the order of the ordinance. */
export const planPoints = ['planning', 'youth', 'municipality', 'other', 'dates', 'endReasons', 'followUp'] as const
export type PlanPoint = (typeof planPoints)[number]

export type PointState = 'met' | 'missing' | 'notRelevant'

/** What to do, or why it is as it is. */
export type PointHint =
  | 'noPlan'
  | 'noGoal'
  | 'goal'
  | 'noStep'
  | 'steps'
  | 'measures'
  | 'sayNoOther'
  | 'saidNoOther'
  | 'noEnd'
  | 'measureWithoutEnd'
  | 'dates'
  | 'nothingEnded'
  | 'reasonMissing'
  | 'reasons'
  | 'noFollowUp'
  | 'followUpOverdue'
  | 'followUp'
  | 'ended'

export type PointAnswer = { readonly point: PlanPoint; readonly state: PointState; readonly hint: PointHint }

type DocumentedMeasure = Pick<Measure, 'fromOn' | 'plannedUntilOn' | 'endedOn' | 'endReason' | 'responsible' | 'placement' | 'struck'>
type DocumentedPlan = Pick<Plan, 'goal' | 'steps' | 'noOtherActor' | 'beginsOn' | 'endsOn' | 'status' | 'followUps'>

const met = (hint: PointHint) => ({ state: 'met', hint }) as const
const missing = (hint: PointHint) => ({ state: 'missing', hint }) as const
const notRelevant = (hint: PointHint) => ({ state: 'notRelevant', hint }) as const
type Answered = Omit<PointAnswer, 'point'>

/** What is struck, refused or waits for a decision is no measure to document. */
const documented = (measures: readonly DocumentedMeasure[]): DocumentedMeasure[] =>
  measures.filter(({ struck, placement }) => struck === null && placement !== 'refused' && placement !== 'waiting')

function responsibility(column: PlanColumn, plan: DocumentedPlan | null, measures: readonly DocumentedMeasure[]): Answered {
  if (plan?.steps.some((step) => step.column === column) === true) return met('steps')
  if (measures.some(({ responsible }) => responsible === column)) return met('measures')
  if (plan === null) return missing('noPlan')
  if (column === 'other') return plan.noOtherActor ? notRelevant('saidNoOther') : missing('sayNoOther')
  return missing('noStep')
}

function dates(plan: DocumentedPlan | null, measures: readonly DocumentedMeasure[]): Answered {
  if (measures.some(({ plannedUntilOn, endedOn }) => plannedUntilOn === null && endedOn === null)) return missing('measureWithoutEnd')
  if (plan === null) return missing('noPlan')
  return plan.endsOn === null && plan.status !== 'ended' ? missing('noEnd') : met('dates')
}

function endReasonsOf(plan: DocumentedPlan | null, measures: readonly DocumentedMeasure[], today: PlainDate): Answered {
  const ended = measures.filter(({ endedOn }) => endedOn !== null && endedOn <= today)
  if (ended.some(({ endReason }) => endReason === null)) return missing('reasonMissing')
  return ended.length > 0 || plan?.status === 'ended' ? met('reasons') : notRelevant('nothingEnded')
}

function followUp(plan: DocumentedPlan | null, today: PlainDate): Answered {
  if (plan === null) return missing('noPlan')
  if (plan.status === 'ended') return plan.followUps.some(({ state }) => state === 'done') ? met('followUp') : notRelevant('ended')
  const [next] = plannedIn(plan.followUps)
  if (next === undefined) return missing('noFollowUp')
  return met(next.on < today ? 'followUpOverdue' : 'followUp')
}

function planning(plan: DocumentedPlan | null): Answered {
  if (plan === null) return missing('noPlan')
  return plan.goal.trim() === '' ? missing('noGoal') : met('goal')
}

/** The seven answers. `plan` null: the youth has none. */
export function pointsOf(plan: DocumentedPlan | null, all: readonly DocumentedMeasure[], today: PlainDate): readonly PointAnswer[] {
  const measures = documented(all)
  const answers: Readonly<Record<PlanPoint, Answered>> = {
    planning: planning(plan),
    youth: responsibility('youth', plan, measures),
    municipality: responsibility('municipality', plan, measures),
    other: responsibility('other', plan, measures),
    dates: dates(plan, measures),
    endReasons: endReasonsOf(plan, measures, today),
    followUp: followUp(plan, today),
  }
  return planPoints.map((point) => ({ point, ...answers[point] }))
}

/** How many of the seven are not missing. */
export const pointsMet = (points: readonly PointAnswer[]): number => points.filter(({ state }) => state !== 'missing').length
