/** Talks and who is called to them. */
import type { Tx } from '../../../platform/db/tx.ts'
import type { PlainDate } from '../../../platform/plain-date.ts'
import type { Recipient } from '../instrument/instrument.types.ts'
import type { CalledTalk, Invitation, InvitationAnswer, Invited, LeftOut, Talk } from './talks.types.ts'

const columns = `t.id as "talkId", t.youth_id as "youthId", t.process as recipient, t.on_day as "on", t.state, t.version`

/** The talks of the youths, the earliest first. The caller has asked whether the reader may see the youths. */
export const listTalks = (tx: Tx, youthIds: readonly string[]): Promise<(Talk & { readonly youthId: string })[]> =>
  tx.prepared(`select ${columns} from followup.talk t where t.youth_id = any ($1::uuid[]) order by t.on_day, t.at_time, t.id`, [youthIds])

/** The youth's talks with who is called to each, the latest first. */
export async function listCalledTalks(tx: Tx, youthId: string): Promise<CalledTalk[]> {
  const talks = await tx.prepared<Omit<CalledTalk, 'invited'>>(
    `select ${columns}, to_char(t.at_time, 'HH24:MI') as "at", t.place, t.cancelled_why as "cancelledWhy", t.called_on as "calledOn", m.name as "calledBy"
     from followup.talk t join followup.member m on m.staff_id = t.called_by where t.youth_id = $1 order by t.on_day desc, t.at_time desc, t.id`,
    [youthId],
  )
  const invited = await tx.prepared<Invited & { readonly talkId: string }>(
    `select i.talk_id as "talkId", i.id as "invitationId", i.actor, i.actor_id as "actorId", coalesce(a.name, '') as name,
       i.left_out_why as "leftOutWhy", i.answer, i.came
     from followup.invitation i join followup.talk t on t.id = i.talk_id left join followup.actor a on a.id = i.actor_id
     where t.youth_id = $1 order by array_position(array['youth', 'trustee', 'housing', 'school', 'other'], i.actor), a.name collate "sv-x-icu", i.id`,
    [youthId],
  )
  return talks.map((talk) => ({ ...talk, invited: invited.filter(({ talkId }) => talkId === talk.talkId) }))
}

type NewTalk = {
  readonly youthId: string
  readonly recipient: Recipient
  readonly on: PlainDate
  readonly at: string
  readonly place: string
  readonly invited: readonly Invitation[]
  readonly leftOut: readonly LeftOut[]
  readonly by: string
  readonly today: PlainDate
}

const insertInvitation = (tx: Tx, talkId: string, actor: string, actorId: string | null, why: string | null): Promise<unknown> =>
  tx.query('insert into followup.invitation (talk_id, actor, actor_id, left_out_why) values ($1, $2, $3, $4)', [
    talkId,
    actor,
    actorId,
    why,
  ])

/** Calls to a talk; its id. */
export async function insertTalk(tx: Tx, { youthId, recipient, on, at, place, invited, leftOut, by, today }: NewTalk): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into followup.talk (youth_id, process, on_day, at_time, place, called_on, called_by, noted_on) values ($1, $2, $3, $4, $5, $6, $7, $6)
     returning id`,
    [youthId, recipient, on, at, place, today, by],
  )
  const talkId = row?.id ?? ''
  for (const { actor, actorId } of invited) await insertInvitation(tx, talkId, actor, actorId, null)
  for (const { actor, why } of leftOut) await insertInvitation(tx, talkId, actor, null, why)
  return talkId
}

/** Says that a talk was held, or cancelled with the reason. The caller has held the youth and seen the version. */
export const saveTalkState = (
  tx: Tx,
  talkId: string,
  state: 'held' | 'cancelled',
  { why, on }: { readonly why: string; readonly on: PlainDate },
): Promise<unknown> =>
  tx.query(
    `update followup.talk set state = $2, cancelled_why = $3, noted_on = greatest(noted_on, $4::date), version = version + 1 where id = $1`,
    [talkId, state, why, on],
  )

/** What somebody answered. */
export const saveAnswer = (tx: Tx, invitationId: string, answer: InvitationAnswer): Promise<unknown> =>
  tx.query('update followup.invitation set answer = $2 where id = $1', [invitationId, answer])

/** Those of the invited who came. */
export const saveCame = (tx: Tx, talkId: string, came: readonly string[]): Promise<unknown> =>
  tx.query('update followup.invitation set came = id = any ($2::uuid[]) where talk_id = $1 and left_out_why is null', [talkId, came])

/** The instant at which the talk begins by the clock in Sweden, in UTC. */
export async function findTalkStart(tx: Tx, talkId: string): Promise<string> {
  const [row] = await tx.prepared<{ at: string }>(
    `select to_char((on_day + at_time) at time zone 'Europe/Stockholm' at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
     from followup.talk where id = $1`,
    [talkId],
  )
  return row?.at ?? ''
}
