/** What has been sent to a youth, for the person page and for letters by the forwarding route. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { MessageOfYouth } from './card.types.ts'
import type { TemplateKey } from './shipped/shipped.types.ts'

/** The messages to the youth under any of these ids, the latest first. */
export const listMessagesOf = (tx: Tx, personIds: readonly number[], limit: number): Promise<MessageOfYouth[]> =>
  tx.prepared<MessageOfYouth>(
    `select m.channel, m.template_key as "templateKey", r.name as round, m.state, m.problem, m.is_forwarded as "isForwarded", m.tries,
       to_char(m.not_before, 'YYYY-MM-DD"T"HH24:MI') as "nextAt",
       to_char(coalesce(m.sent_at, m.settled_at, m.claimed_at, m.created_at), 'YYYY-MM-DD"T"HH24:MI') as at
     from messaging.message m left join messaging.round r on r.id = m.round_id where m.person_id = any ($1) order by m.id desc limit $2`,
    [personIds, limit],
  )

type Forwarded = {
  readonly personId: number
  readonly templateKey: TemplateKey
  readonly lang: string
  readonly templateVersion: number
  readonly by: string
}

/** A letter that is being printed by somebody with the right, at this moment: it is in no queue. */
export async function insertForwarded(
  tx: Tx,
  { personId, templateKey, lang, templateVersion, by }: Forwarded,
): Promise<{ id: number; messageId: string }> {
  const [row] = await tx.query<{ id: number; messageId: string }>(
    `insert into messaging.message (person_id, channel, template_key, template_lang, template_version, queued_by, is_forwarded, state, claimed_at)
     values ($1, 'letter', $2, $3, $4, $5, true, 'sending', clock_timestamp()) returning id, message_id as "messageId"`,
    [personId, templateKey, lang, templateVersion, by],
  )
  if (row === undefined) throw new Error('a forwarded letter was not added')
  return row
}

/** Whether nobody has confirmed where somebody with protected registration stays: then nothing is written to them from here. */
export const hasUnconfirmedStay = async (tx: Tx, personId: number, municipality: string, on: PlainDate): Promise<boolean> =>
  (await tx.query('select from worklist.unconfirmed_stay($2, $3) s where s = $1', [personId, municipality, on])).length > 0
