/** Whom a round reaches: what is known of them when it is prepared and again when it is released, and what came of it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { ChangedRecipient, CountRow, FactsAsked, FactsRow, Preview, ProgressRow, RoundFigures } from './round-recipient.types.ts'
import type { NewRecipient, Recipient } from './round.types.ts'

const parts = [
  `same as materialized (select a.id as root, a.id from unnest($3::bigint[]) a (id)
     union all select m.root_id, m.absorbed_id from register.merged_now m where m.root_id = any ($3))`,
  // The same number in two merged records is one number, and dead when either is.
  `way as (select s.root, w.kind, lower(w.value) as value, bool_or(w.dead_on is not null) as is_dead,
     bool_or(coalesce(w.cooldown_until > $4, false)) as rests
     from same s join outreach.way w on w.person_id = s.id where w.ended_at is null group by s.root, w.kind, lower(w.value))`,
  `reach as (select w.root, array_agg(w.value) filter (where w.kind = 'phone' and not w.is_dead and not w.rests) as phones,
     count(*) filter (where w.kind = 'phone' and w.is_dead)::int as dead, bool_or(w.kind = 'email' and not w.is_dead and not w.rests) as has_email,
     array_agg(w.value) filter (where w.kind = 'address' and w.is_dead) as returned from way w group by w.root)`,
  `refused as (select s.root, array_agg(distinct o.channel) as channels from same s join messaging.opt_out o on o.person_id = s.id
     where o.known_until = 'infinity' group by s.root)`,
  `spoken as (select distinct on (s.root) s.root, l.lang from same s join messaging.language l on l.person_id = s.id
     where l.known_until = 'infinity' order by s.root, l.id desc)`,
  // When it is prepared: in any round that is not sent. When it is released: written to by another since, for what is only prepared may never go.
  `taken as (select e.person_id from messaging.recipient e join messaging.round r on r.id = e.round_id
     where not $6 and e.excluded is null and e.person_id = any ($3) and r.id <> $5 and (r.state in ('preparing', 'prepared') or (r.state = 'released'
       and exists (select from messaging.message m where m.round_id = r.id and m.person_id = e.person_id and m.state in ('queued', 'sending'))))
     union select m.person_id from messaging.message m where $6 and m.person_id = any ($3) and m.round_id <> $5
       and m.state not in ('cancelled', 'failed') and m.created_at > (select r.prepared_at from messaging.round r where r.id = $5))`,
]

const facts = `
  with ${parts.join(',\n')}
  select y.person_id as "personId", coalesce(spoken.lang, 'sv') as lang,
    $2 and y.person_id in (select p.person_id from register.protected_now p) as "isProtected",
    coalesce(y.from_on <= $4 and (y.until_on is null or y.until_on > $4), false) as "isCovered", taken.person_id is not null as "isInOtherRound",
    y.born_on as "bornOn", y.entry_reason as "entryReason", s.step, s.step_from as "stepFrom", s.waits_for as "waitsFor", s.quiet_until as "quietUntil",
    s.last_reached_at is not null as "hasReached", coalesce(refused.channels, '{}') as "optedOut",
    (y.street <> '' or y.postal_code <> '')
      and not coalesce(lower(outreach.address_line(y.street, y.postal_code, y.locality)) = any (reach.returned), false) as "hasAddress",
    coalesce(reach.phones, '{}') as phones, coalesce(reach.dead, 0) as "deadPhones", coalesce(reach.has_email, false) as "hasEmail"
  from worklist.seen($1, $2) y left join outreach.standing s on s.person_id = y.person_id left join reach on reach.root = y.person_id
  left join refused on refused.root = y.person_id left join spoken on spoken.root = y.person_id left join taken on taken.person_id = y.person_id
  where y.person_id = any ($3) order by y.person_id`

/** What is known, on the day, of those of the persons that the scope holds. */
export const listRecipientFacts = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { personIds, today, roundKey, isRelease }: FactsAsked,
): Promise<FactsRow[]> => tx.query<FactsRow>(facts, [units, mayReadProtected, personIds, today, roundKey, isRelease])

const insert = `
  insert into messaging.recipient (round_id, person_id, lang, channels, excluded, letter_key, sms_key, email_key, pages, segments, preview)
  select $1, r."personId", r.lang, coalesce(r.channels, '{}'), r.excluded, r."letterKey", r."smsKey", r."emailKey", r.pages, r.segments, r.preview
  from jsonb_to_recordset($2::jsonb) as r ("personId" bigint, lang text, channels text[], excluded text, "letterKey" text, "smsKey" text,
    "emailKey" text, pages smallint, segments smallint, preview smallint)`

