/** Which tab of the desk a referral stands on, and in what order: those who have waited too long come first. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { mustBeTold, referralState, waitingOf, type WaitingDays } from './referral.rules.ts'
import type { DeskTab, ReferralFacts } from './referrals.types.ts'

/** The one tab that it stands on: whom somebody must tell before anything else. */
function tabOf(facts: ReferralFacts, on: PlainDate): DeskTab {
  if (mustBeTold(facts)) return 'tell'
  const state = referralState(facts, on)
  if (state === 'sent' || state === 'opened') return 'waiting'
  return state === 'accepted' || state === 'going' ? 'going' : 'over'
}

/** Those of the tab, late ones first, then the longest waited. */
export function onTab<Of extends ReferralFacts>(all: readonly Of[], tab: DeskTab, on: PlainDate, days: WaitingDays): Of[] {
  const rank = (facts: Of): number => {
    const waiting = waitingOf(facts, on, days)
    return waiting === null ? -1 : waiting.days + (waiting.isLate ? 10_000 : 0)
  }
  return all.filter((one) => tabOf(one, on) === tab).toSorted((a, b) => rank(b) - rank(a))
}
