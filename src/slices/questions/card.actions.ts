/** What the person page shows of questions. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listQuestions } from './questions.store.ts'
import type { Question } from './questions.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type QuestionsQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type QuestionsOfYouth = { readonly questions: readonly Question[] }

export const readQuestionsOf = async (tx: Tx, { personIds }: QuestionsQuestion): Promise<QuestionsOfYouth> => ({
  questions: await listQuestions(tx, personIds),
})
