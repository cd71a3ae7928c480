/** Reading the figures of referrals: counts, so no line for any youth. */
import { readAs } from '../audit/index.ts'
import { figuresSettings, type HalfYear } from '../figures/index.ts'
import { listSettings } from '../settings/index.ts'
import { referralFigures, type ReferralFigures } from './figures-table.ts'
import type { Referrer } from './referrals.actions.ts'
import { listSentIn } from './referrals.store.ts'

export type ReadFigures = ReferralFigures & { readonly smallBelow: number }

/** What came of the referrals that were sent in the half-year, within the reader's scope. */
export const readFigures = ({ pool, scope, staffId, today }: Referrer, { fromOn, untilOn }: HalfYear): Promise<ReadFigures> =>
  readAs(
    pool,
    ({ receivers }) => ({ actor: staffId, action: 'referrals.figures', detail: { receivers: receivers.length } }),
    async (tx) => {
      const { smallBelow } = figuresSettings.from(await listSettings(tx, 'infinity'))
      return { ...referralFigures(await listSentIn(tx, scope, fromOn, untilOn), today, smallBelow), smallBelow }
    },
  )
