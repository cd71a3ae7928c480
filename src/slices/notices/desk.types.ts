/** The nouns of the desk: a notice as staff see it, with whom it is about and what became of it. */
import type { PlainDate } from '../../platform/plain-date.ts'
import type {
  AnnulReason,
  Effect,
  Ending,
  NoticeKind,
  NoticeSchoolType,
  NoticeState,
  Origin,
  Outcome,
  RefusalReason,
  Residence,
  SchoolAct,
  SchoolAnswer,
} from './notices.types.ts'

/** What was decided, and by whom (null: nobody, it agreed with a source). Times are Swedish, `YYYY-MM-DDTHH:MM`. */
export type DecisionMade = {
  readonly outcome: Outcome
  readonly byName: string | null
  readonly at: string
  readonly reason: RefusalReason | null
  readonly answer: SchoolAnswer | null
  readonly toMunicipality: string | null
  readonly delivery: 'inside' | 'byHand' | null
  /** When it arrived, or was handed over. */
  readonly deliveredAt: string | null
  readonly effect: Effect
}

/** Whom a notice is about, as far as the register knows and the reader may see. */
export type NoticePerson = {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unit: string | null
  readonly isProtected: boolean
  readonly isCovered: boolean
  /** Who has the youth; null: nobody in particular. */
  readonly staffName: string | null
}

/** A notice on the desk. */
export type DeskNotice = {
  readonly id: number
  readonly noticeId: string
  readonly receipt: string
  readonly kind: NoticeKind
  readonly origin: Origin
  readonly fromMunicipality: string | null
  /** The municipality that it was sent on to from here, and that sent it back. */
  readonly returnedFrom: string | null
  readonly unitCode: string
  readonly unitName: string
  readonly authorityName: string
  /** Null when it has been wiped. */
  readonly number: string | null
  readonly givenName: string
  readonly familyName: string
  readonly contactName: string
  readonly contactPhone: string
  readonly contactEmail: string
  readonly eventOn: PlainDate
  readonly fromOn: PlainDate | null
  readonly schoolType: NoticeSchoolType | null
  readonly educationCode: string
  readonly how: Ending | null
  readonly hours: number | null
  readonly schoolDid: readonly SchoolAct[]
  readonly reportedToCsn: boolean | null
  readonly receivedAt: string
  /** When its school told it: before it came here, when another municipality sent it on. */
  readonly toldAt: string
  readonly toldOn: PlainDate
  readonly receivedOn: PlainDate
  readonly annulledAt: string | null
  readonly annulReason: AnnulReason | null
  readonly isWiped: boolean
  readonly state: NoticeState
  readonly person: NoticePerson | null
  readonly residence: Residence
  /** The municipality of residence when it is another and may be told. */
  readonly residenceCode: string | null
  readonly decision: DecisionMade | null
}

export const noticesPerPage = 50

export const tabs = ['waiting', 'accepted', 'over', 'annulled'] as const
export type Tab = (typeof tabs)[number]
export type TabCounts = Readonly<Record<Tab, number>>

/** What somebody wants done with a notice. */
export type Wish =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly reason: RefusalReason }
  | { readonly outcome: 'forwarded'; readonly to: string }
  | { readonly outcome: 'answered'; readonly answer: SchoolAnswer }
