/** What the person page shows of replies. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type RepliesQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type RepliesOfYouth = { readonly personId: number }

export const readRepliesOf = async (_tx: Tx, { personIds }: RepliesQuestion): Promise<RepliesOfYouth> => ({ personId: personIds[0] ?? 0 })
