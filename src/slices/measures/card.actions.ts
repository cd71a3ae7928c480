/** What the person page shows of measures. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Whom the card is of: the person and the records merged with it. */
export type MeasuresQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type MeasuresOfYouth = { readonly on: PlainDate }

export const readMeasuresOf = async (_tx: Tx, { today }: MeasuresQuestion): Promise<MeasuresOfYouth> => ({ on: today })
