/** Mail to receivers, through the outbox: that something waits, and that it may no longer be used. Never anything of any youth. */
import { todayInSweden } from '../../platform/clock.ts'
import { grant, refuse } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { writeAuditLine } from '../audit/index.ts'
import { queueMessage, readTemplates, type SecretsOf } from '../messaging/index.ts'
import { callBackUnshareable, forgetAddresses, forgetNames, forgetPackages, listToTell } from './forget.store.ts'
import { holdOfMessage, insertLink } from './link.store.ts'
import { isLive } from './referral.rules.ts'
import { hashOf, linkAddress, newToken } from './secret.ts'

type MailKey = 'referralEmail' | 'referralBackEmail'

/** Puts a mail to the receiver in the outbox, in the name of the colleague. Part of somebody else's change. */
export async function queueMail(
  tx: Tx,
  {
    referralId,
    key,
    by,
    onceKey,
  }: { readonly referralId: string; readonly key: MailKey; readonly by: string; readonly onceKey: string | null },
): Promise<void> {
  const { version } = (await readTemplates(tx)).find({ key, lang: 'sv' })
  const how = {
    channel: 'email',
    templateKey: key,
    lang: 'sv',
    templateVersion: version,
    wayId: null,
    fields: {},
    notBefore: null,
  } as const
  await queueMessage(tx, { personId: null, staffId: null, referralId, roundId: null, ...how, onceKey, queuedBy: by })
}

/**
 * A link is made in the moment its mail leaves: only its hash is kept. What was called back, answered or ran out meanwhile is not sent, and a
 * receiver who knows already is not told again.
 */
export const referralSecrets: SecretsOf = async (tx, { id, templateKey }, { publicUrl, placeCode }) => {
  if (templateKey !== 'referralEmail' && templateKey !== 'referralBackEmail') return grant({})
  const referral = await holdOfMessage(tx, id)
  if (referral === null) return refuse('too-late')
  const isWanted = templateKey === 'referralEmail' ? isLive(referral, todayInSweden()) && !referral.isProtected : !referral.isTold
  if (!isWanted) return refuse('too-late')
  const token = newToken()
  await insertLink(tx, referral.id, hashOf(token))
  return grant({ referralLink: linkAddress(publicUrl, placeCode, token) })
}

/** In whose name the log has what is done by itself. */
const actor = 'hanvisningar'

async function callBack(tx: Tx, today: PlainDate): Promise<void> {
  for (const subjectId of await callBackUnshareable(tx, today)) {
    await writeAuditLine(tx, { actor, action: 'referrals.callBack', outcome: 'done', subjectId })
  }
  for (const { referralId, sentBy } of await listToTell(tx)) {
    await queueMail(tx, { referralId, key: 'referralBackEmail', by: sentBy, onceKey: `hanvisning-ater:${referralId}` })
  }
}

/** How many packages, names of partners and addresses were forgotten. */
type Forgotten = { readonly packages: number; readonly names: number; readonly addresses: number }

/**
 * For the worker: what goes on of youths who are protected now is called back, receivers of what is called back are told by mail where they have an
 * address, and what nobody needs any more is forgotten. Each by itself: whoever withdraws a consent holds it before its referrals, so nothing here
 * may hold a referral and wait for a consent.
 */
export async function tendReferrals(pool: Pool, today: PlainDate): Promise<Forgotten> {
  await inTransaction(pool, (tx) => callBack(tx, today))
  const packages = await inTransaction(pool, (tx) => forgetPackages(tx, today))
  const names = await inTransaction(pool, (tx) => forgetNames(tx, today))
  return { packages, names, addresses: await inTransaction(pool, (tx) => forgetAddresses(tx, today)) }
}
