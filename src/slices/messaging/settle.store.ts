/** Writing down what became of a message. */
import type { Tx } from '../../platform/db/tx.ts'
import { subjectOf } from './claim.store.ts'
import type { MessageState } from './message.types.ts'
import type { SettleRow } from './send.types.ts'

const columns = `
  select m.id, m.message_id as "messageId", m.template_key as "templateKey", register.root_now(m.person_id) as "personId", m.channel, m.state, m.problem, m.tries, m.way_id as "wayId",
    ${subjectOf('m')} as "subjectId",
    m.contact_id as "contactId", m.claimed_at::text as "claimedAt", m.provider_id as "providerId",
    m.person_id is not null and register.is_protected(m.person_id) as "isProtected", t.id as "staffId", coalesce(t.name, m.queued_by) as "byName",
    coalesce((select w.last_result_at is null or w.last_result_at < m.claimed_at from outreach.way w where w.id = m.way_id), false) as "isWayUnheard"
  from messaging.message m
  left join access.staff t on t.id = case when m.queued_by ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' then m.queued_by::uuid end`

const found = async (tx: Tx, where: string, value: unknown): Promise<SettleRow | null> => {
  const [row] = await tx.prepared<SettleRow>(`${columns} where ${where} for update of m`, [value])
  return row ?? null
}

/** The message, held until the transaction ends. */
export const holdMessage = (tx: Tx, id: number): Promise<SettleRow | null> => found(tx, 'm.id = $1', id)

/** The message whose provider answers to the token, held until the transaction ends. */
export const holdByToken = (tx: Tx, token: string): Promise<SettleRow | null> => found(tx, 'm.callback_token = $1', token)

/**
 * What a settling writes; null keeps what stands, and the reason stands while the state does. `afterMinutes`: when it is tried again.
 * `isNoTry`: the try does not count.
 */
export type Settled = {
  readonly id: number
  readonly state: MessageState
  readonly problem: string | null
  readonly providerId: string | null
  readonly contactId: number | null
  readonly afterMinutes: number | null
  readonly isNoTry: boolean
}

/** Saves where the message stands now. */
export const saveSettled = (tx: Tx, settled: Settled): Promise<unknown> =>
  tx.prepared(
    `update messaging.message set state = $2, problem = case when state = $2 then problem else $3 end, provider_id = coalesce($4, provider_id),
       contact_id = coalesce($5, contact_id),
       not_before = case when $6::int is null then not_before else clock_timestamp() + make_interval(mins => $6::int) end,
       tries = tries - case when $7 then 1 else 0 end,
       sent_at = case when $2 in ('sent', 'delivered') then coalesce(sent_at, clock_timestamp()) else sent_at end,
       settled_at = case when $2 = 'queued' then null else clock_timestamp() end
     where id = $1`,
    [settled.id, settled.state, settled.problem, settled.providerId, settled.contactId, settled.afterMinutes, settled.isNoTry],
  )

type Ended = { readonly id: number; readonly state: MessageState; readonly problem: string | null; readonly contactId: number | null }

/** A person's decision about a message. */
export const endByHand = (tx: Tx, { id, state, problem, contactId }: Ended): Promise<unknown> =>
  tx.query(
    `update messaging.message set state = $2, problem = $3, contact_id = coalesce($4, contact_id), settled_at = clock_timestamp(),
       sent_at = case when $2 = 'sent' then coalesce(sent_at, claimed_at) else sent_at end where id = $1`,
    [id, state, problem, contactId],
  )

/** Messages whose process has been silent for so long that it is gone. */
export type StuckMessage = {
  readonly id: number
  readonly channel: SettleRow['channel']
  readonly claimedAt: Date
  readonly to: string | null
}

/** `to`: the number an SMS went to. */
export const listStuck = (tx: Tx, now: Date, minutes: number): Promise<StuckMessage[]> =>
  tx.query<StuckMessage>(
    `select m.id, m.channel, m.claimed_at as "claimedAt", coalesce(w.value, t.phone) as "to"
     from messaging.message m left join outreach.way w on w.id = m.way_id left join access.staff t on t.id = m.staff_id
     where m.state = 'sending' and m.claimed_at < $1::timestamptz - make_interval(mins => $2) order by m.claimed_at limit 200`,
    [now, minutes],
  )

/** Which of the provider's ids are known to be other messages. */
export const listKnownIds = async (tx: Tx, providerIds: readonly string[]): Promise<string[]> =>
  (
    await tx.query<{ id: string }>(`select provider_id as id from messaging.message where provider_id = any ($1) and channel = 'sms'`, [
      providerIds,
    ])
  ).map(({ id }) => id)
