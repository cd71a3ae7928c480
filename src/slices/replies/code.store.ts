/** Codes as the database keeps them: their hash, whose they are, and how long they last. */
import type { Tx } from '../../platform/db/tx.ts'

export type NewCode = { readonly hash: Buffer; readonly personId: number; readonly messageId: string | null; readonly days: number }

/** False when somebody has the same code already. */
export const insertCode = async (tx: Tx, { hash, personId, messageId, days }: NewCode): Promise<boolean> =>
  (
    await tx.query(
      `insert into replies.code (code_hash, person_id, message_id, valid_until)
       values ($1, $2, $3, clock_timestamp() + make_interval(days => $4)) on conflict (code_hash) do nothing returning id`,
      [hash, personId, messageId, days],
    )
  ).length > 0

/** Earlier codes of a message that is made anew lead nowhere from now on. */
export const revokeCodesOf = (tx: Tx, messageId: string): Promise<unknown> =>
  tx.query('update replies.code set revoked_at = clock_timestamp() where message_id = $1 and revoked_at is null', [messageId])

/** A code that can be answered with. */
export type LiveCode = { readonly id: number; readonly personId: number }

/**
 * The live code of the hash; null for one that is unknown, expired or revoked, or whose youth is protected by now or no longer in the register:
 * the answer is the same. A protected youth answers by the forwarding route only.
 */
export async function findLiveCode(tx: Tx, hash: Buffer): Promise<LiveCode | null> {
  const [row] = await tx.query<LiveCode>(
    `select c.id, coalesce(m.root_id, c.person_id) as "personId" from replies.code c
     left join register.merged_now m on m.absorbed_id = c.person_id
     where c.code_hash = $1 and c.revoked_at is null and c.valid_until > clock_timestamp()
       and exists (select from worklist.youth y where y.person_id = coalesce(m.root_id, c.person_id))`,
    [hash],
  )
  return row ?? null
}
