/** What waits in the plans of the youths that the reader may see, by whichever of their records it was written on. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { HubCounts, HubGroup, HubRow } from './hub.types.ts'

/** `mineOf`: whose youths; null: everybody's. `restrictedIn`: the municipality, for those with the right to its restricted list, which is left out. */
export type HubQuestion = {
  readonly scope: Scope
  readonly today: PlainDate
  /** The last day that comes soon. */
  readonly until: PlainDate
  readonly mineOf: string | null
  readonly restrictedIn: string | null
}

/** Everything that waits: the kind, whose, and the day. `columns`: what is asked of it (`i`) and of the youth (`y`). */
const waiting = (columns: string): string => `
  with running as (
    select p.id, coalesce(g.root_id, p.person_id) as person_id from plans.plan p left join register.merged_now g on g.absorbed_id = p.person_id
    where p.ended_on is null
  ), follow_up as (
    select r.person_id, f.on_day, b.on_day as moved_from, b.reason from plans.follow_up f join running r on r.id = f.plan_id
    left join plans.follow_up b on b.id = f.after_id where f.state = 'planned'
  ), item (kind, person_id, on_day, moved_from, reason) as (
    select 'overdue', person_id, on_day, moved_from, reason from follow_up where on_day < $3
    union all select 'due', person_id, on_day, moved_from, reason from follow_up where on_day = $3
    union all select 'soon', person_id, on_day, moved_from, reason from follow_up where on_day > $3 and on_day <= $4
    union all select 'postponed', person_id, on_day, moved_from, reason from follow_up where moved_from is not null
    union all select 'unacknowledged', r.person_id, (w.saved_at at time zone 'Europe/Stockholm')::date, null, null
      from running r
      join lateral (select v.status from plans.version v where v.plan_id = r.id order by v.number desc limit 1) now on now.status = 'agreed'
      join lateral (select v.number, v.saved_at from plans.version v where v.plan_id = r.id and v.change in ('opened', 'revised', 'agreed')
        order by v.number desc limit 1) w on true
      where w.number > coalesce((select max(x.number) from plans.acknowledgement a join plans.version x on x.id = a.version_id where x.plan_id = r.id), 0)
    union all select 'planless', s.person_id, min(s.from_on), null, null
      from (select coalesce(g.root_id, m.person_id) as person_id, m.from_on from measures.span m
        left join register.merged_now g on g.absorbed_id = m.person_id where m.from_on <= $3 and (m.until_on is null or m.until_on > $3)) s
      where not exists (select from running r where r.person_id = s.person_id) group by s.person_id
  )
  select ${columns} from item i join worklist.seen($1, $2) y on y.person_id = i.person_id
  where ($5::uuid is null or y.staff_id = any (array(select cover.stands_in_for($5::uuid, $3::date))))
    and ($6::text is null or y.person_id <> all (array(select worklist.unconfirmed_stay($6, $3::date))))`

const values = ({ scope: { units, mayReadProtected }, today, until, mineOf, restrictedIn }: HubQuestion): unknown[] => [
  units,
  mayReadProtected,
  today,
  until,
  mineOf,
  restrictedIn,
]

const nothing: HubCounts = { overdue: 0, due: 0, soon: 0, postponed: 0, unacknowledged: 0, planless: 0 }

/** How many wait in each group. */
export async function countHub(tx: Tx, question: HubQuestion): Promise<HubCounts> {
  const rows = await tx.prepared<{ kind: HubGroup; n: number }>(
    `${waiting('i.kind, count(*)::int as n')} group by i.kind`,
    values(question),
  )
  return { ...nothing, ...Object.fromEntries(rows.map(({ kind, n }) => [kind, n])) }
}

const rowColumns = `y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name, register.is_protected(y.person_id) as "isProtected",
  (select t.name from access.staff t where t.id = y.staff_id) as staff, i.on_day as on, i.moved_from as "movedFrom", i.reason`

type Shown = { readonly group: HubGroup; readonly limit: number; readonly offset: number }

/** A page of a group, the earliest day first. */
export const listHub = (tx: Tx, question: HubQuestion, { group, limit, offset }: Shown): Promise<HubRow[]> =>
  tx.prepared<HubRow>(
    `${waiting(rowColumns)} and i.kind = $7 order by i.on_day, y.family_name collate "sv-x-icu", y.subject_id limit $8 offset $9`,
    [...values(question), group, limit, offset],
  )
