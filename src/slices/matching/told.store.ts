/** Facts about studies that a school's own notice gave: said, taken back, and said again as they were. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** An enrolment as the notice tells it. Both days are included. */
export type ToldEnrolment = {
  readonly schoolUnit: string
  readonly schoolType: string
  readonly educationCode: string
  readonly authority: string
  readonly startOn: PlainDate
  readonly endOn: PlainDate | null
  readonly cancelled: boolean
}

/** Keeps an enrolment as told, known from the instant on. Returns its id. */
export async function insertTold(tx: Tx, personId: number, told: ToldEnrolment, at: string): Promise<number> {
  const { schoolUnit, schoolType, educationCode, authority, startOn, endOn, cancelled } = told
  const [row] = await tx.query<{ id: number }>(
    `insert into register.enrolment (person_id, source, known_from, school_unit, school_type, start_on, end_on, cancelled, education_code, authority)
     values ($1, 'anmalan', $2, $3, $4, $5, $6, $7, $8, $9) returning id`,
    [personId, at, schoolUnit, schoolType, startOn, endOn, cancelled, educationCode, authority],
  )
  return row?.id ?? 0
}

/** Closes a fact that a notice gave, also when it has been said again since (`repeatTold`). Returns whose it was; null when it was closed before. */
export async function closeTold(tx: Tx, factId: number, at: string): Promise<number | null> {
  const [row] = await tx.query<{ person_id: number }>(
    `update register.enrolment e set known_until = $2 from register.enrolment was
     where was.id = $1 and was.source = 'anmalan' and e.source = 'anmalan' and e.known_until = 'infinity'
       and (e.person_id, e.school_unit, e.school_type, e.start_on, e.education_code, e.cancelled)
         = (was.person_id, was.school_unit, was.school_type, was.start_on, was.education_code, was.cancelled)
       and e.end_on is not distinct from was.end_on
     returning e.person_id`,
    [factId, at],
  )
  return row?.person_id ?? null
}

/** Says again what a closed fact of a notice said. It stays closed where the same has been said anew since. */
export const repeatTold = (tx: Tx, factId: number, at: string): Promise<unknown> =>
  tx.query(
    `insert into register.enrolment (person_id, source, known_from, school_unit, school_type, start_on, end_on, cancelled, education_code, authority)
     select person_id, source, $2, school_unit, school_type, start_on, end_on, cancelled, education_code, authority
     from register.enrolment where id = $1 and source = 'anmalan'
     on conflict (person_id, source, school_unit, school_type, start_on) where known_until = 'infinity' do nothing`,
    [factId, at],
  )
