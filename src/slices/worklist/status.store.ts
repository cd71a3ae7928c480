/**
 * The statuses of the covered as parts of statements over `worklist.seen(...) y`: the twin of `status.rules`. Each set of persons is worked out
 * once a statement and looked up in, never asked row by row.
 */
import { sql } from 'kysely'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Part } from './statement.store.ts'
import type { CoveredTab } from './status.types.ts'

/** With a measure that counts and stands (`measures.span`), written on the youth's own record or on one that was merged with it. */
const hasMeasure = (when: Part): Part => sql`y.person_id in (select coalesce(g.root_id, m.person_id) from measures.span m
  left join register.merged_now g on g.absorbed_id = m.person_id where m.counts and ${when})`

const isOngoing = (today: PlainDate): Part => hasMeasure(sql`m.from_on <= ${today} and (m.until_on is null or m.until_on > ${today})`)
const isPlanned = (today: PlainDate): Part => hasMeasure(sql`m.from_on > ${today}`)
const isInOtherForm = (today: PlainDate): Part => sql`y.other_form @> ${today}::date`

/** Which status of the covered somebody covered has. */
export const coveredStatus = (today: PlainDate): Part => sql`case when ${isOngoing(today)} then 'measureOngoing'
  when ${isInOtherForm(today)} then 'otherSchoolForm' when ${isPlanned(today)} then 'measurePlanned' else 'toAct' end`

/** Whether somebody covered has the status. */
export function hasStatus(tab: CoveredTab, today: PlainDate): Part {
  switch (tab) {
    case 'measureOngoing':
      return isOngoing(today)
    case 'otherSchoolForm':
      return sql`${isInOtherForm(today)} and not ${isOngoing(today)}`
    case 'measurePlanned':
      return sql`${isPlanned(today)} and not ${isOngoing(today)} and not ${isInOtherForm(today)}`
    case 'toAct':
      return sql`not ${isOngoing(today)} and not ${isPlanned(today)} and not ${isInOtherForm(today)}`
  }
}

/** The measure that a row of the measures' tabs says, as `x`: of those that are not over, the one that began, or will begin, first. */
export const firstMeasure = (today: PlainDate): Part => sql`left join (
    select distinct on (coalesce(g.root_id, m.person_id)) coalesce(g.root_id, m.person_id) as person_id, m.from_on, o.planned_until_on,
      v.name_sv, v.name_en, count(*) over (partition by coalesce(g.root_id, m.person_id), m.from_on <= ${today}) - 1 as others
    from measures.span m join measures.measure o on o.measure_id = m.measure_id
    join measures.item_version v on v.item_key = m.item_key and v.known_until = 'infinity'
    left join register.merged_now g on g.absorbed_id = m.person_id where m.counts and (m.until_on is null or m.until_on > ${today})
    order by coalesce(g.root_id, m.person_id), m.from_on, v.name_sv) x on x.person_id = y.person_id`

/** That measure as a value; null where there is none. */
export const firstMeasureColumn: Part = sql`case when x.person_id is not null then json_build_object('name', json_build_object('sv', x.name_sv, 'en', x.name_en),
  'fromOn', x.from_on, 'plannedUntilOn', x.planned_until_on, 'others', x.others) end as measure`
