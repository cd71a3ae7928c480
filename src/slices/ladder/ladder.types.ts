/** The nouns of the outreach ladder (DOMAIN.md 5): what is known of the contacts with a youth, and what comes next. Pure; no slice below it. */
import type { Day } from '../../platform/plain-date.ts'

/** How a contact is made or attempted. */
export const channels = [
  'letter',
  'sms',
  'phone',
  'email',
  'visitCard',
  'homeVisit',
  'socialMedia',
  'partner',
  'inPerson',
  'school',
] as const
export type Channel = (typeof channels)[number]

/** How it went. `reached`, `declined` and `replied` are the youth's own voice; the rest are attempts that were not answered. */
export const outcomes = [
  'reached',
  'declined',
  'noAnswer',
  'voicemail',
  'someoneElse',
  'wrongNumber',
  'deadNumber',
  'sent',
  'delivered',
  'returned',
  'failed',
  'notHome',
  'wrongAddress',
  'informed',
  'replied',
] as const
export type Outcome = (typeof outcomes)[number]

/** What was agreed to come next. */
export const agreedSteps = ['call', 'write', 'meet', 'visit', 'waitForYouth', 'waitForSchool', 'nothing'] as const
export type AgreedStep = (typeof agreedSteps)[number]

/**
 * What somebody is said to do. `studies` are other studies, military service among them; `studiesAbroad` upper secondary abroad, `abroad` any other
 * stay there; `none` is known to do nothing; `unknown` was asked, and nobody could say. Never asked is that nothing was ever said.
 */
export const occupations = ['work', 'studies', 'studiesAbroad', 'abroad', 'other', 'none', 'unknown'] as const
export type Occupation = (typeof occupations)[number]

/** What is known of it on a day (DOMAIN.md 4): what was said, `lapsed` from its review day on, `notAsked` before anything was said. */
export const occupationStates = [...occupations, 'lapsed', 'notAsked'] as const
export type OccupationState = (typeof occupationStates)[number]

export const dayParts = ['morning', 'midday', 'late'] as const
export type DayPart = (typeof dayParts)[number]

/** One contact or attempt as the ladder reads it. `minute`: minutes since midnight, Swedish time. */
export type ContactEvent = {
  readonly on: Day
  readonly minute: number
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  readonly agreed: AgreedStep | null
  readonly agreedOn: Day | null
}

/** The five steps of the default ladder, in order. */
export const ladderSteps = ['letter', 'call', 'furtherLetter', 'visitCard', 'homeVisit'] as const
export type LadderStep = (typeof ladderSteps)[number]

/** Everything that can stand as the next thing to do. `searchNumber` is never answered by the ladder: lists show it beside a step that is left out. */
export type StepKind = LadderStep | 'answerReply' | 'keepAgreement' | 'keepMeeting' | 'searchNumber' | 'followUp'

/** Why a step is left out. */
export const skipReasons = ['noNumber', 'deadNumber', 'noAddress', 'protected', 'optedOut', 'minor'] as const
export type SkipReason = (typeof skipReasons)[number]

/** What is known of one youth, in the present period of responsibility. Events in the order they happened. */
export type LadderFacts = {
  readonly enteredOn: Day
  readonly bornOn: Day | null
  readonly events: readonly ContactEvent[]
  /** Numbers that are not dead; one that rests after a call is alive. */
  readonly livePhones: number
  readonly deadPhones: number
  /** The day the first of the live numbers was found: no call is late before. Left out: as if it had always been there. */
  readonly phoneFoundOn?: Day | null
  readonly hasEmail: boolean
  readonly hasAddress: boolean
  readonly isProtected: boolean
  /** Protected youths can be written to by the forwarding route (a setting). */
  readonly mayForward: boolean
  readonly optedOut: readonly Channel[]
  /** The day of the oldest answer from the reply page that nobody has decided on. */
  readonly openReplyOn: Day | null
  /** The next booked meeting. */
  readonly meetingOn: Day | null
  /** A planned home visit. */
  readonly visitOn: Day | null
}

/** The next thing to do. `fromOn`: the first day it is right; `dueOn`: the last day before it is late. */
export type NextStep = {
  readonly kind: StepKind
  readonly nth: number
  readonly of: number
  readonly fromOn: Day
  readonly dueOn: Day
  /** What the agreement was, for `keepAgreement`. */
  readonly agreed: AgreedStep | null
  /** Weekdays (1-7) and parts of the day that calls have already been tried on. */
  readonly avoidWeekdays: readonly number[]
  readonly avoidParts: readonly DayPart[]
  /** Write an SMS at the same time. */
  readonly withSms: boolean
}

/** Whom we wait for until the step's first day; from that day on it is us. */
export type WaitsFor = 'us' | 'youth' | 'school' | 'nobody'

/** What ends the silence after a no: the first of the natural moments, or the cool-off where none is set. */
export const quietMoments = ['coolOff', 'termStart', 'admission', 'birthday'] as const
export type QuietMoment = (typeof quietMoments)[number]

/** Where outreach stands with a youth: true until something new becomes known, whatever day it is (ADR 0020). */
export type Standing = {
  readonly step: NextStep | null
  readonly waitsFor: WaitsFor
  /** Steps that are left out, in order, each with its reason. */
  readonly skipped: readonly { readonly step: LadderStep; readonly why: SkipReason }[]
  /** Declined: silent until the day, which is the first natural moment after the cool-off; null when a round has begun since. */
  readonly quiet: { readonly declinedOn: Day; readonly untilOn: Day; readonly moment: QuietMoment } | null
  /** Answered once and then fell silent, as against never reached or declined. */
  readonly stoppedAnswering: boolean
  /** The last day to begin (within one month of entry); null once begun. */
  readonly beginBy: Day | null
  readonly firstAttemptOn: Day | null
  readonly firstReachedOn: Day | null
}
