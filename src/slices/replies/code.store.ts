/** Codes as the database keeps them: their hash, whose they are, and how long they last. */
import type { Tx } from '../../platform/db/tx.ts'

/** On what the code comes. */
export type CodeChannel = 'letter' | 'sms' | 'email' | 'visitCard'

export type NewCode = {
  readonly hash: Buffer
  readonly personId: number
  readonly messageId: string | null
  readonly channel: CodeChannel
  readonly days: number
}

/** False when somebody has the same code already. */
export const insertCode = async (tx: Tx, { hash, personId, messageId, channel, days }: NewCode): Promise<boolean> =>
  (
    await tx.query(
      `insert into replies.code (code_hash, person_id, message_id, channel, valid_until)
       values ($1, $2, $3, $4, clock_timestamp() + make_interval(days => $5)) on conflict (code_hash) do nothing returning id`,
      [hash, personId, messageId, channel, days],
    )
  ).length > 0

/** Earlier codes of a message that is made anew lead nowhere from now on. */
export const revokeCodesOf = (tx: Tx, messageId: string): Promise<unknown> =>
  tx.query('update replies.code set revoked_at = clock_timestamp() where message_id = $1 and revoked_at is null', [messageId])

/** A code that can be answered with. */
export type LiveCode = { readonly id: number; readonly personId: number }

const liveQuery = `
  select c.id, coalesce(m.root_id, c.person_id) as "personId" from replies.code c left join register.merged_now m on m.absorbed_id = c.person_id
  where c.code_hash = $1 and c.revoked_at is null and c.valid_until > clock_timestamp()
    and exists (select from worklist.youth y where y.person_id = coalesce(m.root_id, c.person_id))`

/**
 * The live code of the hash; null for one that is unknown, expired or revoked, or whose youth is no longer in the register: the answer is the
 * same. A youth who became protected may still answer: only those with the right see it.
 */
export const findLiveCode = async (tx: Tx, hash: Buffer): Promise<LiveCode | null> =>
  (await tx.query<LiveCode>(liveQuery, [hash]))[0] ?? null

/** The same, held until the transaction ends: of two answers with one code at the same moment the later replaces the first. */
export const holdLiveCode = async (tx: Tx, hash: Buffer): Promise<LiveCode | null> =>
  (await tx.query<LiveCode>(`${liveQuery} for update of c`, [hash]))[0] ?? null
