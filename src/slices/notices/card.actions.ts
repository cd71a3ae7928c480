/** What the person page shows of notices. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import { listNoticesOf } from './desk.store.ts'
import type { DeskNotice } from './desk.types.ts'

export type NoticesOfYouth = { readonly notices: readonly DeskNotice[] }

const most = 5

/** The newest notices about one human being, whose records are given. */
export const readNoticesOf = async (tx: Tx, { personIds }: { readonly personIds: readonly number[] }): Promise<NoticesOfYouth> => ({
  notices: await listNoticesOf(tx, personIds, most),
})
