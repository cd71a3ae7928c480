/** Sending referrals, calling them back, and what colleagues write of them, each with its line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
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
import { listItems, listMeasuresOf, type Item, type Measure } from '../measures/index.ts'
import { isFollowed, listSameRecords } from '../outreach/index.ts'
import { findSeenYouth, type SeenYouth } from '../worklist/index.ts'
import { insertLink } from './link.store.ts'
import { queueMail } from './mail.actions.ts'
import { goingOn } from './referral.rules.ts'
import { findPartnerEmail, holdReferral, insertReferral, listDesk, listReferrals } from './referrals.store.ts'
import type { DeskReferral, Referral } from './referrals.types.ts'
import { hashOf, newToken } from './secret.ts'

/** Who refers. The scope is already without protected youths: nothing of theirs is shared through the product. */
export type Referrer = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly today: PlainDate
}

export type ReferralsOfYouth = {
  readonly youth: SeenYouth
  readonly referrals: readonly Referral[]
  readonly settings: ConsentSettings
  /** The consents in force: a referral can be sent with one of them. */
  readonly consents: readonly Consent[]
  /** What would be sent with the consent that was asked about; null when none was, or it is not in force. */
  readonly asked: Asked | null
  readonly measures: readonly Measure[]
  /** The catalogue, for what can become a measure. */
  readonly items: readonly Item[]
}

type Asked = {
  readonly consent: Consent
  readonly shared: SharedPackage
  /** The address of the partner of that name in the directory; null: none is known. */
  readonly email: string | null
  /** There is one that goes on to the same receiver: no other is sent. */
  readonly isGoingOn: boolean
}

async function load(tx: Tx, { scope, today }: Referrer, subjectId: string, consentId: string | null): Promise<ReferralsOfYouth | null> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return null
  const personIds = await listSameRecords(tx, youth.personId)
  const consents = (await listConsents(tx, personIds)).filter((one) => consentState(one, today) === 'live')
  const referrals = await listReferrals(tx, personIds)
  const consent = consents.find((one) => one.consentId === consentId)
  const facts = consent === undefined ? null : await readSharedFacts(tx, youth, personIds, today)
  return {
    youth,
    referrals,
    settings: await consentSettingsIn(tx),
    consents,
    asked:
      consent === undefined || facts === null
        ? null
        : {
            consent,
            shared: packageOf(facts, consent.fields),
            email: await findPartnerEmail(tx, consent.receiverName, today),
            isGoingOn: goingOn(referrals, consent, today) !== null,
          },
    measures: (await listMeasuresOf(tx, personIds)).filter(({ origin, struck }) => origin === 'referral' && struck === null),
    items: await listItems(tx, today),
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
export type SendRefusal = 'missing' | 'no-consent' | 'changed' | 'not-followed' | 'going-on'

/** `email`: where the receiver is told that something waits; null: the sender hands over the link. */
type Wish = { readonly consentId: string; readonly previewed: string; readonly email: string | null }

/** The secret of a link, which is shown once and kept nowhere, and the last day that it is good. `token` null: it goes by mail. */
export type Sent = { readonly token: string | null; readonly untilOn: PlainDate }

/** Makes a link, or has one made as its mail leaves. Returns the secret; null: by mail. Part of somebody else's change. */
export async function makeLink(
  tx: Tx,
  { id, referralId }: { readonly id: number; readonly referralId: string },
  { email, by }: { readonly email: string | null; readonly by: string },
): Promise<string | null> {
  if (email !== null) {
    await queueMail(tx, { referralId, key: 'referralEmail', by, onceKey: null })
    return null
  }
  const token = newToken()
  await insertLink(tx, id, hashOf(token))
  return token
}

async function send(
  tx: Tx,
  { today, staffId }: Referrer,
  youth: SeenYouth,
  { consentId, previewed, email }: Wish,
): Promise<Decision<Sent, SendRefusal>> {
  const personIds = await listSameRecords(tx, youth.personId)
  const consent = await holdConsent(tx, personIds, consentId)
  if (consent === null || consentState(consent, today) !== 'live') return refuse('no-consent')
  if (!(await isFollowed(tx, { personId: youth.personId, on: today, today, restrictedIn: null }))) return refuse('not-followed')
  if (goingOn(await listReferrals(tx, personIds), consent, today) !== null) return refuse('going-on')
  const shared = packageOf(await readSharedFacts(tx, youth, personIds, today), consent.fields)
  if (hashOfPackage(shared) !== previewed) return refuse('changed')
  const content = { content: packageText(shared), contentHash: previewed }
  const made = await insertReferral(tx, {
    personId: youth.personId,
    consentPk: consent.id,
    email,
    ...content,
    sentBy: staffId,
    sentOn: today,
  })
  return grant({ token: await makeLink(tx, made, { email, by: staffId }), untilOn: consent.untilOn })
}

/** Sends a referral with a consent: what was previewed, frozen. */
export async function sendReferral(referrer: Referrer, subjectId: string, wish: Wish): Promise<Decision<Sent, SendRefusal>> {
  let isSeen = false
  return change<Sent, SendRefusal>(
    referrer.pool,
    () => ({
      actor: referrer.staffId,
      action: 'referrals.send',
      subjectId: isSeen ? subjectId : null,
      detail: { byMail: wish.email !== null },
    }),
    async (tx) => {
      const youth = await findSeenYouth(tx, referrer.scope, subjectId)
      if (youth === null) return refuse('missing')
      isSeen = true
      return send(tx, referrer, youth, wish)
    },
  )
}

/** Changes one referral that the referrer sees: holds it, decides, saves, and writes the line. */
export async function changeReferral<Value, Reason extends string>(
  referrer: Referrer,
  { subjectId, referralId, action }: { readonly subjectId: string; readonly referralId: string; readonly action: string },
  work: (tx: Tx, referral: Referral, youth: SeenYouth) => Promise<Decision<Value, Reason>>,
): Promise<Decision<Value, Reason | 'missing'>> {
  let isSeen = false
  return change<Value, Reason | 'missing'>(
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
