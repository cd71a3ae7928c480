/** What happened with somebody's youths between two days, always through `worklist.seen`. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Span } from './cover.types.ts'
import type { Told } from './summary.types.ts'

const instant = (day: string): string => `(${day}::date::timestamp at time zone 'Europe/Stockholm')`
const dayOf = (at: string): string => `(${at} at time zone 'Europe/Stockholm')::date`
const within = (at: string): string => `${at} >= ${instant('$4')} and ${at} < ${instant('$5')}`

/** Whose the youths were at some time meanwhile, with the records that became theirs. */
const mine = `
  mine as (select y.person_id, y.subject_id, y.given_name, y.family_name, y.staff_id, y.from_on, y.until_on from worklist.seen($1, $2) y
    where exists (select from worklist.assignment t where t.person_id = y.person_id and t.staff_id = $3
      and t.known_from < ${instant('$5')} and t.known_until > ${instant('$4')})),
  record (root, id) as (select person_id, person_id from mine
    union all select m.root_id, m.absorbed_id from register.merged_now m join mine i on i.person_id = m.root_id)`

/** An assignment that was only moved to another unit begins and ends nothing. */
const isAnother = (at: string, other: string): string => `not exists (select from worklist.assignment n where n.person_id = t.person_id
  and n.staff_id = t.staff_id and n.id <> t.id and n.${other} between t.${at} - interval '1 second' and t.${at} + interval '1 second')`

const happenings = `
  select r.root, c.happened_at as at, jsonb_build_object('kind', case when c.reached then 'reached' else 'attempt' end, 'channel', c.channel,
      'outcome', c.outcome, 'occupation', c.occupation, 'by', c.by_name, 'on', ${dayOf('c.happened_at')}) as told
    from outreach.contact c join record r on r.id = c.person_id where c.struck_at is null and ${within('c.happened_at')}
  union all
  select r.root, a.answered_at, jsonb_build_object('kind', 'reply', 'isOpen', a.state = 'open', 'on', ${dayOf('a.answered_at')})
    from replies.answer a join record r on r.id = a.person_id where a.state <> 'replaced' and ${within('a.answered_at')}
  union all
  select t.person_id, t.known_from, jsonb_build_object('kind', 'given', 'on', ${dayOf('t.known_from')})
    from worklist.assignment t join mine i on i.person_id = t.person_id
    where t.staff_id = $3 and ${within('t.known_from')} and ${isAnother('known_from', 'known_until')}
  union all
  select t.person_id, t.known_until, jsonb_build_object('kind', 'taken', 'on', ${dayOf('t.known_until')})
    from worklist.assignment t join mine i on i.person_id = t.person_id
    where t.staff_id = $3 and ${within('t.known_until')} and ${isAnother('known_until', 'known_from')}
  union all
  select c.person_id, n.on_day::timestamp at time zone 'Europe/Stockholm', jsonb_build_object('kind', c.direction, 'reason', c.reason, 'on', n.on_day)
    from matching.run_change c join matching.run n on n.id = c.run_id join mine i on i.person_id = c.person_id
    where n.on_day >= $4 and n.on_day < $5`

const query = `
  with ${mine}
  select i.subject_id as "subjectId", i.given_name as "givenName", i.family_name as "familyName", t.name as staff,
    i.person_id in (select p.person_id from register.protected_now p) as "isProtected", h.told as happening,
    coalesce(i.from_on <= (h.told ->> 'on')::date and (i.until_on is null or i.until_on > (h.told ->> 'on')::date), false) as "isCovered"
  from (${happenings}) h join mine i on i.person_id = h.root left join access.staff t on t.id = i.staff_id
  order by h.at, i.person_id limit $6`

/** Everything that happened with the colleague's youths within the span, in order, as far as the scope holds them. */
export const listHappenings = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  staffId: string,
  { fromOn, untilOn }: Span,
  limit: number,
): Promise<Told[]> => tx.query<Told>(query, [units, mayReadProtected, staffId, fromOn, untilOn, limit])
