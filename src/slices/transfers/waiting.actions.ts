/** What waits of transfers, for the start page: counts only. The scope is narrowed by the page's outlet. */
import type { Tx } from '../../platform/db/tx.ts'
import { countToAnswer } from './incoming.store.ts'
import { countMoved, type MoveQuestion } from './moved.store.ts'

/** `toAnswer`: offers from other municipalities. `toHandOver`: who have moved, where nothing has been handed over and nobody has said how it ended. Both `/overflytt`. */
export type TransfersWaiting = { readonly toAnswer: number; readonly toHandOver: number }

/** What somebody who may work with transfers has to see to. */
export const countTransfersWaiting = async (tx: Tx, question: MoveQuestion): Promise<TransfersWaiting> => ({
  toAnswer: await countToAnswer(tx),
  toHandOver: await countMoved(tx, question),
})
