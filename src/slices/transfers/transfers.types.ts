/** What is handed from one municipality to another when a youth moves. */
import type { PlainDate } from '../../platform/plain-date.ts'

/** Where the register says that somebody lives on a day. `hidden`: somebody protected, of whom that is not said. */
export type Residence =
  | { readonly at: 'here' | 'gone' | 'unknown' | 'hidden' }
  | { readonly at: 'elsewhere'; readonly municipality: string }

/** What is known of a youth when somebody wants to hand over. */
export type Mover = {
  readonly residence: Residence
  readonly isProtected: boolean
  /** The day on which the youth turns 20; null when no birthday is known. */
  readonly turns20On: PlainDate | null
  /** A number that the other municipality can know the youth by. */
  readonly hasNumber: boolean
}

/** Where an offer stands, for the one who made it. `unanswered`: nobody answered in time. */
export type OutgoingState = 'waiting' | 'offered' | 'accepted' | 'sent' | 'refused' | 'unanswered' | 'withdrawn' | 'withheld'

/** Where an offer stands, for the one who got it. `notComing`: it was accepted, and what was offered does not come after all. */
export type IncomingState = 'waiting' | 'accepted' | 'received' | 'wiped' | 'refused' | 'withdrawn' | 'notComing'

/** Why an offer is over by itself: what was true when it was made is not. `disagree`: the other register does not say that the youth lives there. */
export type Withholding = 'protected' | 'notThere' | 'stillHere' | 'turned20' | 'noNumber' | 'disagree'

/** How it ended for somebody who has moved, when nothing was handed over here. That nobody took over is said, never only left empty. */
export const closings = ['nobodyTookOver', 'otherRoad', 'nothingNeeded'] as const
export type Closing = (typeof closings)[number]

export type CarriedOccupation = { readonly kind: string; readonly sinceOn: string | null; readonly statedOn: string }
export type CarriedEducation = {
  readonly schoolType: string
  readonly educationCode: string
  readonly startOn: string
  readonly endOn: string | null
}
export type CarriedMeasure = {
  readonly content: string
  readonly fromOn: string
  readonly endedOn: string | null
  readonly endReason: string | null
}

/** What is carried: nothing but what 4 § of the ordinance 2006:39 allows. */
export type Carried = {
  readonly number: string
  readonly phones: readonly string[]
  readonly emails: readonly string[]
  readonly occupations: readonly CarriedOccupation[]
  readonly educations: readonly CarriedEducation[]
  readonly measures: readonly CarriedMeasure[]
}

/** An offer from here, as the one who may see the youth sees it. */
export type Outgoing = {
  readonly id: number
  readonly transferId: string
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly isProtected: boolean
  readonly to: string
  readonly byName: string
  readonly offeredOn: PlainDate
  readonly delivery: 'inside' | 'file' | null
  readonly deliveredOn: PlainDate | null
  readonly state: OutgoingState
  readonly withheld: Withholding | null
  readonly changedOn: PlainDate
}

/** An offer to us. Before what was carried has come there is nothing of anybody in it. */
export type Incoming = {
  readonly id: number
  readonly transferId: string
  readonly from: string
  readonly way: 'inside' | 'file'
  readonly receivedOn: PlainDate
  readonly state: IncomingState
  readonly byName: string | null
  readonly isTold: boolean
  /** Null also when the youth is not one whom the reader may see. */
  readonly content: Carried | null
  /** Who it is by our own register, within the reader's scope; null before it has come, and when the youth is not for this reader. */
  readonly youth: IncomingYouth | null
}
export type IncomingYouth = {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
}

/** Somebody who has moved away, about whom nothing has been handed over and nobody has said how it ended. */
export type Moved = {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly isProtected: boolean
  readonly movedOn: PlainDate
  /** Where to by the register; null: not told, or nowhere in Sweden. */
  readonly to: string | null
  /** What became of the last offer; null: none was made. */
  readonly lastState: OutgoingState | null
}

/** A part of what came. */
export const keptParts = ['phone', 'email', 'occupation', 'education', 'measure'] as const
export type KeptPart = (typeof keptParts)[number]

/** What somebody has put in the register of what came, or kept beside it. */
export type Kept = {
  readonly keptId: string
  readonly from: string
  readonly part: KeptPart
  /** What it says; null for numbers and addresses, which the ledger holds. */
  readonly value: CarriedOccupation | CarriedEducation | CarriedMeasure | null
  readonly way: string | null
  readonly byName: string
  readonly keptOn: PlainDate
  readonly isTakenBack: boolean
}

/** Days that somebody who has moved stands among those to hand over, while nobody has said how it ended. */
export const moveDays = 180
