/** Putting messages in the outbox. */
import type { Tx } from '../../platform/db/tx.ts'
import type { NewMessage } from './message.types.ts'

const insert = `
  insert into messaging.message (round_id, person_id, staff_id, referral_id, channel, template_key, template_lang, template_version, way_id, fields, once_key,
    not_before, queued_by)
  select m."roundId", m."personId", m."staffId", m."referralId", m.channel, m."templateKey", m.lang, m."templateVersion", m."wayId", coalesce(m.fields, '{}'),
    m."onceKey", coalesce(m."notBefore", clock_timestamp()), m."queuedBy"
  from jsonb_to_recordset($1::jsonb) as m ("roundId" bigint, "personId" bigint, "staffId" uuid, "referralId" uuid, channel text, "templateKey" text, lang text,
    "templateVersion" int, "wayId" bigint, fields jsonb, "onceKey" text, "notBefore" timestamptz, "queuedBy" text)
  where m."personId" is null or m."personId" not in (select p.person_id from register.protected_now p)
  on conflict do nothing returning id`

/** Adds the messages that are not there already and are not to a protected youth. Returns the ids of those added. */
export const insertMessages = async (tx: Tx, messages: readonly NewMessage[]): Promise<number[]> =>
  (await tx.query<{ id: number }>(insert, [JSON.stringify(messages)])).map(({ id }) => id)

/** Which of the keys are in the outbox already, sent or not. */
export const listOnceKeys = async (tx: Tx, keys: readonly string[]): Promise<ReadonlySet<string>> =>
  new Set(
    (await tx.query<{ key: string }>('select once_key as key from messaging.message where once_key = any ($1)', [keys])).map(
      ({ key }) => key,
    ),
  )
