/** The nouns of outreach: ways to reach a youth, contacts and attempts, what somebody is said to do. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AgreedStep, Channel, Occupation, Outcome } from '../ladder/index.ts'

export const wayKinds = ['phone', 'email', 'address'] as const
export type WayKind = (typeof wayKinds)[number]

/** Where a way comes from. */
export const waySources = ['populationRegister', 'school', 'lookedUp', 'youth', 'partner'] as const
export type WaySource = (typeof waySources)[number]

export type WayResult = 'worked' | 'noAnswer' | 'wrongPerson' | 'dead' | 'returned' | 'delivered' | 'failed'

/** An entry of the number ledger. */
export type Way = {
  readonly id: number
  readonly wayId: string
  readonly kind: WayKind
  /** A phone in E.164, an e-mail address, or an address on one line. */
  readonly value: string
  readonly source: WaySource
  /** A search step's key, or a school unit's code. */
  readonly sourceDetail: string
  readonly foundOn: PlainDate
  readonly lastResult: WayResult | null
  /** Swedish local time, `YYYY-MM-DD HH:MM`. */
  readonly lastResultAt: string | null
  readonly deadOn: PlainDate | null
  /** Not to be used before the day. */
  readonly cooldownUntil: PlainDate | null
  readonly version: number
}

export type NewWay = {
  readonly personId: number
  readonly kind: WayKind
  readonly value: string
  readonly source: WaySource
  readonly sourceDetail: string
  readonly foundOn: PlainDate
  readonly foundBy: string
}

export type ContactOrigin = 'hand' | 'message' | 'reply' | 'visit' | 'meeting' | 'question'

/** A contact to be recorded. `happenedAt` is an instant as PostgreSQL reads it; null: now. */
export type NewContact = {
  readonly personId: number
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  readonly happenedAt: string | null
  readonly wayId: number | null
  readonly staffId: string | null
  readonly secondStaffId: string | null
  readonly byName: string
  readonly occupation: Occupation | null
  readonly nextStep: AgreedStep | null
  readonly nextOn: PlainDate | null
  readonly department: string | null
  readonly note: string
  readonly origin: ContactOrigin
  readonly originId: string | null
}

/** A recorded contact's keys. */
export type ContactKey = { readonly id: number; readonly contactId: string }

export type OccupationSource = 'youth' | 'school' | 'employer' | 'otherActor'

/** How a statement came here: written by hand, said in a contact, an accepted reply, an answered question, confirmed, after a measure, or coded. */
export const occupationOrigins = ['hand', 'contact', 'reply', 'question', 'confirm', 'measure', 'coding', 'referral', 'transfer'] as const
export type OccupationOrigin = (typeof occupationOrigins)[number]

/** What somebody is said to do. Without `origin`: said in the contact, or by hand where there is none. */
export type NewOccupation = {
  readonly personId: number
  readonly kind: Occupation
  readonly source: OccupationSource
  readonly sinceOn: PlainDate | null
  readonly statedOn: PlainDate
  readonly saidBy: string
  readonly contactId: number | null
  readonly origin?: OccupationOrigin
}
