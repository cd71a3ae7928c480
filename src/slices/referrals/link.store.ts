/** What a link leads to. The secret is only in the link; here is its hash. */
import type { Tx } from '../../platform/db/tx.ts'
import { factColumns } from './referrals.store.ts'
import type { LinkedReferral } from './referrals.types.ts'

/**
 * The referral of a link, held until the transaction ends; its consent first, so that whoever withdraws it waits until the page is made, or the page
 * tells of the withdrawal. Null for a link that is wrong, and when the youth is protected by now: the answer is the same.
 */
export async function holdLinked(tx: Tx, hash: Buffer): Promise<LinkedReferral | null> {
  await tx.query(
    'select from consents.consent c where c.id = (select r.consent_id from referrals.referral r where r.token_hash = $1) for share',
    [hash],
  )
  await tx.query('select from referrals.referral r where r.token_hash = $1 for update', [hash])
  const [row] = await tx.query<LinkedReferral>(
    `select r.id, y.person_id as "personId", y.subject_id as "subjectId", c.purpose, r.content, s.name as "sentBy", r.sent_by as "staffId", ${factColumns}
     from referrals.referral r join consents.consent c on c.id = r.consent_id join access.staff s on s.id = r.sent_by
     join worklist.seen(null, false) y on y.person_id = register.root_now(r.person_id)
     where r.token_hash = $1`,
    [hash],
  )
  return row ?? null
}
