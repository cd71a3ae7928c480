/** The action plan: when it is to be revised, what may be adopted, and what differs between two versions. */
import { dateOf, dayFrom, dayOf, daysInMonth, partsOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Adoption, PartContent, Plan, PlanPart, PlanVersion, ReviewState } from './steering.types.ts'

export const mostParts = 40
/** A revision is said to be due so many days before its day: a board has its meetings. */
const soonDays = 60
/** Revised every year, with a month for the board's meetings to move. */
const mostMonths = 13

/** The same day so many months later; the last of the month when there is no such day. */
export function monthsAfter(date: PlainDate, months: number): PlainDate {
  const { year, month, dayOfMonth: day } = partsOf(dayOf(date))
  const nth = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(nth / 12), (nth % 12) + 1]
  return dateOf(dayFrom(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth))))
}

/** The day that is proposed for the next revision. */
export const reviewAfter = (adoptedOn: PlainDate): PlainDate => monthsAfter(adoptedOn, 12)

/** The version in force on the day: of those adopted by then, the latest; null: none was. */
export const inForceOn = <Version extends PlanVersion>(versions: readonly Version[], day: PlainDate): Version | null =>
  versions
    .filter(({ adoption }) => adoption !== null && adoption.adoptedOn <= day)
    .reduce<Version | null>((best, one) => (best === null || one.version > best.version ? one : best), null)

/** Whether the plan is to be revised. A draft that has been begun changes nothing: only a decision does. */
export function reviewState(plan: PlanVersion | null, today: PlainDate): ReviewState {
  const reviewOn = plan?.adoption?.reviewOn ?? null
  if (reviewOn === null) return 'none'
  if (reviewOn < today) return 'overdue'
  return dayOf(reviewOn) - dayOf(today) <= soonDays ? 'dueSoon' : 'holds'
}

export type AdoptionProblem = {
  readonly field: 'adoptedOn' | 'reviewOn'
  readonly problem: 'no-parts' | 'no-board' | 'in-future' | 'before-last' | 'review-first' | 'review-late'
}

/** What is wrong with adopting a draft; `last` is the latest adopted version. */
export function adoptionProblems(
  { adoptedOn, reviewOn }: Adoption,
  draft: Plan,
  last: PlanVersion | null,
  today: PlainDate,
): AdoptionProblem[] {
  const before = last?.adoption?.adoptedOn ?? null
  return [
    ...(draft.parts.length === 0 ? [{ field: 'adoptedOn', problem: 'no-parts' } as const] : []),
    ...(draft.parts.some(({ board }) => board === '') ? [{ field: 'adoptedOn', problem: 'no-board' } as const] : []),
    ...(adoptedOn > today ? [{ field: 'adoptedOn', problem: 'in-future' } as const] : []),
    ...(before !== null && adoptedOn < before ? [{ field: 'adoptedOn', problem: 'before-last' } as const] : []),
    ...(reviewOn <= adoptedOn ? [{ field: 'reviewOn', problem: 'review-first' } as const] : []),
    ...(reviewOn > monthsAfter(adoptedOn, mostMonths) ? [{ field: 'reviewOn', problem: 'review-late' } as const] : []),
  ]
}

export type PartChange = {
  readonly partKey: string
  readonly heading: string
  readonly is: 'added' | 'removed' | 'changed' | 'same'
  /** The board that answered before, when it is another. */
  readonly boardBefore: string | null
}

const isSame = (one: PartContent, other: PartContent): boolean =>
  one.heading === other.heading && one.board === other.board && one.body === other.body

/** What differs, part by part: those of the later version in its order, then those that are gone. A part that only moved is the same. */
export function planChanges(before: readonly PlanPart[], after: readonly PlanPart[]): PartChange[] {
  const [was, is] = [new Map(before.map((part) => [part.partKey, part])), new Set(after.map(({ partKey }) => partKey))]
  const kept = after.map((part): PartChange => {
    const old = was.get(part.partKey)
    const { partKey, heading } = part
    if (old === undefined) return { partKey, heading, is: 'added', boardBefore: null }
    return { partKey, heading, is: isSame(old, part) ? 'same' : 'changed', boardBefore: old.board === part.board ? null : old.board }
  })
  const gone = before
    .filter(({ partKey }) => !is.has(partKey))
    .map(({ partKey, heading }): PartChange => ({ partKey, heading, is: 'removed', boardBefore: null }))
  return [...kept, ...gone]
}
