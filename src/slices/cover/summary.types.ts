/** The nouns of the summary: what happened with somebody's youths while they were away. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Channel, Occupation, Outcome } from '../ladder/index.ts'

/** Something that happened, day by the Swedish calendar. */
export type Happening = { readonly on: PlainDate } & (
  | {
      readonly kind: 'reached' | 'attempt'
      readonly channel: Channel
      readonly outcome: Outcome
      readonly occupation: Occupation | null
      readonly by: string
    }
  | { readonly kind: 'reply'; readonly isOpen: boolean }
  /** Became the colleague's own, or somebody else's. */
  | { readonly kind: 'given' | 'taken' }
  | { readonly kind: 'entered' | 'left'; readonly reason: string }
)
export type HappeningKind = Happening['kind']

/** A youth with what happened, in order. */
export type YouthMeanwhile = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly isProtected: boolean
  /** Who has the youth now. */
  readonly staff: string | null
  readonly happenings: readonly Happening[]
}

/** A happening with whose it is, and whether the youth was covered that day. */
export type Told = Omit<YouthMeanwhile, 'happenings'> & { readonly happening: Happening; readonly isCovered: boolean }

export type Summary = {
  readonly absenceId: string
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate
  readonly substitute: string
  readonly isOver: boolean
  readonly isRead: boolean
  /** Of the covered. */
  readonly counts: Readonly<Record<HappeningKind, number>>
  /** Attempts, reaches and answers of youths who were not covered that day: in none of the counts. */
  readonly outside: number
  readonly youths: readonly YouthMeanwhile[]
  /** There are more than are shown. */
  readonly isCut: boolean
}
