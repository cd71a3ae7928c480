/** What the person page shows of messaging. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type MessagingQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type MessagingOfYouth = { readonly personId: number }

export const readMessagingOf = async (_tx: Tx, { personIds }: MessagingQuestion): Promise<MessagingOfYouth> => ({
  personId: personIds[0] ?? 0,
})
