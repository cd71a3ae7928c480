/** What is known of youths who turn 20, and what is said of it. */
import type { Scope } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AskGround, HandOver, Outcome, WaivedItem, Waiver, WaiverReason, Wish } from './turning20.types.ts'

export type Known = {
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly isProtected: boolean
  readonly unit: string | null
  readonly staff: string | null
  readonly bornOn: PlainDate
  readonly letterOn: PlainDate | null
  readonly isLetterOnItsWay: boolean
  readonly talkedOn: PlainDate | null
  readonly wish: Wish | null
  readonly openMeasures: number
  readonly hasOpenPlan: boolean
  readonly waivers: readonly Waiver[]
  readonly handOvers: readonly HandOver[]
  readonly ending: { readonly outcome: Outcome; readonly on: PlainDate } | null
}

/** `$1`, `$2` the reader's scope, `$3` the day. Covered that day, or whose responsibility ended by turning 20. */
const query = (condition: string): string => `
  select y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
    register.is_protected(y.person_id) as "isProtected", u.name as unit, t.name as staff, y.born_on as "bornOn",
    l.on_day as "letterOn", coalesce(l.waits, false) as "isLetterOnItsWay", k.talked_on as "talkedOn", k.wish,
    (select count(*)::int from measures.measure e where e.person_id = any (m.ids) and e.struck_at is null and e.placement <> 'refused'
      and (e.ended_on is null or e.ended_on > $3::date)) as "openMeasures",
    exists (select from plans.plan p where p.person_id = any (m.ids) and p.ended_on is null) as "hasOpenPlan",
    coalesce((select json_agg(json_build_object('item', x.item, 'why', x.why, 'on', x.on_day) order by x.id) from turning20.waiver x
      where x.person_id = any (m.ids) and x.struck_at is null), '[]') as waivers,
    coalesce((select json_agg(json_build_object('handOverId', h.hand_over_id, 'receiver', h.receiver, 'askedOn', h.asked_on, 'ground', h.ground, 'answer', h.answer,
      'answeredOn', h.answered_on) order by h.id) from turning20.hand_over h where h.person_id = any (m.ids)), '[]') as "handOvers",
    (select json_build_object('outcome', n.outcome, 'on', n.on_day) from turning20.ending n where n.person_id = any (m.ids) and n.struck_at is null limit 1) as ending
  from worklist.seen($1, $2) y left join organisation.unit u on u.id = y.unit_id left join access.staff t on t.id = y.staff_id
  cross join lateral (select array(select y.person_id union select x.absorbed_id from register.merged_now x where x.root_id = y.person_id) as ids) m
  left join lateral (select max((g.sent_at at time zone 'Europe/Stockholm')::date) filter (where g.state in ('sent', 'delivered')) as on_day,
      bool_or(g.state in ('queued', 'sending', 'unsure')) as waits from messaging.message g
    where g.person_id = any (m.ids) and g.template_key = 'turning20') l on true
  left join lateral (select max(q.on_day) filter (where q.kind = 'talked') as talked_on, max(q.answer) filter (where q.kind = 'asked') as wish
    from turning20.mark q where q.person_id = any (m.ids) and q.struck_at is null) k on true
  where y.born_on is not null and y.from_on is not null and y.from_on <= $3::date
    and (y.until_on is null or y.until_on > $3::date or y.exit_reason = 'turned20') and ${condition}`

export type Birthdays = { readonly fromOn: PlainDate; readonly untilOn: PlainDate }

/** Those whose 20th birthday is between the days, both left out; the nearest first. */
export const listTurning = (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  today: PlainDate,
  { fromOn, untilOn }: Birthdays,
): Promise<Known[]> =>
  tx.query<Known>(
    `${query(`y.born_on + interval '20 years' between $4::date and $5::date`)} order by y.born_on, y.family_name, y.given_name, y.person_id limit 5000`,
    [units, mayReadProtected, today, fromOn, untilOn],
  )

/** One youth; null when there is none such within the scope, or nothing ends. */
export async function findTurning(tx: Tx, { units, mayReadProtected }: Scope, today: PlainDate, subjectId: string): Promise<Known | null> {
  const [row] = await tx.query<Known>(query('y.subject_id = $4'), [units, mayReadProtected, today, subjectId])
  return row ?? null
}

/** Holds the youth's line until the transaction ends, so that two who say something of the same youth do it one after the other. */
export const holdTurning = (tx: Tx, personId: number): Promise<unknown> =>
  tx.query(`select pg_advisory_xact_lock(hashtextextended('turning20', $1))`, [personId])

type NewMark = { readonly personId: number; readonly on: PlainDate; readonly by: string; readonly wish: Wish | null }
const ofSame = 'person_id in (select turning20.same($1))'

