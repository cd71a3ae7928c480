/** Questions: asked, opened, answered once. The link's secret is only in the link; here is its hash. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AskedQuestion, Asks, Question, QuestionAnswer, ReceiverKind, ShownField } from './questions.types.ts'

export type NewQuestion = {
  readonly personId: number
  readonly hash: Buffer
  readonly receiverKind: ReceiverKind
  readonly receiverName: string
  readonly shown: readonly ShownField[]
  readonly asks: Asks
  readonly askedBy: string
  readonly days: number
}

export async function insertQuestion(tx: Tx, question: NewQuestion): Promise<string> {
  const { personId, hash, receiverKind, receiverName, asks, shown, askedBy, days } = question
  const [row] = await tx.query<{ id: string }>(
    `insert into questions.question (person_id, token_hash, receiver_kind, receiver_name, shown, asked_by, expires_at, asks)
     values ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(days => $7), $8) returning question_id as id`,
    [personId, hash, receiverKind, receiverName, shown, askedBy, days, asks],
  )
  return row?.id ?? ''
}

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`
const isOver = `(q.answered_at is not null or q.revoked_at is not null or q.expires_at <= clock_timestamp())`

const state = `case when q.answered_at is not null then 'answered' when q.revoked_at is not null then 'revoked'
  when q.expires_at <= clock_timestamp() then 'expired' when q.opened_at is not null then 'opened' else 'waiting' end`

/** The questions about a person, the newest first. The name of another actor is left out once it is over, wiped or not. */
export const listQuestions = (tx: Tx, personIds: readonly number[]): Promise<Question[]> =>
  tx.prepared<Question>(
    `select q.question_id as "questionId", q.receiver_kind as "receiverKind",
       case when q.receiver_kind = 'otherActor' and ${isOver} then '' else q.receiver_name end as "receiverName", q.asks, q.shown, s.name as "askedBy",
       ${local('q.asked_at')} as "askedAt", (q.expires_at at time zone 'Europe/Stockholm')::date as "expiresOn", ${state} as state,
       q.answer, q.since_on as "sinceOn", ${local('q.answered_at')} as "answeredAt"
     from questions.question q join access.staff s on s.id = q.asked_by where q.person_id = any ($1) order by q.id desc limit 30`,
    [personIds],
  )

const shows = (field: ShownField, value: string): string => `case when '${field}' = any (q.shown) then ${value} end`

/** The live question of a link, with what it shows; null for a link that is wrong, expired or withdrawn, and when the youth is protected by now. */
export async function findAsked(tx: Tx, hash: Buffer): Promise<AskedQuestion | null> {
  const [row] = await tx.query<AskedQuestion>(
    `select q.id, q.question_id as "questionId", y.person_id as "personId", y.subject_id as "subjectId", q.receiver_kind as "receiverKind", q.receiver_name as "receiverName", q.asks,
       json_build_object('givenName', ${shows('givenName', 'y.given_name')}, 'familyName', ${shows('familyName', 'y.family_name')},
         'birthYear', ${shows('birthYear', `to_char(y.born_on, 'YYYY')`)}, 'birthDate', ${shows('birthDate', 'y.born_on')}) as youth,
       s.name as "askedBy", q.asked_by as "staffId", q.answered_at is not null as "isAnswered"
     from questions.question q join access.staff s on s.id = q.asked_by
     join worklist.seen(null, false) y on y.person_id = coalesce((select m.root_id from register.merged_now m where m.absorbed_id = q.person_id), q.person_id)
     where q.token_hash = $1 and q.revoked_at is null and (q.answered_at is not null or q.expires_at > clock_timestamp())
     for update of q`,
    [hash],
  )
  return row ?? null
}

/** The link was opened for the first time. */
export const markOpened = (tx: Tx, id: number): Promise<unknown> =>
  tx.query('update questions.question set opened_at = clock_timestamp() where id = $1 and opened_at is null', [id])

export type NewAnswer = {
  readonly answer: QuestionAnswer
  readonly sinceOn: PlainDate | null
  readonly keepsName: boolean
  readonly contactId: number
  readonly occupationId: number | null
}

export const saveAnswer = (tx: Tx, id: number, { answer, sinceOn, keepsName, contactId, occupationId }: NewAnswer): Promise<unknown> =>
  tx.query(
    `update questions.question set answer = $2, since_on = $3, answered_at = clock_timestamp(), contact_id = $4, occupation_id = $5,
       receiver_name = case when $6::boolean then receiver_name else '' end where id = $1`,
    [id, answer, sinceOn, contactId, occupationId, keepsName],
  )

/** Withdraws a question that nobody has answered. False when there is none such. */
export const revokeQuestion = async (tx: Tx, personIds: readonly number[], questionId: string): Promise<boolean> =>
  (
    await tx.query(
      `update questions.question q set revoked_at = clock_timestamp(), receiver_name = case when receiver_kind = 'otherActor' then '' else receiver_name end
       where q.question_id = $2 and q.person_id = any ($1) and q.answered_at is null and q.revoked_at is null returning q.id`,
      [personIds, questionId],
    )
  ).length > 0

/** Withdraws those of the questions that nobody has answered. */
export const revokeQuestions = (tx: Tx, questionIds: readonly string[]): Promise<unknown> =>
  tx.query(
    `update questions.question set revoked_at = clock_timestamp(), receiver_name = case when receiver_kind = 'otherActor' then '' else receiver_name end
     where question_id = any ($1::uuid[]) and answered_at is null and revoked_at is null`,
    [questionIds],
  )

/** Other actors' names are wiped from questions that ran out. Returns how many. */
export const forgetReceivers = async (tx: Tx): Promise<number> =>
  (
    await tx.query(
      `update questions.question q set receiver_name = '' where q.receiver_kind = 'otherActor' and q.receiver_name <> '' and ${isOver} returning q.id`,
    )
  ).length
