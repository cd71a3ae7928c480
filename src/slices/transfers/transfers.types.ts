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

/** Where an offer stands, for the one who made it. */
export type OutgoingState = 'waiting' | 'offered' | 'accepted' | 'sent' | 'refused' | 'withdrawn' | 'withheld'

/** Where an offer stands, for the one who got it. */
export type IncomingState = 'waiting' | 'accepted' | 'received' | 'refused' | 'withdrawn'

/** Why what was accepted is not sent after all: what was true when it was offered is not. */
export type Withholding = 'protected' | 'notThere' | 'stillHere' | 'turned20' | 'noNumber'

/** Why an offer is refused. It is kept with the one who refuses: the other is told that it was refused, and no more. */
export const refusalReasons = ['notResident', 'notNeeded', 'wrongPerson'] as const
export type RefusalReason = (typeof refusalReasons)[number]

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
  readonly state: OutgoingState
  readonly withheld: Withholding | null
  readonly changedOn: PlainDate
}

/** An offer to us. */
export type Incoming = {
  readonly id: number
  readonly transferId: string
  readonly from: string
  readonly way: 'inside' | 'file'
  readonly receivedOn: PlainDate
  readonly state: IncomingState
  readonly reason: RefusalReason | null
  readonly byName: string | null
  readonly isTold: boolean
  readonly content: Carried | null
  /** Who it is by our own register, within the reader's scope; null when nobody, or not for this reader. */
  readonly youth: {
    readonly subjectId: string
    readonly givenName: string
    readonly familyName: string
    readonly isProtected: boolean
    readonly residence: Residence
  } | null
}
