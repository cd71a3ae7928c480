/** What the person page shows of questions. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type QuestionsQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type QuestionsOfYouth = { readonly personId: number }

export const readQuestionsOf = async (_tx: Tx, { personIds }: QuestionsQuestion): Promise<QuestionsOfYouth> => ({
  personId: personIds[0] ?? 0,
})
