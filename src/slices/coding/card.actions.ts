/** What the person page shows of what has been coded. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type CodingQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type CodingOfYouth = { readonly on: PlainDate }

export const readCodingOf = async (_tx: Tx, { today }: CodingQuestion): Promise<CodingOfYouth> => ({ on: today })
