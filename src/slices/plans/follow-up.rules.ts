/** When a follow-up is due, and what may be done with it: planned, due on its day, overdue, held, or postponed to a later day. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { mostFollowUps, type FollowUp, type Plan } from './plans.types.ts'

/** Where a follow-up that is not over stands on a day. `moved` on the page is told beside it. */
export const followUpStandings = ['planned', 'due', 'overdue', 'done', 'postponed', 'dropped'] as const
export type FollowUpStanding = (typeof followUpStandings)[number]

/** Due on the day itself; overdue from the day after, until somebody says how it went. */
export function standingOf({ state, on }: Pick<FollowUp, 'state' | 'on'>, today: PlainDate): FollowUpStanding {
  if (state !== 'planned') return state
  if (on === today) return 'due'
  return on < today ? 'overdue' : 'planned'
}

/** Whether it was moved here from an earlier day, and is not held yet. */
export const isPostponed = ({ state, movedFrom }: Pick<FollowUp, 'state' | 'movedFrom'>): boolean =>
  state === 'planned' && movedFrom !== null

/** Those that wait, the earliest first. */
export const plannedIn = (followUps: readonly FollowUp[]): FollowUp[] =>
  followUps.filter(({ state }) => state === 'planned').toSorted((a, b) => (a.on < b.on ? -1 : 1))

/** The one that comes first, overdue or not; null when none is planned. */
export const nextFollowUp = (followUps: readonly FollowUp[]): FollowUp | null => plannedIn(followUps)[0] ?? null

/** How far ahead the hub looks. */
export const soonDays = 14

/** Ahead of today and at most so many days. */
export const isSoon = (on: PlainDate, today: PlainDate): boolean => on > today && on <= dateOf(plusDays(dayOf(today), soonDays))

/** `over`: somebody has said how it went, or moved it. `ended`: the plan is over. */
export type FollowUpRefusal = 'missing' | 'over' | 'ended'
export type PostponeRefusal = FollowUpRefusal | 'passed' | 'not-later' | 'after-end' | 'taken'

/** Why no follow-up can be planned on the day. */
export type PlanDayRefusal = 'passed' | 'before-start' | 'after-end' | 'taken' | 'too-many'

type Followed = Pick<Plan, 'status' | 'endsOn' | 'followUps'>

/** The follow-up of the plan, when something may still be done with it. */
export function openFollowUp({ status, followUps }: Followed, followUpId: string): Decision<FollowUp, FollowUpRefusal> {
  const found = followUps.find((one) => one.followUpId === followUpId)
  if (found === undefined) return refuse('missing')
  if (status === 'ended') return refuse('ended')
  return found.state === 'planned' ? grant(found) : refuse('over')
}

/** Whether it may be postponed to the day: later than its own, not past, not after the plan's end, and on no day that has one. */
export function mayPostpone(plan: Followed, followUpId: string, toOn: PlainDate, today: PlainDate): Decision<FollowUp, PostponeRefusal> {
  const found = openFollowUp(plan, followUpId)
  if (!found.granted) return found
  if (toOn < today) return refuse('passed')
  if (toOn <= found.value.on) return refuse('not-later')
  if (plan.endsOn !== null && toOn > plan.endsOn) return refuse('after-end')
  return plannedIn(plan.followUps).some(({ on }) => on === toOn) ? refuse('taken') : found
}

/** Whether a new follow-up may be planned on the day, when one that waits is over with it (`leavingOut`). */
export function mayPlan(
  { beginsOn, endsOn, followUps }: Pick<Plan, 'beginsOn' | 'endsOn' | 'followUps'>,
  on: PlainDate,
  { today, leavingOut }: { readonly today: PlainDate; readonly leavingOut: string },
): Decision<null, PlanDayRefusal> {
  if (on < today) return refuse('passed')
  if (on < beginsOn) return refuse('before-start')
  if (endsOn !== null && on > endsOn) return refuse('after-end')
  const others = plannedIn(followUps).filter(({ followUpId }) => followUpId !== leavingOut)
  if (others.some((one) => one.on === on)) return refuse('taken')
  return others.length >= mostFollowUps ? refuse('too-many') : grant(null)
}
