/** The nouns of what has been published, and of counting it again. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Cause, ChangedMark } from './again.rules.ts'
import type { At, Cell, IndicatorQuestion, Row, Sum } from './indicator.types.ts'
import type { IndicatorName } from './registry.rules.ts'

/** A figure that was published. `at`: Swedish time to the minute. */
export type PublishedHead = {
  readonly publishedId: string
  readonly name: IndicatorName
  readonly question: IndicatorQuestion
  readonly note: string
  readonly byName: string
  readonly at: string
}

/** With what was known, and the counts. `factsKnownAt`, `workKnownAt`: instants as PostgreSQL writes them, exclusive. */
export type Published = PublishedHead & {
  readonly factsKnownAt: string
  readonly workKnownAt: string
  /** The rows it had, and those that add up. */
  readonly rows: readonly Row[]
  readonly sums: readonly Sum[]
  readonly cells: readonly Cell[]
}

export type NewPublished = Omit<Published, 'publishedId' | 'at'> & { readonly staffId: string | null }

/** Somebody who entered or left a count, that the reader may see. */
export type AgainPerson = {
  readonly subjectId: string
  readonly name: string
  readonly direction: 'entered' | 'left'
  readonly cause: Cause
}

export type CauseCount = Cause & { readonly count: number }

/**
 * A count that is another now, or made of somebody else. `unseen`: how many of those who entered or left the reader may not see. `isSmall`: then or
 * now it is not shown among small numbers, so neither is what it was and is.
 */
export type AgainCell = {
  readonly row: string
  readonly at: At
  readonly was: number
  readonly is: number
  readonly isSmall: boolean
  readonly causes: readonly CauseCount[]
  readonly persons: readonly AgainPerson[]
  readonly unseen: number
}

/** `isReproduced`: by what was known then the answer is still the same; false when persons have been erased since, or the way of counting is another. */
export type Again = {
  readonly published: Published
  readonly askedOn: PlainDate
  readonly isReproduced: boolean
  readonly cells: readonly AgainCell[]
}

/** Counted again, before anybody in particular sees it: the youths are ids, and whom a reader may see is asked when it is shown. */
export type CountedCell = Pick<AgainCell, 'row' | 'at' | 'was' | 'is' | 'isSmall'> & { readonly marks: readonly ChangedMark[] }
export type CountedAgain = Pick<Again, 'published' | 'askedOn' | 'isReproduced'> & { readonly cells: readonly CountedCell[] }
