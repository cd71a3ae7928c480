/** How much each colleague has, in one pass over those the scope holds. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { acting, fits, listed, type ListDay } from './conditions.store.ts'
import { ask, every, type Part } from './statement.store.ts'
import type { Conditions } from './worklist.types.ts'

/** `staffId` null: the youths that nobody has. */
export type StaffLoad = {
  readonly staffId: string | null
  /** Covered, whatever is done with them. */
  readonly youths: number
  readonly toAct: number
  readonly overdue: number
  readonly dueThisWeek: number
  readonly notReached: number
  /** Outside the target group, and in none of the other numbers. */
  readonly watching: number
}

const n = (part: Part): Part => sql`count(*) filter (where ${part})::int`

/** The conditions are the lists' own, so that a number is as many as its list shows. */
export function countLoads(
  tx: Tx,
  scope: Scope,
  day: ListDay,
  asked: Readonly<Record<'overdue' | 'dueThisWeek' | 'notReached', Conditions>>,
): Promise<StaffLoad[]> {
  const toAct = sql`y.tab = 'toAct'`
  const watching = sql`y.tab = 'watching'`
  const ofThose = (conditions: Conditions): Part => n(every([toAct, fits(conditions, day, acting)]))
  return ask<StaffLoad>(
    tx,
    sql`select y.staff_id as "staffId", ${n(acting)} as youths, ${n(toAct)} as "toAct", ${ofThose(asked.overdue)} as overdue,
      ${ofThose(asked.dueThisWeek)} as "dueThisWeek", ${ofThose(asked.notReached)} as "notReached", ${n(watching)} as watching
    from ${listed(scope, day)} left join outreach.standing s on s.person_id = y.person_id where (${acting} or ${watching}) group by y.staff_id`,
  )
}
