/** Steps that cannot be taken with this youth, and why. Asked of what is known now: a number that is found opens the calls again. */
import { birthday, type Day } from '../../platform/plain-date.ts'
import type { Channel, LadderFacts, LadderStep, SkipReason } from './ladder.types.ts'
import type { LadderSettings } from './settings.rules.ts'

/** The ways that each step needs; a visit needs its card. */
const needs: Readonly<Record<LadderStep, readonly Channel[]>> = {
  letter: ['letter'],
  call: ['phone'],
  furtherLetter: ['letter'],
  visitCard: ['visitCard'],
  homeVisit: ['visitCard', 'homeVisit'],
}

/** Protected youths are called by those with the right to, written to by the forwarding route only, and never visited (DOMAIN.md 5). */
function isForbidden(step: LadderStep, { isProtected, mayForward }: LadderFacts): boolean {
  if (!isProtected || step === 'call') return false
  return step === 'visitCard' || step === 'homeVisit' || !mayForward
}

/** What the step would be made with is not there. The forwarding route finds an address of its own. */
function lack(step: LadderStep, facts: LadderFacts): SkipReason | null {
  if (step === 'call') {
    if (facts.livePhones > 0) return null
    return facts.deadPhones > 0 ? 'deadNumber' : 'noNumber'
  }
  return facts.hasAddress || facts.isProtected ? null : 'noAddress'
}

/** Why the step is left out; null when it can be taken. Protection comes first, then the youth's own word, age, and what is lacking. */
export function skipReason(step: LadderStep, facts: LadderFacts, settings: LadderSettings): SkipReason | null {
  if (isForbidden(step, facts)) return 'protected'
  if (needs[step].some((channel) => facts.optedOut.includes(channel))) return 'optedOut'
  if (settings.minorsNeedGuardian && facts.bornOn === null) return 'minor'
  return lack(step, facts)
}

/** The day from which the youth is of age for outreach: the 18th birthday where minors need a guardian. */
export const ofAgeOn = ({ bornOn, enteredOn }: LadderFacts, { minorsNeedGuardian }: LadderSettings): Day =>
  minorsNeedGuardian && bornOn !== null ? birthday(bornOn, 18) : enteredOn

/** Whether an SMS may go to the youth: never to a protected one, whoever asks. */
export const mayText = ({ livePhones, isProtected, optedOut }: LadderFacts): boolean =>
  livePhones > 0 && !isProtected && !optedOut.includes('sms')
