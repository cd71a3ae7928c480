/** The consent on which a partner may be asked about a youth. The caller has asked whether the reader may see her. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readCoveringConsents, type Consent } from '../consents/index.ts'
import { askedFor, consentToAskOn } from './ask.rules.ts'
import { linkOver } from './meeting.rules.ts'
import type { NetworkMeeting } from './network.types.ts'

/** The consent on which the partner of the meeting may be asked about a youth while the link is open; null: there is none. */
export async function readConsentFor(
  tx: Tx,
  { partnerName, heldOn }: NetworkMeeting,
  personIds: readonly number[],
  today: PlainDate,
): Promise<Consent | null> {
  const covering: Consent[] = []
  for (const purpose of askedFor)
    covering.push(...(await readCoveringConsents(tx, { personIds, on: today, purpose, receiverName: partnerName })))
  return consentToAskOn(covering, linkOver(heldOn, today))
}
