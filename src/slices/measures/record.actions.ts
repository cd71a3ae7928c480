/**
 * Measures in somebody else's transaction: guided coding and plans record, end and strike them too. The caller has asked whether the youth may be
 * seen, and writes the audit line. The lists hear of it by themselves.
 */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { holdLines, listSameRecords, recordOccupation } from '../outreach/index.ts'
import { findItem, listReasons } from './item.store.ts'
import { endProblem, newProblems, suggestedEnd, takes, overlap, stands, type KnownOfDays } from './measure.rules.ts'
import { holdMeasure, insertMeasure, listFollowed, listMeasuresOf, rootOf, saveEnd, saveStrike, type MeasureKey } from './measure.store.ts'
import type { By, EndProblem, Ending, Item, Measure, MeasureProblem, NewMeasure } from './measures.types.ts'
import { endOpenStage, type StageEnd } from './stage.store.ts'

/** What new days of a youth's measure are judged with. The youth's line is held. */
export async function knownOfDays(tx: Tx, personId: number, recordedOn: PlainDate, today: PlainDate): Promise<KnownOfDays> {
  const root = await rootOf(tx, personId)
  await holdLines(tx, [root])
  const records = await listSameRecords(tx, root)
  return { followed: await listFollowed(tx, records), others: await listMeasuresOf(tx, records), recordedOn, today }
}

export type JudgedMeasure = { readonly measure: NewMeasure; readonly item: Item | null; readonly problems: readonly MeasureProblem[] }

/** A new measure with its planned end worked out where none was given, and everything that is wrong with it. */
export async function judgeMeasure(tx: Tx, wish: NewMeasure, today: PlainDate): Promise<JudgedMeasure> {
  const item = await findItem(tx, wish.itemKey)
  const measure = { ...wish, plannedUntilOn: wish.plannedUntilOn ?? suggestedEnd(item?.stages ?? [], wish.fromOn) }
  return { measure, item, problems: newProblems(measure, item, await knownOfDays(tx, wish.personId, today, today)) }
}

/** Records a measure. One that needs a placement decision waits for it, and is in no list of measures until it is approved. */
export async function recordMeasure(tx: Tx, wish: NewMeasure, today: PlainDate): Promise<Decision<MeasureKey, MeasureProblem>> {
  const { measure, item, problems } = await judgeMeasure(tx, wish, today)
  const [problem] = problems
  if (problem !== undefined || item === null) return refuse(problem ?? 'unknown-item')
  return grant(await insertMeasure(tx, measure, item, today))
}

/**
 * A later end can run into an exclusive measure that began meanwhile. What was in the way already, an overdue measure or one of a record that was merged
 * since, hinders nobody from saying when this one ended.
 */
export const runsInto = (measure: Measure, endedOn: PlainDate, others: readonly Measure[], today: PlainDate): boolean => {
  const { id, fromOn, isExclusive, endedOn: before, plannedUntilOn } = measure
  const asItStands = { fromOn, untilOn: before ?? plannedUntilOn }
  const inTheWay = (other: Measure): boolean =>
    overlap({ fromOn, untilOn: endedOn }, takes(other, today)) && !overlap(asItStands, takes(other, today))
  return isExclusive && others.some((other) => other.id !== id && other.isExclusive && stands(other) && inTheWay(other))
}

/** Notes what the youth does after the measure, said on the day; nothing when nobody asked. */
export async function noteOccupation(tx: Tx, { personId }: Measure, ending: Ending, statedOn: PlainDate): Promise<void> {
  const { occupationAfter: kind, occupationSource: source = 'youth', by } = ending
  if (kind === null) return
  await recordOccupation(tx, {
    personId: await rootOf(tx, personId),
    kind,
    source,
    sinceOn: null,
    statedOn,
    saidBy: by.name,
    contactId: null,
    origin: 'measure',
  })
}

/** How a stage ends with its measure. */
export const stageEndOf = ({ endedOn, endReason }: Pick<Ending, 'endedOn' | 'endReason'>): StageEnd => ({
  endedOn,
  reason: endReason === 'completed' ? null : endReason,
})

/** Ends a measure, its open stage too, and notes what the youth does afterwards when somebody asked. */
export async function endMeasureById(tx: Tx, ending: Ending, today: PlainDate): Promise<Decision<null, EndProblem>> {
  const measure = await holdMeasure(tx, ending.measureId)
  if (measure === null) return refuse('missing')
  const { endedOn, endReason, occupationAfter, by } = ending
  const reason = (await listReasons(tx)).find(({ key }) => key === endReason)
  const problem = endProblem(measure, { endedOn, reason }, today)
  if (problem !== null) return refuse(problem)
  const { others } = await knownOfDays(tx, measure.personId, today, today)
  if (runsInto(measure, endedOn, others, today)) return refuse('overlaps')
  await endOpenStage(tx, measure.id, stageEndOf({ endedOn, endReason }), true)
  await saveEnd(tx, measure.id, { endedOn, endReason, occupationAfter, saidOn: today }, by.name)
  await noteOccupation(tx, measure, ending, today)
  return grant(null)
}

/** Strikes a measure that was written by mistake. Refused: `missing`, `struck-already` (or refused by the personnel group). */
export async function strikeMeasure(tx: Tx, measureId: string, why: string, by: By): Promise<Decision<null, 'missing' | 'struck-already'>> {
  const measure = await holdMeasure(tx, measureId)
  if (measure === null) return refuse('missing')
  if (measure.struck !== null || measure.placement === 'refused') return refuse('struck-already')
  await saveStrike(tx, measure.id, why, by.name)
  return grant(null)
}
