/** The stages that measures have had and have, one at a time. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'

/** Ends the open stage, when there is one. `reason` null: it was completed. */
export const endOpenStage = (tx: Tx, measureId: number, endedOn: PlainDate, reason: string | null): Promise<unknown> =>
  tx.query(
    `update measures.stage set ended_on = $2, outcome = case when $3::text is null then 'completed' else 'interrupted' end, reason = $3
     where measure_id = $1 and ended_on is null and struck_at is null`,
    [measureId, endedOn, reason],
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
