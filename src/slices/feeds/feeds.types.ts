/** The nouns of reading: what a source delivers, and what could not be used. */
import type { IdentityNumber } from '../../kernel/identity-number.ts'
import type { Day, PlainDate } from '../../platform/plain-date.ts'
import type { EducationKind } from '../law/index.ts'

export type FeedName = 'population' | 'schools' | 'enrolments' | 'diplomas'
export type ReadKind = 'full' | 'changes'

/** Why a row, or a part of it, waits for a person. What to do about each kind is in `feeds.texts`. */
export type ExceptionKind =
  | 'bad-identity-number'
  | 'interim-number'
  | 'unmatched-pupil'
  | 'bad-value'
  | 'bad-date'
  | 'incomplete-date'
  | 'end-before-start'
  | 'dated-ahead'
  | 'unknown-code'
  | 'unknown-education'
  | 'level-unknown'
  | 'no-birthday'
  | 'bad-row'
  | 'number-change'

/** One thing that could not be used as delivered. `content` is only hashed, so that the same row is the same exception tomorrow. */
export type Problem = {
  readonly kind: ExceptionKind
  readonly field: string
  readonly reason: string
  readonly rowReference: string
  readonly content: string
  readonly number: string | null
}

/** What reading is done against: the day it becomes known, and how the municipality's table reads an education. */
export type ReadContext = {
  readonly on: Day
  readonly kindOf: (schoolType: string, educationCode: string) => EducationKind
}

/** Who a row is about: a number that stands on its own, or a source's own id for a pupil, or both. */
export type Subject = { readonly number: IdentityNumber | null; readonly pupilId: string | null }

/** One followed (or withdrawn) education of one person, as any source delivers it. Dates as `YYYY-MM-DD`. */
export type EnrolmentRow = Subject & {
  readonly schoolUnit: string
  readonly schoolType: string
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly cancelled: boolean
  readonly educationCode: string
  readonly authority: string
  readonly reference: string
}

export type CredentialRow = Subject & {
  readonly type: string
  readonly on: PlainDate
  readonly educationCode: string
  readonly schoolUnit: string
  readonly reference: string
}

/**
 * Somebody whose earlier facts must not be taken for withdrawn because a record about them could not be used. `within` is the
 * school unit (or type of document) the record was about; null: it could not be told, so all of them.
 */
export type Mention = Subject & { readonly within: string | null }

/** What one record gives: rows to use, whom it mentions although it could not be used, and problems. */
export type Parsed<Row> = { readonly rows: readonly Row[]; readonly mentioned: Mention | null; readonly problems: readonly Problem[] }

/** A person as a school system presents one, besides the enrolments. */
export type PupilRow = Subject & {
  readonly bornOn: PlainDate | null
  readonly protection: 'none' | 'secrecy' | 'registration'
  readonly listsEnrolments: boolean
  /** E.164. Null: the record says nothing of phones. */
  readonly phones: readonly string[] | null
  /** Null: the record says nothing of e-mail. */
  readonly emails: readonly string[] | null
}

/** The last reads of a source; null where there is none. */
export type SourceReads = {
  readonly name: string
  readonly feed: FeedName
  /** Whether the night fetches it itself; otherwise somebody delivers it by hand. */
  readonly isFetched: boolean
  readonly lastState: 'good' | 'stopped' | 'approved' | 'refused' | null
  readonly lastOn: PlainDate | null
  readonly lastReason: string | null
  readonly goodOn: PlainDate | null
  readonly goodRows: number | null
}
