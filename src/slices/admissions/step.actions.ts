/** Saying what was done for youths of the radar, and striking what was wrong. Each youth has her own line in the log. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change } from '../audit/index.ts'
import { findSeenYouth } from '../worklist/index.ts'
import type { StepKind } from './admissions.types.ts'
import { loadRadar, type RadarReader } from './radar.actions.ts'
import { standingOn } from './standing.rules.ts'
import { stepRefusal, type StepRefusal } from './step.rules.ts'
import { insertStep, strikeStep } from './step.store.ts'

export type Said = { readonly kind: StepKind; readonly on: PlainDate }
/** `missing`: no such youth within the reader's scope. `said-already`: somebody was before. */
export type SayRefusal = 'missing' | 'said-already' | StepRefusal

/** Says that a step was taken for one youth, in the season of the year that the day is in. */
export function sayStep(reader: RadarReader, subjectId: string, { kind, on }: Said): Promise<Decision<null, SayRefusal>> {
  let isSeen = false
  return change<null, SayRefusal>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'admissions.sayStep', subjectId: isSeen ? subjectId : null, detail: { kind, on } }),
    async (tx) => {
      const seen = await findSeenYouth(tx, reader.scope, subjectId)
      if (seen === null) return refuse('missing')
      isSeen = true
      const { radar, on: lookedAt, youths } = await loadRadar(tx, reader, Number(on.slice(0, 4)), subjectId)
      const [youth] = youths
      const refusal = stepRefusal(on, radar, reader.today, youth === undefined ? null : standingOn(youth, lookedAt, radar))
      if (refusal !== null) return refuse(refusal)
      const made = { personId: seen.personId, year: radar.year, kind, on, saidBy: reader.staffId }
      return (await insertStep(tx, made)) ? grant(null) : refuse('said-already')
    },
  )
}

/** How many were said, and of how many not. */
export type SaidOfMany = { readonly done: number; readonly not: number }

/** Says the same of many, one by one: what is refused of one does not stop the others. */
export async function sayStepOfMany(reader: RadarReader, subjectIds: readonly string[], said: Said): Promise<SaidOfMany> {
  let [done, not] = [0, 0]
  for (const subjectId of new Set(subjectIds)) {
    if ((await sayStep(reader, subjectId, said)).granted) done += 1
    else not += 1
  }
  return { done, not }
}

/** Strikes a step that was wrong. Refused: `missing`, `struck-already`. */
export function takeBackStep(
  reader: RadarReader,
  subjectId: string,
  stepId: string,
): Promise<Decision<null, 'missing' | 'struck-already'>> {
  let isSeen = false
  return change<null, 'missing' | 'struck-already'>(
    reader.pool,
    () => ({ actor: reader.staffId, action: 'admissions.strikeStep', subjectId: isSeen ? subjectId : null }),
    async (tx) => {
      const seen = await findSeenYouth(tx, reader.scope, subjectId)
      if (seen === null) return refuse('missing')
      isSeen = true
      return (await strikeStep(tx, seen.personId, stepId, reader.staffId)) ? grant(null) : refuse('struck-already')
    },
  )
}
