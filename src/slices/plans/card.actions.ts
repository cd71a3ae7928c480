/** What the person page shows of plans. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type PlansQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type PlansOfYouth = { readonly on: PlainDate }

export const readPlansOf = async (_tx: Tx, { today }: PlansQuestion): Promise<PlansOfYouth> => ({ on: today })
