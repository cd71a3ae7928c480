/**
 * The nouns of the law: what is known of a person's life, and what follows from it.
 * A life says nothing of where it is stored. Every fact may carry its origin, which only the explanation reads.
 */
import type { Day } from '../../platform/plain-date.ts'

/** Which source said it, when it was read (an instant, ISO 8601), and which school unit it is about, when that is asked for. */
export type Origin = { readonly source: string; readonly readAt: string; readonly where?: string }

type Fact = { readonly origin?: Origin }

/** Registered (folkbokförd) from the day on; `municipality` null means: not in this municipality, and not known where. */
export type Registration = Fact & { readonly on: Day; readonly municipality: string | null }
/** UV: emigrated. OB: deregistered as missing. */
export type Deregistration = Fact & { readonly on: Day; readonly cause: 'UV' | 'OB' }
export type Immigration = Fact & { readonly on: Day }
export type Death = Fact & { readonly on: Day }
/** Both days inclusive; `endOn` null: still followed. Cancelled with an end before the start: withdrawn, never started. */
export type Enrolment = Fact & {
  readonly startOn: Day
  readonly endOn: Day | null
  readonly cancelled: boolean
  readonly schoolType: string
  readonly educationCode: string
}
export type Credential = Fact & { readonly on: Day; readonly type: string }
/** The end of compulsory schooling by decision: 7:13 one year later, 7:14 on an earlier day. */
export type SchoolingEnd = Fact & ({ readonly ground: '7:13' } | { readonly ground: '7:14'; readonly endOn: Day })
/** A person's decision that overrides the lines on the days [fromOn, untilOn). */
export type ManualDecision = Fact & {
  readonly covers: boolean
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly ground: string
  readonly decidedBy: string
}
/** Confirmed municipality of stay for a person with protected registration, on [fromOn, untilOn). */
export type ConfirmedStay = Fact & { readonly municipality: string; readonly fromOn: Day; readonly untilOn: Day | null }
/** Protected registration (skyddad folkbokföring) since a day: from then on only confirmed stays say where the home is. */
export type ProtectedRegistration = Fact & { readonly sinceOn: Day }

/** All that is known of one person. The order within each list is irrelevant. */
export type Life = {
  /** Null when the identity number has no real birthday (samordningsnummer without month or day). */
  readonly bornOn: Day | null
  readonly deaths: readonly Death[]
  readonly registrations: readonly Registration[]
  readonly deregistrations: readonly Deregistration[]
  readonly immigrations: readonly Immigration[]
  readonly enrolments: readonly Enrolment[]
  readonly credentials: readonly Credential[]
  readonly schoolingEnds: readonly SchoolingEnd[]
  readonly decisions: readonly ManualDecision[]
  readonly protectedRegistration: ProtectedRegistration | null
  readonly confirmedStays: readonly ConfirmedStay[]
}

/** What following an education of a kind means (DOMAIN.md 3.2). */
export type EducationKind = 'national' | 'introductory' | 'adapted' | 'equivalent' | 'abroad' | 'levelUnknown' | 'otherForm' | 'undecided'

/** One row of the dated table of 3.2: first row that fits a school type and education code decides. */
export type EducationRow = {
  /** A school type, or a prefix when it ends with `*`. */
  readonly schoolType: string
  /** `IM*`, or null for any code. */
  readonly educationCode: string | null
  readonly counts: EducationKind
  /** Qualifies only on days from this one (null: always). */
  readonly qualifiesFromOn: Day | null
}

/** The settings that the law is asked with. */
export type LawSettings = {
  /** Last day of the spring term by calendar year; years that are not set end on 15 June. */
  readonly termEnds: ReadonlyMap<number, Day>
  /** A gap of at most so many days is a change of schools (8). */
  readonly shortGapDays: number
  /** A gap that starts on or after the first and ends on or before the second (month, day) of one year is the summer (8). */
  readonly summer: { readonly from: readonly [number, number]; readonly until: readonly [number, number] }
  readonly educations: readonly EducationRow[]
}

export type EntryReason =
  | 'decided'
  | 'returned'
  | 'registeredInSweden'
  | 'movedIn'
  | 'studyCertificate'
  | 'endedWithoutDiploma'
  | 'interruptedNational'
  | 'interruptedIntroductory'
  | 'interruptedAdapted'
  | 'interruptedEquivalent'
  | 'noShow'
  | 'neverStarted'
  | 'unknown'

export type NotCoveredReason =
  | 'deceased'
  | 'turned20'
  | 'emigrated'
  | 'deregistered'
  | 'moved'
  | 'inCompulsorySchooling'
  | 'completed'
  | 'inEducation'
  | 'undecidedEducation'
  | 'awaitingStart'
  | 'decided'

/** A half-open period [fromOn, untilOn) during which the municipality is responsible. */
export type ResponsibilityPeriod = {
  readonly fromOn: Day
  readonly untilOn: Day | null
  readonly entryReason: EntryReason
  readonly exitReason: NotCoveredReason | null
}

export type LineName = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '7b' | '8' | 'decision'

/** A fact as an explanation shows it: kind, value in words that a machine can read, source, read time. */
export type ShownFact = {
  readonly kind: string
  readonly value: string
  readonly source: string
  readonly readAt: string | null
  /** The school unit, when the life was asked for with it. */
  readonly where?: string
}

/** One line of the explanation. `rule` cites the paragraph. */
export type ChainLine = {
  readonly line: LineName
  readonly rule: string
  readonly holds: boolean
  /** The reason key when it does not hold. */
  readonly reason: NotCoveredReason | null
  readonly facts: readonly ShownFact[]
}
