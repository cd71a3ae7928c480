/** The lists' rows and counts, always through `worklist.seen`: what the scope does not hold is neither shown nor counted. */
import { sql } from 'kysely'
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import { acting, acts, fits, isOfLastNight, isOn, listed, type ListDay } from './conditions.store.ts'
import { ask, every, type Part } from './statement.store.ts'
import { firstMeasure, firstMeasureColumn } from './status.store.ts'
import { readyLists, tabs, type Conditions, type Counts, type ListRow, type ReadyList, type Sort, type Tab } from './worklist.types.ts'

/** What a list is made from. `filter` and the ready list's own conditions must both hold. */
export type ListQuestion = {
  readonly scope: Scope
  readonly day: ListDay
  readonly tab: Tab
  readonly filter: Conditions
  readonly list: ReadyList | null
  readonly lists: Readonly<Record<ReadyList, Conditions>>
}

/** Everybody the scope holds, as `y`. */
const seen = ({ units, mayReadProtected }: Scope): Part => sql`worklist.seen(${units}::integer[], ${mayReadProtected}) y`

/** Where outreach stands, as `s`. A plan leaves it out where nothing of it is asked for. */
const standing = sql`left join outreach.standing s on s.person_id = y.person_id`

const onList = ({ list, lists, day }: ListQuestion, isActing?: Part): Part => (list === null ? sql`true` : fits(lists[list], day, isActing))

const counted = (part: Part, name: string): Part => sql`count(*) filter (where ${part})::int as ${sql.ref(name)}`

const stands = (tab: Tab): Part => sql`y.tab = ${sql.lit(tab)}`

/** How many rows each tab and each ready list would show: all of them in one pass, each youth asked once which tab it stands on. */
export async function countListed(tx: Tx, question: ListQuestion, often = false): Promise<Counts> {
  const { scope, day, tab, filter, lists } = question
  const ofTabs = tabs.map((one) => counted(every([stands(one), onList(question, acting)]), one))
  const ofLists = readyLists.map((one) => counted(every([stands(tab), fits(lists[one], day, acting)]), one))
  const counts = sql`select ${sql.join([...ofTabs, ...ofLists])} from ${listed(scope, day)} ${standing} where ${fits(filter, day, acting)}`
  const [row] = await ask<Record<string, number>>(tx, counts, often)
  const numbers = <Key extends string>(names: readonly Key[]) =>
    Object.fromEntries(names.map((name) => [name, row?.[name] ?? 0])) as Record<Key, number>
  return { tabs: numbers(tabs), lists: numbers(readyLists) }
}

const isProtected = ({ mayReadProtected }: Scope): Part =>
  mayReadProtected ? sql`y.person_id in (select p.person_id from register.protected_now p)` : sql`false`

/** What of a row says where somebody is, or which number is theirs: never shown of a protected youth. */
const open = (scope: Scope, part: Part): Part => (scope.mayReadProtected ? sql`case when not ${isProtected(scope)} then ${part} end` : part)

const address = sql`nullif(btrim(concat_ws(', ', nullif(y.street, ''), nullif(btrim(concat_ws(' ', y.postal_code, y.locality)), ''))), '')`

const swedishDay = (instant: Part): Part => sql`(${instant} at time zone 'Europe/Stockholm')::date`

const step = (column: Part): Part => sql`case when y.acts then ${column} end`

/** Where outreach stands. The step is only for those there is something to do for (`y.acts`). */
const standingColumns = sql`
  ${swedishDay(sql`s.last_reached_at`)} as "lastReachedOn", s.last_reached_channel as "lastReachedChannel",
  ${swedishDay(sql`s.last_attempt_at`)} as "lastAttemptOn", s.last_attempt_channel as "lastAttemptChannel", s.last_attempt_outcome as "lastAttemptOutcome",
  s.occupation, s.occupation_on as "occupationOn", s.occupation_review_on as "occupationReviewOn",
  ${step(sql`s.step`)} as step, ${step(sql`s.step_nth`)} as "stepNth", ${step(sql`s.step_of`)} as "stepOf", ${step(sql`s.step_from`)} as "stepFrom",
  ${step(sql`s.step_due`)} as "stepDue", ${step(sql`s.detail`)} as "stepDetail", ${step(sql`s.waits_for`)} as "waitsFor",
  ${step(sql`s.quiet_until`)} as "quietUntil",
  case when s.step = 'keepMeeting' then (select to_char(min(m.starts_at) at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI')
    from meetings.meeting m where m.person_id = y.person_id and m.state = 'booked') end as "meetingAt",
  coalesce(s.live_phones, 0) as "livePhones", coalesce(s.dead_phones, 0) as "deadPhones"`

/** The responsible colleague is away that day, as `c`: there is at most one absence at a time. */
const away = ({ today }: ListDay): Part => sql`left join lateral (
    select a.until_on, a.substitute_id, b.name as substitute from cover.absence a join access.staff b on b.id = a.substitute_id
    where a.staff_id = y.staff_id and a.ended_at is null and a.from_on <= ${today} and a.until_on > ${today}) c on true`

