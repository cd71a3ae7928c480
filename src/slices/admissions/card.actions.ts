/** What the person page shows of the summer radar. The caller has asked whether the reader may see the youth. */
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { ListAnswer } from './admissions.types.ts'
import { listAnswersOf } from './card.store.ts'
import { listSteps, type SaidStep } from './step.store.ts'

/** Whom the card is of: the person first, and the records merged with it. */
export type RadarCardQuestion = { readonly personIds: readonly number[]; readonly today: PlainDate }
export type RadarOfYouth = { readonly answers: readonly ListAnswer[]; readonly steps: readonly SaidStep[] }

export async function readRadarOf(tx: Tx, { personIds, today }: RadarCardQuestion): Promise<RadarOfYouth> {
  const [year, [person]] = [Number(today.slice(0, 4)), personIds]
  return { answers: await listAnswersOf(tx, personIds, year), steps: person === undefined ? [] : await listSteps(tx, person, year) }
}
