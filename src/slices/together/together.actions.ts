/** Reading what waits with schools and with others: each as its own slice counts it, through the outlet of its page. */
import type { Scope } from '../../kernel/actor.ts'
import { scopeThrough } from '../../kernel/disclosure.ts'
import type { Permission } from '../../kernel/permission.ts'
import { inTransaction, type Pool, type Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { countRadarWaiting } from '../admissions/index.ts'
import { countNetworkWaiting } from '../network/index.ts'
import { countWaiting } from '../notices/index.ts'
import { countPreventionWaiting } from '../prevention/index.ts'
import { countWaitingReferrals } from '../referrals/index.ts'
import { readSteeringWaiting } from '../steering/index.ts'
import { countTransfersWaiting } from '../transfers/index.ts'
import { countTurningWaiting } from '../turning20/index.ts'
import { readEdition, remembered } from '../worklist/index.ts'
import type { TogetherWaiting } from './together.types.ts'

/** Whose it is. The scope is the reader's own: each number is counted through the outlet of the page that it leads to. */
type TogetherReader = {
  readonly pool: Pool
  readonly scope: Scope
  readonly code: string
  readonly staffId: string
  readonly today: PlainDate
  readonly may: (permission: Permission) => boolean
}

type Around = Omit<TogetherWaiting, 'notices' | 'prevention' | 'radar'>

async function readOthers(tx: Tx, { scope, code, staffId, today, may }: TogetherReader): Promise<Around> {
  const through = (outlet: Parameters<typeof scopeThrough>[0]) => ({ scope: scopeThrough(outlet, scope), code, today })
  const network = may('network.edit') || may('questions.ask') ? await countNetworkWaiting(tx, { staffId, today }) : null
  return {
    referrals: may('referrals.work') ? await countWaitingReferrals(tx, scopeThrough('referrals.page', scope), today) : null,
    transfers: may('transfers.work') ? await countTransfersWaiting(tx, through('transfers.page')) : null,
    turning20: may('turning20.work') ? await countTurningWaiting(tx, through('turning20.page')) : null,
    // Whoever cannot renew an agreement has nothing to do with its end.
    network: network === null || may('network.edit') ? network : { ...network, agreements: 0 },
    steering: may('steering.edit') ? await readSteeringWaiting(tx, today) : null,
  }
}

/** The September number of the day: a city's takes a moment, and is worked out once for each edition of the lists. */
async function readRadar(tx: Tx, { pool, scope, code, today }: TogetherReader): Promise<TogetherWaiting['radar']> {
  const seen = scopeThrough('radar.page', scope)
  const key = `radar ${today} ${JSON.stringify([seen.units, seen.mayReadProtected])}`
  return remembered(pool, await readEdition(tx), key, () => countRadarWaiting(tx, { scope: seen, code, today }))
}

/** Everything that waits. No person is shown. */
export async function readTogetherWaiting(tx: Tx, reader: TogetherReader): Promise<TogetherWaiting> {
  const { scope, code, today, may } = reader
  const through = (outlet: Parameters<typeof scopeThrough>[0]) => ({ scope: scopeThrough(outlet, scope), code, today })
  return {
    notices: may('notices.decide') ? await countWaiting(tx, through('notices.page').scope) : null,
    prevention: may('prevention.work') ? await countPreventionWaiting(tx, through('prevention.page')) : null,
    radar: may('radar.work') ? await readRadar(tx, reader) : null,
    ...(await readOthers(tx, reader)),
  }
}

/** The same for a page of its own. Counts only: no person is shown, so no read line is left. */
export const readTogether = (reader: TogetherReader): Promise<TogetherWaiting> =>
  inTransaction(reader.pool, (tx) => readTogetherWaiting(tx, reader))
