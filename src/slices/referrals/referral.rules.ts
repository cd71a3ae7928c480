/** Where a referral stands, whose turn it is and since when, and what may be done with it. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import { dayOf, type PlainDate } from '../../platform/plain-date.ts'
import type { Occupation } from '../ladder/index.ts'
import type { OutcomeKind, Referral, ReferralFacts, ReferralState } from './referrals.types.ts'

/** The state on the day. What calls it back comes first: a withdrawn consent is withdrawn also for a referral that was answered. */
export function referralState(facts: ReferralFacts, on: PlainDate): ReferralState {
  if (facts.withdrawnOn !== null) return 'withdrawn'
  if (facts.revokedOn !== null) return 'revoked'
  if (facts.endedOn !== null) return 'ended'
  if (facts.answer === 'rejected') return 'rejected'
  if (facts.untilOn < on) return 'expired'
  if (facts.answer === 'accepted') return facts.outcomes.some(({ kind }) => kind === 'began') ? 'going' : 'accepted'
  return facts.openedOn === null ? 'sent' : 'opened'
}

const liveStates: ReadonlySet<ReferralState> = new Set(['sent', 'opened', 'accepted', 'going'])

/** Whether its link shows what was sent. */
export const isLive = (facts: ReferralFacts, on: PlainDate): boolean => liveStates.has(referralState(facts, on))

export type WaitingDays = { readonly answerDays: number; readonly outcomeDays: number }

/** Whose turn: the receiver's, to answer or to tell how it went. Since when, how many days, and whether that is late. */
export type Waiting = {
  readonly waitsFor: 'answer' | 'outcome'
  readonly sinceOn: PlainDate
  readonly days: number
  readonly isLate: boolean
}

/** The waiting clock; null when nobody is waited for. It is late from the day after the last day that was allowed. */
export function waitingOf(facts: ReferralFacts, on: PlainDate, { answerDays, outcomeDays }: WaitingDays): Waiting | null {
  const state = referralState(facts, on)
  const waits = (waitsFor: Waiting['waitsFor'], sinceOn: PlainDate, allowed: number): Waiting => {
    const days = Math.max(0, dayOf(on) - dayOf(sinceOn))
    return { waitsFor, sinceOn, days, isLate: days > allowed }
  }
  if (state === 'sent' || state === 'opened') return waits('answer', facts.sentOn, answerDays)
  return state === 'accepted' && facts.answeredOn !== null ? waits('outcome', facts.answeredOn, outcomeDays) : null
}

/** A receiver that has not answered in the days that it has. */
export function isLateToAnswer(facts: ReferralFacts, on: PlainDate, days: WaitingDays): boolean {
  const waiting = waitingOf(facts, on, days)
  return waiting !== null && waiting.waitsFor === 'answer' && waiting.isLate
}

/** The same receiver, however the name is written. A name that is forgotten is nobody's. */
const isSame = (a: Receiving, b: Receiving): boolean =>
  a.receiverKind === b.receiverKind &&
  a.purpose === b.purpose &&
  a.receiverName !== '' &&
  a.receiverName.trim().toLocaleLowerCase('sv') === b.receiverName.trim().toLocaleLowerCase('sv')

/** To whom and for what. */
type Receiving = Pick<Referral, 'receiverKind' | 'receiverName' | 'purpose' | 'consentId'>

/** The referral that goes on with the consent, or for the same to the same receiver: another would be two answers to one question. Null: there is none. */
export const goingOn = (referrals: readonly Referral[], asked: Receiving, on: PlainDate): Referral | null =>
  referrals.find((one) => isLive(one, on) && (one.consentId === asked.consentId || isSame(one, asked))) ?? null

/** Somebody has seen what is now called back, and has neither said that it is gone nor been told. */
export const mustBeTold = (facts: ReferralFacts): boolean =>
  (facts.withdrawnOn !== null || facts.revokedOn !== null) && facts.openedOn !== null && !facts.isTold

/** Called back: whoever got it can say that it is gone, once, also when she has been told before. */
export const mayAcknowledge = (facts: ReferralFacts): boolean =>
  (facts.withdrawnOn !== null || facts.revokedOn !== null) && !facts.isAcknowledged

export type ReferralRefusal = 'over' | 'answered' | 'not-accepted' | 'outcome-ahead' | 'outcome-before' | 'already-said' | 'has-begun'

/** Whether it can be answered, once. */
export function decideAnswer(facts: ReferralFacts, on: PlainDate): Decision<null, ReferralRefusal> {
  if (facts.answer !== null) return refuse('answered')
  return isLive(facts, on) ? grant(null) : refuse('over')
}

/** Whether what came of it can be said: of what was accepted and goes on, each thing once, on a day that has been. */
export function decideOutcome(
  facts: ReferralFacts,
  { kind, onDay }: { readonly kind: OutcomeKind; readonly onDay: PlainDate },
  on: PlainDate,
): Decision<null, ReferralRefusal> {
  if (!isLive(facts, on)) return refuse('over')
  if (facts.answer !== 'accepted') return refuse('not-accepted')
  if (onDay > on) return refuse('outcome-ahead')
  const begun = facts.outcomes.find((one) => one.kind === 'began')
  if (onDay < (begun?.onDay ?? facts.sentOn)) return refuse('outcome-before')
  if (facts.outcomes.some((one) => one.kind === kind)) return refuse('already-said')
  return kind === 'neverCame' && begun !== undefined ? refuse('has-begun') : grant(null)
}

/** Whether the municipality can call it back. */
export const decideRevoke = (facts: ReferralFacts, on: PlainDate): Decision<null, 'over'> =>
  isLive(facts, on) ? grant(null) : refuse('over')

/** Whether what was accepted can be written as a measure: once, also when the referral has ended since. */
export const decideMeasure = ({ answer }: ReferralFacts, hasMeasure: boolean): Decision<null, 'not-accepted' | 'has-measure'> =>
  answer !== 'accepted' ? refuse('not-accepted') : hasMeasure ? refuse('has-measure') : grant(null)

/** What it is usually, and from when: the day that the youth began, else the day that the receiver accepted. */
export function usualMeasure(
  { receiverKind, outcomes, answeredOn }: Referral,
  today: PlainDate,
): { readonly item: string; readonly fromOn: PlainDate } {
  const begun = outcomes.find(({ kind }) => kind === 'began')
  return { item: receiverKind === 'internal' ? 'groupActivity' : 'otherActor', fromOn: begun?.onDay ?? answeredOn ?? today }
}

/** Whether the outcome ends the referral. */
export const endsIt = (kind: OutcomeKind): boolean => kind !== 'began'

/** What the youth is said to do by the outcome; null when it says nothing of it. That somebody never came is no occupation. */
export function occupationBy(kind: OutcomeKind): Occupation | null {
  switch (kind) {
    case 'began':
      return 'other'
    case 'endedToWork':
      return 'work'
    case 'endedToStudies':
      return 'studies'
    case 'neverCame':
    case 'ended':
      return null
  }
}
