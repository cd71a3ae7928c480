/** What whoever holds a link can do: read, take the package, answer, tell how it went, and say that what was called back is gone. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, writeAuditLine } from '../audit/index.ts'
import { findLinked, holdLinked } from './link.store.ts'
import { isLive, mayAcknowledge, type ReferralRefusal } from './referral.rules.ts'
import { markOpened, saveAcknowledged } from './referrals.store.ts'
import type { LinkedReferral } from './referrals.types.ts'
import { answerIn, outcomeIn, type Answered, type SaidOutcome } from './said.actions.ts'
import { hashOf } from './secret.ts'

const actor = 'hanvisningslank'

/** How it is looked at: on the page, or as a file to take along. */
type Looked = 'open' | 'json' | 'pdf'

/** What is told before anybody has pressed: whether something waits, or how it ended. What was sent is not in it. */
type Cover = { readonly isWaiting: boolean; readonly linked: LinkedReferral & { readonly content: null } }

/** The cover of a link, null when it leads nowhere. Holds and writes nothing: programs that look through mail follow its links. */
export const coverOf = (pool: Pool, token: string, today: PlainDate): Promise<Cover | null> =>
  inTransaction(pool, async (tx) => {
    const found = await findLinked(tx, hashOf(token))
    if (found === null) return null
    return { isWaiting: isLive(found, today) && found.content !== null, linked: { ...found, content: null } }
  })

/**
 * The referral behind a link, for somebody who has pressed. What is live and shown is marked as opened and noted in the log; a link that leads nowhere leaves no line, or anybody
 * could fill the log from outside.
 */
export const openReferral = (
  pool: Pool,
  token: string,
  { how, today }: { readonly how: Looked; readonly today: PlainDate },
): Promise<LinkedReferral | null> =>
  inTransaction(pool, async (tx) => {
    const found = await holdLinked(tx, hashOf(token))
    if (found === null) return null
    if (!isLive(found, today) || found.content === null) return { ...found, content: null }
    await markOpened(tx, found.id)
    await writeAuditLine(tx, { actor, action: `referrals.${how}`, outcome: 'done', subjectId: found.subjectId })
    return found
  })

export type LinkRefusal = ReferralRefusal | 'missing' | 'not-needed'

async function changeLinked(
  pool: Pool,
  { token, action }: { readonly token: string; readonly action: string },
  work: (tx: Tx, linked: LinkedReferral) => Promise<Decision<null, LinkRefusal>>,
): Promise<Decision<null, LinkRefusal>> {
  let subjectId: string | null = null
  return change<null, LinkRefusal>(
    pool,
    () => ({ actor, action, subjectId }),
    async (tx) => {
      const linked = await holdLinked(tx, hashOf(token))
      if (linked === null) return refuse('missing')
      subjectId = linked.subjectId
      return work(tx, linked)
    },
  )
}

/** The receiver answers, once. */
export const answerLinked = (pool: Pool, token: string, said: Answered, today: PlainDate): Promise<Decision<null, LinkRefusal>> =>
  changeLinked(pool, { token, action: 'referrals.answer' }, (tx, linked) =>
    answerIn(tx, { id: linked.id, facts: linked, today, by: null }, said),
  )

/** The receiver tells what came of it. */
export const tellLinked = (pool: Pool, token: string, said: SaidOutcome, today: PlainDate): Promise<Decision<null, LinkRefusal>> =>
  changeLinked(pool, { token, action: 'referrals.outcome' }, (tx, linked) => {
    const { id, personId, staffId } = linked
    return outcomeIn(tx, { id, facts: linked, today, by: null, personId, staffId }, said)
  })

/** The receiver says that what she got is gone. */
export const acknowledgeLinked = (pool: Pool, token: string): Promise<Decision<null, LinkRefusal>> =>
  changeLinked(pool, { token, action: 'referrals.acknowledge' }, async (tx, linked) => {
    if (!mayAcknowledge(linked)) return refuse('not-needed')
    await saveAcknowledged(tx, linked.id)
    return grant(null)
  })
