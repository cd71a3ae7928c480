/** What the reply page reads before anybody has answered: the municipality's telephone, and whether a code is live. Nothing of any youth. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { listSettings } from '../settings/index.ts'
import { findCode } from './code.actions.ts'
import { contactPhoneFrom } from './reply-settings.rules.ts'

export type ReplyState = { readonly phone: string | null; readonly isLive: boolean }

/** `reply` null: no code was given, and none is live. */
export const readReplyState = (pool: Pool, reply: string | null): Promise<ReplyState> =>
  inTransaction(pool, async (tx) => ({
    phone: contactPhoneFrom(await listSettings(tx, 'infinity')),
    isLive: reply !== null && (await findCode(tx, reply)) !== null,
  }))
