/** Ending measures, and the stages of composite ones: begun, interrupted, struck. */
import { grant, refuse } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'
import type { Occupation } from '../ladder/index.ts'
import type { OccupationSource } from '../outreach/index.ts'
import { listReasons } from './item.store.ts'
import { plannedEnd, saidEndProblem, saidOnOf } from './measure.rules.ts'
import { saveEnd, saveTouch } from './measure.store.ts'
import type { EndProblem, Ending, Measure } from './measures.types.ts'
import { endMeasureById, knownOfDays, noteOccupation, runsInto, stageEndOf } from './record.actions.ts'
import { interruptProblem, nextStages, reopened, stageProblem } from './stage.rules.ts'
import { endOpenStage, insertStage, moveStageEnd, strikeStage } from './stage.store.ts'
import { heldMeasure, write, type Writer, type Writing, type Written } from './youth.actions.ts'
import type { Seen } from './write.actions.ts'

/** What the form of an end says. `endedOn` null: for what never began. */
export type EndWish = {
  readonly endedOn: PlainDate | null
  readonly reason: string
  readonly occupation: Occupation | null
  readonly source: OccupationSource
}

const endField = (problem: EndProblem): string => (problem === 'unknown-reason' || problem === 'only-never-began' ? 'reason' : 'on')

const endingOf = ({ fromOn, measureId }: Measure, { endedOn, reason, occupation, source }: EndWish, { staffId, name }: Writer): Ending => ({
  measureId,
  endedOn: endedOn ?? fromOn,
  endReason: reason,
  occupationAfter: occupation,
  occupationSource: source,
  by: { staffId, name },
})

/**
 * Another day or reason of an end that was said before, or what the youth did afterwards; where that is not said it stays as it was. The stage that
 * ended with the measure goes with it.
 */
async function correctEnd({ tx, writer }: Writing, measure: Measure, ending: Ending): Promise<EndProblem | null> {
  const { today } = writer
  const { endedOn, endReason } = ending
  const reason = (await listReasons(tx)).find(({ key }) => key === endReason)
  const problem = saidEndProblem(reopened(measure), { endedOn, reason }, today)
  if (problem !== null) return problem
  const { others } = await knownOfDays(tx, measure.personId, today, today)
  if (runsInto(measure, endedOn, others, today)) return 'overlaps'
  const occupationAfter = ending.occupationAfter ?? measure.occupationAfter
  await moveStageEnd(tx, measure.id, stageEndOf({ endedOn, endReason }))
  await saveEnd(tx, measure.id, { endedOn, endReason, occupationAfter, saidOn: saidOnOf(measure, endedOn, today) }, writer.name)
  // Said afterwards it is of the day of the end: what was said later stands.
  if (occupationAfter !== measure.occupationAfter) await noteOccupation(tx, measure, ending, endedOn < today ? endedOn : today)
  return null
}

/** Ends a measure, or says another end of one that has ended; the first time with what the youth does afterwards. */
export const endMeasure = (writer: Writer, { subjectId, measureId, version }: Seen, wish: EndWish): Promise<Written> =>
  write(writer, { action: 'measures.end', subjectId, detail: { measure: measureId, reason: wish.reason } }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const measure = held.value
    const ending = endingOf(measure, wish, writer)
    if (wish.endedOn === null && measure.fromOn <= writer.today) return writing.fault({ field: 'on', problem: 'required' })
    if (measure.struck === null && measure.endedOn !== null) {
      const problem = await correctEnd(writing, measure, ending)
      return problem === null ? grant(null) : writing.fault({ field: endField(problem), problem })
    }
    const ended = await endMeasureById(writing.tx, ending, writer.today)
    if (ended.granted) return ended
    if (ended.reason === 'not-standing' || ended.reason === 'missing') return refuse('somebody-first')
    return writing.fault({ field: endField(ended.reason), problem: ended.reason })
  })

