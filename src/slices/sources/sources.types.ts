/** The nouns of the sources pages. Counts of persons are always those that the reader may see. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** `interrupted` is also a run on record as running that nobody holds the lock for: its process is gone. */
export type RunState = 'running' | 'done' | 'exceptions' | 'refused' | 'stopped' | 'failed' | 'interrupted'

/** A run without its numbers. Times are Swedish time of day. */
export type RunHead = {
  readonly id: number
  readonly kind: 'feed' | 'nightly' | 'change'
  readonly onDay: PlainDate
  readonly startedOn: PlainDate
  readonly startedAt: string
  /** To its end, or until now while it runs. */
  readonly seconds: number
  readonly state: RunState
}

export type Direction = 'entered' | 'left'

/** How many the reader may see of those who came in, or left, for one reason. */
export type ChangeCount = { readonly direction: Direction; readonly reason: string; readonly n: number }

/** A run in the history. */
export type RunLine = RunHead & { readonly entered: number; readonly left: number }

/** Somebody who came in or left in a run. */
export type ChangedYouth = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly bornOn: PlainDate | null
  readonly unit: string | null
  readonly isProtected: boolean
  readonly direction: Direction
  readonly reason: string
  readonly onDate: PlainDate
}

/** One read of a source. */
export type ReadLine = {
  readonly id: number
  readonly kind: 'full' | 'changes'
  readonly onDay: PlainDate
  readonly state: 'good' | 'stopped' | 'approved' | 'refused'
  readonly people: number
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly ended: number
  readonly rejected: number
  readonly reason: string | null
  readonly answeredBy: string | null
  readonly answeredOn: PlainDate | null
  readonly ground: string | null
}

/** An open exception as the inbox shows it. `subjectId`: the youth it is about, when known and within the reader's scope. */
export type OpenException = {
  readonly id: number
  readonly source: string
  readonly kind: string
  readonly field: string
  readonly reason: string
  readonly rowReference: string
  readonly firstOn: PlainDate
  readonly subjectId: string | null
  readonly name: string | null
  /** A pupil of a source that can be linked to a person. */
  readonly hasPupil: boolean
}

export type ExceptionCount = { readonly kind: string; readonly source: string; readonly n: number }
export type ExceptionFilter = { readonly kind: string | null; readonly source: string | null }

/** What became of an exception that somebody wanted to close. */
export type Closing = { readonly id: number; readonly row: string | null; readonly outcome: 'closed' | 'not-open' | 'not-found' }

/** A pupil that somebody linked to a person. */
export type LinkedPupil = {
  readonly id: number
  readonly source: string
  readonly linkedOn: PlainDate
  readonly linkedBy: string
  readonly subjectId: string
  readonly name: string
}

export type Because = 'same-name-and-birthday' | 'same-name-and-year' | 'same-name-without-number'

/** One of two records side by side. */
export type DuplicateRecord = {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly number: string | null
  /** Every number that the record has or had, the one in force first. */
  readonly numbers: readonly string[]
  readonly bornOn: PlainDate | null
  readonly address: string
  readonly enrolments: readonly string[]
  readonly periods: readonly { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null; readonly entryReason: string }[]
}

export type Duplicate = { readonly because: Because; readonly records: readonly [DuplicateRecord, DuplicateRecord] }

/** A merge in force. */
export type Merge = {
  readonly id: number
  readonly keptSubjectId: string
  readonly keptName: string
  readonly ground: string
  readonly by: string
  readonly mergedOn: PlainDate
}

/** A merge with both records as they were; in words by `snapshotRecords`. */
export type MergeSnapshot = Merge & { readonly snapshot: unknown }

/** A pair that somebody has said is two persons. */
export type NotSame = {
  readonly id: number
  readonly names: readonly [string, string]
  readonly ground: string
  readonly by: string
  readonly saidOn: PlainDate
}
