/** Channels that youths have said no to. */
import type { Tx } from '../../platform/db/tx.ts'

export type OptOutChannel = 'letter' | 'sms' | 'email' | 'phone' | 'homeVisit'

/** Notes the channels as said no to; those noted already stand. */
export const saveOptOuts = (tx: Tx, personId: number, channels: readonly OptOutChannel[], saidBy: string): Promise<unknown> =>
  tx.query(
    `insert into messaging.opt_out (person_id, channel, said_by) select $1, unnest($2::text[]), $3
     on conflict (person_id, channel) where known_until = 'infinity' do nothing`,
    [personId, channels, saidBy],
  )

/** The youth has said yes again. */
export const endOptOut = (tx: Tx, personIds: readonly number[], channel: OptOutChannel): Promise<unknown> =>
  tx.query(
    `update messaging.opt_out set known_until = clock_timestamp() where person_id = any ($1) and channel = $2 and known_until = 'infinity'`,
    [personIds, channel],
  )

/** The channels said no to now, by the youth under any of these ids. */
export const listOptOuts = async (tx: Tx, personIds: readonly number[]): Promise<OptOutChannel[]> =>
  (
    await tx.prepared<{ channel: OptOutChannel }>(
      `select distinct channel from messaging.opt_out where person_id = any ($1) and known_until = 'infinity' order by channel`,
      [personIds],
    )
  ).map(({ channel }) => channel)
