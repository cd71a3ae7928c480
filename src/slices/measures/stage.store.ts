/** The stages that measures have had and have, one at a time. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** When a stage ended, and why. `reason` null: it was completed. */
export type StageEnd = { readonly endedOn: PlainDate; readonly reason: string | null }

const outcome = `case when $2::date is null then null when $3::text is null then 'completed' else 'interrupted' end`

/** Ends the open stage, when there is one. `withMeasure`: because the measure ends, whose end it follows from then on. */
export const endOpenStage = (tx: Tx, measureId: number, { endedOn, reason }: StageEnd, withMeasure: boolean): Promise<unknown> =>
  tx.query(
    `update measures.stage set ended_on = $2, outcome = ${outcome}, reason = $3, ended_with_measure = $4
     where measure_id = $1 and ended_on is null and struck_at is null`,
    [measureId, endedOn, reason, withMeasure],
  )

/** Another end for the stage that ended with its measure; null: it is under way again. */
export const moveStageEnd = (tx: Tx, measureId: number, end: StageEnd | null): Promise<unknown> =>
  tx.query(
    `update measures.stage set ended_on = $2, outcome = ${outcome}, reason = $3, ended_with_measure = $2::date is not null
     where measure_id = $1 and ended_with_measure and struck_at is null`,
    [measureId, end?.endedOn ?? null, end?.reason ?? null],
  )

export type NewStage = {
  readonly measureId: number
  readonly key: string
  readonly step: number
  readonly fromOn: PlainDate
  readonly plannedUntilOn: PlainDate | null
  readonly byName: string
}

export const insertStage = (tx: Tx, { measureId, key, step, fromOn, plannedUntilOn, byName }: NewStage): Promise<unknown> =>
  tx.query(`insert into measures.stage (measure_id, stage_key, step, from_on, planned_until_on, by_name) values ($1, $2, $3, $4, $5, $6)`, [
    measureId,
    key,
    step,
    fromOn,
    plannedUntilOn,
    byName,
  ])

/** Strikes a stage of the measure that was begun by mistake. */
export const strikeStage = (tx: Tx, measureId: number, stageId: string, why: string, by: string): Promise<unknown> =>
  tx.query(
    `update measures.stage set struck_at = clock_timestamp(), struck_by = $4, struck_why = $3 where measure_id = $1 and stage_id = $2 and struck_at is null`,
    [measureId, stageId, why, by],
  )
