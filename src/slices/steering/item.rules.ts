/** Development items: where one stands, what may happen next, and what is late. The database refuses what these refuse. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Item, ItemState, Step, StepContent, StepKind } from './steering.types.ts'

/** Where an item stands: what happened last. */
export const stateOf = ({ steps }: Pick<Item, 'steps'>): ItemState => steps.at(-1)?.kind ?? 'raised'

/** What may happen next: the forum prepares, the steering group decides, and what is decided is done. */
const next: Readonly<Record<ItemState, readonly StepKind[]>> = {
  raised: ['forum', 'steeringGroup'],
  forum: ['steeringGroup', 'settled'],
  steeringGroup: ['approved', 'rejected', 'postponed'],
  postponed: ['forum', 'steeringGroup'],
  approved: ['done'],
  rejected: [],
  settled: [],
  done: [],
}
export const nextSteps = (state: ItemState): readonly StepKind[] => next[state]

/** Whether nothing more is to happen. */
export const isClosed = (state: ItemState): boolean => next[state].length === 0

/** Steps that are decisions: they say why. */
const decisions: readonly StepKind[] = ['approved', 'rejected', 'postponed', 'settled']
const isDecision = (kind: StepKind): boolean => decisions.includes(kind)

export type StepProblem = {
  readonly field: 'kind' | 'onDay' | 'said' | 'dueOn'
  readonly problem: 'not-now' | 'in-future' | 'before-last' | 'say-why' | 'due-first' | 'not-due'
}

/** What is wrong with a step. */
export function stepProblems(
  { kind, onDay, said, dueOn }: StepContent,
  item: Pick<Item, 'steps' | 'raisedOn'>,
  today: PlainDate,
): StepProblem[] {
  const before = item.steps.at(-1)?.onDay ?? item.raisedOn
  return [
    ...(nextSteps(stateOf(item)).includes(kind) ? [] : [{ field: 'kind', problem: 'not-now' } as const]),
    ...(onDay > today ? [{ field: 'onDay', problem: 'in-future' } as const] : []),
    ...(onDay < before ? [{ field: 'onDay', problem: 'before-last' } as const] : []),
    ...(isDecision(kind) && said === '' ? [{ field: 'said', problem: 'say-why' } as const] : []),
    ...(dueOn !== null && kind !== 'approved' ? [{ field: 'dueOn', problem: 'not-due' } as const] : []),
    ...(dueOn !== null && dueOn < onDay ? [{ field: 'dueOn', problem: 'due-first' } as const] : []),
  ]
}

/** When what was approved is to be done; null: nothing is waited for. */
export const dueOf = (item: Pick<Item, 'steps'>): PlainDate | null =>
  stateOf(item) === 'approved' ? (item.steps.at(-1)?.dueOn ?? null) : null

/** Whether what was approved should have been done. */
export const isLate = (item: Pick<Item, 'steps'>, today: PlainDate): boolean => {
  const dueOn = dueOf(item)
  return dueOn !== null && dueOn < today
}

/** The items as a meeting takes them: what is late first, then the open ones by when they were raised, the closed last. */
export const inMeetingOrder = (items: readonly Item[], today: PlainDate): Item[] => {
  const rank = (item: Item): number => (isLate(item, today) ? 0 : isClosed(stateOf(item)) ? 2 : 1)
  return items.toSorted((one, other) => rank(one) - rank(other) || one.raisedOn.localeCompare(other.raisedOn))
}

export type Decided = { readonly item: Item; readonly step: Step }

/** The decisions of a stretch of days, half-open, in the order they were made. */
export const decidedIn = (items: readonly Item[], fromOn: PlainDate, untilOn: PlainDate): Decided[] =>
  items
    .flatMap((item) => item.steps.map((step) => ({ item, step })))
    .filter(({ step }) => isDecision(step.kind) && step.onDay >= fromOn && step.onDay < untilOn)
    .toSorted((one, other) => one.step.onDay.localeCompare(other.step.onDay))

/** The items as they stood at the end of the day before `untilOn`: what happened later is left out, and what was raised later too. */
export const asOf = (items: readonly Item[], untilOn: PlainDate): Item[] =>
  items.filter(({ raisedOn }) => raisedOn < untilOn).map((item) => ({ ...item, steps: item.steps.filter(({ onDay }) => onDay < untilOn) }))
