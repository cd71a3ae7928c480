/** The nouns of searching for a number: who is without one, what has been searched, and what it gave. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { SearchStep } from './outreach-settings.rules.ts'
import type { WayResult } from './outreach.types.ts'

/** A search that was made since the youth came in. */
export type DoneSearch = {
  readonly searchId: string
  readonly step: string
  readonly result: 'found' | 'nothing'
  readonly on: PlainDate
  readonly by: string
  readonly staffId: string
}

/** A covered youth without a live number. */
export type NumberlessYouth = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly fromOn: PlainDate
  readonly district: string | null
  readonly unit: string | null
  readonly deadPhones: number
  readonly isProtected: boolean
  /** The latest search by each step. */
  readonly done: readonly DoneSearch[]
}

/** Everybody, those with steps that have not been searched, those searched for everywhere, and those whose numbers have died. */
export const searchViews = ['all', 'left', 'done', 'dead'] as const
export type SearchView = (typeof searchViews)[number]

export type NumberlessList = {
  readonly rows: readonly NumberlessYouth[]
  readonly counts: Readonly<Record<SearchView, number>>
  readonly steps: readonly SearchStep[]
  readonly total: Yield
}

/** Youths a page. */
export const youthsPerPage = 25

/** What searches gave, counted in youths: searched for, something found, and a find that holds. */
export type Yield = { readonly searched: number; readonly found: number; readonly valid: number }

/** The half-open days that a yield is of. */
export type YieldPeriod = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

export type YieldBy = {
  readonly total: Yield
  readonly steps: readonly (Yield & { readonly step: string })[]
  readonly districts: readonly (Yield & { readonly district: string | null })[]
}

/** What became of a way that a search found. */
export type FoundWay = {
  /** The youth was reached on it at some time. */
  readonly hasWorked: boolean
  readonly lastResult: WayResult | null
  readonly isDead: boolean
  /** Somebody took it away again. */
  readonly isRemoved: boolean
}
