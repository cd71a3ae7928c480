/** What may be planned, and what may be done with a round as it goes. */
import { roles, type Role, type Scope } from '../../kernel/actor.ts'
import { mayDo, scopeOf } from '../../kernel/permission.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import { isWorkingDay } from '../../platform/swedish-holidays.ts'
import { minuteOf } from './order.rules.ts'
import type { Round, RoundState, StaffChoice, VisitFields } from './visits.types.ts'

/** A round as somebody wants it. */
export type RoundWish = {
  readonly on: PlainDate
  readonly area: string
  readonly districtId: number | null
  readonly startsAt: string
  readonly endsAt: string
  readonly first: string
  readonly second: string
  readonly watch: string
}

export const planProblems = [
  'past',
  'too-far-ahead',
  'not-a-working-day',
  'too-early',
  'too-late',
  'ends-before-it-starts',
  'over-already',
  'two-are-needed',
  'watch-stays-behind',
  'not-a-colleague',
] as const
export type PlanProblem = (typeof planProblems)[number]
export type PlanProblemAt = { readonly field: keyof RoundWish; readonly problem: PlanProblem }

/** The day it is, the time of day, and who can be chosen. */
export type PlanFacts = { readonly today: PlainDate; readonly now: string; readonly staff: readonly StaffChoice[] }

/** Visits are made by day and in the evening, not at night: `HH:MM`. */
export const visitHours = { from: '07:00', until: '21:00' } as const
const daysAhead = 184

/** A colleague who may make visits: one who goes, and one who watches. */
export const mayMakeVisits = ({ roles: held }: StaffChoice): boolean =>
  mayDo(
    held.filter((role): role is Role => (roles as readonly string[]).includes(role)),
    'visits.make',
  )

function problemOfDay({ on, endsAt }: RoundWish, { today, now }: PlanFacts): PlanProblem | null {
  if (on < today) return 'past'
  if (dayOf(on) - dayOf(today) > daysAhead) return 'too-far-ahead'
  if (!isWorkingDay(dayOf(on))) return 'not-a-working-day'
  return on === today && endsAt <= now ? 'over-already' : null
}

function problemsOfTimes({ startsAt, endsAt }: RoundWish): PlanProblemAt[] {
  if (minuteOf(startsAt) < minuteOf(visitHours.from)) return [{ field: 'startsAt', problem: 'too-early' }]
  if (minuteOf(endsAt) <= minuteOf(startsAt)) return [{ field: 'endsAt', problem: 'ends-before-it-starts' }]
  return minuteOf(endsAt) > minuteOf(visitHours.until) ? [{ field: 'endsAt', problem: 'too-late' }] : []
}

/** Two who go and a third who watches: all different, all at work here (`a_third_person_watches`, `two_different_staff_visit`). */
function problemsOfStaff({ first, second, watch }: RoundWish, { staff }: PlanFacts): PlanProblemAt[] {
  const known = new Set(staff.filter(mayMakeVisits).map(({ id }) => id))
  const unknown = (
    [
      ['first', first],
      ['second', second],
      ['watch', watch],
    ] as const
  ).filter(([, id]) => !known.has(id))
  return [
    ...unknown.map(([field]) => ({ field, problem: 'not-a-colleague' as const })),
    ...(first === second && known.has(second) ? [{ field: 'second' as const, problem: 'two-are-needed' as const }] : []),
    ...((watch === first || watch === second) && known.has(watch)
      ? [{ field: 'watch' as const, problem: 'watch-stays-behind' as const }]
      : []),
  ]
}

/** What is wrong with a wish; nothing: it may be planned. */
export function problemsOf(wish: RoundWish, facts: PlanFacts): PlanProblemAt[] {
  const day = problemOfDay(wish, facts)
  return [...(day === null ? [] : [{ field: 'on' as const, problem: day }]), ...problemsOfTimes(wish), ...problemsOfStaff(wish, facts)]
}

/** What a colleague may see of the register; protected youths are in no round. */
const scopeOfStaff = ({ id, name, roles: held, unitId }: StaffChoice): Scope =>
  scopeOf({ staffId: id, name, roles: held as Role[], unit: unitId === null ? null : { id: unitId, name: '' } })

/** Whether everybody who goes may see a youth of the unit: nobody is sent to a door that they may not read of. */
export const maySeeAll = (visitors: readonly StaffChoice[], unitId: number | null): boolean =>
  visitors.every((one) => {
    const { units } = scopeOfStaff(one)
    return units === null || (unitId !== null && units.includes(unitId))
  })

const next: Readonly<Record<RoundState, readonly RoundState[]>> = {
  planned: ['underWay', 'done', 'cancelled'],
  underWay: ['done'],
  done: [],
  cancelled: [],
}

/** Whether a round may go from one state to another. What is over stays over, and what has begun is not cancelled. */
export const mayBecome = (from: RoundState, to: RoundState): boolean => next[from].includes(to)

export const isOver = ({ state }: Pick<Round, 'state'>): boolean => state === 'done' || state === 'cancelled'

/** Whether anything has been written about a visit. */
export const isTouched = ({ checkedInAt, result, note }: VisitFields): boolean => checkedInAt !== null || result !== null || note !== ''

export type CloseRefusal = 'already-over' | 'somebody-is-inside' | 'visits-without-result' | 'open-differences'

/** Whether a round may be closed: everybody is out, every visit has a result or was not made, and no difference waits for a choice. */
export function mayClose(round: Pick<Round, 'state'>, stops: readonly VisitFields[], openConflicts: number): Decision<null, CloseRefusal> {
  if (!mayBecome(round.state, 'done')) return refuse('already-over')
  if (stops.some(({ checkedInAt, checkedOutAt }) => checkedInAt !== null && checkedOutAt === null)) return refuse('somebody-is-inside')
  if (stops.some(({ result }) => result === null)) return refuse('visits-without-result')
  return openConflicts > 0 ? refuse('open-differences') : grant(null)
}

export type CancelRefusal = 'already-over' | 'under-way'

/** Whether a round may be cancelled: only before anybody has been anywhere. */
export function mayCancel(round: Pick<Round, 'state'>, stops: readonly VisitFields[]): Decision<null, CancelRefusal> {
  if (isOver(round)) return refuse('already-over')
  return mayBecome(round.state, 'cancelled') && !stops.some(isTouched) ? grant(null) : refuse('under-way')
}

export type Part = 'goes' | 'watches' | null

/** What somebody does in a round. */
export const partIn = ({ first, second, watch }: Pick<Round, 'first' | 'second' | 'watch'>, staffId: string): Part =>
  first.id === staffId || second.id === staffId ? 'goes' : watch.id === staffId ? 'watches' : null

/** Whether a stop's planned time lies in the round. */
export const isInRound = ({ startsAt, endsAt }: Pick<Round, 'startsAt' | 'endsAt'>, time: string): boolean =>
  minuteOf(time) >= minuteOf(startsAt) && minuteOf(time) < minuteOf(endsAt)
