/** Referrals: sent, opened, answered, ended and called back. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { DeskReferral, OutcomeKind, Referral, RejectReason, TellingWay } from './referrals.types.ts'

export type NewReferral = {
  readonly personId: number
  /** The consent's own key. */
  readonly consentPk: number
  /** Where the receiver is told that something waits; null: the sender hands over the link. */
  readonly email: string | null
  /** The package as text (`packageText`), and its hash. */
  readonly content: string
  readonly contentHash: string
  readonly sentBy: string
  readonly sentOn: PlainDate
}

type ReferralKey = { readonly id: number; readonly referralId: string }

export async function insertReferral(tx: Tx, referral: NewReferral): Promise<ReferralKey> {
  const { personId, consentPk, email, content, contentHash, sentBy, sentOn } = referral
  const [row] = await tx.query<ReferralKey>(
    `insert into referrals.referral (person_id, consent_id, receiver_email, content, content_hash, sent_by, sent_on)
     values ($1, $2, $3, $4, $5, $6, $7) returning id, referral_id as "referralId"`,
    [personId, consentPk, email, content, contentHash, sentBy, sentOn],
  )
  if (row === undefined) throw new Error('a referral was not saved')
  return row
}

/** The address of the partner of the name in the directory; null when there is none, or two. */
export async function findPartnerEmail(tx: Tx, name: string, today: PlainDate): Promise<string | null> {
  const rows = await tx.query<{ email: string }>(
    `select distinct p.email from network.partner p where lower(p.name) = lower(btrim($1)) and p.email is not null
       and (p.ended_on is null or p.ended_on > $2::date) limit 2`,
    [name, today],
  )
  return rows.length === 1 ? (rows[0]?.email ?? null) : null
}

/** Another address to tell the receiver at. */
export const saveEmail = (tx: Tx, id: number, email: string): Promise<unknown> =>
  tx.query('update referrals.referral set receiver_email = $2 where id = $1', [id, email])

const outcomes = `coalesce((select json_agg(json_build_object('kind', o.kind, 'onDay', o.on_day, 'byReceiver', o.said_by is null) order by o.id)
  from referrals.outcome o where o.referral_id = r.id), '[]')`

/** Whether a mail of the kind to the receiver of `r` has left, or may have. */
export const hasLeft = (
  key: string,
): string => `exists (select from messaging.message m where m.referral_id = r.referral_id and m.template_key = '${key}'
  and m.state in ('sending', 'sent', 'delivered', 'unsure'))`
export const isToldSql = `(r.acknowledged_at is not null or r.told_on is not null or exists (select from messaging.message m
  where m.referral_id = r.referral_id and m.template_key = 'referralBackEmail' and m.state in ('sent', 'delivered')))`
/** Called back, and whoever had seen it has not been told. */
export const mustBeToldSql = `(r.opened_at is not null and (r.revoked_on is not null or r.withdrawn_on is not null) and not ${isToldSql})`
const mailSql = (key: string): string => `(select m.state from messaging.message m where m.referral_id = r.referral_id
  and m.template_key = '${key}' order by m.id desc limit 1)`

/** What the state is derived from, of `r` and its consent `c`. */
export const factColumns = `r.sent_on as "sentOn", c.until_on as "untilOn", (r.opened_at at time zone 'Europe/Stockholm')::date as "openedOn", r.answer,
  r.answered_on as "answeredOn", r.reject_reason as "rejectReason", r.revoked_on as "revokedOn", r.withdrawn_on as "withdrawnOn", r.ended_on as "endedOn",
  ${outcomes} as outcomes, ${isToldSql} as "isTold", r.acknowledged_at is not null as "isAcknowledged"`

const columns = `r.id, r.referral_id as "referralId", c.consent_id as "consentId", c.purpose, c.receiver_kind as "receiverKind",
  c.receiver_name as "receiverName", c.fields, s.name as "sentBy", ${mailSql('referralEmail')} as mail, ${mailSql('referralBackEmail')} as "backMail", ${factColumns}`
const tables = `referrals.referral r join consents.consent c on c.id = r.consent_id join access.staff s on s.id = r.sent_by`

/** The referrals of the records, the newest first. */
export const listReferrals = (tx: Tx, personIds: readonly number[]): Promise<Referral[]> =>
  tx.prepared<Referral>(`select ${columns} from ${tables} where r.person_id = any ($1) order by r.id desc limit 50`, [personIds])

