/** The nouns of one-question links: one question about one youth, to somebody outside, answered once. */
import type { PlainDate } from '../../platform/plain-date.ts'

export const receiverKinds = ['school', 'employer', 'otherActor'] as const
export type ReceiverKind = (typeof receiverKinds)[number]

/** What the asker can choose to show. */
export const shownFields = ['givenName', 'familyName', 'birthYear', 'birthDate'] as const
export type ShownField = (typeof shownFields)[number]

/**
 * What is asked: whether somebody has begun; of a school alone, whether somebody has been deregistered, or whether the head takes a complaint in hand;
 * of another actor alone, at a meeting, whether they are in touch with somebody.
 */
export type Asks = 'begun' | 'deregistered' | 'complaint' | 'known'

export const answers = ['yes', 'no', 'unknown'] as const
export type QuestionAnswer = (typeof answers)[number]

export type QuestionState = 'waiting' | 'opened' | 'answered' | 'expired' | 'revoked'

/** A question as staff see it. Times are Swedish, `YYYY-MM-DDTHH:MM`. The name of another actor is gone once it is over. */
export type Question = {
  readonly questionId: string
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly asks: Asks
  readonly shown: readonly ShownField[]
  readonly askedBy: string
  readonly askedAt: string
  readonly expiresOn: PlainDate
  readonly state: QuestionState
  readonly answer: QuestionAnswer | null
  readonly sinceOn: PlainDate | null
  readonly answeredAt: string | null
}

/** What a link shows: only what the asker chose. */
export type ShownYouth = {
  readonly givenName: string | null
  readonly familyName: string | null
  readonly birthYear: string | null
  readonly birthDate: PlainDate | null
}

/** A live question as the one who holds the link meets it. */
export type AskedQuestion = {
  readonly id: number
  readonly questionId: string
  readonly personId: number
  readonly subjectId: string
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly asks: Asks
  readonly youth: ShownYouth
  readonly askedBy: string
  readonly staffId: string
  readonly isAnswered: boolean
}
