/**
 * What was done in the demo on days that have passed. The product writes now and never on another day, so the times are set back here, as the owner
 * of the tables; the log of who did what keeps the moment it was really done.
 */
import { inTransaction, type Pool } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'

/** When something is shown to have been written, and nothing else. */
const stamps = [
  ['plans.version', 'saved_at'],
  ['plans.acknowledgement', 'at'],
  ['measures.measure_past', 'until_at'],
  ['measures.decision', 'decided_at'],
  ['coding.coded', 'coded_at'],
] as const

/** A day and a time of it. */
export type Moment = { readonly on: PlainDate; readonly time: string }

/** A moment as PostgreSQL reads it. */
export const instantAt = ({ on, time }: Moment): string => `${on} ${time} Europe/Stockholm`

/** Does something as if it was done then. */
export async function asOf<T>(pool: Pool, moment: Moment, act: () => Promise<T>): Promise<T> {
  const [before] = await inTransaction(pool, (tx) => tx.query<{ at: string }>('select clock_timestamp()::text as at'))
  const result = await act()
  await inTransaction(
    pool,
    async (tx) => {
      for (const [table, column] of stamps)
        await tx.query(`update ${table} set ${column} = $1 where ${column} >= $2`, [instantAt(moment), before?.at])
    },
    null,
  )
  return result
}

/** Rows that only change by the rules of their tables: those are put aside while the day on which they were written is set to the day they tell of. */
const settling = `
  update outreach.contact set logged_at = happened_at + interval '4 minutes' where happened_at < current_date and struck_at is null;
  alter table measures.measure disable trigger user;
  update measures.measure set recorded_at = recorded_on + time '10:20' where recorded_on < current_date;
  alter table measures.measure enable trigger user;
  alter table measures.item_version disable trigger user;
  update measures.item_version set known_from = current_date - interval '2 years' where version = 1;
  alter table measures.item_version enable trigger user;
  alter table worklist.watch disable trigger user;
  update worklist.watch set known_from = from_on + time '11:05' where from_on < current_date;
  alter table worklist.watch enable trigger user;
  alter table worklist.assignment disable trigger user;
  update worklist.assignment a set known_from = least(current_date - 1, y.from_on + 4 * n.nth) + make_interval(hours => 8 + n.nth)
    from (select id, row_number() over (partition by person_id order by id)::int - 1 as nth from worklist.assignment) n, worklist.youth y
    where n.id = a.id and y.person_id = a.person_id and y.from_on < current_date - 7;
  update worklist.assignment a set known_until = n.at
    from (select id, lead(known_from) over (partition by person_id order by id) as at from worklist.assignment) n
    where n.id = a.id and a.known_until <> 'infinity' and n.at is not null;
  alter table worklist.assignment enable trigger user;
  alter table outreach.occupation disable trigger user;
  update outreach.occupation o set known_from = o.stated_on + time '16:30' where o.stated_on < current_date;
  update outreach.occupation o set known_until = n.at
    from (select id, lead(known_from) over (partition by person_id order by stated_on, id) as at from outreach.occupation) n
    where n.id = o.id and o.known_until <> 'infinity' and n.at is not null;
  alter table outreach.occupation enable trigger user`

/** What contacts, measures, watches, assignments and statements of occupation say of a day was written that day: then the demo's past days show them. */
export const settlePast = (pool: Pool): Promise<void> => inTransaction(pool, (tx) => tx.script(settling), null)
