/** Searches for numbers: added, and struck when somebody pressed wrong. Who is without a live number. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { NumberlessYouth, SearchView } from './search.types.ts'

export type NewSearch = {
  readonly personId: number
  readonly step: string
  readonly on: PlainDate
  /** What was found; null: nothing. */
  readonly wayId: number | null
  readonly staffId: string
}

/** Adds a search, with the unit and district that the youth has now. The same step searched in vain twice in a day is one search. */
export const insertSearch = (tx: Tx, { personId, step, on, wayId, staffId }: NewSearch): Promise<unknown> =>
  tx.query(
    `insert into outreach.search (person_id, step, searched_on, result, way_id, staff_id, unit_id, district_id)
     select $1, $2, $3, case when $4::bigint is null then 'nothing' else 'found' end, $4, $5, y.unit_id, y.district_id
     from (select) one left join worklist.youth y on y.person_id = $1 on conflict do nothing`,
    [personId, step, on, wayId, staffId],
  )

/** Strikes somebody's own search of the day that gave nothing. Whether there was one. */
export const strikeSearch = async (
  tx: Tx,
  {
    personIds,
    searchId,
    staffId,
    on,
  }: { readonly personIds: readonly number[]; readonly searchId: string; readonly staffId: string; readonly on: PlainDate },
): Promise<boolean> =>
  (
    await tx.query(
      `update outreach.search set struck_at = clock_timestamp() where search_id = $1 and person_id = any ($2) and staff_id = $3
         and searched_on = $4 and result = 'nothing' and struck_at is null returning id`,
      [searchId, personIds, staffId, on],
    )
  ).length > 0

/** Whom the list is of, on a day, and the steps that are allowed. */
export type NumberlessQuestion = { readonly today: PlainDate; readonly steps: readonly string[] }

/** Searches of one youth, merged records too, since the present period began. */
const since = `from outreach.search s where s.struck_at is null and s.searched_on >= y.from_on
  and (s.person_id = y.person_id or s.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = y.person_id))`

const left = `(cardinality($4::text[]) > (select count(distinct s.step) ${since} and s.step = any ($4)))`

const numberless = `
  from worklist.seen($1, $2) y left join outreach.standing t on t.person_id = y.person_id
  where y.from_on <= $3 and (y.until_on is null or y.until_on > $3) and coalesce(t.live_phones, 0) = 0`

/** How many are without a live number, and how many of them have steps left. */
export async function countNumberless(
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { today, steps }: NumberlessQuestion,
): Promise<Readonly<Record<SearchView, number>>> {
  const [row] = await tx.prepared<{ all: number; left: number; dead: number }>(
    `select count(*)::int as "all", count(*) filter (where ${left})::int as left, count(*) filter (where t.dead_phones > 0)::int as dead ${numberless}`,
    [units, mayReadProtected, today, steps],
  )
  const { all = 0, left: withSteps = 0, dead = 0 } = row ?? {}
  return { all, left: withSteps, done: all - withSteps, dead }
}

const doneColumn = `(select coalesce(json_agg(json_build_object('searchId', s.search_id, 'step', s.step, 'result', s.result, 'on', s.searched_on,
    'by', f.name, 'staffId', s.staff_id) order by s.searched_on, s.id), '[]')
  from (select distinct on (s.step) s.* ${since} order by s.step, s.searched_on desc, s.id desc) s join access.staff f on f.id = s.staff_id)`

type Shown = { readonly view: SearchView; readonly limit: number; readonly offset: number }

/** A page of those without a live number, by name, so that nobody moves while they are worked with. A protected one has no place. */
export const listNumberless = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { today, steps }: NumberlessQuestion,
  { view, limit, offset }: Shown,
): Promise<NumberlessYouth[]> =>
  tx.prepared<NumberlessYouth>(
    `select y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", y.born_on as "bornOn", y.from_on as "fromOn",
       case when not h.is_protected then d.name end as district, case when not h.is_protected then u.name end as unit, y."deadPhones",
       h.is_protected as "isProtected", ${doneColumn} as done
     from (select y.*, coalesce(t.dead_phones, 0) as "deadPhones" ${numberless} and case $5 when 'all' then true when 'dead' then t.dead_phones > 0 else ${left} = ($5 = 'left') end
       order by y.family_name, y.given_name, y.person_id limit $6 offset $7) y
     cross join lateral (select y.person_id in (select p.person_id from register.protected_now p) as is_protected) h
     left join organisation.district d on d.id = y.district_id left join organisation.unit u on u.id = y.unit_id
     order by y.family_name, y.given_name, y.person_id`,
    [units, mayReadProtected, today, steps, view, limit, offset],
  )
