/** What the person page shows of measures. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { stateOf } from './measure.rules.ts'
import { listMeasuresOf } from './measure.store.ts'
import type { Measure } from './measures.types.ts'

/** Whom the card is of: the person and the records merged with it. */
export type MeasuresQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }

/** Those that are not over on the day, and whether there were others. */
export type MeasuresOfYouth = { readonly on: PlainDate; readonly current: readonly Measure[]; readonly hasOthers: boolean }

const isCurrent = (measure: Measure, on: PlainDate): boolean => ['ongoing', 'planned', 'waiting'].includes(stateOf(measure, on))

export async function readMeasuresOf(tx: Tx, { personIds, today }: MeasuresQuestion): Promise<MeasuresOfYouth> {
  const measures = await listMeasuresOf(tx, personIds)
  const current = measures.filter((measure) => isCurrent(measure, today))
  return { on: today, current, hasOthers: current.length < measures.length }
}
