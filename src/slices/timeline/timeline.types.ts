/** Everything about a youth as entries with a day: what happened, to whom it belongs in the filter, and who wrote it. */
import type { Lang } from '../../kernel/lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AgreedStep, Channel, Occupation, Outcome } from '../ladder/index.ts'
import type { LineName } from '../law/index.ts'
import type { ExplainedYouth, ManualRecord } from '../register/index.ts'
import type { SeenYouth } from '../worklist/index.ts'
import type { Doings } from './doings.types.ts'
import type { TogetherHappened } from './together.types.ts'

/** What can be chosen in the filter, in the order it stands. */
export const entryKinds = [
  'coverage',
  'residence',
  'school',
  'notice',
  'prevention',
  'radar',
  'contact',
  'message',
  'meeting',
  'visit',
  'question',
  'reply',
  'measure',
  'occupation',
  'plan',
  'sharing',
  'transfer',
  'turning20',
  'decision',
  'watch',
  'assignment',
  'correction',
] as const
export type EntryKind = (typeof entryKinds)[number]

/** What staff wrote for each other: never shown when the screen is turned to the youth. */
export const internalKinds: ReadonlySet<EntryKind> = new Set(['question', 'prevention', 'watch', 'assignment', 'correction'])

type Words = Readonly<Record<Lang, string>>
type Studies = { readonly schoolType: string; readonly educationCode: string; readonly schoolUnit: string; readonly source: string }
type EnrolmentDays = { readonly endOn: PlainDate | null; readonly cancelled: boolean }

/** What a contact says; `template` of a message sent, `answer` of a reply. */
export type ContactSaid = {
  readonly channel: Channel
  readonly attempted: boolean
  readonly reached: boolean
  readonly outcome: Outcome
  readonly occupation: Occupation | null
  readonly nextStep: AgreedStep | null
  readonly nextOn: PlainDate | null
  readonly note: string
  readonly template: string | null
}

/** The kinds of happenings, each with what its words are made of. */
export type Happened =
  | TogetherHappened
  | { readonly event: 'periodBegan' | 'periodEnded'; readonly detail: { readonly reason: string } }
  | { readonly event: 'residence'; readonly detail: { readonly municipality: string | null } }
  | { readonly event: 'studiesBegan' | 'studiesWithdrawn'; readonly detail: Studies }
  | { readonly event: 'studiesEnded'; readonly detail: Studies & { readonly cancelled: boolean } }
  | { readonly event: 'credential'; readonly detail: { readonly type: string; readonly schoolUnit: string; readonly source: string } }
  | {
      readonly event: 'enrolmentChanged'
      readonly detail: Studies & { readonly before: EnrolmentDays | null; readonly after: EnrolmentDays | null }
    }
  | { readonly event: 'contact'; readonly detail: ContactSaid }
  | { readonly event: 'search'; readonly detail: { readonly result: 'found' | 'nothing' } }
  | { readonly event: 'optedOut' | 'optedIn'; readonly detail: { readonly channel: string } }
  | { readonly event: 'message'; readonly detail: { readonly channel: string; readonly template: string; readonly state: string } }
  | {
      readonly event: 'meeting'
      readonly detail: { readonly state: 'booked' | 'cancelledByYouth' | 'cancelledByUs'; readonly way: string }
    }
  | { readonly event: 'visitPlanned' | 'visitNotMade'; readonly detail: Readonly<Record<string, never>> }
  | { readonly event: 'questionAsked'; readonly detail: { readonly receiver: string; readonly asks: string } }
  | { readonly event: 'questionAnswered'; readonly detail: { readonly receiver: string; readonly asks: string; readonly answer: string } }
  | { readonly event: 'answer'; readonly detail: { readonly kind: string; readonly state: string } }
  | {
      readonly event: 'occupation'
      readonly detail: {
        readonly kind: Occupation
        readonly source: string
        readonly sinceOn: PlainDate | null
        readonly reviewOn: PlainDate
      }
    }
  | { readonly event: 'occupationLapsed'; readonly detail: { readonly kind: Occupation } }
  | {
      readonly event: 'measureProposed' | 'measureBegan'
      readonly detail: { readonly name: Words; readonly plannedUntilOn: PlainDate | null; readonly note: string }
    }
  | {
      readonly event: 'placement'
      readonly detail: { readonly name: Words; readonly outcome: 'approved' | 'refused' | 'postponed'; readonly ground: string }
    }
  | {
      readonly event: 'measureEnded' | 'offerDeclined'
      readonly detail: { readonly name: Words; readonly reason: Words | null; readonly note: string }
    }
  | { readonly event: 'stageBegan'; readonly detail: { readonly name: Words; readonly stage: Words } }
  | { readonly event: 'stageEnded'; readonly detail: { readonly name: Words; readonly stage: Words; readonly reason: Words | null } }
  | { readonly event: 'planVersion'; readonly detail: { readonly number: number; readonly change: string; readonly goal: string } }
  | { readonly event: 'planAcknowledged'; readonly detail: { readonly number: number; readonly how: string } }
  | {
      readonly event: 'followUp'
      readonly detail: {
        readonly state: string
        readonly outcome: string | null
        readonly reason: string | null
        readonly movedTo: PlainDate | null
      }
    }
  | { readonly event: 'manualSaid' | 'manualWithdrawn'; readonly detail: { readonly manual: ManualRecord } }
  | { readonly event: 'watchBegan'; readonly detail: { readonly ground: string } }
  | { readonly event: 'watchEnded'; readonly detail: Readonly<Record<string, never>> }
  | {
      readonly event: 'assigned'
      readonly detail: { readonly staff: string | null; readonly unit: string | null; readonly isRouted: boolean }
    }
  | { readonly event: 'correctionOpened'; readonly detail: { readonly line: LineName; readonly reason: string; readonly source: string } }
  | { readonly event: 'correctionClosed'; readonly detail: { readonly line: LineName; readonly outcome: string } }

/** Taken back: by whom, and why. `why` is empty where nobody was asked. */
export type EntryStruck = { readonly by: string; readonly why: string }

/** An entry. `at`: Swedish local time (`HH:MM`); null where only the day is known. */
export type Entry = Happened & {
  readonly kind: EntryKind
  readonly on: PlainDate
  readonly at: string | null
  readonly by: string | null
  readonly struck: EntryStruck | null
}

/** What of it is shown. Empty kinds: all. The span holds both days. */
export type TimelineQuestion = {
  readonly kinds: readonly EntryKind[]
  readonly fromOn: PlainDate | null
  readonly untilOn: PlainDate | null
  /** From 1. */
  readonly page: number
}

export type SpanProblem = 'not-a-date' | 'end-before-start'

/** One youth's time as read for the page. */
export type ReadTimeline = {
  readonly seen: SeenYouth
  readonly explained: ExplainedYouth
  readonly doings: Doings
  readonly entries: readonly Entry[]
  /** What people wrote in words of their own, or some of it, is not for this reader. */
  readonly isWithheld: boolean
}

/** `missing`: no such youth, or not for this reader. `sign-in-again`: protected, and the sign-in is too old. */
export type TimelineAnswer =
  | { readonly kind: 'missing' }
  | { readonly kind: 'sign-in-again' }
  | { readonly kind: 'read'; readonly timeline: ReadTimeline }
