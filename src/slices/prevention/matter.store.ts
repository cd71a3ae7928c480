/** Matters with a school: opened, handed on or asked about, and closed. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Closing, HandWay, Matter, MatterKind, School } from './prevention.types.ts'

const dayOf = (instant: string): string => `(${instant} at time zone 'Europe/Stockholm')::date`
const now = dayOf('clock_timestamp()')

/** Of `prevention.matter m`. */
export const matterColumns = `m.matter_id as "matterId", m.kind, json_build_object('code', m.school_unit, 'name', coalesce(u.name, m.school_unit)) as school,
  m.opened_on as "openedOn", b.name as "byName", m.referred_on as "referredOn", m.referred_how as "referredHow", m.closed_on as "closedOn", m.closing,
  case when q.id is not null then json_build_object('answer', q.answer, 'sinceOn', q.since_on, 'askedOn', ${dayOf('q.asked_at')}, 'state', case when q.answered_at is not null then 'answered'
    when q.revoked_at is not null then 'revoked' when q.expires_at <= clock_timestamp() then 'expired' when q.opened_at is not null then 'opened'
    else 'waiting' end) end as asked,
  exists (select from register.enrolment e where (e.person_id = m.person_id or e.person_id = register.root_now(m.person_id)
      or e.person_id in (select x.absorbed_id from register.merged_now x where x.root_id = register.root_now(m.person_id)))
    and e.known_until = 'infinity' and e.school_unit = m.school_unit and e.start_on <= ${now} and (e.end_on is null or e.end_on >= ${now})) as "isEnrolled"`
export const matterJoins = `join access.staff b on b.id = m.opened_by left join notices.school_unit u on u.code = m.school_unit
  left join questions.question q on q.question_id = m.question_id`

export type NewMatter = {
  readonly personId: number
  readonly kind: MatterKind
  readonly schoolUnit: string
  readonly openedOn: PlainDate
  readonly openedBy: string
}

/** Opens a matter. False when somebody else opened it at the same moment. */
export const insertMatter = async (tx: Tx, { personId, kind, schoolUnit, openedOn, openedBy }: NewMatter): Promise<boolean> =>
  (
    await tx.query(
      `insert into prevention.matter (person_id, kind, school_unit, opened_on, opened_by) values ($1, $2, $3, $4, $5)
       on conflict (person_id, kind, school_unit) where closed_on is null do nothing returning id`,
      [personId, kind, schoolUnit, openedOn, openedBy],
    )
  ).length > 0

/** The matters of one human being, the open ones first. */
export const listMatters = (tx: Tx, personIds: readonly number[]): Promise<Matter[]> =>
  tx.query<Matter>(
    `select ${matterColumns} from prevention.matter m ${matterJoins} where m.person_id = any ($1) order by m.closed_on is not null, m.id desc limit 30`,
    [personIds],
  )

/** One matter of the human being, held for a change; null when there is none such. */
export async function holdMatter(tx: Tx, personIds: readonly number[], matterId: string): Promise<Matter | null> {
  const [held] = await tx.query('select id from prevention.matter where matter_id = $1 and person_id = any ($2) for update', [
    matterId,
    personIds,
  ])
  if (held === undefined) return null
  const [row] = await tx.query<Matter>(`select ${matterColumns} from prevention.matter m ${matterJoins} where m.matter_id = $1`, [matterId])
  return row ?? null
}

export const saveReferral = (tx: Tx, matterId: string, how: HandWay, on: PlainDate, by: string): Promise<unknown> =>
  tx.query('update prevention.matter set referred_on = $2, referred_how = $3, referred_by = $4 where matter_id = $1', [
    matterId,
    on,
    how,
    by,
  ])

export const saveQuestion = (tx: Tx, matterId: string, questionId: string): Promise<unknown> =>
  tx.query('update prevention.matter set question_id = $2 where matter_id = $1', [matterId, questionId])

/** The head is told by the question itself. */
export const saveReferralByLink = (tx: Tx, matterId: string, questionId: string, on: PlainDate, by: string): Promise<unknown> =>
  tx.query(
    `update prevention.matter set question_id = $2, referred_on = $3, referred_how = 'link', referred_by = $4 where matter_id = $1`,
    [matterId, questionId, on, by],
  )

/** The question that belongs to the matter; null when the school has not been asked. */
export async function questionOf(tx: Tx, matterId: string): Promise<string | null> {
  const [row] = await tx.query<{ id: string | null }>('select question_id as id from prevention.matter where matter_id = $1', [matterId])
  return row?.id ?? null
}

/** The address that a school unit is registered with; null when none is. */
export async function addressOf(tx: Tx, schoolUnit: string): Promise<string | null> {
  const [row] = await tx.query<{ email: string | null }>('select email from notices.school_unit where code = $1 and ended_at is null', [
    schoolUnit,
  ])
  return row?.email ?? null
}

export const saveClosing = (tx: Tx, matterId: string, closing: Closing, on: PlainDate, by: string): Promise<unknown> =>
  tx.query('update prevention.matter set closed_on = $2, closing = $3, closed_by = $4 where matter_id = $1', [matterId, on, closing, by])

/** The upper secondary schools where somebody is enrolled on the day. */
export const listSchools = (tx: Tx, personIds: readonly number[], today: PlainDate): Promise<School[]> =>
  tx.query<School>(
    `select distinct e.school_unit as code, coalesce(u.name, e.school_unit) as name from register.enrolment e
     left join notices.school_unit u on u.code = e.school_unit
     where e.person_id = any ($1) and e.known_until = 'infinity' and e.school_type in ('GY', 'GYS', 'GYAN') and e.start_on <= $2
       and (e.end_on is null or e.end_on >= $2) order by 2`,
    [personIds, today],
  )

/** Whether data on the youth may be written: covered, or watched preventively. */
export async function isFollowedOn(tx: Tx, personId: number, today: PlainDate): Promise<boolean> {
  const [row] = await tx.query<{ is: boolean }>('select measures.is_followed($1, $2) as is', [personId, today])
  return row?.is === true
}
