/** What waits in the network, for the start page: counts only, and nothing of any youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { needRenewal } from './agreement.rules.ts'
import { askAheadDays } from './meeting.rules.ts'
import { countUnprepared } from './meeting.store.ts'
import { listAgreements } from './partner.store.ts'

/** Whose start page it is. */
export type NetworkWaitingReader = { readonly staffId: string; readonly today: PlainDate }

/** `agreements`: that run out or have run out (`/natverk`). `meetings`: the reader's own within a week where nobody is asked about yet (`/natverk`). */
export type NetworkWaiting = { readonly agreements: number; readonly meetings: number }

/** What somebody has to see to in the network. */
export const countNetworkWaiting = async (tx: Tx, { staffId, today }: NetworkWaitingReader): Promise<NetworkWaiting> => ({
  agreements: needRenewal(await listAgreements(tx, null), today).length,
  meetings: await countUnprepared(tx, staffId, today, askAheadDays),
})
