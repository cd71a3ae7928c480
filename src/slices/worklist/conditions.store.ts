/** Filters and statuses as parts of statements over `worklist.seen(...) y`. */
import { sql } from 'kysely'
import type { PlainDate } from '../../platform/plain-date.ts'
import { every, type Part } from './statement.store.ts'
import type { Conditions, Tab } from './worklist.types.ts'

/** The day the list is of, the run that was last night's, and whether the reader may see the restricted list of the municipality. */
export type ListDay = {
  readonly today: PlainDate
  readonly runId: number
  /** The municipality's code for those with the right to protected identities; null for everybody else. */
  readonly restrictedIn: string | null
}

export const isCovered = (today: PlainDate): Part => sql`(y.from_on <= ${today} and (y.until_on is null or y.until_on > ${today}))`

const isWatched = sql`y.person_id in (select w.person_id from worklist.watch w where w.known_until = 'infinity')`

/** The restricted list: those under 20 whose stay nobody has confirmed. On no other list (DOMAIN.md 3.3). */
const isUnconfirmed = (today: PlainDate, municipality: string): Part =>
  sql`y.person_id in (select s from worklist.unconfirmed_stay(${municipality}, ${today}) s)`
const isUnder20 = (today: PlainDate): Part => sql`(y.born_on is null or y.born_on > (${today}::date - interval '20 years')::date)`

/** Came in, or left, in the last nightly run. */
export const isOfLastNight = ({ today, runId }: ListDay): Part =>
  sql`exists (select from matching.run_change c where c.run_id = ${runId} and c.person_id = y.person_id
    and c.direction = case when ${isCovered(today)} then 'entered' else 'left' end)`

const givenConditions = (c: Conditions): readonly (Part | null)[] => [
  c.bornOnOrBefore === null ? null : sql`y.born_on <= ${c.bornOnOrBefore}`,
  c.bornAfter === null ? null : sql`y.born_on > ${c.bornAfter}`,
  c.unit === null ? null : sql`y.unit_id = ${c.unit}`,
  c.district === null ? null : sql`y.district_id = ${c.district}`,
  c.reason === null ? null : sql`y.entry_reason = ${c.reason}`,
  c.fromOnOrBefore === null ? null : sql`y.from_on <= ${c.fromOnOrBefore}`,
  c.fromOnOrAfter === null ? null : sql`y.from_on >= ${c.fromOnOrAfter}`,
  c.staff === null ? null : c.staff === 'nobody' ? sql`y.staff_id is null` : sql`y.staff_id = ${c.staff}::uuid`,
  c.twenty === null ? null : sql`y.born_on > ${c.twenty.bornAfter} and y.born_on <= ${c.twenty.bornOnOrBefore}`,
]

/** What a filter demands. `coalesce`: what is not known does not fit. */
export function fits(c: Conditions, day: ListDay): Part {
  const parts = givenConditions(c).filter((part) => part !== null)
  if (c.unknownOccupation) parts.push(sql`not (${isCovered(day.today)} and y.other_form @> ${day.today}::date)`)
  if (c.lastNight) parts.push(isOfLastNight(day))
  return every(parts)
}

/** Who can be on a tab at all: an index finds them among everybody in the register. */
export const mayBeListed = ({ today }: ListDay): Part =>
  sql`(y.from_on <= ${today} or y.person_id = any (array(select w.person_id from worklist.watch w where w.known_until = 'infinity')))`

function standsOn(tab: Tab, today: PlainDate): Part {
  switch (tab) {
    case 'toAct':
      return sql`${isCovered(today)} and not y.other_form @> ${today}::date`
    case 'otherSchoolForm':
      return sql`${isCovered(today)} and y.other_form @> ${today}::date`
    // Measures come with the plans.
    case 'measurePlanned':
    case 'measureOngoing':
      return sql`false`
    case 'watching':
      return sql`${isWatched} and ${isCovered(today)} is not true`
    case 'closed':
      return sql`y.from_on <= ${today} and y.until_on <= ${today} and not ${isWatched}`
    case 'unconfirmedStay':
      return sql`false`
  }
}

/** Whether the youth stands on the tab. */
export function isOn(tab: Tab, { today, restrictedIn }: ListDay): Part {
  if (tab === 'unconfirmedStay') return restrictedIn === null ? sql`false` : sql`(${isUnconfirmed(today, restrictedIn)} and ${isUnder20(today)})`
  const stands = standsOn(tab, today)
  return restrictedIn === null ? sql`(${stands})` : sql`(${stands} and not ${isUnconfirmed(today, restrictedIn)})`
}
