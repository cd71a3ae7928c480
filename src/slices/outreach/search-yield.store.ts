/** What searches gave: counted in youths that the reader may see, by step and by the district they lived in then. A protected youth has no district. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { Yield, YieldBy, YieldPeriod } from './search.types.ts'

/** The twin of `isValidFind`. */
const isValid = `(w.last_result in ('worked', 'delivered') or exists (select from outreach.contact c where c.way_id = w.id and c.struck_at is null and c.reached)
  or (w.dead_on is null and coalesce(w.last_result, '') not in ('dead', 'wrongPerson', 'returned')
    and (w.ended_at is null or not exists (select from outreach.way_act a where a.way_id = w.id and a.kind = 'removed'))))`

const yieldQuery = `
  with made as (
    select coalesce(m.root_id, s.person_id) as person_id, s.step, s.district_id, s.result = 'found' as is_found, w.id is not null and ${isValid} as is_valid
    from outreach.search s left join register.merged_now m on m.absorbed_id = s.person_id left join outreach.way w on w.id = s.way_id
    where s.struck_at is null and s.searched_on >= $3 and s.searched_on < $4)
  select grouping(made.step) = 0 as "byStep", grouping(d.id) = 0 as "byDistrict", made.step, d.name as district,
    count(distinct y.person_id)::int as searched, count(distinct y.person_id) filter (where made.is_found)::int as found,
    count(distinct y.person_id) filter (where made.is_valid)::int as valid
  from made join worklist.seen($1, $2) y on y.person_id = made.person_id left join organisation.district d
    on d.id = made.district_id and y.person_id not in (select p.person_id from register.protected_now p)
  group by grouping sets ((), (made.step), (d.id, d.name)) order by searched desc, made.step, d.name`

type Row = Yield & { readonly byStep: boolean; readonly byDistrict: boolean; readonly step: string; readonly district: string | null }

const countsOf = ({ searched, found, valid }: Yield): Yield => ({ searched, found, valid })

/** The yield of a period. */
export async function readYield(tx: Tx, { units, mayReadProtected }: Scope, { fromOn, untilOn }: YieldPeriod): Promise<YieldBy> {
  const rows = await tx.prepared<Row>(yieldQuery, [units, mayReadProtected, fromOn, untilOn])
  const total = rows.find(({ byStep, byDistrict }) => !byStep && !byDistrict)
  return {
    total: countsOf(total ?? { searched: 0, found: 0, valid: 0 }),
    steps: rows.filter(({ byStep }) => byStep).map((row) => ({ step: row.step, ...countsOf(row) })),
    districts: rows.filter(({ byDistrict }) => byDistrict).map((row) => ({ district: row.district, ...countsOf(row) })),
  }
}
