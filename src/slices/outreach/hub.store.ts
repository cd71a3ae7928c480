/** What waits in all parts of outreach, in one statement; and when those who came in were begun with. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { BeginRow, HubCounts } from './hub.types.ts'

/** Youths whom the reader may see, by whichever record something was written on. */
const seenBy = (table: string): string => `left join register.merged_now g on g.absorbed_id = ${table}.person_id
  join worklist.seen($1, $2) y on y.person_id = coalesce(g.root_id, ${table}.person_id)`

const countsQuery = `
  select (select count(*)::int from replies.answer a ${seenBy('a')} where a.state = 'open') as answers,
    (select count(*)::int from visits.alarm l join visits.stop s on s.id = l.stop_id ${seenBy('s')} where l.answered_at is null) as alarms,
    (select count(*)::int from visits.round r join visits.stop s on s.round_id = r.id ${seenBy('s')}
      where r.on_day = $3 and r.state in ('planned', 'underWay') and s.removed_at is null and s.result is null) as visits,
    (select count(*)::int from meetings.meeting m ${seenBy('m')}
      where m.state = 'booked' and (m.starts_at at time zone 'Europe/Stockholm')::date = $3) as meetings,
    (select count(*)::int from messaging.round r where r.state = 'prepared') as rounds,
    (select count(*)::int from messaging.message m ${seenBy('m')}
      where m.state = 'failed' and m.created_at > clock_timestamp() - interval '120 days') as failed,
    (select count(*)::int from messaging.message m ${seenBy('m')} where m.state = 'unsure') as unsure`

const nothing: HubCounts = { answers: 0, alarms: 0, visits: 0, meetings: 0, rounds: 0, failed: 0, unsure: 0 }

/** What waits for somebody who sees so much. */
export async function readHubCounts(tx: Tx, { units, mayReadProtected }: Scope, today: PlainDate): Promise<HubCounts> {
  const [row] = await tx.prepared<HubCounts>(countsQuery, [units, mayReadProtected, today])
  return row ?? nothing
}

/** How many came in on each day since, and when they were first tried or reached. */
export const listBegins = (tx: Tx, { units, mayReadProtected }: Scope, since: PlainDate): Promise<BeginRow[]> =>
  tx.prepared<BeginRow>(
    `select t.entered_on as "enteredOn", least(t.first_attempt_on, t.first_reached_on) as "begunOn", count(*)::int as youths
     from outreach.standing t join worklist.seen($1, $2) y on y.person_id = t.person_id where t.entered_on >= $3 group by 1, 2`,
    [units, mayReadProtected, since],
  )
