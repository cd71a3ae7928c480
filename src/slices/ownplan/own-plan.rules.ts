/** What the own page shows of a plan, in the page's language, and what its refusals are called there. Only what the plan itself says. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AcknowledgeRefusal, AddRefusal, Plan, PlanStep, TickRefusal } from '../plans/index.ts'
import type { OwnWords } from './own-words.types.ts'

/** A step with its days as they are read. */
export type OwnStepOf = {
  readonly stepId: string
  readonly text: string
  readonly actor: string
  readonly due: string | null
  readonly done: string | null
  readonly byYouth: boolean
}

export type OwnPlan = {
  readonly planId: string
  readonly version: number
  readonly goal: string
  readonly youth: readonly OwnStepOf[]
  readonly municipality: readonly OwnStepOf[]
  readonly other: readonly OwnStepOf[]
  /** The next day that the plan is gone through, as it is read; null: none is decided. */
  readonly next: string | null
  readonly asksForYes: boolean
}

export type OwnProblem = Exclude<keyof OwnWords['problems'], 'title'>
/** What was typed, and why it was not saved. */
export type OwnDraft = { readonly text: string; readonly problem: OwnProblem | null }

export type OwnSaved = { readonly what: keyof OwnWords['saved']; readonly stepId: string | null }

/** The plan as its youth reads it on the day. `dayText`: how a day is read in the page's language. */
export function ownPlanOf(plan: Plan, today: PlainDate, dayText: (day: PlainDate) => string): OwnPlan {
  const read = (day: PlainDate | null): string | null => (day === null ? null : dayText(day))
  const stepsOf = (column: PlanStep['column']): OwnStepOf[] =>
    plan.steps
      .filter((step) => step.column === column)
      .map(({ stepId, text, actor, dueOn, doneOn, byYouth }) => ({ stepId, text, actor, due: read(dueOn), done: read(doneOn), byYouth }))
  const ahead = plan.followUps.filter(({ state, on }) => state === 'planned' && on >= today).toSorted((a, b) => (a.on < b.on ? -1 : 1))
  return {
    planId: plan.planId,
    version: plan.version,
    goal: plan.goal,
    youth: stepsOf('youth'),
    municipality: stepsOf('municipality'),
    other: stepsOf('other'),
    next: read(ahead[0]?.on ?? null),
    asksForYes: plan.asksForAcknowledgement,
  }
}

const problems: Readonly<Record<TickRefusal | AddRefusal | AcknowledgeRefusal, OwnProblem>> = {
  missing: 'planOver',
  'not-agreed': 'planOver',
  'not-own': 'stepGone',
  changed: 'stepChanged',
  empty: 'empty',
  'too-long': 'tooLong',
  'too-many': 'tooMany',
  // The page asks for no day.
  'due-passed': 'planChanged',
}

/** What the page says of a refusal. Of a yes, `changed` is the whole plan. */
export const problemOf = (refusal: keyof typeof problems, act: 'tick' | 'add' | 'yes'): OwnProblem =>
  act === 'yes' && refusal === 'changed' ? 'planChanged' : problems[refusal]

/** What somebody typed as a step: one line, without marks that turn the text. */
export const stepText = (typed: string): string =>
  typed
    .replaceAll(/[\p{Cc}\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
