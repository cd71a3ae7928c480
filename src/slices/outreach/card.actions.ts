/** What the person page shows of outreach. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type OutreachQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type OutreachOfYouth = { readonly personId: number }

export const readOutreachOf = async (_tx: Tx, { personIds }: OutreachQuestion): Promise<OutreachOfYouth> => ({
  personId: personIds[0] ?? 0,
})
