/** The nouns of cover: colleagues, absences, who stands in, and how much each has. */
import type { Role } from '../../kernel/actor.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** A colleague as a rule asks of them. */
export type Colleague = {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly unitId: number | null
  readonly unit: string | null
  readonly active: boolean
}

/** Half-open: `untilOn` is the first day back. */
export type Span = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

/** Somebody is away, and somebody stands in. */
export type Absence = Span & {
  readonly absenceId: string
  readonly staffId: string
  readonly staff: string
  readonly unitId: number | null
  readonly substituteId: string
  readonly substitute: string
  readonly setBy: string
  readonly isRead: boolean
  readonly version: number
}

export type AbsenceWish = Span & { readonly staffId: string; readonly substituteId: string }

/** Who sets an absence. `units` are those whose staff they may set it for besides themselves; null: everybody's. */
export type Setter = { readonly staffId: string; readonly mayEdit: boolean; readonly units: readonly number[] | null }

export type SubstituteProblem = 'oneself' | 'substitute-not-active' | 'substitute-not-with-youths' | 'substitute-other-unit'
export type AbsenceRefusal =
  | 'unknown-colleague'
  | 'not-yours'
  | 'end-before-start'
  | 'over-already'
  | 'too-long'
  | 'overlaps'
  | SubstituteProblem

/** How many of the absent colleague's youths stay with nobody, as far as the reader may see them. */
export type Staying = {
  /** Outside what the substitute sees. */
  readonly outside: number
  /** Protected, and the substitute has not the right. Null for readers who may not know of them. */
  readonly protected: number | null
}

/** What an absence is to say besides: cover is not handed on. */
export type CoverNote =
  /** The substitute is away too on these days: nobody stands in. */
  | { readonly kind: 'substitute-away'; readonly span: Span }
  /** The one who is away stands in for somebody else on these days: those youths do not come along. */
  | { readonly kind: 'stands-in-for'; readonly name: string; readonly span: Span }

/** How much a colleague has. */
export type Load = {
  readonly staffId: string | null
  readonly youths: number
  readonly toAct: number
  readonly overdue: number
  readonly dueThisWeek: number
  readonly notReached: number
  /** Outside the target group, and in none of the other numbers. */
  readonly watching: number
  readonly meetings: number
  /** Meetings with youths who are not covered that day; not among `meetings`. */
  readonly meetingsOutside: number
}
