/** The stages of a composite measure: which comes next, when it may begin, and when it may be interrupted. */
import type { PlainDate } from '../../platform/plain-date.ts'
import { stands, stateOf } from './measure.rules.ts'
import type { ItemStage, Measure, MeasureStage } from './measures.types.ts'

type Staged = Pick<Measure, 'itemStages' | 'stages'>

/** The stage that has not ended; null when there is none. */
export const openStage = ({ stages }: Pick<Measure, 'stages'>): MeasureStage | null =>
  stages.find(({ endedOn }) => endedOn === null) ?? null

/** The measure as if its end had not been said: the stage that ended with it is under way. */
export const reopened = (measure: Measure): Measure => ({
  ...measure,
  stages: measure.stages.map((stage) =>
    stage.endedWithMeasure ? { ...stage, endedOn: null, outcome: null, reason: null, endedWithMeasure: false } : stage,
  ),
})

/** The stage as the measure's item has it. */
export const itemStageOf = ({ itemStages }: Pick<Measure, 'itemStages'>, key: string): ItemStage | null =>
  itemStages.find((stage) => stage.key === key) ?? null

/** The stages that can come next, each other's alternatives: those after the last, or of the same step when it was interrupted. */
export function nextStages({ itemStages, stages }: Staged): ItemStage[] {
  const last = stages.at(-1)
  const step = (last?.step ?? 0) + (last?.outcome === 'interrupted' ? 0 : 1)
  return itemStages.filter((stage) => stage.step === step)
}

export type StageProblem = 'not-ongoing' | 'unknown-stage' | 'before-measure' | 'before-last' | 'ahead'

/** What is wrong with beginning the stage on the day, which completes the one before; null: nothing. */
export function stageProblem(
  measure: Measure,
  { key, fromOn }: { readonly key: string; readonly fromOn: PlainDate },
  today: PlainDate,
): StageProblem | null {
  if (!stands(measure) || stateOf(measure, today) !== 'ongoing') return 'not-ongoing'
  if (!nextStages(measure).some((stage) => stage.key === key)) return 'unknown-stage'
  if (fromOn > today) return 'ahead'
  if (fromOn < measure.fromOn) return 'before-measure'
  const last = measure.stages.at(-1)
  return last !== undefined && fromOn < (last.endedOn ?? last.fromOn) ? 'before-last' : null
}

export type InterruptProblem = 'no-open-stage' | 'unknown-reason' | 'before-stage' | 'ahead'

/** What is wrong with interrupting the open stage on the day for the reason; null: nothing. */
export function interruptProblem(
  measure: Measure,
  { reason, on }: { readonly reason: string; readonly on: PlainDate },
  today: PlainDate,
): InterruptProblem | null {
  const open = openStage(measure)
  if (open === null || !stands(measure)) return 'no-open-stage'
  if (!(itemStageOf(measure, open.key)?.reasons ?? []).includes(reason)) return 'unknown-reason'
  if (on > today) return 'ahead'
  return on < open.fromOn ? 'before-stage' : null
}
