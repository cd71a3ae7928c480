/** What becomes of notices: decisions, one at a time for each, and what is known of the studies that a notice is about. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Effect, KnownEnrolment, OtherStudy, Outcome, RefusalReason, SchoolAnswer } from './notices.types.ts'

/** Holds a notice until the transaction ends. */
export const holdNotice = (tx: Tx, noticeId: string): Promise<unknown> =>
  tx.query('select from notices.notice where notice_id = $1 for update', [noticeId])

/** What is known of a human being's enrolments at a school unit. */
export const listEnrolments = (tx: Tx, personId: number, unitCode: string): Promise<KnownEnrolment[]> =>
  tx.query<KnownEnrolment>(
    `select e.id, e.source, e.school_type as "schoolType", e.education_code as "educationCode", e.start_on as "startOn", e.end_on as "endOn", e.cancelled
     from register.enrolment e where e.school_unit = $2 and e.known_until = 'infinity'
       and e.person_id in (select $1::bigint union select m.absorbed_id from register.merged_now m where m.root_id = $1) order by e.start_on, e.id`,
    [personId, unitCode],
  )

/** What else is known of a human being's studies on a day and since: at other schools, not withdrawn before they began. */
export const listOtherStudies = (tx: Tx, personId: number, unitCode: string, on: PlainDate): Promise<OtherStudy[]> =>
  tx.query<OtherStudy>(
    `select e.source, e.school_type as "schoolType", e.education_code as "educationCode", e.start_on as "startOn", e.end_on as "endOn",
       coalesce(nullif(u.name, ''), e.school_unit) as school
     from register.enrolment e left join notices.school_unit u on u.code = e.school_unit
     where e.school_unit <> $2 and e.known_until = 'infinity' and (e.end_on is null or e.end_on >= greatest($3::date, e.start_on))
       and e.person_id in (select $1::bigint union select m.absorbed_id from register.merged_now m where m.root_id = $1) order by e.start_on, e.id limit 10`,
    [personId, unitCode, on],
  )

export type NewDecision = {
  readonly noticePk: number
  readonly outcome: Outcome
  readonly by: string | null
  readonly reason?: RefusalReason
  readonly answer?: SchoolAnswer
  readonly to?: string
  readonly effect?: Effect
  readonly factId?: number | null
  readonly replacedFactId?: number | null
}

export const insertDecision = (tx: Tx, decision: NewDecision): Promise<unknown> => {
  const { noticePk, outcome, by, reason, answer, to, effect = 'none', factId = null, replacedFactId = null } = decision
  return tx.query(
    `insert into notices.decision (notice_pk, outcome, decided_by, reason, answer, to_municipality, effect, fact_id, replaced_fact_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [noticePk, outcome, by, reason ?? null, answer ?? null, to ?? null, effect, factId, replacedFactId],
  )
}

export type OpenDecision = {
  readonly id: number
  readonly outcome: Outcome
  readonly factId: number | null
  readonly replacedFactId: number | null
}

const openDecision = `select id, outcome, fact_id as "factId", replaced_fact_id as "replacedFactId" from notices.decision`

/** The decision in force of a notice; null when it waits. */
export async function findDecision(tx: Tx, noticePk: number): Promise<OpenDecision | null> {
  const [row] = await tx.query<OpenDecision>(`${openDecision} where notice_pk = $1 and undone_at is null`, [noticePk])
  return row ?? null
}

/** Decisions in force whose fact took the place of the one given. */
export const listReplacing = (tx: Tx, factId: number): Promise<OpenDecision[]> =>
  tx.query<OpenDecision>(`${openDecision} where replaced_fact_id = $1 and undone_at is null`, [factId])

/** The notice has been handed over to a municipality outside the installation, by somebody. */
export const handOver = (tx: Tx, noticePk: number, by: string): Promise<unknown> =>
  tx.query(
    `update notices.decision set delivered_at = clock_timestamp(), delivered_by = $2
     where notice_pk = $1 and undone_at is null and delivery = 'byHand' and delivered_at is null`,
    [noticePk, by],
  )

/** Undoes a decision. `by` null: what it rested on is not so any more. */
export const undoDecision = (tx: Tx, id: number, by: string | null): Promise<unknown> =>
  tx.query('update notices.decision set undone_at = clock_timestamp(), undone_by = $2 where id = $1', [id, by])
