/** Sending referrals, calling them back, and what colleagues write of them, each with its line in the log. */
import { createHash, randomBytes } from 'node:crypto'
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs } from '../audit/index.ts'
import {
  consentSettingsIn,
  consentState,
  hashOfPackage,
  holdConsent,
  listConsents,
  packageOf,
  packageText,
  readSharedFacts,
  type Consent,
  type ConsentSettings,
  type SharedPackage,
} from '../consents/index.ts'
import { isFollowed, listSameRecords } from '../outreach/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { forgetOver, holdReferral, insertReferral, listDesk, listReferrals } from './referrals.store.ts'
import type { DeskReferral, Referral } from './referrals.types.ts'

/** Who refers. The scope is already without protected youths: nothing of theirs is shared through the product. */
export type Referrer = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly today: PlainDate
}

/** What a link's secret is known by. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(`hanvisning:${token}`).digest()

export type ReferralsOfYouth = {
  readonly youth: SeenYouth
  readonly referrals: readonly Referral[]
  readonly settings: ConsentSettings
  /** The consents in force: a referral can be sent with one of them. */
  readonly consents: readonly Consent[]
  /** What would be sent with the consent that was asked about; null when none was, or it is not in force. */
  readonly asked: { readonly consent: Consent; readonly shared: SharedPackage } | null
}

async function load(tx: Tx, { scope, today }: Referrer, subjectId: string, consentId: string | null): Promise<ReferralsOfYouth | null> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return null
  const personIds = await listSameRecords(tx, youth.personId)
  const consents = (await listConsents(tx, personIds)).filter((one) => consentState(one, today) === 'live')
  const consent = consents.find((one) => one.consentId === consentId)
  return {
    youth,
    referrals: await listReferrals(tx, personIds),
    settings: await consentSettingsIn(tx),
    consents,
    asked:
      consent === undefined ? null : { consent, shared: packageOf(await readSharedFacts(tx, youth, personIds, today), consent.fields) },
  }
}

/** The youth's referrals; with a consent, what would be sent. Null when the reader may not see the youth, or she is protected. */
export const readReferrals = (referrer: Referrer, subjectId: string, consentId: string | null): Promise<ReferralsOfYouth | null> =>
  readAs(
    referrer.pool,
    (found) => ({
      actor: referrer.staffId,
      action: 'referrals.read',
      outcome: found === null ? 'missing' : 'done',
      subjectId: found === null ? null : subjectId,
    }),
    (tx) => load(tx, referrer, subjectId, consentId),
  )

export type Desk = { readonly referrals: readonly DeskReferral[]; readonly settings: ConsentSettings }

/** Everybody's referrals, within the reader's scope. */
export const readDesk = (referrer: Referrer): Promise<Desk> =>
  readAs(
    referrer.pool,
    ({ referrals }) => ({ actor: referrer.staffId, action: 'referrals.desk', detail: { referrals: referrals.length } }),
    async (tx) => ({ referrals: await listDesk(tx, referrer.scope, referrer.today), settings: await consentSettingsIn(tx) }),
  )

/** `changed`: what would be sent is not what was previewed. `no-consent`: there is none in force; other grounds are for people to decide. */
export type SendRefusal = 'missing' | 'no-consent' | 'changed' | 'not-followed'

type Wish = { readonly consentId: string; readonly previewed: string }

/** The secret of a link, which is shown once and kept nowhere, and the last day that it is good. */
export type Sent = { readonly token: string; readonly untilOn: PlainDate }

async function send(
  tx: Tx,
  { today, staffId }: Referrer,
  youth: SeenYouth,
  { consentId, previewed }: Wish,
): Promise<Decision<Sent, SendRefusal>> {
  const personIds = await listSameRecords(tx, youth.personId)
  const consent = await holdConsent(tx, personIds, consentId)
  if (consent === null || consentState(consent, today) !== 'live') return refuse('no-consent')
  if (!(await isFollowed(tx, { personId: youth.personId, on: today, today, restrictedIn: null }))) return refuse('not-followed')
  const shared = packageOf(await readSharedFacts(tx, youth, personIds, today), consent.fields)
  if (hashOfPackage(shared) !== previewed) return refuse('changed')
  const token = randomBytes(18).toString('base64url')
  await insertReferral(tx, {
    personId: youth.personId,
    consentPk: consent.id,
    hash: hashOf(token),
    content: packageText(shared),
    contentHash: previewed,
    sentBy: staffId,
    sentOn: today,
  })
  return grant({ token, untilOn: consent.untilOn })
}

/** Sends a referral with a consent: what was previewed, frozen. */
export async function sendReferral(referrer: Referrer, subjectId: string, wish: Wish): Promise<Decision<Sent, SendRefusal>> {
  let isSeen = false
  return change<Sent, SendRefusal>(
    referrer.pool,
    () => ({ actor: referrer.staffId, action: 'referrals.send', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, referrer.scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return send(tx, referrer, youth, wish)
    },
  )
}

/** Changes one referral that the referrer sees: holds it, decides, saves, and writes the line. */
export async function changeReferral<Reason extends string>(
  referrer: Referrer,
  { subjectId, referralId, action }: { readonly subjectId: string; readonly referralId: string; readonly action: string },
  work: (tx: Tx, referral: Referral, youth: SeenYouth) => Promise<Decision<null, Reason>>,
): Promise<Decision<null, Reason | 'missing'>> {
  let isSeen = false
  return change<null, Reason | 'missing'>(
    referrer.pool,
    () => ({ actor: referrer.staffId, action, subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const youth = await findSeenYouth(tx, referrer.scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      const referral = await holdReferral(tx, await listSameRecords(tx, youth.personId), referralId)
      return referral === null ? refuse('missing') : work(tx, referral, youth)
    },
  )
}

/** For the worker: packages and partners' names that nobody needs any more. */
export const forgetReferrals = (pool: Pool, today: PlainDate): Promise<{ readonly packages: number; readonly names: number }> =>
  inTransaction(pool, (tx) => forgetOver(tx, today))
