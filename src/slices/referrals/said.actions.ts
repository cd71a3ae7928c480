/** What is said of a referral: answers, outcomes, that it is called back, and that the receiver was told. By a colleague; the link has its own. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { isFollowed, recordOccupation } from '../outreach/index.ts'
import { decideAnswer, decideOutcome, decideRevoke, endsIt, mustBeTold, occupationBy, type ReferralRefusal } from './referral.rules.ts'
import { replaceLinks } from './link.store.ts'
import { changeReferral, makeLink, type Referrer, type Sent } from './referrals.actions.ts'
import { revoke, saveAnswer, saveEmail, saveOutcome, saveTold } from './referrals.store.ts'
import type { OutcomeKind, ReferralFacts, RejectReason, TellingWay } from './referrals.types.ts'

/** Which referral of which youth. */
export type Which = { readonly subjectId: string; readonly referralId: string }

export type Answered = { readonly answer: 'accepted' } | { readonly answer: 'rejected'; readonly reason: RejectReason }

type Of = { readonly id: number; readonly facts: ReferralFacts; readonly today: PlainDate; readonly by: string | null }

/** Saves an answer where it can be given. Part of somebody else's change. */
export async function answerIn(tx: Tx, { id, facts, today, by }: Of, said: Answered): Promise<Decision<null, ReferralRefusal>> {
  const decided = decideAnswer(facts, today)
  if (!decided.granted) return decided
  await saveAnswer(tx, id, { answer: said.answer, rejectReason: said.answer === 'rejected' ? said.reason : null, on: today, by })
  return grant(null)
}

export type SaidOutcome = { readonly kind: OutcomeKind; readonly onDay: PlainDate }

/**
 * Saves an outcome where it can be said, and what it says the youth does as a fact with its source and freshness: of those who are followed alone,
 * for nothing new is kept of anybody else (förordning 2006:39 4 §). Part of somebody else's change.
 */
export async function outcomeIn(
  tx: Tx,
  { id, facts, today, by, personId, staffId }: Of & { readonly personId: number; readonly staffId: string },
  { kind, onDay }: SaidOutcome,
): Promise<Decision<null, ReferralRefusal>> {
  const decided = decideOutcome(facts, { kind, onDay }, today)
  if (!decided.granted) return decided
  const occupation = occupationBy(kind)
  const mayKeep = await isFollowed(tx, { personId, on: today, today, restrictedIn: null })
  const statement = {
    personId,
    source: 'otherActor',
    sinceOn: onDay,
    statedOn: today,
    saidBy: staffId,
    contactId: null,
    origin: 'referral',
  } as const
  const occupationId = occupation === null || !mayKeep ? null : await recordOccupation(tx, { ...statement, kind: occupation })
  await saveOutcome(tx, id, { kind, onDay, saidOn: today, by, occupationId, ends: endsIt(kind) })
  return grant(null)
}

export type SaidRefusal = ReferralRefusal | 'missing'

/** A colleague writes the answer that the receiver gave. */
export const writeAnswer = (referrer: Referrer, which: Which, said: Answered): Promise<Decision<null, SaidRefusal>> =>
  changeReferral(referrer, { ...which, action: 'referrals.answer' }, (tx, referral) =>
    answerIn(tx, { id: referral.id, facts: referral, today: referrer.today, by: referrer.staffId }, said),
  )

/** A colleague writes what came of it. */
export const writeOutcome = (referrer: Referrer, which: Which, said: SaidOutcome): Promise<Decision<null, SaidRefusal>> =>
  changeReferral(referrer, { ...which, action: 'referrals.outcome' }, (tx, referral, { personId }) => {
    const { staffId, today } = referrer
    return outcomeIn(tx, { id: referral.id, facts: referral, today, by: staffId, personId, staffId }, said)
  })

/** Calls a referral back: its link shows nothing more. */
export const revokeReferral = (referrer: Referrer, which: Which): Promise<Decision<null, 'missing' | 'over'>> =>
  changeReferral(referrer, { ...which, action: 'referrals.revoke' }, async (tx, referral) => {
    const decided = decideRevoke(referral, referrer.today)
    if (decided.granted) await revoke(tx, referral.id, referrer.today, referrer.staffId)
    return decided
  })

/** Makes a new link in the place of those there are: one was lost, or went to the wrong place. By mail where an address is given. */
export const renewLink = (referrer: Referrer, which: Which, email: string | null): Promise<Decision<Sent, 'missing' | 'over'>> =>
  changeReferral<Sent, 'over'>(referrer, { ...which, action: 'referrals.renewLink' }, async (tx, referral) => {
    const decided = decideRevoke(referral, referrer.today)
    if (!decided.granted) return decided
    await replaceLinks(tx, referral.id)
    if (email !== null) await saveEmail(tx, referral.id, email)
    return grant({ token: await makeLink(tx, referral, { email, by: referrer.staffId }), untilOn: referral.untilOn })
  })

/** The receiver has been told that it is called back. */
export const writeTold = (referrer: Referrer, which: Which, how: TellingWay): Promise<Decision<null, 'missing' | 'not-needed'>> =>
  changeReferral<null, 'not-needed'>(referrer, { ...which, action: 'referrals.told' }, async (tx, referral) => {
    if (!mustBeTold(referral)) return refuse('not-needed')
    await saveTold(tx, referral.id, { how, on: referrer.today, by: referrer.staffId })
    return grant(null)
  })
