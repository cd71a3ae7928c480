/** What nobody needs any more of referrals, and what is taken back by itself. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { hasLeft, isToldSql, mustBeToldSql } from './referrals.store.ts'

/** Over in any way, `c` being its consent and `$1` the day. */
const isOver = `(num_nonnulls(r.revoked_on, r.withdrawn_on, r.ended_on) > 0 or r.answer = 'rejected' or c.until_on < $1::date)`
const overSince = `coalesce(r.revoked_on, r.withdrawn_on, r.ended_on, case when r.answer = 'rejected' then r.answered_on end, c.until_on)`

/** Called back, and the receiver has seen it or has a link in the mail: she is told, unless she knows. */
const isTellable = `((r.revoked_on is not null or r.withdrawn_on is not null) and (r.opened_at is not null or ${hasLeft('referralEmail')}) and not ${isToldSql})`

/** Packages whose consent ran out go. Returns how many. */
export const forgetPackages = async (tx: Tx, today: PlainDate): Promise<number> =>
  (
    await tx.query(
      `update referrals.referral r set content = null from consents.consent c
       where c.id = r.consent_id and r.content is not null and c.until_on < $1::date returning r.id`,
      [today],
    )
  ).length

/** The names of partners go when it is over and nobody is left to be told, or a month has passed. Returns how many. */
export const forgetNames = async (tx: Tx, today: PlainDate): Promise<number> =>
  (
    await tx.query(
      `update consents.consent c set receiver_name = '' where c.receiver_kind = 'partner' and c.receiver_name <> ''
         and coalesce(c.withdrawn_on, c.until_on + 1) <= $1::date
         and (coalesce(c.withdrawn_on, c.until_on) < $1::date - 30
           or not exists (select from referrals.referral r where r.consent_id = c.id and ${mustBeToldSql}))
       returning c.id`,
      [today],
    )
  ).length

/** The addresses of receivers go as the names do. Returns how many. */
export const forgetAddresses = async (tx: Tx, today: PlainDate): Promise<number> =>
  (
    await tx.query(
      `update referrals.referral r set receiver_email = null from consents.consent c
       where c.id = r.consent_id and r.receiver_email is not null and ${isOver}
         and (${overSince} < $1::date - 30 or not (${isTellable})) returning r.id`,
      [today],
    )
  ).length

type ToTell = { readonly referralId: string; readonly sentBy: string }

/** Called back, with an address, and no mail written of it yet. */
export const listToTell = (tx: Tx): Promise<ToTell[]> =>
  tx.query<ToTell>(
    `select r.referral_id as "referralId", r.sent_by as "sentBy" from referrals.referral r
     where r.receiver_email is not null and ${isTellable} and not exists (select from messaging.message m
       where m.referral_id = r.referral_id and m.template_key = 'referralBackEmail') order by r.id limit 200`,
  )

/**
 * Takes back what goes on of youths who are protected now, and what was sent with the consent of a record that is another youth's again (merged when it
 * was sent, and apart since). Returns whose.
 */
export const callBackUnshareable = async (tx: Tx, today: PlainDate): Promise<string[]> =>
  (
    await tx.query<{ subjectId: string }>(
      `update referrals.referral r set revoked_on = $1, content = null from register.person p, consents.consent c
       where p.id = register.root_now(r.person_id) and c.id = r.consent_id and num_nonnulls(r.revoked_on, r.withdrawn_on, r.ended_on) = 0
         and r.answer is distinct from 'rejected' and (register.is_protected(r.person_id) or register.root_now(c.person_id) <> p.id)
       returning p.subject_id as "subjectId"`,
      [today],
    )
  ).map(({ subjectId }) => subjectId)
