/** The nouns of the reply page: what a youth can answer, and the answer as it waits for somebody. */
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { weekdays, type AskAgain, type DayPart } from './reply-words.types.ts'

export { answerKinds, askAgains, dayParts, type AnswerKind, type AskAgain } from './reply-words.types.ts'

export const callDays = ['any', ...weekdays] as const
export type CallDay = (typeof callDays)[number]

/** An answer as it was given. `phone` in E.164; `since` as a day: the first of the month or year that was typed. */
export type Answered =
  | { readonly kind: 'callMe'; readonly day: CallDay; readonly part: DayPart; readonly phone: string }
  | { readonly kind: 'studying'; readonly place: string; readonly since: PlainDate | null }
  | { readonly kind: 'working'; readonly place: string; readonly since: PlainDate | null }
  | { readonly kind: 'somethingElse'; readonly text: string }
  | { readonly kind: 'notNow'; readonly again: AskAgain }

export type AnswerState = 'open' | 'accepted' | 'rejected' | 'replaced'

/** An answer as staff see it. */
export type WrittenAnswer = {
  readonly answerId: string
  readonly answered: Answered
  readonly lang: ContactLang
  readonly channel: string
  /** Swedish local time, `YYYY-MM-DDTHH:MM`. */
  readonly answeredAt: string
  readonly state: AnswerState
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  readonly reason: string | null
}

/** An answer that waits, with whose it is. `answered` null: a protected youth's, which is read after a fresh sign-in. */
export type WaitingAnswer = Omit<WrittenAnswer, 'answered'> & {
  readonly answered: Answered | null
  readonly subjectId: string
  readonly name: string
  readonly isProtected: boolean
  readonly staff: string | null
}
