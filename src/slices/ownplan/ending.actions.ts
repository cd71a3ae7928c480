/** Ending links and codes: everything that hangs on them ends with them. The caller writes the line in the log. */
import type { Tx } from '../../platform/db/tx.ts'
import { endLate } from '../messaging/index.ts'
import { endCodes, listLiveCodes, type CodeEnding } from './code.store.ts'
import { endLinks } from './link.store.ts'
import { deleteStaysOf } from './stay.store.ts'

/** A link or a code, and the message that carries it. */
export type Carried = { readonly id: number; readonly messageId: number }

const idsOf = (all: readonly Carried[]): number[] => all.map(({ id }) => id)
/** First of all, as the sender does it: a message, and then what it carries. */
const stopMessages = (tx: Tx, all: readonly Carried[]): Promise<unknown> =>
  endLate(
    tx,
    all.map(({ messageId }) => messageId),
  )

/** Ends codes, and the messages that have not left with them. */
export async function endCodesWithMessages(tx: Tx, codes: readonly Carried[], how: CodeEnding): Promise<void> {
  if (codes.length === 0) return
  await stopMessages(tx, codes)
  await endCodes(tx, idsOf(codes), how)
}

/** Ends links with their codes, stays and messages. Returns how many were open. */
export async function endLinksWithAll(
  tx: Tx,
  links: readonly Carried[],
  ending: { readonly how: 'revoked' | 'replaced' | 'expired'; readonly by: string | null },
): Promise<number> {
  if (links.length === 0) return 0
  await stopMessages(tx, links)
  await endCodesWithMessages(tx, await listLiveCodes(tx, idsOf(links)), 'linkOver')
  await deleteStaysOf(tx, idsOf(links))
  return endLinks(tx, idsOf(links), ending)
}
