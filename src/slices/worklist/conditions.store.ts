/** Filters and statuses as parts of statements over `worklist.seen(...) y`. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { every, type Part } from './statement.store.ts'
import { coveredStatus, hasStatus } from './status.store.ts'
import type { OccupationState, WaitsFor } from '../ladder/index.ts'
import type { Conditions, Tab } from './worklist.types.ts'

/** The day the list is of, the run that was last night's, and whether the reader may see the restricted list of the municipality. */
export type ListDay = {
  readonly today: PlainDate
  readonly runId: number
  /** The municipality's code for those with the right to protected identities; null for everybody else. */
  readonly restrictedIn: string | null
}

const isCovered = (today: PlainDate): Part => sql`(y.from_on <= ${today} and (y.until_on is null or y.until_on > ${today}))`

const isWatched = (today: PlainDate): Part =>
  sql`y.person_id in (select w.person_id from worklist.watch w where w.known_until = 'infinity' and w.from_on <= ${today})`

/** The restricted list: those under 20 whose stay nobody has confirmed. On no other list (DOMAIN.md 3.3). */
const isUnconfirmed = (today: PlainDate, municipality: string): Part =>
  sql`y.person_id in (select s from worklist.unconfirmed_stay(${municipality}, ${today}) s)`
const isUnder20 = (today: PlainDate): Part => sql`(y.born_on is null or y.born_on > (${today}::date - interval '20 years')::date)`

/** Came in, or left, in the last nightly run. */
export const isOfLastNight = ({ today, runId }: ListDay): Part =>
  sql`exists (select from matching.run_change c where c.run_id = ${runId} and c.person_id = y.person_id
    and c.direction = case when ${isCovered(today)} then 'entered' else 'left' end)`

/** Covered, and not on the restricted list: only then there is a next step. */
export const acts = (day: ListDay): Part =>
  day.restrictedIn === null ? isCovered(day.today) : sql`(${isCovered(day.today)} and not ${isRestricted(day)})`

/** Before the day has begun in Sweden, so that an instant can be compared with a day. */
const beginningOf = (day: PlainDate): Part => sql`(${day}::date::timestamp at time zone 'Europe/Stockholm')`
const orNever = (instant: Part, day: PlainDate): Part => sql`(${instant} is null or ${instant} < ${beginningOf(day)} + interval '1 day')`

/** Asked in vain is not known, however fresh it is. */
const isKnown = (today: PlainDate): Part => sql`outreach.occupation_is_known(s.occupation, s.occupation_review_on, ${today}::date)`

/** What is known of the occupation, as the filter's words have it. No line is never asked. */
const hasOccupation = (state: OccupationState, today: PlainDate): Part =>
  sql`outreach.occupation_state(s.occupation, s.occupation_review_on, ${today}::date) = ${state}`

/** Whom we wait for on the day: from the step's first day on it is for us (the ladder's `waitsForOn`). */
const waitsFor = (whom: WaitsFor, today: PlainDate): Part =>
  sql`(s.person_id is not null and case when s.step_from > ${today} then s.waits_for else 'us' end = ${whom})`

/** What is asked of `outreach.standing s`. Days are compared now; nobody who is not covered, or whose stay is unconfirmed, has a step. */
const standingConditions = (c: Conditions, { today }: ListDay, acting: Part): readonly (Part | null)[] => [
  c.reachedOnOrBefore === null ? null : orNever(sql`s.last_reached_at`, c.reachedOnOrBefore),
  c.triedOnOrBefore === null ? null : orNever(sql`s.last_attempt_at`, c.triedOnOrBefore),
  c.step === null ? null : sql`(${acting} and s.step = ${c.step})`,
  c.dueFrom === null ? null : sql`(${acting} and s.step_due >= ${c.dueFrom})`,
  c.dueBefore === null ? null : sql`(${acting} and s.step_due < ${c.dueBefore})`,
  c.waitsFor === null ? null : sql`(${acting} and ${waitsFor(c.waitsFor, today)})`,
  c.hasPhone === null ? null : sql`(${acting} and (coalesce(s.live_phones, 0) > 0) = ${c.hasPhone})`,
  c.occupation === null ? null : hasOccupation(c.occupation, today),
  c.lapsesOnOrBefore === null ? null : sql`(${acting} and ${isKnown(today)} and s.occupation_review_on <= ${c.lapsesOnOrBefore})`,
  c.notBegun ? sql`(${acting} and s.begin_by < ${today})` : null,
  c.unknownOccupation ? sql`(not (${isCovered(today)} and y.other_form @> ${today}::date) and not ${isKnown(today)})` : null,
]