/** What a row is made of. */
const listColumns = (scope: Scope, day: ListDay): Part => sql`
  y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName", y.born_on as "bornOn",
  ${open(scope, sql`y.number`)} as number, ${open(scope, address)} as address, ${open(scope, sql`d.name`)} as district,
  ${open(scope, sql`u.name`)} as unit, t.name as staff, y.from_on as "fromOn",
  case when y.until_on <= ${day.today} then y.until_on end as "untilOn", y.entry_reason as "entryReason",
  case when y.until_on <= ${day.today} then y.exit_reason end as "exitReason", w.ground as "watchGround", w.from_on as "watchedFrom",
  c.until_on as "awayUntil", c.substitute, c.substitute_id as "substituteId",
  ${standingColumns},
  ${isOfLastNight(day)} as "isNew", ${isProtected(scope)} as "isProtected",
  coalesce((select s.id from worklist.assignment s where s.person_id = y.person_id and s.known_until = 'infinity'), 0)::int8 as version`

const staff = sql`left join access.staff t on t.id = y.staff_id`
const unit = sql`left join organisation.unit u on u.id = y.unit_id`
const watch = sql`left join worklist.watch w on w.person_id = y.person_id and w.known_until = 'infinity'`

/** Which youths, in what order, how many. `sortedBy`: the join that the order needs. */
export type Picked = {
  readonly where: Part
  readonly order: Part
  readonly sortedBy?: Part
  readonly limit: number
  readonly offset?: number
  /** Which measure each has is said where that is why they are there. */
  readonly saysMeasure?: boolean
}

/** Rows of those picked: the few are picked first, and only they get names of districts, units and colleagues. `more`: further columns. */
export const pickedRows = (
  scope: Scope,
  day: ListDay,
  { where, order, sortedBy, limit, offset = 0, saysMeasure = false }: Picked,
  more: Part = sql``,
): Part => sql`
  select ${listColumns(scope, day)}, ${saysMeasure ? firstMeasureColumn : sql`null as measure`}${more}
  from (select y.*, ${acts(day)} as acts from ${seen(scope)} ${standing} ${sortedBy ?? sql``} where ${where} order by ${order}
    limit ${sql.lit(limit)} ${offset === 0 ? sql`` : sql`offset ${offset}`}) y
  left join organisation.district d on d.id = y.district_id ${unit} ${staff} ${watch} ${standing} ${away(day)}
  ${saysMeasure ? firstMeasure(day.today) : sql``} order by ${order}`

const byName = sql`y.family_name, y.given_name, y.person_id`
const swedish = sql`collate "sv-x-icu"`

const isMeasures = (tab: Tab): boolean => tab === 'measurePlanned' || tab === 'measureOngoing'
const isOfCovered = (tab: Tab): boolean => tab === 'toAct' || tab === 'otherSchoolForm' || isMeasures(tab)

function orderBy({ key, descending }: Sort, tab: Tab, day: ListDay): Part {
  const way = descending ? sql`desc nulls last` : sql`asc nulls last`
  // Never is longer ago than any day.
  const fromNever = descending ? sql`desc nulls last` : sql`asc nulls first`
  switch (key) {
    case 'name':
      return descending ? sql`y.family_name desc, y.given_name desc, y.person_id desc` : byName
    case 'age':
      // The older, the earlier born.
      return sql`y.born_on ${descending ? sql`asc nulls last` : sql`desc nulls last`}, ${byName}`
    case 'since':
      // As the index has it: the youths of a tab all have a day, but those only watched.
      if (isOfCovered(tab)) return sql`y.from_on ${descending ? sql`desc` : sql`asc`}, ${byName}`
      return sql`${tab === 'closed' ? sql`y.until_on` : tab === 'watching' ? sql`w.from_on` : sql`y.from_on`} ${way}, ${byName}`
    case 'lastReached':
      return sql`s.last_reached_at ${fromNever}, ${byName}`
    case 'lastAttempt':
      return sql`s.last_attempt_at ${fromNever}, ${byName}`
    case 'nextDue':
      return sql`case when ${acts(day)} then s.step_due end ${way}, ${byName}`
    case 'unit':
      return sql`u.name ${swedish} ${way}, ${byName}`
    case 'responsible':
      return sql`t.name ${swedish} ${way}, ${byName}`
  }
}

/** Rows of a page. */
export type Slice = { readonly sort: Sort; readonly limit: number; readonly offset: number }

function joinFor({ key }: Sort, tab: Tab): Part {
  if (key === 'unit') return unit
  if (key === 'responsible') return staff
  return key === 'since' && tab === 'watching' ? watch : sql``
}

/** The rows of the list in the order asked for. */
export function listRows(tx: Tx, question: ListQuestion, { sort, limit, offset }: Slice, often = false): Promise<ListRow[]> {
  const { scope, day, tab, filter } = question
  const where = every([isOn(tab, day), fits(filter, day), onList(question)])
  const picked = { where, order: orderBy(sort, tab, day), sortedBy: joinFor(sort, tab), limit, offset, saysMeasure: isMeasures(tab) }
  return ask<ListRow>(tx, pickedRows(scope, day, picked), often && offset === 0)
}
