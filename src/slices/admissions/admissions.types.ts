/** The nouns of the summer radar: what an admission list says, what is done for a youth, and where she stands on a day. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** The two admissions: in June or July, and in August. */
export const rounds = ['first', 'second'] as const
export type Round = (typeof rounds)[number]

/** The day of the first list of a round. */
export type RoundDay = { readonly round: Round; readonly on: PlainDate }

export const listStates = ['notApplied', 'notAdmitted', 'reserve', 'admitted'] as const
export type ListState = (typeof listStates)[number]

/** What is done for a youth, in the order it is hoped to come. */
export const stepKinds = ['invited', 'met', 'changedChoice', 'placed'] as const
export type StepKind = (typeof stepKinds)[number]

/** What a list said of a youth, on the day that the list is of. */
export type ListAnswer = { readonly round: Round; readonly state: ListState; readonly on: PlainDate }

/** A day on which something was done; told by hand, or by a contact. */
export type StepDone = { readonly kind: StepKind; readonly on: PlainDate }

/** A place that a source knows of, on the days [fromOn, untilOn) that it is known and lasts; `untilOn` null: still. */
export type KnownPlace = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** An enrolment as a source said it, on the days [knownOn, forgottenOn) that it was known so. Both its own days included. */
export type KnownEnrolment = {
  readonly schoolType: string
  readonly educationCode: string
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly knownOn: PlainDate
  readonly forgottenOn: PlainDate | null
}

/** A row of a list that could be read. */
export type ListRow = { readonly number: string; readonly state: ListState }

/** Why somebody is looked at whom no list names: left compulsory school this spring, or upper secondary with a study certificate, and since when. */
export type SummerEntry = { readonly reason: 'leftSchool' | 'studyCertificate'; readonly on: PlainDate }

/** Days [fromOn, untilOn) on which a youth lives in the municipality; `untilOn` null: still. */
export type LivedHere = { readonly fromOn: PlainDate; readonly untilOn: PlainDate | null }

/** Everything that decides where a youth stands. Answers in the order the lists are of. */
export type RadarFacts = {
  readonly answers: readonly ListAnswer[]
  /** Each day on which something was done, the same more than once too. */
  readonly steps: readonly StepDone[]
  readonly places: readonly KnownPlace[]
  readonly entry: SummerEntry | null
  readonly lives: readonly LivedHere[]
  /** From this day nobody asks any longer: she turns 20, or is known to have a diploma. Null: neither is known. */
  readonly overOn: PlainDate | null
}

/** Why somebody is looked at: what the newest list says, or that no list has her. */
export const groups = ['notApplied', 'notAdmitted', 'reserve', 'admittedAbsent', 'notInList', 'studyCertificate', 'admitted'] as const
export type Group = (typeof groups)[number]

/** How far it has come. */
export const stages = ['new', 'invited', 'met', 'changedChoice', 'placed'] as const
export type Stage = (typeof stages)[number]

/** `lacksPlace`: one of those that the September number counts. */
export type RadarStanding = { readonly group: Group; readonly stage: Stage; readonly lacksPlace: boolean }

/** A youth of the radar as a reader sees her. */
export type RadarYouth = RadarFacts & {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string | null
  readonly staff: string | null
  readonly isProtected: boolean
}

/** A list that was read: counts, never whose numbers were not here. One that was taken back stays, and says nothing any longer. */
export type ReadList = {
  readonly listId: string
  readonly takenBack: { readonly on: PlainDate; readonly byName: string | null } | null
  readonly round: Round
  readonly on: PlainDate
  readonly byName: string | null
  readonly readOn: PlainDate
  readonly rows: number
  readonly unknownPeople: number
  readonly unreadable: number
}
