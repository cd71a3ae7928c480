/** The nouns of home visits: a round, its stops, cards that announce them, and what is written about a visit. */
import type { PlainDate } from '../../platform/plain-date.ts'

export const roundStates = ['planned', 'underWay', 'done', 'cancelled'] as const
export type RoundState = (typeof roundStates)[number]

/** How a visit went. `notMade`: nobody went there. */
export const visitResults = ['reached', 'notHome', 'wrongAddress', 'someoneElse', 'declined', 'notMade'] as const
export type VisitResult = (typeof visitResults)[number]

/** What is written about a visit in the field. Instants are milliseconds since 1970, on a whole minute. */
export type VisitFields = {
  readonly checkedInAt: number | null
  readonly checkedOutAt: number | null
  readonly result: VisitResult | null
  readonly note: string
}
export const visitFieldNames = ['checkedInAt', 'checkedOutAt', 'result', 'note'] as const
export type VisitFieldName = (typeof visitFieldNames)[number]
/** Some of the fields: those that somebody changed, or as they were before. */
export type SomeFields = { readonly [Name in VisitFieldName]?: VisitFields[Name] | undefined }

/** A colleague who can be chosen for a round. */
export type StaffChoice = { readonly id: string; readonly name: string; readonly roles: readonly string[]; readonly unitId: number | null }

/** A member of a round. `isReachable`: there is a number or an e-mail for alarms. */
export type RoundStaff = { readonly id: string; readonly name: string; readonly phone: string | null; readonly isReachable: boolean }

/** Times of day are `HH:MM`, Swedish time. */
export type Round = {
  readonly id: number
  readonly roundId: string
  readonly on: PlainDate
  readonly area: string
  readonly districtId: number | null
  readonly startsAt: string
  readonly endsAt: string
  /** The instant of `endsAt` on the round's day. */
  readonly endsAtMs: number
  /** 23:59 of the round's day: then nothing of it is left on any telephone. */
  readonly wipeAtMs: number
  readonly first: RoundStaff
  readonly second: RoundStaff
  readonly watch: RoundStaff
  readonly state: RoundState
  readonly version: number
}

/** A round in the list, with how many of its stops the reader sees. */
export type RoundLine = Round & { readonly stops: number; readonly left: number }

/** A card of a stop: the day and time printed on it, and the day it was delivered. */
export type Card = {
  readonly cardId: string
  readonly visitDay: PlainDate
  readonly visitTime: string
  readonly deliveredOn: PlainDate | null
}

/** Where the visit is made. */
export type Address = { readonly street: string; readonly postalCode: string; readonly locality: string }

/** A stop as its reader sees it. `isAnnounced`: a card with the round's day was delivered, or the youth agreed to that day. */
export type Stop = VisitFields &
  Address & {
    readonly id: number
    readonly stopId: string
    readonly personId: number
    readonly subjectId: string
    readonly givenName: string
    readonly familyName: string
    readonly unitId: number | null
    readonly place: number
    readonly plannedAt: string | null
    readonly contactId: number | null
    readonly version: number
    readonly isAnnounced: boolean
    /** The latest card of this stop. */
    readonly card: Card | null
  }

/** A youth who can be added to a round. */
export type Candidate = Address & {
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly district: string | null
  /** The step of the ladder that is next. */
  readonly step: string | null
  readonly stepDue: PlainDate | null
}

/** What was written in the field, as it is sent: which fields, from what they were before. */
export type FieldChange = {
  readonly changeId: string
  readonly stopId: string
  /** When it was written, by the telephone's clock set right by the server's. */
  readonly madeAt: number
  readonly baseVersion: number
  readonly base: SomeFields
  readonly fields: SomeFields
  /** The change whose conflict this settles. */
  readonly settles: string | null
  /** What its writer was warned of in the note and keeps, as the tick sent it. Changes of older scripts have none. */
  readonly noteKept?: string | undefined
}

/** A change that somebody else was before, in some fields: `mine` stands beside what is in force until somebody picks. */
export type Conflict = {
  readonly changeId: string
  readonly stopId: string
  readonly byName: string
  readonly mine: SomeFields
}

/** Somebody checked in and was not heard of again. `raisedAt` null: it is so now, and the alarm is on its way. */
export type OpenAlarm = {
  readonly stopId: string
  readonly roundId: string
  readonly area: string
  readonly checkedInAt: number
  readonly checkedOutAt: number | null
  readonly endsAtMs: number
  readonly raisedAt: number | null
  readonly first: RoundStaff
  readonly second: RoundStaff
  readonly watchId: string
}

/** A stop as it is carried: no more than what is needed at the door. `why`: the visit is not announced, and may not be made. */
export type PocketStop = {
  readonly stopId: string
  readonly name: string
  readonly address: string
  readonly plannedAt: string | null
  readonly why: VisitRefusal | null
  readonly version: number
  readonly fields: VisitFields
}

/** A round as it is carried on a telephone, encrypted there. */
export type Pocket = {
  readonly roundId: string
  readonly area: string
  readonly on: PlainDate
  readonly startsAt: string
  readonly endsAt: string
  readonly wipeAt: number
  readonly minutesInside: number
  /** The two who go and the one who watches: their names are no news in a note. Rounds taken along by older scripts have none. */
  readonly crew?: readonly string[]
  readonly stops: readonly PocketStop[]
  readonly conflicts: readonly Conflict[]
}

/** Why a visit may not be made. */
export type VisitRefusal = 'no-card' | 'card-not-delivered' | 'card-of-another-day'

/** Why a change is not taken in. `does-not-fit`: a check-out or a result without a check-in. */
export type WriteRefusal = VisitRefusal | 'missing' | 'not-yours' | 'not-the-day' | 'does-not-fit'

export type ChangeOutcome = 'saved' | 'conflict' | WriteRefusal | 'night-is-running'
/** What became of a change from a telephone. */
export type ChangeAnswer = { readonly changeId: string; readonly outcome: ChangeOutcome }
