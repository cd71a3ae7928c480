/** Notices as the clocks read them. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { visibleNotices } from './desk.store.ts'
import type { Timed } from './notices.types.ts'

export type ClockSpan = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`

/**
 * What came on the days [fromOn, untilOn) and was not annulled, as far as the reader may see. Attempts before the notice had another reason; one by
 * any channel counts. A youth who reached us first, without an attempt, is not waited for.
 */
export const listTimed = (tx: Tx, { units, mayReadProtected }: Scope, { fromOn, untilOn }: ClockSpan): Promise<Timed[]> =>
  tx.query<Timed>(
    `with seen as (select n.id, n.authority_name, n.unit_code, n.unit_name, n.kind, n.event_on, n.received_at, n.first_told_at, d.outcome, y.person_id
       ${visibleNotices} and n.annulled_at is null and n.received_at >= $3::date::timestamp at time zone 'Europe/Stockholm'
         and n.received_at < $4::date::timestamp at time zone 'Europe/Stockholm')
     select s.authority_name as authority, coalesce(nullif(s.unit_name, ''), s.unit_code) as unit, s.kind, s.event_on as "eventOn",
       ${dayOf('coalesce(s.first_told_at, s.received_at)')} as "toldOn", ${dayOf('s.received_at')} as "receivedOn", c.attempt_on as "attemptOn",
       s.person_id is not null and s.kind <> 'start' and coalesce(s.outcome in ('accepted', 'agreed'), false)
         and not (c.attempt_on is null and c.is_reached) as "isToContact"
     from seen s left join lateral (
       select min(${dayOf('c.happened_at')}) filter (where c.attempted) as attempt_on, coalesce(bool_or(c.reached), false) as is_reached
       from outreach.contact c where c.struck_at is null and c.happened_at >= s.received_at
         and c.person_id in (select s.person_id union select m.absorbed_id from register.merged_now m where m.root_id = s.person_id)) c on true
     order by s.id`,
    [units, mayReadProtected, fromOn, untilOn],
  )
