/** What routing means for the youths, in counts. Read through `worklist.seen`, so that nobody is counted who may not be seen. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** A postal code that no district has ('' for youths without one), with how many there are covered. */
export type PlacelessCode = { readonly code: string; readonly covered: number }

/** Postal codes in the register without a district, the most covered youths first; at most 200. */
export const uncoveredCodes = (tx: Tx, { units, mayReadProtected }: Scope, on: PlainDate): Promise<PlacelessCode[]> =>
  tx.prepared<PlacelessCode>(
    `select y.postal_code as code, count(*) filter (where y.from_on <= $3 and (y.until_on is null or y.until_on > $3))::int as covered
     from worklist.seen($1, $2) y where y.district_id is null group by y.postal_code order by covered desc, code limit 200`,
    [units, mayReadProtected, on],
  )

/** So many covered youths go from one unit (null: none) to another. Equal: they stay. */
export type MovedYouths = { readonly from: string | null; readonly to: string | null; readonly youths: number }

/** A district as somebody wants it; `id` null: a new one. */
export type DraftDistrict = {
  readonly id: number | null
  readonly unitId: number | null
  readonly codes: readonly { readonly first: number; readonly last: number }[]
}

/**
 * How many covered youths would get which unit with the draft in place of what is. Those whom somebody has already been given keep their unit.
 * Only youths whom the draft concerns: in one of its codes, or in the district today.
 */
export const previewRoutes = (tx: Tx, scope: Scope, on: PlainDate, { id, unitId, codes }: DraftDistrict): Promise<MovedYouths[]> =>
  tx.query<MovedYouths>(
    `with draft as (select * from unnest($5::int[], $6::int[]) as r (first_code, last_code)),
     concerned as (
       select y.unit_id as old_unit, case when s.id is not null then y.unit_id when d.first_code is not null then $7::int end as new_unit
       from worklist.seen($1, $2) y
       left join draft d on y.postal_code ~ '^[1-9]\\d{4}$' and y.postal_code::int between d.first_code and d.last_code
       left join worklist.assignment s on s.person_id = y.person_id and s.known_until = 'infinity' and s.unit_id is not null
       where y.from_on <= $3 and (y.until_on is null or y.until_on > $3) and (d.first_code is not null or y.district_id = $4))
     select f.name as from, t.name as to, count(*)::int as youths from concerned c
     left join organisation.unit f on f.id = c.old_unit left join organisation.unit t on t.id = c.new_unit
     group by f.name, t.name order by youths desc, f.name, t.name`,
    [scope.units, scope.mayReadProtected, on, id, codes.map(({ first }) => first), codes.map(({ last }) => last), unitId],
  )

/** Whether any covered youth belongs to the unit: asked before it is retired, and answered with yes or no only. */
export const hasYouths = async (tx: Tx, unitId: number, on: PlainDate): Promise<boolean> =>
  (
    await tx.query(
      `select from worklist.seen(array[$1::int], true) y where y.from_on is not null and (y.until_on is null or y.until_on > $2) limit 1`,
      [unitId, on],
    )
  ).length > 0
