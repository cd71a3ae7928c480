/** The nouns of the start page. Every number of persons is of those whom the reader may see. */
import type { OwnCover } from '../cover/index.ts'
import type { SourceHealth } from '../feeds/index.ts'
import type { StoppedRead } from '../matching/index.ts'
import type { ChangeCount, ExceptionCount, RunHead } from '../sources/index.ts'
import type { TogetherWaiting } from '../together/index.ts'

export type OwnNumber = 'mine' | 'newForMine' | 'mineOverdue' | 'mineDueToday' | 'unit' | 'unitUnassigned' | 'unitOverdue'

/** A number with the list that it counts. */
export type Counted = { readonly name: OwnNumber; readonly n: number; readonly href: string }

/** What waits of what is agreed with youths: as many as the desks show. */
export type Agreed = {
  /** The reader's own and of those they stand in for. */
  readonly followUps: { readonly overdue: number; readonly due: number } | null
  /** Placements that the personnel group is to decide on. */
  readonly proposals: number | null
  /** Measures whose planned end has come, and nobody has said that they ended. */
  readonly pastEnd: number | null
  /** What youths do that lapses within the days of the desk. */
  readonly expiring: number | null
}

/** `errors` null: the half-year has no profile. `lacks`: what is to be done besides mending; null: it is delivered, with its receipt. */
export type WaitingReturn = {
  readonly half: string
  readonly errors: number | null
  readonly daysLeft: number
  readonly lacks: 'delivery' | 'receipt' | null
}

/** What waits for the reader. Null and empty where the reader has nothing to do with it. */
export type Waiting = {
  readonly stopped: readonly StoppedRead[]
  readonly exceptions: readonly ExceptionCount[]
  readonly duplicates: number | null
  /** Those whose source has been read since, and those that wait for it. */
  readonly corrections: { readonly toCheck: number; readonly waiting: number } | null
  readonly unassigned: Omit<Counted, 'name'> | null
  /** Youths whom nobody has begun with, and should have by now. */
  readonly notBegun: Omit<Counted, 'name'> | null
  /** Answers from the reply page that somebody is to decide on. */
  readonly replies: number | null
  readonly agreed: Agreed
  /** The half-yearly return that is worked with now, while there is something to do with it. */
  readonly half: WaitingReturn | null
  /** Years whose last day of the spring term is not set. */
  readonly termEnds: readonly number[]
  /** What waits with schools and with others. */
  readonly together: TogetherWaiting
}

export type Today = {
  readonly running: RunHead | null
  /** The last run that is over, in whatever way; null before the first. */
  readonly last: RunHead | null
  /** The last that changed anything: the one whose changes are shown. */
  readonly shown: RunHead | null
  readonly changes: readonly ChangeCount[]
  /** A night that was due has not been run. */
  readonly isNightMissing: boolean
  readonly sources: readonly SourceHealth[]
  readonly own: readonly Counted[]
  readonly waiting: Waiting
  /** Whom the reader stands in for, and what happened while they themselves were away. Null where cover is nothing of theirs. */
  readonly cover: OwnCover | null
}
