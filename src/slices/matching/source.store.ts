/** The sources that the night fetches, and what each has already read. */
import type { Tx } from '../../platform/db/tx.ts'
import type { FeedName } from '../feeds/index.ts'

export type StoredSource = { readonly name: string; readonly feed: FeedName; readonly config: unknown }

/** Active sources in the order the night reads them: people first, then schools, then documents. */
export const listSources = (tx: Tx): Promise<StoredSource[]> =>
  tx.query<StoredSource>(
    `select name, feed, config from feeds.source where active
     order by array_position(array['population', 'schools', 'enrolments', 'diplomas'], feed), name`,
  )

export const saveSource = (tx: Tx, { name, feed, config }: StoredSource): Promise<unknown> =>
  tx.query(
    `insert into feeds.source (name, feed, config) values ($1, $2, $3)
     on conflict (name) do update set feed = excluded.feed, config = excluded.config, active = true`,
    [name, feed, JSON.stringify(config)],
  )

/** Returns whether there was such a source. */
export const removeSource = async (tx: Tx, name: string): Promise<boolean> =>
  (await tx.query('delete from feeds.source where name = $1 returning name', [name])).length > 0

/** The fingerprint of the source's last read, unless a person approved it: the same full file again says nothing new. */
export async function lastFingerprint(tx: Tx, source: string): Promise<string | null> {
  const [row] = await tx.query<{ fingerprint: string | null; state: string }>(
    'select fingerprint, state from feeds.read where source = $1 order by id desc limit 1',
    [source],
  )
  return row === undefined || row.state === 'approved' ? null : row.fingerprint
}

/** The fingerprints that the source has read, stopped or refused: none of them is tried again, unless a person approved it. */
export async function seenFingerprints(tx: Tx, source: string): Promise<ReadonlySet<string>> {
  const rows = await tx.query<{ fingerprint: string }>(
    `select fingerprint from feeds.read where source = $1 and fingerprint is not null and state <> 'approved'`,
    [source],
  )
  return new Set(rows.map((row) => row.fingerprint))
}

/** Where the last good read of a server got to, and when the last good full read was. */
export async function lastCursor(tx: Tx, source: string): Promise<{ cursor: string | null; lastFullOn: string | null }> {
  const [row] = await tx.query<{ cursor: string | null; last_full_on: string | null }>(
    `select (select cursor from feeds.read where source = $1 and state = 'good' order by id desc limit 1) as cursor,
       (select max(on_day)::text from feeds.read where source = $1 and state = 'good' and kind = 'full') as last_full_on`,
    [source],
  )
  return { cursor: row?.cursor ?? null, lastFullOn: row?.last_full_on ?? null }
}

/** The day of the last night that ran to its end; null when none has. */
export async function lastNightOn(tx: Tx): Promise<string | null> {
  const [row] = await tx.query<{ on_day: string | null }>(
    `select max(on_day)::text as on_day from matching.run where kind = 'nightly' and state not in ('running', 'failed', 'interrupted')`,
  )
  return row?.on_day ?? null
}
