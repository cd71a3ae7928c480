/** What the person page is made of. */
import type { Scope } from '../../kernel/actor.ts'
import type { Day, PlainDate } from '../../platform/plain-date.ts'
import type { RadarOfYouth } from '../admissions/index.ts'
import type { CodingOfYouth } from '../coding/index.ts'
import type { Correction } from '../corrections/index.ts'
import type { ResponsibilityPeriod } from '../law/index.ts'
import type { MeasuresOfYouth } from '../measures/index.ts'
import type { MeetingsOfYouth } from '../meetings/index.ts'
import type { MessagingOfYouth } from '../messaging/index.ts'
import type { OutreachOfYouth } from '../outreach/index.ts'
import type { PlansOfYouth } from '../plans/index.ts'
import type { NoticesOfYouth } from '../notices/index.ts'
import type { PreventionOfYouth } from '../prevention/index.ts'
import type { QuestionsOfYouth } from '../questions/index.ts'
import type { SharingOfYouth } from '../referrals/index.ts'
import type { ExplainedYouth } from '../register/index.ts'
import type { RepliesOfYouth } from '../replies/index.ts'
import type { Doings } from '../timeline/index.ts'
import type { TransfersOfYouth } from '../transfers/index.ts'
import type { Turning20OfYouth } from '../turning20/index.ts'
import type { SeenYouth, Watch } from '../worklist/index.ts'

/** Who reads: the scope narrowed by the page's outlet, whether grounds are for the reader, and whether the sign-in is fresh enough for a protected record. */
export type YouthReader = {
  readonly staffId: string
  readonly scope: Scope
  readonly mayReadGrounds: boolean
  readonly isFresh: boolean
}

/** Which youth, on which day, as known when: `knownOn` is an earlier day, to its end; null: all that is known now. */
export type YouthQuestion = {
  readonly subjectId: string
  readonly municipality: string
  readonly on: PlainDate
  readonly knownOn: PlainDate | null
}

/** Who had the youth, newest first. `until` null: still. */
export type AssignmentRecord = {
  readonly from: string
  readonly until: string | null
  readonly unit: string | null
  readonly staff: string | null
  readonly by: string
  readonly isRouted: boolean
}

/** What other slices know of the youth, for their cards. */
export type Neighbours = {
  readonly outreach: OutreachOfYouth
  readonly messaging: MessagingOfYouth
  readonly replies: RepliesOfYouth
  readonly meetings: MeetingsOfYouth
  readonly plans: PlansOfYouth
  readonly measures: MeasuresOfYouth
  readonly coding: CodingOfYouth
  readonly questions: QuestionsOfYouth
  readonly notices: NoticesOfYouth
  readonly prevention: PreventionOfYouth
  readonly radar: RadarOfYouth
  readonly sharing: SharingOfYouth
  readonly transfers: TransfersOfYouth
  readonly turning20: Turning20OfYouth
}

/** One youth as read for the page. */
export type ReadYouth = ExplainedYouth & {
  readonly seen: SeenYouth
  readonly on: PlainDate
  readonly knownOn: PlainDate | null
  readonly assignments: readonly AssignmentRecord[]
  readonly corrections: readonly Correction[]
  readonly watch: Watch | null
  readonly neighbours: Neighbours
  /** As known then. */
  readonly doings: Doings
}

/** `missing`: no such youth, or not for this reader. `sign-in-again`: protected, and the sign-in is too old. */
export type YouthAnswer =
  | { readonly kind: 'missing' }
  | { readonly kind: 'sign-in-again' }
  | { readonly kind: 'read'; readonly youth: ReadYouth }

/** Whether the youth is on the list on the day, was before, or never was. */
export type Standing =
  | { readonly kind: 'here'; readonly period: ResponsibilityPeriod }
  | { readonly kind: 'no-longer'; readonly period: ResponsibilityPeriod & { readonly untilOn: Day } }
  | { readonly kind: 'not-here' }

/** Something known to come after the day. */
export type Coming =
  | { readonly kind: 'turns20'; readonly on: Day }
  | { readonly kind: 'period-begins'; readonly on: Day }
  | { readonly kind: 'period-ends'; readonly on: Day; readonly reason: string }
  | {
      readonly kind: 'studies-begin'
      readonly on: Day
      readonly schoolType: string
      readonly educationCode: string
      readonly schoolUnit: string
    }
