/** Stays on the page: half an hour after a right code, in one browser, with one link. */
import type { Tx } from '../../platform/db/tx.ts'

export type NewStay = { readonly linkId: number; readonly codeId: number; readonly hash: Buffer; readonly minutes: number }

export const insertStay = (tx: Tx, { linkId, codeId, hash, minutes }: NewStay): Promise<unknown> =>
  tx.query(
    `insert into ownplan.stay (link_id, code_id, token_hash, begun_at, expires_at) values ($1, $2, $3, now(), now() + make_interval(mins => $4::int))`,
    [linkId, codeId, hash, minutes],
  )

/** When the stay with the link is over, `HH:MM` in Sweden; null when there is none: the secret is wrong, or of another link, or the time is out. */
export async function findStay(tx: Tx, linkId: number, hash: Buffer): Promise<string | null> {
  const [row] = await tx.prepared<{ until: string }>(
    `select to_char(expires_at at time zone 'Europe/Stockholm', 'HH24:MI') as until
     from ownplan.stay s where link_id = $1 and token_hash = $2 and expires_at > clock_timestamp()`,
    [linkId, hash],
  )
  return row?.until ?? null
}

/** Ends the stay of the secret. False when there was none. */
export const deleteStay = async (tx: Tx, hash: Buffer): Promise<boolean> =>
  (await tx.query('delete from ownplan.stay where token_hash = $1 returning id', [hash])).length > 0

/** Ends every stay with the links. */
export const deleteStaysOf = (tx: Tx, linkIds: readonly number[]): Promise<unknown> =>
  tx.query('delete from ownplan.stay where link_id = any ($1)', [linkIds])

/** Stays whose time is out are deleted. Returns how many. */
export const deleteOldStays = async (tx: Tx): Promise<number> =>
  (await tx.prepared('delete from ownplan.stay where expires_at <= clock_timestamp() returning id', [])).length
