/** Taking a message out of the queue: one process has it from then on. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Message, MessageChannel } from './message.types.ts'
import type { SendFacts } from './send.types.ts'

/** A queued message held for this transaction. `wayId`: what it was queued with. */
export type NextMessage = Message & { readonly wayId: number | null; readonly subjectId: string | null }

/** The youth that a message is to, or whose referral it is about. Null for one to a colleague. */
export const subjectOf = (
  m: string,
): string => `(select p.subject_id from register.person p where p.id = register.root_now(coalesce(${m}.person_id,
  (select r.person_id from referrals.referral r where r.referral_id = ${m}.referral_id))))`

const next = `
  select m.id, m.message_id as "messageId", m.round_id as "roundId", register.root_now(m.person_id) as "personId", m.staff_id as "staffId", m.referral_id as "referralId",
    m.channel, m.template_key as "templateKey", m.template_lang as lang, m.template_version as "templateVersion", m.fields,
    m.queued_by as "queuedBy", m.way_id as "wayId",
    ${subjectOf('m')} as "subjectId"
  from messaging.message m
  where m.state = 'queued' and m.not_before <= $2 and m.channel = any ($1)
    and (m.round_id is null or exists (select from messaging.round r where r.id = m.round_id and r.state in ('released', 'done', 'cancelled')))
  order by m.staff_id is null, m.not_before, m.id limit 1 for update of m skip locked`

/** Somebody stands and waits for it: a code does not wait behind a round. */
const awaited = next.replace('and m.channel = any ($1)', `and m.channel = any ($1) and m.template_key in ('planCodeSms', 'planCodeEmail')`)

/** The next message of these channels that is due, held, one to a colleague first: an alarm does not wait for a round. Null when there is none, or others hold them all. */
export async function holdNext(tx: Tx, channels: readonly MessageChannel[], now: Date): Promise<NextMessage | null> {
  const [row] = await tx.prepared<NextMessage>(awaited, [channels, now])
  return row ?? (await tx.prepared<NextMessage>(next, [channels, now]))[0] ?? null
}

const wayColumns = `'id', w.id, 'value', w.value, 'deadOn', w.dead_on, 'isEnded', w.ended_at is not null, 'cooldownUntil', w.cooldown_until,
  'lastResult', w.last_result`

const facts = `
  with own as (select $1::bigint as id union select m.absorbed_id from register.merged_now m where m.root_id = $1)
  select register.is_protected($1) as "isProtected",
    exists (select from messaging.opt_out o join own on own.id = o.person_id where o.known_until = 'infinity' and o.channel = $3) as "isOptedOut",
    coalesce((select y.from_on <= $5 and (y.until_on is null or y.until_on > $5) from worklist.youth y where y.person_id = $1), false) as "isCovered",
    exists (select from register.death d join own on own.id = d.person_id where d.known_until = 'infinity') as "hasDied",
    exists (select from messaging.round r where r.id = $2 and r.state = 'cancelled') as "isRoundCancelled",
    (select jsonb_build_object(${wayColumns}) from outreach.way w where w.id = $4) as way,
    coalesce((select jsonb_agg(jsonb_build_object(${wayColumns}) order by w.found_on desc, w.id desc) from outreach.way w join own on own.id = w.person_id
      where w.ended_at is null and w.kind = $6), '[]') as ways`

type AskedAbout = Pick<NextMessage, 'personId' | 'roundId' | 'channel' | 'wayId'>

/** What is known of the youth, the round and the way right now. */
export async function loadSendFacts(tx: Tx, { personId, roundId, channel, wayId }: AskedAbout, today: PlainDate): Promise<SendFacts> {
  const optOut = channel === 'card' ? 'letter' : channel
  const kind = channel === 'sms' ? 'phone' : channel === 'email' ? 'email' : null
  const [row] = await tx.prepared<SendFacts>(facts, [personId, roundId, optOut, wayId, today, kind])
  if (row === undefined) throw new Error('a question without from has one row')
  return row
}

/** The colleague's own number and address; null when they have none, or are shut out. */
export async function staffWays(tx: Tx, staffId: string): Promise<{ phone: string | null; email: string | null }> {
  const [row] = await tx.query<{ phone: string | null; email: string | null }>(
    'select phone, email from access.staff where id = $1 and active',
    [staffId],
  )
  return row ?? { phone: null, email: null }
}

/** Where the receiver of a referral has asked to be told; null when it is forgotten, or there never was an address. */
export async function receiverAddress(tx: Tx, referralId: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string | null }>(
    'select r.receiver_email as email from referrals.referral r where r.referral_id = $1',
    [referralId],
  )
  return row?.email ?? null
}

type ClaimRow = {
  readonly id: number
  readonly wayId: number | null
  readonly folderId: number | null
  readonly callbackToken: string
  /** Of an SMS: how many parts it is, and what they cost if it is sent. */
  readonly segments: number | null
  readonly costOre: number | null
}

/** Marks the message as this process's to hand over. Returns when. */
export async function markClaimed(tx: Tx, { id, wayId, folderId, callbackToken, segments, costOre }: ClaimRow): Promise<Date> {
  const [row] = await tx.query<{ claimedAt: Date }>(
    `update messaging.message set state = 'sending', claimed_at = clock_timestamp(), tries = tries + 1, problem = null, way_id = $2,
       print_folder_id = $3, callback_token = $4, provider_id = null, segments = $5, cost_ore = $6
     where id = $1 and state = 'queued' returning claimed_at as "claimedAt"`,
    [id, wayId, folderId, callbackToken, segments, costOre],
  )
  if (row === undefined) throw new Error('a message that was held is no longer queued')
  return row.claimedAt
}

/** Ends a message that was not to be sent, or could not be composed. */
export const endQueued = (tx: Tx, id: number, state: 'cancelled' | 'failed', problem: string): Promise<unknown> =>
  tx.query(`update messaging.message set state = $2, problem = $3, settled_at = clock_timestamp() where id = $1 and state = 'queued'`, [
    id,
    state,
    problem,
  ])
