/** Those whose call is due, in the order they are called. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { CallDue } from './call-next.types.ts'
import { fits, isOn, type ListDay } from './conditions.store.ts'
import { ask, every, type Part } from './statement.store.ts'
import type { Conditions } from './worklist.types.ts'

/** A number that can be called that day, not dead and not resting: of the youth, or of a record that is the same human being. */
function canBeCalled({ today }: ListDay): Part {
  const isFree = sql`w.kind = 'phone' and w.ended_at is null and w.dead_on is null and (w.cooldown_until is null or w.cooldown_until <= ${today})`
  const merged = sql`register.merged_now m join outreach.way w on w.person_id = m.absorbed_id`
  return sql`(exists (select from outreach.way w where w.person_id = y.person_id and ${isFree})
    or exists (select from ${merged} where m.root_id = y.person_id and ${isFree}))`
}

/** To act on, fitting the conditions, with a call or an agreed call to make and a number to make it to; the most late first. */
export const callsDue = (tx: Tx, { units, mayReadProtected }: Scope, day: ListDay, conditions: Conditions): Promise<CallDue[]> =>
  ask<CallDue>(
    tx,
    sql`select y.subject_id as "subjectId", coalesce(s.detail -> 'avoidWeekdays', '[]') as "avoidWeekdays",
      coalesce(s.detail -> 'avoidParts', '[]') as "avoidParts"
    from worklist.seen(${units}::integer[], ${mayReadProtected}) y join outreach.standing s on s.person_id = y.person_id
    where ${every([isOn('toAct', day), fits(conditions, day)])} and s.step_from <= ${day.today}
      and (s.step = 'call' or (s.step = 'keepAgreement' and s.detail ->> 'agreed' = 'call')) and ${canBeCalled(day)}
    order by s.step_due, y.from_on, y.person_id`,
  )
