/** How many referrals somebody has to see to: for whoever counts what waits. The caller writes the line in the log. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { consentSettingsIn } from '../consents/index.ts'
import { mustBeTold, waitingOf } from './referral.rules.ts'
import { listDesk } from './referrals.store.ts'

/** `late`: receivers past the days they have to answer. `noWord`: accepted, and nobody has heard how it goes. `toTell`: receivers who must be told. */
export type WaitingReferrals = { readonly late: number; readonly noWord: number; readonly toTell: number }

/** Counted within the scope, on the day. */
export async function countWaitingReferrals(tx: Tx, scope: Scope, today: PlainDate): Promise<WaitingReferrals> {
  const [referrals, settings] = [await listDesk(tx, scope, today), await consentSettingsIn(tx)]
  const late = referrals.flatMap((one) => waitingOf(one, today, settings) ?? []).filter(({ isLate }) => isLate)
  return {
    late: late.filter(({ waitsFor }) => waitsFor === 'answer').length,
    noWord: late.filter(({ waitsFor }) => waitsFor === 'outcome').length,
    toTell: referrals.filter(mustBeTold).length,
  }
}
