/** What the person page shows of what is shared. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { consentState, listConsents } from '../consents/index.ts'
import { listReferrals } from './referrals.store.ts'
import type { Referral } from './referrals.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type SharingQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

export type SharingOfYouth = { readonly liveConsents: number; readonly referrals: readonly Referral[] }

export async function readSharingOf(tx: Tx, { personIds, today }: SharingQuestion): Promise<SharingOfYouth> {
  const consents = await listConsents(tx, personIds)
  return {
    liveConsents: consents.filter((one) => consentState(one, today) === 'live').length,
    referrals: await listReferrals(tx, personIds),
  }
}
