/** The nouns of school notices: what a school tells, who may tell it, and what became of it (skollagen 15 kap. 15 §, 18 kap. 15 §). */
import type { PlainDate } from '../../platform/plain-date.ts'

export const noticeKinds = ['start', 'end', 'absence'] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** Upper secondary school, and adapted upper secondary school: the schools that must notify. */
export const schoolTypes = ['GY', 'GYAN'] as const
export type NoticeSchoolType = (typeof schoolTypes)[number]

export const endings = ['interrupted', 'completed', 'changedSchool'] as const
export type Ending = (typeof endings)[number]

/** What the school has done about an absence. There is no free text: nothing that may not be kept can come in that way (2006:39 4, 5 §§). */
export const schoolActs = ['talk', 'informedHome', 'investigation', 'adapted', 'meeting'] as const
export type SchoolAct = (typeof schoolActs)[number]

export const annulReasons = ['mistake', 'wrongPupil', 'changed'] as const
export type AnnulReason = (typeof annulReasons)[number]

export const scopes = ['notices:send', 'notices:annul', 'notices:read'] as const
export type ClientScope = (typeof scopes)[number]

/** The event itself. Days are inclusive. */
export type Event =
  | { readonly kind: 'start'; readonly startOn: PlainDate; readonly schoolType: NoticeSchoolType; readonly educationCode: string }
  | { readonly kind: 'end'; readonly lastDayOn: PlainDate; readonly how: Ending }
  | {
      readonly kind: 'absence'
      readonly fromOn: PlainDate
      readonly untilOn: PlainDate
      readonly hours: number
      readonly schoolDid: readonly SchoolAct[]
      readonly reportedToCsn: boolean
    }

/** What every notice that is sent holds, as it was written. */
type SentCommon = {
  readonly schoolUnit: string
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly contactName: string
  readonly contactPhone?: string | undefined
  readonly contactEmail?: string | undefined
}

/** A notice as it is sent: its shape has been read (`NoticeShape`), and nothing else. */
export type SentNotice = SentCommon &
  (
    | {
        readonly kind: 'start'
        readonly startOn: string
        readonly schoolType: NoticeSchoolType
        readonly educationCode?: string | undefined
      }
    | { readonly kind: 'end'; readonly lastDayOn: string; readonly how: Ending }
    | {
        readonly kind: 'absence'
        readonly fromOn: string
        readonly untilOn: string
        readonly hours: number
        readonly schoolDid?: readonly SchoolAct[] | undefined
        readonly reportedToCsn: boolean
      }
  )

/** A notice that can be received: everything in it has been read and makes sense by itself. */
export type Notice = {
  readonly event: Event
  readonly unitCode: string
  /** Twelve digits. */
  readonly number: string
  readonly givenName: string
  readonly familyName: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
}

export type Origin = 'api' | 'form' | 'forwarded'

/** How a decision on a notice went. `agreed`: a source says the same, and nobody had to decide. */
export const outcomes = ['accepted', 'agreed', 'refused', 'forwarded', 'answered'] as const
export type Outcome = (typeof outcomes)[number]
/** `handOver`: sent on to a municipality outside the installation, and nobody has handed it over yet. */
export type NoticeState = Outcome | 'waiting' | 'handOver' | 'annulled'

export const refusals = ['notResident', 'wrongPerson', 'contradicted', 'notForUs'] as const
export type RefusalReason = (typeof refusals)[number]

/** What the municipality tells the school on purpose. Nothing of it says what is known of the pupil. */
export const schoolAnswers = ['anotherMunicipality', 'checkNumber', 'contactUs'] as const
export type SchoolAnswer = (typeof schoolAnswers)[number]

/** What accepting a notice did. */
export type Effect = 'none' | 'began' | 'ended' | 'sourceSaysSo' | 'nothingToEnd' | 'already'

/** Where the pupil is registered, as far as we know. `unconfirmed`: protected registration without a confirmed stay. */
export type Residence = 'here' | 'elsewhere' | 'gone' | 'unconfirmed' | 'unknown'

/** Who sends: a school authority, by its own system or by a link that only the school has. */
export type Sender = {
  readonly authorityPk: number
  readonly authorityName: string
  readonly clientPk: number | null
  /** For the log: says which system or that it was a link, and nothing of anybody. */
  readonly actor: string
  /** The one unit that a link is for; null: all of the authority's. */
  readonly unitCode: string | null
}

/** What a sender is told of its own notices. What became of one is not told, unless somebody chose to answer. */
export const ownStates = ['received', 'answered', 'annulled'] as const

/** A notice as its own sender sees it again. `answer`: only what somebody decided to tell. */
export type OwnNotice = {
  readonly receipt: string
  readonly state: (typeof ownStates)[number]
  readonly kind: NoticeKind
  readonly schoolUnit: string
  readonly eventOn: PlainDate
  /** Swedish local time, `YYYY-MM-DDTHH:MM`. */
  readonly receivedAt: string
  readonly annulledAt: string | null
  readonly answer: SchoolAnswer | null
}

/** What is compared to tell a notice that was sent twice: those that the same school sent of the same pupil and kind. */
export type Earlier = {
  readonly receipt: string
  readonly receivedAt: string
  readonly receivedOn: PlainDate
  readonly eventOn: PlainDate
  readonly how: string | null
  /** How many times the same event had been told when the memory of it was out. */
  readonly again: number
}

/** An enrolment at the notice's school unit as known now. Both days are included. */
export type KnownEnrolment = {
  readonly id: number
  readonly source: string
  readonly schoolType: string
  readonly educationCode: string
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly cancelled: boolean
}

/** An enrolment at another school than the notice's, as known now. */
export type OtherStudy = Omit<KnownEnrolment, 'id' | 'cancelled'> & { readonly school: string }

/**
 * One notice as the clocks read it. `toldOn`: the day its school told it, which is before it came when another municipality sent it on.
 * `attemptOn`: the first attempt since it came; null when there is none yet.
 */
export type Timed = {
  readonly authority: string
  readonly unit: string
  readonly kind: NoticeKind
  readonly eventOn: PlainDate
  readonly toldOn: PlainDate
  readonly receivedOn: PlainDate
  readonly attemptOn: PlainDate | null
  /** Whether an attempt is to be made at all: an end or an absence of a youth who lives here, accepted, who did not reach us first. */
  readonly isToContact: boolean
}
