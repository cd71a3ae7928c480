/** One-time codes: one live at a time for each link, tried five times at most. */
import type { Tx } from '../../platform/db/tx.ts'
import type { CodeCounts, LiveCode } from './ownplan.types.ts'

/** How many codes the link has asked for lately. */
export async function countCodes(tx: Tx, linkId: number): Promise<CodeCounts> {
  const [row] = await tx.prepared<CodeCounts>(
    `select count(*) filter (where asked_at > clock_timestamp() - interval '1 hour')::int as "lastHour", count(*)::int as "lastDay"
     from ownplan.code where link_id = $1 and asked_at > clock_timestamp() - interval '24 hours'`,
    [linkId],
  )
  return row ?? { lastHour: 0, lastDay: 0 }
}

/** The code of the link that is not over, held; null when there is none. */
export async function holdCode(tx: Tx, linkId: number): Promise<LiveCode | null> {
  const [row] = await tx.prepared<LiveCode>(
    `select id, message_id as "messageId", salt, code_hash as hash, tries, expires_at <= clock_timestamp() as "isExpired"
     from ownplan.code c where link_id = $1 and ended_at is null for update`,
    [linkId],
  )
  return row ?? null
}

/** A code without digits yet: it gets them as its message leaves. */
export const insertCode = (
  tx: Tx,
  { linkId, messageId, minutes }: { readonly linkId: number; readonly messageId: number; readonly minutes: number },
): Promise<unknown> =>
  tx.query(
    `insert into ownplan.code (link_id, message_id, asked_at, expires_at) values ($1, $2, now(), now() + make_interval(mins => $3::int))`,
    [linkId, messageId, minutes],
  )

/** The code of the message gets its digits, new ones each time it is sent. False: it is over, and is not to be sent. */
export const saveDigits = async (
  tx: Tx,
  messageId: number,
  { salt, hash }: { readonly salt: Buffer; readonly hash: Buffer },
): Promise<boolean> =>
  (
    await tx.query(
      `update ownplan.code set salt = $2, code_hash = $3 where message_id = $1 and ended_at is null and expires_at > clock_timestamp() returning id`,
      [messageId, salt, hash],
    )
  ).length > 0

export const countTry = (tx: Tx, id: number): Promise<unknown> =>
  tx.prepared('update ownplan.code set tries = tries + 1 where id = $1', [id])

export type CodeEnding = 'used' | 'replaced' | 'tried' | 'expired' | 'linkOver'

/** Ends codes: from now on nobody can tell what they were. */
export const endCodes = (tx: Tx, ids: readonly number[], how: CodeEnding): Promise<unknown> =>
  tx.query(
    `update ownplan.code set ended_at = clock_timestamp(), ended_how = $2, salt = null, code_hash = null where id = any ($1) and ended_at is null`,
    [ids, how],
  )

/** The codes that are not over of these links. */
export const listLiveCodes = (tx: Tx, linkIds: readonly number[]): Promise<{ id: number; messageId: number }[]> =>
  tx.query(`select id, message_id as "messageId" from ownplan.code c where link_id = any ($1) and ended_at is null order by id`, [linkIds])

/** The codes whose time is out. */
export const listExpiredCodes = (tx: Tx): Promise<{ id: number; messageId: number }[]> =>
  tx.prepared(
    `select id, message_id as "messageId" from ownplan.code c where ended_at is null and expires_at <= clock_timestamp() order by id limit 500`,
    [],
  )

/** Codes older than the day that they are counted for are deleted. Returns how many. */
export const deleteOldCodes = async (tx: Tx): Promise<number> =>
  (
    await tx.prepared(
      `delete from ownplan.code c where asked_at < clock_timestamp() - interval '25 hours' and ended_at is not null
         and not exists (select from ownplan.stay s where s.code_id = c.id) returning id`,
      [],
    )
  ).length