const staffFits = ({ staff, standsIn }: Conditions, today: PlainDate): Part | null => {
  if (staff === null) return null
  if (staff === 'nobody') return sql`y.staff_id is null`
  // An array: worked out once, not once a youth.
  return standsIn ? sql`y.staff_id = any (array(select cover.stands_in_for(${staff}::uuid, ${today})))` : sql`y.staff_id = ${staff}::uuid`
}

const givenConditions = (c: Conditions, today: PlainDate): readonly (Part | null)[] => [
  c.bornOnOrBefore === null ? null : sql`y.born_on <= ${c.bornOnOrBefore}`,
  c.bornAfter === null ? null : sql`y.born_on > ${c.bornAfter}`,
  c.unit === null ? null : sql`y.unit_id = ${c.unit}`,
  c.district === null ? null : sql`y.district_id = ${c.district}`,
  c.reason === null ? null : sql`y.entry_reason = ${c.reason}`,
  c.fromOnOrBefore === null ? null : sql`y.from_on <= ${c.fromOnOrBefore}`,
  c.fromOnOrAfter === null ? null : sql`y.from_on >= ${c.fromOnOrAfter}`,
  staffFits(c, today),
  c.twenty === null ? null : sql`y.born_on > ${c.twenty.bornAfter} and y.born_on <= ${c.twenty.bornOnOrBefore}`,
]

/** What a filter demands of `y` and its `outreach.standing s`. `isActing`: where it has been worked out already whether there is a step. */
export function fits(c: Conditions, day: ListDay, isActing: Part = acts(day)): Part {
  const all = [...givenConditions(c, day.today), ...standingConditions(c, day, isActing)]
  const parts = all.filter((part) => part !== null)
  if (c.lastNight) parts.push(isOfLastNight(day))
  return every(parts)
}

/** Who can be on a tab at all: indexes find them among everybody in the register. */
function mayBeListed({ today, restrictedIn }: ListDay): Part {
  const watched = sql`y.person_id = any (array(select w.person_id from worklist.watch w where w.known_until = 'infinity'))`
  const unknown = sql`y.person_id = any (array(select worklist.unconfirmed_stay(${restrictedIn}, ${today})))`
  return sql`(y.from_on <= ${today} or ${watched} ${restrictedIn === null ? sql`` : sql`or ${unknown}`})`
}

function standsOn(tab: Tab, today: PlainDate): Part {
  switch (tab) {
    case 'toAct':
    case 'measurePlanned':
    case 'measureOngoing':
    case 'otherSchoolForm':
      return sql`${isCovered(today)} and ${hasStatus(tab, today)}`
    case 'watching':
      return sql`${isWatched(today)} and ${isCovered(today)} is not true`
    case 'closed':
      return sql`y.from_on <= ${today} and y.until_on <= ${today} and not ${isWatched(today)}`
    case 'unconfirmedStay':
      return sql`false`
  }
}

/** On the restricted list of the municipality; nobody is for readers without the right. */
const isRestricted = ({ today, restrictedIn }: ListDay): Part =>
  restrictedIn === null ? sql`false` : sql`(${isUnconfirmed(today, restrictedIn)} and ${isUnder20(today)})`

/** Whether the youth stands on the tab. */
export function isOn(tab: Tab, day: ListDay): Part {
  if (tab === 'unconfirmedStay') return isRestricted(day)
  const stands = standsOn(tab, day.today)
  return day.restrictedIn === null ? sql`(${stands})` : sql`(${stands} and not ${isRestricted(day)})`
}

/** The tab that the youth stands on, null for none. Asked in the order of `status.rules`: each condition once. */
export const tabOf = (day: ListDay): Part =>
  sql`case when ${isRestricted(day)} then 'unconfirmedStay' when ${isCovered(day.today)} then ${coveredStatus(day.today)}
    when ${isWatched(day.today)} then 'watching' when y.from_on <= ${day.today} and y.until_on <= ${day.today} then 'closed' end`

/** Whether there is something to do for one of `listed`. */
export const acting = sql`y.acts`

/** Everybody on any list, as `y`, each with its tab. `offset 0`: what is worked out inside is not worked out again for each count. */
export const listed = ({ units, mayReadProtected }: Scope, day: ListDay): Part => sql`(
  select y.*, ${tabOf(day)} as tab, ${acts(day)} as acts from worklist.seen(${units}::integer[], ${mayReadProtected}) y
  where ${mayBeListed(day)} offset 0) y`
