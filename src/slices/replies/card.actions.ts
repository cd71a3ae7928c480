/** What the person page shows of answers. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { listAnswers } from './answer.store.ts'
import type { WrittenAnswer } from './replies.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type RepliesQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type RepliesOfYouth = { readonly answers: readonly WrittenAnswer[] }

export const readRepliesOf = async (tx: Tx, { personIds }: RepliesQuestion): Promise<RepliesOfYouth> => ({
  answers: await listAnswers(tx, personIds),
})