/** It has not ended after all, and neither has the stage that ended with it. */
export const resumeMeasure = (writer: Writer, { subjectId, measureId, version }: Seen): Promise<Written> =>
  write(writer, { action: 'measures.resume', subjectId, detail: { measure: measureId } }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const measure = held.value
    if (measure.endedOn === null || measure.struck !== null) return refuse('somebody-first')
    const { others, today } = await knownOfDays(writing.tx, measure.personId, writer.today, writer.today)
    const until = measure.plannedUntilOn ?? ('9999-12-31' as PlainDate)
    if (runsInto(measure, until, others, today)) return writing.fault({ field: 'resume', problem: 'overlaps' })
    await moveStageEnd(writing.tx, measure.id, null)
    await saveEnd(writing.tx, measure.id, null, writer.name)
    return grant(null)
  })

/** Begins a stage, which completes the one before. */
export const beginStage = (
  writer: Writer,
  { subjectId, measureId, version }: Seen,
  { key, fromOn }: { readonly key: string; readonly fromOn: PlainDate },
): Promise<Written> =>
  write(writer, { action: 'measures.beginStage', subjectId, detail: { measure: measureId, stage: key } }, async (writing) => {
    const { tx } = writing
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const measure = held.value
    const problem = stageProblem(measure, { key, fromOn }, writer.today)
    const stage = nextStages(measure).find((one) => one.key === key)
    if (problem !== null || stage === undefined)
      return writing.fault({ field: problem === 'unknown-stage' ? 'stage' : 'stageFrom', problem: problem ?? 'unknown-stage' })
    await endOpenStage(tx, measure.id, { endedOn: fromOn, reason: null }, false)
    const planned = plannedEnd(fromOn, stage.length)
    await insertStage(tx, { measureId: measure.id, key, step: stage.step, fromOn, plannedUntilOn: planned, byName: writer.name })
    await saveTouch(tx, measure.id, writer.name)
    return grant(null)
  })

/** Why a stage is interrupted, and whether the whole measure ends with it. */
export type InterruptWish = EndWish & { readonly endedOn: PlainDate; readonly endsMeasure: boolean }

/** Interrupts the open stage; the measure ends the same day, or goes on to try again. */
export const interruptStage = (writer: Writer, { subjectId, measureId, version }: Seen, wish: InterruptWish): Promise<Written> =>
  write(writer, { action: 'measures.interrupt', subjectId, detail: { measure: measureId, reason: wish.reason } }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const measure = held.value
    const problem = interruptProblem(measure, { reason: wish.reason, on: wish.endedOn }, writer.today)
    if (problem !== null) return writing.fault({ field: problem === 'unknown-reason' ? 'stopReason' : 'stopOn', problem })
    if (wish.endsMeasure) {
      const ended = await endMeasureById(writing.tx, endingOf(measure, wish, writer), writer.today)
      return ended.granted ? ended : writing.fault({ field: 'stopOn', problem: ended.reason })
    }
    await endOpenStage(writing.tx, measure.id, wish, false)
    await saveTouch(writing.tx, measure.id, writer.name)
    return grant(null)
  })

/** Strikes the last stage, begun by mistake; the one before is then as it was ended. */
export const strikeWrongStage = (
  writer: Writer,
  { subjectId, measureId, version }: Seen,
  { stageId, why, kept }: { readonly stageId: string; readonly why: string; readonly kept: Kept },
): Promise<Written> =>
  write(writer, { action: 'measures.strikeStage', subjectId, detail: { measure: measureId }, noteField: 'why' }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const last = held.value.stages.at(-1)
    if (last?.stageId !== stageId || held.value.endedOn !== null) return refuse('somebody-first')
    const asked = await writing.look(why, kept)
    if (asked !== null) return asked
    await strikeStage(writing.tx, held.value.id, stageId, why, writer.name)
    await saveTouch(writing.tx, held.value.id, writer.name)
    return grant(null)
  })