/** Says a talk (`wish` null) or what the youth answered, in the place of what was said of it before. */
export async function replaceMark(tx: Tx, { personId, on, by, wish }: NewMark): Promise<void> {
  const kind = wish === null ? 'talked' : 'asked'
  await tx.query(
    `update turning20.mark set struck_at = clock_timestamp(), struck_by = $3 where ${ofSame} and kind = $2 and struck_at is null`,
    [personId, kind, by],
  )
  await tx.query('insert into turning20.mark (person_id, kind, answer, on_day, said_by) values ($1, $2, $3, $4, $5)', [
    personId,
    kind,
    wish,
    on,
    by,
  ])
}

type NewWaiver = {
  readonly personId: number
  readonly item: WaivedItem
  readonly why: WaiverReason
  readonly on: PlainDate
  readonly by: string
}

/** Strikes that something is not needed. False when nobody has said so. */
export const strikeWaiver = async (tx: Tx, personId: number, item: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update turning20.waiver set struck_at = clock_timestamp(), struck_by = $3 where ${ofSame} and item = $2 and struck_at is null returning id`,
      [personId, item, by],
    )
  ).length > 0

/** Says that something is not needed, in the place of what was said of it before. */
export async function replaceWaiver(tx: Tx, { personId, item, why, on, by }: NewWaiver): Promise<void> {
  await strikeWaiver(tx, personId, item, by)
  await tx.query('insert into turning20.waiver (person_id, item, why, on_day, said_by) values ($1, $2, $3, $4, $5)', [
    personId,
    item,
    why,
    on,
    by,
  ])
}

type NewHandOver = {
  readonly personId: number
  readonly receiver: string
  readonly on: PlainDate
  readonly by: string
  readonly ground: AskGround
  readonly consentId: number | null
}

export const insertHandOver = (tx: Tx, { personId, receiver, on, by, ground, consentId }: NewHandOver): Promise<unknown> =>
  tx.query(
    'insert into turning20.hand_over (person_id, receiver, asked_on, asked_by, ground, consent_pk) values ($1, $2, $3, $4, $5, $6)',
    [personId, receiver, on, by, ground, consentId],
  )

type NewAnswer = {
  readonly personId: number
  readonly handOverId: string
  readonly accepted: boolean
  readonly on: PlainDate
  readonly by: string
  /** The consent on which a receiver that was asked without a name is told it; null: nothing of that changes. */
  readonly consentId: number | null
}

/** What a receiver answered. False when it was not asked, or has answered. */
export const answerHandOver = async (tx: Tx, { personId, handOverId, accepted, on, by, consentId }: NewAnswer): Promise<boolean> =>
  (
    await tx.query(
      `update turning20.hand_over set answer = $3, answered_on = $4, answered_by = $5, consent_pk = coalesce($6, consent_pk),
         ground = case when $6::bigint is null then ground else 'consent' end
       where ${ofSame} and hand_over_id = $2 and answer is null and asked_on <= $4 returning id`,
      [personId, handOverId, accepted ? 'accepted' : 'refused', on, by, consentId],
    )
  ).length > 0

export const insertEnding = (tx: Tx, personId: number, outcome: Outcome, on: PlainDate, by: string): Promise<unknown> =>
  tx.query(
    `insert into turning20.ending (person_id, outcome, hand_over_pk, on_day, said_by) values ($1, $2,
       case when $2 = 'handedOver' then (select h.id from turning20.hand_over h where h.${ofSame} and h.answer = 'accepted' limit 1) end, $3, $4)`,
    [personId, outcome, on, by],
  )

/** Strikes how it ended; the youth is on the list again. False when nothing stands. */
export const strikeEnding = async (tx: Tx, personId: number, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update turning20.ending set struck_at = clock_timestamp(), struck_by = $2 where ${ofSame} and struck_at is null returning id`,
      [personId, by],
    )
  ).length > 0

/**
 * How many have left the list, long after the day, without anybody having said how it ended: since the municipality began to say so. Those who turned 20
 * before that were never on it.
 */
export async function countFallen(tx: Tx, { units, mayReadProtected }: Scope, before: PlainDate): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `select count(*)::int as n from worklist.seen($1, $2) y where y.exit_reason = 'turned20' and y.until_on < $3
       and y.until_on >= (select min(k.on_day) from (select on_day from turning20.mark union all select on_day from turning20.ending) k)
       and not exists (select from turning20.ending n where n.struck_at is null and n.person_id in (select turning20.same(y.person_id)))`,
    [units, mayReadProtected, before],
  )
  return row?.n ?? 0
}