/** One referral of the records, held for a change; its consent first, as everybody takes them. Null when there is none such. */
export async function holdReferral(tx: Tx, personIds: readonly number[], referralId: string): Promise<Referral | null> {
  const key = [personIds, referralId]
  await tx.query(
    `select from consents.consent c where c.id = (select r.consent_id from referrals.referral r where r.referral_id = $2 and r.person_id = any ($1)) for share`,
    key,
  )
  await tx.query('select from referrals.referral r where r.referral_id = $2 and r.person_id = any ($1) for update', key)
  const [row] = await tx.query<Referral>(`select ${columns} from ${tables} where r.referral_id = $2 and r.person_id = any ($1)`, key)
  return row ?? null
}

/** What goes on or was over less than a month ago, of those that the reader sees. */
export const listDesk = (tx: Tx, { units, mayReadProtected }: Scope, today: PlainDate): Promise<DeskReferral[]> =>
  tx.query<DeskReferral>(
    `select ${columns}, y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", u.name as unit
     from ${tables} join worklist.seen($1, $2) y on y.person_id = register.root_now(r.person_id) left join organisation.unit u on u.id = y.unit_id
     where coalesce(r.ended_on, r.revoked_on, r.withdrawn_on, case when r.answer = 'rejected' then r.answered_on end, c.until_on) > $3::date - 30
       or ${mustBeToldSql}
     order by r.sent_on, r.id`,
    [units, mayReadProtected, today],
  )

/** What was sent on the days [fromOn, untilOn), of those that the reader sees. */
export const listSentIn = (tx: Tx, { units, mayReadProtected }: Scope, fromOn: PlainDate, untilOn: PlainDate): Promise<Referral[]> =>
  tx.query<Referral>(
    `select ${columns} from ${tables} join worklist.seen($1, $2) y on y.person_id = register.root_now(r.person_id)
     where r.sent_on >= $3 and r.sent_on < $4 order by r.id`,
    [units, mayReadProtected, fromOn, untilOn],
  )

export const markOpened = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update referrals.referral set opened_at = clock_timestamp() where id = $1 and opened_at is null', [id])

export type NewAnswer = {
  readonly answer: 'accepted' | 'rejected'
  readonly rejectReason: RejectReason | null
  readonly on: PlainDate
  /** Null: through the link. */
  readonly by: string | null
}

/** Saves the answer; what was sent to somebody who will not have it goes. */
export const saveAnswer = (tx: Tx, id: number, { answer, rejectReason, on, by }: NewAnswer): Promise<unknown> =>
  tx.query(
    `update referrals.referral set answer = $2, reject_reason = $3, answered_on = $4, answered_by = $5,
       content = case when $2 = 'rejected' then null else content end where id = $1`,
    [id, answer, rejectReason, on, by],
  )

export type NewOutcome = {
  readonly kind: OutcomeKind
  readonly onDay: PlainDate
  readonly saidOn: PlainDate
  /** Null: through the link. */
  readonly by: string | null
  readonly occupationId: number | null
  readonly ends: boolean
}

/** Saves what came of it, and ends the referral where it does. */
export async function saveOutcome(tx: Tx, id: number, { kind, onDay, saidOn, by, occupationId, ends }: NewOutcome): Promise<void> {
  await tx.query(
    `insert into referrals.outcome (referral_id, kind, on_day, said_on, said_by, occupation_id) values ($1, $2, $3, $4, $5, $6)`,
    [id, kind, onDay, saidOn, by, occupationId],
  )
  if (ends) await tx.query('update referrals.referral set ended_on = $2, content = null where id = $1', [id, saidOn])
}

export const revoke = (tx: Tx, id: number, on: PlainDate, by: string): Promise<unknown> =>
  tx.query('update referrals.referral set revoked_on = $2, revoked_by = $3, content = null where id = $1', [id, on, by])

/** Somebody has told the receiver that it is called back. */
export const saveTold = (
  tx: Tx,
  id: number,
  { how, on, by }: { readonly how: TellingWay; readonly on: PlainDate; readonly by: string },
): Promise<unknown> =>
  tx.query('update referrals.referral set told_on = $2, told_how = $3, told_by = $4 where id = $1 and told_on is null', [id, on, how, by])

/** The receiver has said that what she got is gone. */
export const saveAcknowledged = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update referrals.referral set acknowledged_at = clock_timestamp() where id = $1 and acknowledged_at is null', [id])
