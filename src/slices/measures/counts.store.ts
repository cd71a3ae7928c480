/** Measures counted for the figures: by item and department, the covered by themselves, and support outside the target group by itself. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { MeasureCount } from './measures.types.ts'

const rootOf = (row: string): string =>
  `coalesce((select r.root_id from register.merged_now r where r.absorbed_id = ${row}.person_id), ${row}.person_id)`
/** Whether the youth of `w` was covered on the day, as last computed: a later period makes nobody covered then. */
const isCovered = (on: string): string =>
  `exists (select from register.period p where p.person_id = w.root and p.from_on <= ${on} and (p.until_on is null or p.until_on > ${on}))`
/** Whose: protected youths only for those with the right, and a reader bound to units counts what was done in them, wherever the youth is now. */
const isSeen = (row: string): string => `($1::int[] is null or coalesce(${row}.unit_id = any ($1), false))
  and ($2::boolean or w.root not in (select h.person_id from register.protected_now h))`

/** Of measures `m`: said to have never begun, or ended before it was to begin. `neverBegan` in measure.rules says the same. */
export const calledOff = `coalesce(m.ended_on = m.from_on and (m.end_reason = 'neverBegan' or m.end_said_on < m.from_on), false)`

/** Of measures `m`: it stands, and was or may still be. One that was over in a day began and ended; one that was called off did neither. */
export const countsAtAll = `m.struck_at is null and m.placement in ('none', 'approved') and not ${calledOff}`

const countQuery = `
  with told as (
    select m.item_key, m.department, not ${isCovered('m.from_on')} as outside,
      m.from_on >= $3 and m.from_on < $4 as begun, m.ended_on >= $3 and m.ended_on < $4 as ended,
      m.from_on < $4 and (m.ended_on is null or m.ended_on >= $4) as ongoing, m.from_on >= $4 as planned, false as declined
    from measures.measure m cross join lateral (select ${rootOf('m')} as root) w
    where ${countsAtAll} and ${isSeen('m')} and (m.ended_on is null or m.ended_on >= $3)
    union all
    select d.item_key, null, not ${isCovered('d.offered_on')}, false, false, false, false, true
    from measures.declined_offer d cross join lateral (select ${rootOf('d')} as root) w
    where d.struck_at is null and ${isSeen('d')} and d.offered_on >= $3 and d.offered_on < $4
  )
  select t.item_key as "itemKey", json_build_object('sv', v.name_sv, 'en', v.name_en) as name, v.counts, t.department, t.outside as "isOutside",
    count(*) filter (where t.begun)::int as begun, count(*) filter (where t.ended)::int as ended, count(*) filter (where t.ongoing)::int as ongoing,
    count(*) filter (where t.planned)::int as planned, count(*) filter (where t.declined)::int as declined
  from told t join measures.item_version v on v.item_key = t.item_key and v.known_until = 'infinity'
  group by t.item_key, v.name_sv, v.name_en, v.counts, t.department, t.outside order by t.outside, v.name_sv, t.department nulls last`

/** Counts within the scope, from the day and before `until`. A measure that ended on its last day is ended, not ongoing. */
export const countMeasures = (tx: Tx, { units, mayReadProtected }: Scope, from: PlainDate, until: PlainDate): Promise<MeasureCount[]> =>
  tx.query<MeasureCount>(countQuery, [units, mayReadProtected, from, until])
