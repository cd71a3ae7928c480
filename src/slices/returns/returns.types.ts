/** The nouns of the half-yearly return (DOMAIN.md 7): what it is made from, its records, what is wrong with it, and what was delivered. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Occupation, RegistrationOccupation, SaidOccupation } from '../ladder/index.ts'
import type { EducationKind, EntryReason, NotCoveredReason } from '../law/index.ts'
import type { HalfYear } from './half-year.rules.ts'

/** The five blocks of DOMAIN.md 7, in its order. */
export const blocks = ['youth', 'contact', 'measureBegun', 'measureEnded', 'exit'] as const
export type Block = (typeof blocks)[number]

/** What a column of the file can hold. The first five are on every record, the others in the block that has them. */
export const fields = [
  'recordType',
  'identityNumber',
  'municipality',
  'halfYear',
  'registeredOn',
  'registrationReason',
  'occupationAtRegistration',
  'contactOn',
  'contactOccupation',
  'measureKind',
  'measureBegunOn',
  'endedMeasureKind',
  'endedMeasureBegunOn',
  'measureEndedOn',
  'measureEndReason',
  'occupationAfterMeasure',
  'exitOn',
  'exitReason',
] as const
export type Field = (typeof fields)[number]

/** What a youth does, as the return asks: what was said, or what a school says where nothing is known. */
export type ReturnOccupation = RegistrationOccupation

/** Up to when something is known: what sources and persons have said of a life, and what the house has written of its own work. Exclusive. */
export type KnownAt = { readonly facts: string; readonly work: string }

/** A responsibility period as it looks on the last day that is asked about. `exitStudy`: the qualifying education followed on the day it ended. */
export type ReturnPeriod = {
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly entryReason: EntryReason
  readonly exitReason: NotCoveredReason | null
  readonly exitStudy: EducationKind | null
}

/** A contact or an attempt that stands, on a day of the half-year. `occupation`: what was said in it. */
export type ReturnContact = {
  readonly contactId: string
  readonly on: PlainDate
  /** Minutes since midnight, Swedish time. */
  readonly minute: number
  readonly reached: boolean
  readonly occupation: Occupation | null
}

/** A measure that stands. `code`: what the catalogue says of its item, for those that the profile does not name. */
export type ReturnMeasure = {
  readonly measureId: string
  readonly itemKey: string
  readonly counts: boolean
  readonly code: string | null
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly endReason: string | null
  readonly occupationAfter: Occupation | null
}

/** Something said of what a youth does, in the order it was said. */
export type ReturnStatement = SaidOccupation

export type ReturnStudy = {
  readonly kind: EducationKind
  readonly fromOn: PlainDate
  readonly untilOn: PlainDate | null
  readonly qualifies: boolean
}

export type ReturnProtection = 'none' | 'marked' | 'registration'

/** Everything about one youth that the return is made from. */
export type ReturnYouth = {
  readonly personId: number
  readonly subjectId: string
  readonly number: string | null
  readonly bornOn: PlainDate | null
  readonly protection: ReturnProtection
  /** All of them in order of time, also those of other half-years: a measure belongs to the period that it began in. */
  readonly periods: readonly ReturnPeriod[]
  readonly contacts: readonly ReturnContact[]
  readonly measures: readonly ReturnMeasure[]
  readonly statements: readonly ReturnStatement[]
  readonly studies: readonly ReturnStudy[]
}

/** What a return is asked about. `on`: the last day that is looked at, the half-year's own last or an earlier one. */
export type ReturnQuestion = {
  readonly municipality: string
  readonly half: HalfYear
  readonly on: PlainDate
  readonly knownAt: KnownAt
}

/** What a return is made from. Youths who have a period in the half-year, or one that ended on its first day. */
export type ReturnFacts = Omit<ReturnQuestion, 'knownAt'> & { readonly youths: readonly ReturnYouth[] }

/** One thing said of one youth in one of the blocks. `key` names it from one build to the next. */
export type ReturnRecord = {
  readonly block: Block
  readonly key: string
  readonly personId: number
  readonly subjectId: string
  readonly number: string | null
  /** The first day of the period it is said of. */
  readonly periodFromOn: PlainDate
  /** The day it is about. */
  readonly on: PlainDate
  /** The contact or the measure. */
  readonly refId: string | null
  /** The cells of its block, as the file has them. A code that the profile lacks is empty, and a broken control. */
  readonly cells: Readonly<Partial<Record<Field, string>>>
}

export type BlockCounts = Readonly<Record<Block, number>>

/** A return as it was built: `lines` are the file's, without a header. */
export type BuiltReturn = {
  readonly records: readonly ReturnRecord[]
  readonly lines: readonly (readonly string[])[]
  readonly counts: ReturnCounts
  /** What the mapping has no code for: the field of the profile, as `codes.measureKinds.pottery`. */
  readonly uncoded: readonly string[]
}

export type ReturnCounts = {
  readonly youths: number
  readonly rows: number
  readonly blocks: BlockCounts
  /** Youths with protected identity that the profile's rule leaves out. */
  readonly leftOut: number
  /** Youths with protected identity in the file. */
  readonly protected: number
}

/** Where a profile comes from: the product, or the municipality's own copy. */
export type ProfileOrigin = 'shipped' | 'own'

/** A receipt as it was written down. */
export type Receipt = { readonly number: string; readonly byName: string; readonly at: string }

/** What was delivered, without its bytes. Times are Swedish local time, `YYYY-MM-DD HH:MI`. */
export type Delivery = {
  readonly deliveryId: string
  readonly half: string
  /** The first, the second ...: each replaces the one before. */
  readonly nth: number
  readonly fileName: string
  readonly sha256: string
  readonly counts: ReturnCounts
  readonly errors: number
  readonly warnings: number
  readonly byName: string
  readonly at: string
  readonly knownAt: KnownAt
  /** The instant as `--as-known-at` takes it: what was known then is what it was built from. */
  readonly asKnownAt: string
  readonly profileOrigin: ProfileOrigin
  readonly profileVersion: number
  readonly receipt: Receipt | null
}

/** A rehearsal as it ended. */
export type Rehearsal = {
  readonly half: string
  readonly outcome: 'built' | 'no-profile'
  readonly at: string
  readonly counts: ReturnCounts | null
  readonly errors: number
  readonly warnings: number
}

/** A youth as the return's pages name one. */
export type SeenInReturn = { readonly personId: number; readonly subjectId: string; readonly name: string; readonly isProtected: boolean }
