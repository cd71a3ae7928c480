/** Links: sent, opened, ended once. The link's secret is only in its message; here is its hash. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { LinkChannel, LiveLink, SentLink } from './ownplan.types.ts'

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`

/** What the link was sent to is still the youth's, lives, and is not said no to. `root`: the person's own record. */
const isReachable = (root: string): string => `
  exists (select from outreach.way w where w.id = l.way_id and w.ended_at is null and w.dead_on is null)
  and not exists (select from messaging.opt_out o where o.known_until = 'infinity' and o.channel = l.channel
    and (o.person_id = ${root} or o.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = ${root})))`

const root = `coalesce((select m.root_id from register.merged_now m where m.absorbed_id = l.person_id), l.person_id)`

/** The links of a youth (the person's records), the latest first. */
export const listLinks = (tx: Tx, personIds: readonly number[]): Promise<SentLink[]> =>
  tx.prepared<SentLink>(
    `select l.link_id as "linkId", l.channel, w.value,
       case when l.ended_how in ('revoked', 'replaced') then l.ended_how when l.ended_at is not null or l.expires_at <= clock_timestamp() then 'over'
         when ${isReachable(root)} then 'open' else 'unreachable' end as state,
       s.name as "sentBy", ${local('l.made_at')} as "madeAt", ${local('l.expires_at')} as "expiresAt", ${local('l.opened_at')} as "openedAt",
       ${local('l.last_used_at')} as "lastUsedAt", ${local('l.ended_at')} as "endedAt", e.name as "endedBy", l.message_id as "messageId"
     from ownplan.link l join outreach.way w on w.id = l.way_id join access.staff s on s.id = l.sent_by left join access.staff e on e.id = l.ended_by
     where l.person_id = any ($1) order by l.id desc limit 20`,
    [personIds],
  )

/** One saves at a time what links a youth has. */
export const holdLinksOf = (tx: Tx, personId: number): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(2201, hashtext($1::text))`, [personId])

/** The open links of a youth and their messages: one, or one of each record where records were merged. */
export const listOpenLinks = (tx: Tx, personIds: readonly number[]): Promise<{ id: number; linkId: string; messageId: number }[]> =>
  tx.query(
    `select id, link_id as "linkId", message_id as "messageId" from ownplan.link l where person_id = any ($1) and ended_at is null order by id`,
    [personIds],
  )

export type NewLink = {
  readonly personId: number
  readonly wayId: number
  readonly channel: LinkChannel
  readonly messageId: number
  readonly sentBy: string
  readonly days: number
}

/** A link without a secret yet: it gets one as its message leaves. */
export const insertLink = (tx: Tx, { personId, wayId, channel, messageId, sentBy, days }: NewLink): Promise<unknown> =>
  tx.query(
    `insert into ownplan.link (person_id, way_id, channel, message_id, sent_by, made_at, expires_at)
     values ($1, $2, $3, $4, $5, now(), now() + make_interval(hours => 24 * $6::int))`,
    [personId, wayId, channel, messageId, sentBy, days],
  )

/** The link of the message gets its secret, a new one each time it is sent. False: it is over, and is not to be sent. */
export const saveToken = async (tx: Tx, messageId: number, hash: Buffer): Promise<boolean> =>
  (
    await tx.query(
      `update ownplan.link set token_hash = $2 where message_id = $1 and ended_at is null and expires_at > clock_timestamp() returning id`,
      [messageId, hash],
    )
  ).length > 0

type Ending = { readonly how: 'revoked' | 'replaced' | 'expired'; readonly by: string | null }

/** Ends links: what they lead to is gone from this moment. Returns how many were open. */
export const endLinks = async (tx: Tx, ids: readonly number[], { how, by }: Ending): Promise<number> =>
  (
    await tx.query(
      `update ownplan.link set ended_at = clock_timestamp(), ended_how = $2, ended_by = $3, token_hash = null
       where id = any ($1) and ended_at is null returning id`,
      [ids, how, by],
    )
  ).length

/** The open links whose time is out, with their messages. */
export const listExpiredLinks = (tx: Tx): Promise<{ id: number; messageId: number }[]> =>
  tx.prepared(
    `select id, message_id as "messageId" from ownplan.link l where ended_at is null and expires_at <= clock_timestamp() order by id limit 500`,
    [],
  )

const live = `
  select l.id, y.person_id as "personId", y.subject_id as "subjectId", l.channel, l.way_id as "wayId"
  from ownplan.link l join worklist.seen($1, $2) y on y.person_id = ${root}
  where l.token_hash = $3 and l.ended_at is null and l.expires_at > clock_timestamp() and ${isReachable('y.person_id')}`

/** The live link of the secret, whoever holds it; null for one that is wrong or over, and when the youth is protected by now. */
export async function findLiveLink(tx: Tx, { units, mayReadProtected }: Scope, hash: Buffer): Promise<LiveLink | null> {
  const [row] = await tx.prepared<LiveLink>(live, [units, mayReadProtected, hash])
  return row ?? null
}

/** The page was used; the first time is kept. */
export const markUsed = (tx: Tx, id: number): Promise<unknown> =>
  tx.prepared(
    `update ownplan.link set opened_at = coalesce(opened_at, clock_timestamp()), last_used_at = clock_timestamp() where id = $1`,
    [id],
  )
