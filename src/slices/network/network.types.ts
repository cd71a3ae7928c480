/** The nouns of the network: partners, agreements with them, and meetings where youths are asked about one by one. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { QuestionAnswer, QuestionState } from '../questions/index.ts'

export const partnerKinds = [
  'unit',
  'district',
  'fieldWork',
  'youthClinic',
  'police',
  'employmentService',
  'school',
  'project',
  'other',
] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What is said of a partner. `contact` is somebody at work there, never a youth. `endedOn`: the co-operation has ended from that day. */
export type PartnerContent = {
  readonly kind: PartnerKind
  readonly name: string
  readonly area: string
  readonly offers: string
  readonly meets: string
  readonly contact: string
  readonly phone: string | null
  readonly email: string | null
  readonly endedOn: PlainDate | null
}

export type Partner = PartnerContent & { readonly partnerId: string; readonly version: number }

/** What is agreed with a partner. `lastOn`: the last day it holds, null: until further notice. `endedOn`: called off from that day. */
export type AgreementContent = {
  readonly name: string
  readonly reference: string
  readonly fromOn: PlainDate
  readonly lastOn: PlainDate | null
  readonly remindDays: number
  /** The agreement with the same partner that this one renews: that one then stops reminding. */
  readonly renews: string | null
}
export type Agreement = AgreementContent & { readonly agreementId: string; readonly partnerId: string; readonly endedOn: PlainDate | null }

export type AgreementState = 'coming' | 'inForce' | 'runsOut' | 'ranOut' | 'ended'

/** An agreement with whom it is. */
export type PartnerAgreement = Agreement & { readonly partnerName: string }

/** How many youths were asked about at a meeting, and what was answered. All that is left of one that is closed. */
export type MeetingCounts = { readonly asked: number; readonly yes: number; readonly no: number; readonly unknown: number }

/** A meeting with a partner. `beginsAt`: `HH:MM`. `counts`: null while it is open. */
export type NetworkMeeting = {
  readonly meetingId: string
  readonly partnerId: string
  readonly partnerName: string
  readonly partnerKind: PartnerKind
  readonly heldOn: PlainDate
  readonly beginsAt: string
  readonly place: string
  /** The staffId of the one who booked it. */
  readonly madeBy: string
  readonly counts: MeetingCounts | null
}

/** A youth who is asked about at an open meeting. */
export type AskedYouth = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthYear: string | null
  readonly state: QuestionState
  readonly answer: QuestionAnswer | null
}

/** A youth who can be asked about. */
export type MeetingYouth = {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly birthYear: string | null
  readonly unit: string | null
  readonly lastContactOn: PlainDate | null
  /** The last day of the consent that covers asking the partner of the meeting; null: there is none. */
  readonly consentUntil: PlainDate | null
}

/** A unit or district that candidates belong to, with how many. */
export type MeetingPlace = { readonly of: 'unit' | 'district'; readonly id: number; readonly name: string; readonly n: number }

/** Which of the candidates are looked at. `consenting`: those whose consent covers asking the partner. */
export type MeetingView = { readonly of: 'all' | 'mine' | 'consenting' } | { readonly of: 'unit' | 'district'; readonly id: number }

/** On what a youth's name may be told to a partner (OSL 8, 10, 12 and 23 kap.): said by the one who asks, never assumed. */
export const askGrounds = ['consent', 'sameBoard', 'noHarm', 'ownWork', 'generalClause'] as const
export type AskGround = (typeof askGrounds)[number]
