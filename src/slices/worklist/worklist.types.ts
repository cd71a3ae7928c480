/** The nouns of the lists. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { OccupationState, StepKind, WaitsFor } from '../ladder/index.ts'
import type { RowStanding } from './standing.types.ts'

/** Where a youth stands (DOMAIN.md 4), always derived; `unconfirmedStay` is the restricted list of 3.3. The order is that of the tabs. */
export const tabs = ['toAct', 'measurePlanned', 'measureOngoing', 'otherSchoolForm', 'watching', 'closed', 'unconfirmedStay'] as const
export type Tab = (typeof tabs)[number]

/** The ready lists that are used most, in the order they stand. */
export const firstLists = ['newForMe', 'overdue', 'dueToday', 'waitsForUs', 'waitsForYouth', 'noPhone', 'lastNight'] as const
/** The rest: one press further away. */
export const furtherLists = ['waitsForSchool', 'unassigned', 'notBegun', 'notReached', 'expires', 'soonTwenty'] as const
/** Lists that are ready: who waits for whom. */
export const readyLists = [...firstLists, ...furtherLists] as const
export type ReadyList = (typeof readyLists)[number]

export const sortKeys = ['name', 'age', 'since', 'lastReached', 'lastAttempt', 'nextDue', 'unit', 'responsible'] as const
export type SortKey = (typeof sortKeys)[number]
export type Sort = { readonly key: SortKey; readonly descending: boolean }

/** Columns besides the youth's own, in the order they stand. */
export const columnNames = [
  'why',
  'since',
  'lastReached',
  'lastAttempt',
  'nextStep',
  'unit',
  'responsible',
  'birthYear',
  'turns20',
  'number',
  'address',
] as const
export type ColumnName = (typeof columnNames)[number]
export const shippedColumns: readonly ColumnName[] = ['why', 'since', 'lastReached', 'lastAttempt', 'nextStep', 'responsible']

/** The steps that can be asked for. To search for a number is never the ladder's own step: `noPhone` is that list. */
export type AskedStep = Exclude<StepKind, 'searchNumber'>

/** What narrows the list. Null and false: does not. Nothing in it says anything of a youth: it stands in addresses. */
export type Filter = {
  readonly ageFrom: number | null
  readonly ageTo: number | null
  readonly unit: number | null
  readonly district: number | null
  readonly reason: string | null
  readonly daysAtLeast: number | null
  readonly daysAtMost: number | null
  readonly unknownOccupation: boolean
  /** `me`, `nobody` or a colleague's id. */
  readonly assigned: string | null
  readonly lastNight: boolean
  readonly twentyWithin: number | null
  /** So many days at least since the youth was reached; never is longer than any number. */
  readonly unreachedFor: number | null
  /** So many days at least since anybody tried. */
  readonly untriedFor: number | null
  readonly step: AskedStep | null
  /** The next step is due from today to so many days ahead. */
  readonly dueWithin: number | null
  readonly waitsFor: WaitsFor | null
  readonly phone: 'has' | 'lacks' | null
  readonly occupation: OccupationState | null
}

/** One view of the lists: what its address says. */
export type ListView = {
  readonly tab: Tab
  readonly list: ReadyList | null
  /** How many days `notReached` asks for. */
  readonly notReachedDays: number
  readonly filter: Filter
  readonly sort: Sort
  /** From 1. */
  readonly page: number
}

/** A filter as the database is asked: the days are worked out, and each that is not null must hold. */
export type Conditions = {
  readonly bornOnOrBefore: PlainDate | null
  readonly bornAfter: PlainDate | null
  readonly unit: number | null
  readonly district: number | null
  readonly reason: string | null
  readonly fromOnOrBefore: PlainDate | null
  readonly fromOnOrAfter: PlainDate | null
  readonly unknownOccupation: boolean
  /** A colleague's id, or `nobody`. `standsIn`: with those whom the colleague stands in for that day. */
  readonly staff: string | null
  readonly standsIn: boolean
  readonly lastNight: boolean
  /** Turns 20: born after the first and on or before the second. */
  readonly twenty: { readonly bornAfter: PlainDate; readonly bornOnOrBefore: PlainDate } | null
  /** Last reached on or before the day, or never. */
  readonly reachedOnOrBefore: PlainDate | null
  /** Last tried on or before the day, or never. */
  readonly triedOnOrBefore: PlainDate | null
  readonly step: AskedStep | null
  /** The last day of the next step: on or after the first and before the second. */
  readonly dueFrom: PlainDate | null
  readonly dueBefore: PlainDate | null
  readonly waitsFor: WaitsFor | null
  readonly hasPhone: boolean | null
  readonly occupation: OccupationState | null
  /** What is known of the occupation lapses on or before the day, and has not yet. */
  readonly lapsesOnOrBefore: PlainDate | null
  /** Nobody has begun, and should have by now. */
  readonly notBegun: boolean
}

/** The measure that puts somebody on a tab of measures, and how many more do. */
export type RowMeasure = {
  readonly name: Readonly<Record<Lang, string>>
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly others: number
}

/** A youth as a list shows it. What says anything of place or number is null for a protected one. */
export type ListRow = RowStanding & {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly number: string | null
  readonly address: string | null
  readonly district: string | null
  readonly unit: string | null
  readonly staff: string | null
  /** The responsible colleague is away: until when, and who stands in. */
  readonly awayUntil: PlainDate | null
  readonly substitute: string | null
  readonly substituteId: string | null
  readonly fromOn: PlainDate | null
  readonly untilOn: PlainDate | null
  readonly entryReason: string | null
  readonly exitReason: string | null
  readonly watchGround: string | null
  /** Only on the tabs of measures. */
  readonly measure: RowMeasure | null
  readonly watchedFrom: PlainDate | null
  /** Came in, or left, in the last nightly run. */
  readonly isNew: boolean
  readonly isProtected: boolean
  /** The open assignment, 0 for none: what the row was made from. */
  readonly version: number
}

export type Counts = {
  /** `unconfirmedStay` only for those with the right to protected identities. */
  readonly tabs: Readonly<Record<Tab, number>>
  readonly lists: Readonly<Record<ReadyList, number>>
}

export type UnitChoice = { readonly id: number; readonly name: string }
export type StaffChoice = { readonly id: string; readonly name: string; readonly unitId: number | null; readonly roles: readonly string[] }

/** What can be chosen in filters and when assigning. */
export type Choices = {
  readonly units: readonly UnitChoice[]
  readonly districts: readonly UnitChoice[]
  readonly staff: readonly StaffChoice[]
}

export type SavedFilter = {
  readonly id: number
  readonly name: string
  readonly query: string
  readonly shared: 'me' | 'unit' | 'all'
  readonly version: number
  readonly isMine: boolean
}

/** The last nightly run: when `lastNight` was. */
export type LastNight = { readonly runId: number; readonly on: PlainDate }
