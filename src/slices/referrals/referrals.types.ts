/** The nouns of referral: a youth is pointed to somebody who can do more, with consent, and what comes of it is heard. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Purpose, ReceiverKind, SharedField, SharedPackage } from '../consents/index.ts'
import type { MessageState } from '../messaging/index.ts'

export const rejectReasons = ['full', 'notForThem', 'otherOffer', 'notReached', 'declined'] as const
export type RejectReason = (typeof rejectReasons)[number]

/** What came of it. `began` goes on; the others end it. */
export const outcomeKinds = ['began', 'neverCame', 'endedToWork', 'endedToStudies', 'ended'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]

export const tellingWays = ['phone', 'email', 'meeting', 'letter'] as const
export type TellingWay = (typeof tellingWays)[number]

export type ReferralOutcome = {
  readonly kind: OutcomeKind
  readonly onDay: PlainDate
  /** The receiver said it through the link. */
  readonly byReceiver: boolean
}

/** What has happened to a referral. Its state is derived from it. */
export type ReferralFacts = {
  readonly sentOn: PlainDate
  /** The last day of its consent. */
  readonly untilOn: PlainDate
  readonly openedOn: PlainDate | null
  readonly answer: 'accepted' | 'rejected' | null
  readonly answeredOn: PlainDate | null
  readonly rejectReason: RejectReason | null
  readonly revokedOn: PlainDate | null
  /** The consent was withdrawn. */
  readonly withdrawnOn: PlainDate | null
  readonly endedOn: PlainDate | null
  readonly outcomes: readonly ReferralOutcome[]
  /** The receiver has said that what she got is gone, or she has been told: by somebody, or by a mail that has left. */
  readonly isTold: boolean
  /** The receiver has said it herself. */
  readonly isAcknowledged: boolean
}

export const referralStates = ['sent', 'opened', 'accepted', 'going', 'rejected', 'ended', 'revoked', 'withdrawn', 'expired'] as const
export type ReferralState = (typeof referralStates)[number]

/** By what has to be done with it. */
export const deskTabs = ['waiting', 'going', 'tell', 'over'] as const
export type DeskTab = (typeof deskTabs)[number]

export type Referral = ReferralFacts & {
  readonly id: number
  readonly referralId: string
  readonly consentId: string
  readonly purpose: Purpose
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly fields: readonly SharedField[]
  readonly sentBy: string
  /** Where the last mail to the receiver stands: that something waits, and that it is no longer in force. Null: none was written. */
  readonly mail: MessageState | null
  readonly backMail: MessageState | null
}

/** A referral on the desk, with whom it is of. */
export type DeskReferral = Referral & {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string | null
}

/** A referral as whoever holds its link meets it. */
export type LinkedReferral = ReferralFacts & {
  readonly id: number
  readonly subjectId: string
  readonly personId: number
  readonly purpose: Purpose
  /** Null when it is over. */
  readonly content: SharedPackage | null
  readonly sentBy: string
  readonly staffId: string
}
