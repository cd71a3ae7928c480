/** The yearly report: the plan in force at the year's end, what was decided, what is open, and published figures. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays } from '../../platform/plain-date.ts'
import { listReports, readPublication, type Publication, type PublicationHead } from '../reports/index.ts'
import { asOf, decidedIn, isClosed, stateOf, type Decided } from './item.rules.ts'
import { listItems } from './item.store.ts'
import { inForceOn } from './plan.rules.ts'
import { findVersion, listVersions } from './plan.store.ts'
import type { Item, Plan } from './steering.types.ts'
import { daysOfYear, figuresFor } from './yearly.rules.ts'

export type Yearly = {
  readonly year: number
  /** The plan in force on the last day of the year; null: none was. */
  readonly plan: Plan | null
  readonly decided: readonly Decided[]
  /** Items that were open when the year ended, as they stood then. */
  readonly open: readonly Item[]
  /** The published report whose figures it takes; null: none is published. */
  readonly figures: PublicationHead | null
}

/** What the yearly report is made of. It holds nothing of anybody. */
export const readYearly = (pool: Pool, year: number): Promise<Yearly> =>
  inTransaction(pool, async (tx) => {
    const { fromOn, untilOn } = daysOfYear(year)
    const inForce = inForceOn(await listVersions(tx), dateOf(plusDays(dayOf(untilOn), -1)))
    const items = await listItems(tx)
    return {
      year,
      plan: inForce === null ? null : await findVersion(tx, inForce.version),
      decided: decidedIn(items, fromOn, untilOn),
      open: asOf(items, untilOn).filter((item) => !isClosed(stateOf(item))),
      figures: figuresFor(year, await listReports(tx)),
    }
  })

/** The figures as they were published; null: none are. */
export const readFigures = (pool: Pool, staffId: string, { figures }: Yearly): Promise<Publication | null> =>
  figures === null ? Promise.resolve(null) : readPublication(pool, staffId, figures.id)
