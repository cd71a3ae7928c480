/** Links, and what a link leads to. The secret is only in the link; here is its hash. */
import type { Tx } from '../../platform/db/tx.ts'
import { factColumns } from './referrals.store.ts'
import type { LinkedReferral, ReferralFacts } from './referrals.types.ts'

export const insertLink = (tx: Tx, referralPk: number, hash: Buffer): Promise<unknown> =>
  tx.query('insert into referrals.link (token_hash, referral_id) values ($2, $1)', [referralPk, hash])

/** From now on the referral's links lead nowhere: another is made. */
export const replaceLinks = (tx: Tx, referralPk: number): Promise<unknown> =>
  tx.query('update referrals.link set replaced_at = clock_timestamp() where referral_id = $1 and replaced_at is null', [referralPk])

const ofLink = `select l.referral_id from referrals.link l where l.token_hash = $1 and l.replaced_at is null`

type Row = LinkedReferral & { readonly isHidden: boolean }

/**
 * The referral of a link. Null for a link that is wrong or replaced, and while the youth is protected, or the consent is another youth's again, and it has
 * not been called back: the answer is the same. What is called back of somebody protected tells that, and nothing else.
 */
export async function findLinked(tx: Tx, hash: Buffer): Promise<LinkedReferral | null> {
  const [row] = await tx.query<Row>(
    `select r.id, p.id as "personId", p.subject_id as "subjectId", c.purpose, r.content::json as content, s.name as "sentBy", r.sent_by as "staffId",
       y.person_id is null or register.root_now(c.person_id) <> p.id as "isHidden", ${factColumns}
     from referrals.referral r join consents.consent c on c.id = r.consent_id join access.staff s on s.id = r.sent_by
     join register.person p on p.id = register.root_now(r.person_id)
     left join worklist.seen(null, false) y on y.person_id = p.id
     where r.id = (${ofLink})`,
    [hash],
  )
  if (row === undefined || (row.isHidden && row.revokedOn === null && row.withdrawnOn === null)) return null
  return row.isHidden ? { ...row, content: null } : row
}

/**
 * The referral of a link, held until the transaction ends; its consent first, so that whoever withdraws it waits until the page is made, or the page
 * tells of the withdrawal.
 */
export async function holdLinked(tx: Tx, hash: Buffer): Promise<LinkedReferral | null> {
  await tx.query(
    `select from consents.consent c where c.id = (select r.consent_id from referrals.referral r where r.id = (${ofLink})) for share`,
    [hash],
  )
  await tx.query(`select from referrals.referral r where r.id = (${ofLink}) for update`, [hash])
  return findLinked(tx, hash)
}

type ReferralOfMessage = ReferralFacts & { readonly id: number; readonly isProtected: boolean }

/** The referral that a message in the outbox is about, its consent held. Null when there is none. */
export async function holdOfMessage(tx: Tx, messageKey: number): Promise<ReferralOfMessage | null> {
  const of = 'select f.id from referrals.referral f join messaging.message m on m.referral_id = f.referral_id where m.id = $1'
  await tx.query(
    `select from consents.consent c where c.id = (select r.consent_id from referrals.referral r where r.id = (${of})) for share`,
    [messageKey],
  )
  const [row] = await tx.query<ReferralOfMessage>(
    `select r.id, register.is_protected(r.person_id) as "isProtected", ${factColumns}
     from referrals.referral r join consents.consent c on c.id = r.consent_id where r.id = (${of})`,
    [messageKey],
  )
  return row ?? null
}
