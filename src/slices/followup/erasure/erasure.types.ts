/** The words of erasure in the module: social services' rules, not those of the register. */
import type { Day, PlainDate } from '../../../platform/plain-date.ts'
import type { KeptReason } from '../people/people.types.ts'

/** What the municipality has decided about erasure. */
export type ErasureSettings = {
  /** Years after the last note; the law says five and the database refuses less. */
  readonly years: number
  /** Whether those born on the 5th, 15th and 25th are kept for research: a government decision names the municipalities. */
  readonly keepsSample: boolean
  /** The paragraph or decision that the municipality goes by, in its own words. */
  readonly source: string
}

/** What the rule asks about a youth's file. */
export type ErasureFacts = {
  readonly bornOn: Day
  readonly lastNoteOn: Day
  readonly keptBecause: KeptReason | null
  /** Somebody follows the youth, or a process has them to follow. */
  readonly isFollowed: boolean
}

/** Why a file is not erased. */
export type KeptWhy = KeptReason | 'sample' | 'followed'

/** Kept, or to be erased from a day and at the latest on another (the end of the calendar year after). */
export type Erasure =
  | { readonly kind: 'kept'; readonly why: KeptWhy }
  | { readonly kind: 'erased'; readonly from: Day; readonly latest: Day }

/** A file that is to be erased now. Nothing personal: the id says nothing outside the module. */
export type DueFile = { readonly youthId: string; readonly lastNoteOn: PlainDate; readonly latestOn: PlainDate; readonly isLate: boolean }
