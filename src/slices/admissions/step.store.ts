/** What is done for a youth in a season: said once of each kind and day, and struck when it was wrong. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { StepKind } from './admissions.types.ts'

export type NewStep = {
  readonly personId: number
  readonly year: number
  readonly kind: StepKind
  readonly on: PlainDate
  readonly saidBy: string | null
}

/** A step that stands, as it was said by hand. */
export type SaidStep = { readonly stepId: string; readonly kind: StepKind; readonly on: PlainDate; readonly byName: string | null }

const same = `(select $1::bigint union select m.absorbed_id from register.merged_now m where m.root_id = $1)`

/** Says that a step was taken. False when it is said already of the day, of the youth or of a record that is merged with hers. */
export const insertStep = async (tx: Tx, { personId, year, kind, on, saidBy }: NewStep): Promise<boolean> =>
  (
    await tx.query(
      `insert into admissions.step (person_id, year, kind, on_day, said_by) select $1, $2, $3, $4, $5
       where not exists (select from admissions.step t where t.person_id in ${same} and t.year = $2 and t.kind = $3 and t.on_day = $4 and t.struck_at is null)
       on conflict do nothing returning id`,
      [personId, year, kind, on, saidBy],
    )
  ).length > 0

/** The steps of a youth that stand. */
export const listSteps = (tx: Tx, personId: number, year: number): Promise<SaidStep[]> =>
  tx.query<SaidStep>(
    `select t.step_id as "stepId", t.kind, t.on_day as on, s.name as "byName" from admissions.step t left join access.staff s on s.id = t.said_by
     where t.person_id in ${same} and t.year = $2 and t.struck_at is null order by t.on_day, t.id`,
    [personId, year],
  )

/** Strikes a step of the youth. False when there is none such, or it is struck already. */
export const strikeStep = async (tx: Tx, personId: number, stepId: string, by: string): Promise<boolean> =>
  (
    await tx.query(
      `update admissions.step t set struck_at = clock_timestamp(), struck_by = $3
       where t.step_id = $2 and t.person_id in ${same} and t.struck_at is null returning t.id`,
      [personId, stepId, by],
    )
  ).length > 0
