/** What the person page shows of transfers. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import { hasMoved } from './card.store.ts'
import { listKeptOf } from './kept.store.ts'
import { listOutgoingOf } from './outgoing.store.ts'
import type { Kept, Outgoing } from './transfers.types.ts'

export type TransfersOfYouth = { readonly hasMoved: boolean; readonly offers: readonly Outgoing[]; readonly kept: readonly Kept[] }

export const readTransfersOf = async (tx: Tx, { personIds }: { readonly personIds: readonly number[] }): Promise<TransfersOfYouth> => ({
  hasMoved: await hasMoved(tx, personIds),
  offers: await listOutgoingOf(tx, personIds),
  kept: await listKeptOf(tx, personIds),
})