const batch = 2000

/** Writes down whom the round reaches, and who is left out. */
export async function insertRecipients(tx: Tx, roundKey: number, recipients: readonly NewRecipient[]): Promise<void> {
  for (let first = 0; first < recipients.length; first += batch) {
    await tx.query(insert, [roundKey, JSON.stringify(recipients.slice(first, first + batch))])
  }
}

/** Those whom the round reaches. */
export const listRecipients = (tx: Tx, roundKey: number): Promise<Recipient[]> =>
  tx.query<Recipient>(
    `select person_id as "personId", lang, channels, letter_key as "letterKey", sms_key as "smsKey", email_key as "emailKey"
     from messaging.recipient where round_id = $1 and excluded is null order by person_id`,
    [roundKey],
  )

/** Writes down what has become of recipients. */
export const saveChanged = (tx: Tx, roundKey: number, changed: readonly ChangedRecipient[]): Promise<unknown> =>
  tx.query(
    `update messaging.recipient r set channels = c.channels, excluded = c.excluded, dropped = c.dropped
     from jsonb_to_recordset($2::jsonb) as c ("personId" bigint, channels text[], excluded text, dropped text[])
     where r.round_id = $1 and r.person_id = c."personId"`,
    [roundKey, JSON.stringify(changed)],
  )

/** Whether everybody whom the round reaches is of the units (null: all are). */
export const isWhollySeen = async (tx: Tx, roundKey: number, units: readonly number[] | null): Promise<boolean> =>
  units === null ||
  (
    await tx.query(
      `select from messaging.recipient r left join worklist.youth y on y.person_id = r.person_id
       where r.round_id = $1 and r.excluded is null and (y.unit_id = any ($2)) is not true limit 1`,
      [roundKey, units],
    )
  ).length === 0

/** The round's previews that the reader may see, in their order. */
export const listPreviews = (tx: Tx, { units, mayReadProtected }: Scope, roundKey: number): Promise<Preview[]> =>
  tx.query<Preview>(
    `select r.preview as nth, r.person_id as "personId", r.lang, r.channels, r.letter_key as "letterKey", r.sms_key as "smsKey", r.email_key as "emailKey",
       y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName"
     from messaging.recipient r join worklist.seen($2, $3) y on y.person_id = r.person_id
     where r.round_id = $1 and r.preview is not null and r.excluded is null order by r.preview`,
    [roundKey, units, mayReadProtected],
  )

/** The round's recipients that the reader may see, counted. */
export const countRecipients = (tx: Tx, { units, mayReadProtected }: Scope, roundKey: number): Promise<CountRow[]> =>
  tx.query<CountRow>(
    `select r.lang, r.channels, r.excluded, r.letter_key as "letterKey", r.pages, r.segments, r.dropped, count(*)::int as n
     from messaging.recipient r join worklist.seen($2, $3) y on y.person_id = r.person_id where r.round_id = $1
     group by r.lang, r.channels, r.excluded, r.letter_key, r.pages, r.segments, r.dropped`,
    [roundKey, units, mayReadProtected],
  )

/** The messages of the round to those whom the reader may see, counted. */
export const countMessages = (tx: Tx, { units, mayReadProtected }: Scope, roundKey: number): Promise<ProgressRow[]> =>
  tx.query<ProgressRow>(
    `select m.channel, m.state, count(*)::int as n from messaging.message m join worklist.seen($2, $3) y on y.person_id = m.person_id
     where m.round_id = $1 group by m.channel, m.state`,
    [roundKey, units, mayReadProtected],
  )

/** What the list of rounds says of each, of those whom the reader may see. */
export const listFigures = (tx: Tx, { units, mayReadProtected }: Scope, roundKeys: readonly number[]): Promise<RoundFigures[]> =>
  tx.query<RoundFigures>(
    `with seen as materialized (select person_id from worklist.seen($2, $3))
     select r.id as "roundKey",
       (select count(*)::int from messaging.recipient e join seen using (person_id) where e.round_id = r.id and e.excluded is null) as recipients,
       (select count(*)::int from messaging.message m join seen using (person_id) where m.round_id = r.id) as messages,
       (select count(*)::int from messaging.message m join seen using (person_id) where m.round_id = r.id
         and m.state not in ('queued', 'sending', 'unsure')) as settled
     from messaging.round r where r.id = any ($1)`,
    [roundKeys, units, mayReadProtected],
  )
