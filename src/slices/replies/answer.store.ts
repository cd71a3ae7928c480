/** Answers: one open at a time for each code; decided once. */
import type { Scope } from '../../kernel/actor.ts'
import type { ContactLang } from '../../kernel/contact-lang.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { AnswerKind, Answered, AnswerState, WaitingAnswer, WrittenAnswer } from './replies.types.ts'

/** The answer that waits with the same code is replaced by a new one. */
export const replaceOpen = (tx: Tx, codeId: number): Promise<unknown> =>
  tx.query(`update replies.answer set state = 'replaced', decided_at = clock_timestamp() where code_id = $1 and state = 'open'`, [codeId])

export type NewAnswer = {
  readonly codeId: number
  readonly personId: number
  readonly answered: Answered
  readonly lang: ContactLang
}

export async function insertAnswer(tx: Tx, { codeId, personId, answered, lang }: NewAnswer): Promise<void> {
  const { kind, ...detail } = answered
  await tx.query('insert into replies.answer (code_id, person_id, kind, detail, lang) values ($1, $2, $3, $4, $5)', [
    codeId,
    personId,
    kind,
    JSON.stringify(detail),
    lang,
  ])
}

type Row = Omit<WrittenAnswer, 'answered'> & { kind: AnswerKind; detail: object }

const local = (instant: string): string => `to_char(${instant} at time zone 'Europe/Stockholm', 'YYYY-MM-DD"T"HH24:MI')`
const about = `a.answer_id as "answerId", a.lang, c.channel, ${local('a.answered_at')} as "answeredAt", a.state,
  s.name as "decidedBy", ${local('a.decided_at')} as "decidedAt", a.reason`
const joins = 'join replies.code c on c.id = a.code_id left join access.staff s on s.id = a.decided_by'

const written = <Of extends Row>({ kind, detail, ...row }: Of): Omit<Of, 'kind' | 'detail'> & WrittenAnswer => ({
  ...row,
  answered: { kind, ...detail } as Answered,
})

/** The answers of a person, the newest first. */
export const listAnswers = async (tx: Tx, personIds: readonly number[]): Promise<WrittenAnswer[]> =>
  (
    await tx.prepared<Row>(
      `select ${about}, a.kind, a.detail from replies.answer a ${joins} where a.person_id = any ($1) and a.state <> 'replaced' order by a.id desc limit 20`,
      [personIds],
    )
  ).map(written)

const seen = `join worklist.seen($1, $2) y on y.person_id = coalesce((select m.root_id from register.merged_now m where m.absorbed_id = a.person_id), a.person_id)
  left join access.staff t on t.id = y.staff_id`

const isProtected = 'register.is_protected(y.person_id)'

type WaitingRow = Omit<WaitingAnswer, 'answered'> & { kind: AnswerKind | null; detail: object | null }

/** Answers that wait, within the scope, the oldest first. What a protected youth answered is left out unless the sign-in is fresh. */
export const listWaiting = async (
  tx: Tx,
  { units, mayReadProtected }: Scope,
  { isFresh, limit }: { readonly isFresh: boolean; readonly limit: number },
): Promise<WaitingAnswer[]> =>
  (
    await tx.query<WaitingRow>(
      `select ${about}, case when $3 or not ${isProtected} then a.kind end as kind, case when $3 or not ${isProtected} then a.detail end as detail,
         y.subject_id as "subjectId", btrim(y.given_name || ' ' || y.family_name) as name, ${isProtected} as "isProtected", t.name as staff
       from replies.answer a ${joins} ${seen} where a.state = 'open' order by a.id limit $4`,
      [units, mayReadProtected, isFresh, limit],
    )
  ).map(({ kind, detail, ...row }) => ({ ...row, answered: kind === null ? null : ({ kind, ...detail } as Answered) }))

/** An answer to be decided on, held until the transaction ends. */
export type HeldAnswer = {
  readonly id: number
  readonly personId: number
  readonly subjectId: string
  readonly givenName: string
  readonly familyName: string
  readonly unitId: number | null
  readonly isProtected: boolean
  readonly answered: Answered
  readonly channel: 'letter' | 'sms' | 'email' | 'visitCard'
  readonly answeredAt: string
  /** The Swedish day of it. */
  readonly answeredOn: PlainDate
  readonly state: AnswerState
}

type HeldRow = Omit<HeldAnswer, 'answered'> & { kind: AnswerKind; detail: object }

/** The answer, when its youth is within the scope; null when not, or when there is none. */
export async function holdAnswer(tx: Tx, { units, mayReadProtected }: Scope, answerId: string): Promise<HeldAnswer | null> {
  const [row] = await tx.query<HeldRow>(
    `select a.id, y.person_id as "personId", y.subject_id as "subjectId", y.given_name as "givenName", y.family_name as "familyName",
       y.unit_id as "unitId", register.is_protected(y.person_id) as "isProtected", a.kind, a.detail,
       c.channel, a.answered_at::text as "answeredAt", (a.answered_at at time zone 'Europe/Stockholm')::date as "answeredOn", a.state
     from replies.answer a join replies.code c on c.id = a.code_id ${seen} where a.answer_id = $3 for update of a`,
    [units, mayReadProtected, answerId],
  )
  if (row === undefined) return null
  const { kind, detail, ...rest } = row
  return { ...rest, answered: { kind, ...detail } as Answered }
}

export type AnswerDecision = { readonly state: 'accepted' | 'rejected'; readonly by: string; readonly reason: string | null }

export const decideAnswer = (tx: Tx, id: number, { state, by, reason }: AnswerDecision): Promise<unknown> =>
  tx.query('update replies.answer set state = $2, decided_by = $3, decided_at = clock_timestamp(), reason = $4 where id = $1', [
    id,
    state,
    by,
    reason,
  ])
