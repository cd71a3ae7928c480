/** The yearly report: the plan in force at the year's end, what was decided, what is open, and published figures. */
import { inTransaction, type Pool } from '../../platform/db/tx.ts'
import { dateOf, dayOf, plusDays, type PlainDate } from '../../platform/plain-date.ts'
import { listReports, readPublication, type Publication, type PublicationHead } from '../reports/index.ts'
import { asOf, decidedIn, isClosed, stateOf, type Decided } from './item.rules.ts'
import { listItems } from './item.store.ts'
import { inForceOn } from './plan.rules.ts'
import { findVersion, listVersions } from './plan.store.ts'
import type { Item, Plan } from './steering.types.ts'
import { daysOfYear, figuresFor } from './yearly.rules.ts'

export type Yearly = {
  readonly year: number
  /** Whether the year has ended. */
  readonly isOver: boolean
  /** The day that it is told of: the year's last, or today. */
  readonly on: PlainDate
  /** The plan in force on that day; null: none was. */
  readonly plan: Plan | null
  readonly decided: readonly Decided[]
  /** Items that were open on that day, as they stood then. */
  readonly open: readonly Item[]
  /** The published report whose figures it takes; null: none is published. */
  readonly figures: PublicationHead | null
}

/** What the yearly report is made of. It holds nothing of anybody. */
export const readYearly = (pool: Pool, year: number, today: PlainDate): Promise<Yearly> =>
  inTransaction(pool, async (tx) => {
    const { fromOn, untilOn } = daysOfYear(year)
    const last = dateOf(plusDays(dayOf(untilOn), -1))
    const on = last < today ? last : today
    const inForce = inForceOn(await listVersions(tx), on)
    const items = await listItems(tx)
    return {
      year,
      isOver: last < today,
      on,
      plan: inForce === null ? null : await findVersion(tx, inForce.version),
      decided: decidedIn(items, fromOn, untilOn),
      open: asOf(items, untilOn).filter((item) => !isClosed(stateOf(item))),
      figures: figuresFor(year, await listReports(tx)),
    }
  })

/** The figures as they were published; null: none are. */
export const readFigures = (pool: Pool, staffId: string, { figures }: Yearly): Promise<Publication | null> =>
  figures === null ? Promise.resolve(null) : readPublication(pool, staffId, figures.id)
