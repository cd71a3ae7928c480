/** What has been heard of a youth after the statement that stands: answers that wait, answered questions, and the latest contact. */
import type { Tx } from '../../platform/db/tx.ts'
import type { Heard } from './expiry.types.ts'
import type { SaidOccupation } from './occupation.types.ts'

const swedishDay = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`
/** Heard after the statement `o`: on a later day, or later the same day. */
const isAfter = (instant: string): string => `(${swedishDay(instant)}, ${instant}) > (o.stated_on, o.known_from)`
/** Of the person `p`, merged records too. */
const isSame = (table: string): string =>
  `(${table}.person_id = p.person_id or ${table}.person_id in (select m.absorbed_id from register.merged_now m where m.root_id = p.person_id))`

/** What a protected youth answered is read after a fresh sign-in. */
const replies = (isFresh: string): string => `
  (select a.answered_at as at, json_build_object('way', 'reply', 'id', a.answer_id, 'on', ${swedishDay('a.answered_at')},
    'answer', case when ${isFresh} or not h.is_protected then a.kind end, 'since', case when ${isFresh} or not h.is_protected then a.detail ->> 'since' end) as told
  from replies.answer a where ${isSame('a')} and a.state = 'open' and ${isAfter('a.answered_at')} order by a.id desc limit 3)`

/** No question is ever asked about a protected youth; one that was asked before is not shown either. */
const questions = `
  (select q.answered_at, json_build_object('way', 'question', 'id', q.question_id, 'on', ${swedishDay('q.answered_at')},
    'answer', q.answer, 'since', q.since_on, 'receiver', q.receiver_kind)
  from questions.question q join outreach.contact c on c.id = q.contact_id and c.struck_at is null
  where q.asks = 'begun' and ${isSame('q')} and not h.is_protected and ${isAfter('q.answered_at')} order by q.answered_at desc limit 3)`

/** The latest contact, but those that are an answer themselves and the one that the statement was said in. */
const contacts = `
  (select c.happened_at, json_build_object('way', 'contact', 'id', c.contact_id, 'on', ${swedishDay('c.happened_at')},
    'channel', c.channel, 'outcome', c.outcome)
  from outreach.contact c where ${isSame('c')} and c.struck_at is null and c.origin not in ('reply', 'question')
    and c.id is distinct from o.contact_id and ${isAfter('c.happened_at')} order by c.happened_at desc, c.id desc limit 1)`

/** The statement that stands, and what has been heard since. `isFresh`: whether the sign-in is, as a parameter. */
const heardColumns = (isFresh: string): string => `
  json_build_object('occupationId', o.occupation_id, 'kind', o.kind, 'source', o.source, 'sinceOn', o.since_on, 'statedOn', o.stated_on,
    'reviewOn', o.review_on) as said,
  coalesce((select json_agg(u.told order by u.at desc) from (${replies(isFresh)} union all ${questions} union all ${contacts}) u), '[]') as heard`

/** A row of the desk, of the person `p`. */
export const rowColumns = (isFresh: string): string => `
  p.subject_id as "subjectId", p.given_name as "givenName", p.family_name as "familyName", h.is_protected as "isProtected",
  p.is_watched as "isWatched", t.name as staff, ${heardColumns(isFresh)}`

/** What the columns need besides `p`. */
export const heardJoins = `
  cross join lateral (select o.* from outreach.occupation o where ${isSame('o')} and o.known_until = 'infinity'
    order by o.stated_on desc, o.id desc limit 1) o
  cross join lateral (select p.person_id in (select g.person_id from register.protected_now g) as is_protected) h`

export type HeardOfPerson = { readonly said: SaidOccupation; readonly heard: readonly Heard[] }

/** What stands of one youth, and what has been heard since; null when nothing was ever said. */
export async function findHeard(tx: Tx, personId: number, isFresh: boolean): Promise<HeardOfPerson | null> {
  const [row] = await tx.prepared<HeardOfPerson>(`select ${heardColumns('$2')} from (select $1::bigint as person_id) p ${heardJoins}`, [
    personId,
    isFresh,
  ])
  return row ?? null
}

/** Holds an answer before the youth's line is held: whoever decides on it holds it first too. */
export const holdReply = (tx: Tx, answerId: string): Promise<unknown> =>
  tx.query('select from replies.answer a where a.answer_id = $1 for update', [answerId])

/** The contact that an answered question was logged as. */
export async function contactOfQuestion(tx: Tx, questionId: string): Promise<number | null> {
  const [row] = await tx.prepared<{ id: number | null }>('select q.contact_id as id from questions.question q where q.question_id = $1', [
    questionId,
  ])
  return row?.id ?? null
}
