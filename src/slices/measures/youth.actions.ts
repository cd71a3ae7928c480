/** One youth's measures: read for the pages, and the frame that every change of them goes in. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { readAs } from '../audit/index.ts'
import { heldBack, holdBack, hygieneDetail, unchecked, type FieldFlag, type Kept, type NoteCheck } from '../hygiene/index.ts'
import { changeSoon, holdLines, listSameRecords, outreachSettingsFrom, type OutreachSettings } from '../outreach/index.ts'
import { listSettings } from '../settings/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { listItems, listReasons } from './item.store.ts'
import { isFollowedOn } from './measure.rules.ts'
import { holdMeasure, listFollowed, listMeasuresOf, listPast } from './measure.store.ts'
import type { DeclinedOffer, Item, MeasurableStep, Measure, Reason, PastMeasure, ShownDecision } from './measures.types.ts'
import { listOffersOf } from './offer.store.ts'
import { listDecisionsOf } from './round.store.ts'
import { measureOfStep } from './step.rules.ts'

/** Who reads and writes, and the day it is. */
export type Writer = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly isFresh: boolean
  readonly today: PlainDate
}

export type YouthMeasures = {
  readonly youth: SeenYouth
  readonly measures: readonly Measure[]
  readonly offers: readonly DeclinedOffer[]
  /** All items in force: those that are not valid today name what was done before. */
  readonly items: readonly Item[]
  readonly reasons: readonly Reason[]
  readonly departments: OutreachSettings['departments']
  /** Covered or watched today. */
  readonly isFollowed: boolean
}

async function seenBy(tx: Tx, { scope, isFresh }: Writer, subjectId: string): Promise<Decision<SeenYouth, 'missing' | 'sign-in-again'>> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return refuse('missing')
  return youth.isProtected && !isFresh ? refuse('sign-in-again') : grant(youth)
}

/** The departments of the municipality, those no longer chosen among them. */
export const listDepartments = async (tx: Tx): Promise<OutreachSettings['departments']> =>
  outreachSettingsFrom(await listSettings(tx, 'infinity')).departments

async function loadMeasures(tx: Tx, youth: SeenYouth, today: PlainDate): Promise<YouthMeasures> {
  const records = await listSameRecords(tx, youth.personId)
  return {
    youth,
    measures: await listMeasuresOf(tx, records),
    offers: await listOffersOf(tx, records),
    items: await listItems(tx, null),
    reasons: await listReasons(tx),
    departments: await listDepartments(tx),
    isFollowed: isFollowedOn(await listFollowed(tx, records), today),
  }
}

type Read<T> = Decision<T, 'missing' | 'sign-in-again'>

const readLine =
  <T>(writer: Writer, action: string, subjectId: string) =>
  (read: Read<T>) => ({
    actor: writer.staffId,
    action,
    outcome: read.granted ? 'done' : read.reason,
    subjectId: read.granted || read.reason !== 'missing' ? subjectId : null,
  })

/** A youth's measures, with the read line. */
export const readMeasures = (writer: Writer, subjectId: string): Promise<Read<YouthMeasures>> =>
  readAs(writer.pool, readLine<YouthMeasures>(writer, 'measures.read', subjectId), async (tx) => {
    const seen = await seenBy(tx, writer, subjectId)
    return seen.granted ? grant(await loadMeasures(tx, seen.value, writer.today)) : seen
  })

/** The step if it stands in an open plan of the youth's and is ours. Handed in where pages are put together, for the arrow points the other way. */
export type FindStep = (tx: Tx, personIds: readonly number[], stepId: string) => Promise<MeasurableStep | null>
/** Which step of a plan is to be made a measure. */
export type AskedStep = { readonly stepId: string; readonly find: FindStep }

/** The step, when it is there and no measure has come of it. */
export async function findFreeStep(tx: Tx, personIds: readonly number[], { stepId, find }: AskedStep): Promise<MeasurableStep | null> {
  const step = await find(tx, personIds, stepId)
  return measureOfStep(await listMeasuresOf(tx, personIds), stepId) === null ? step : null
}

/** What a new measure is written beside. `step` null: it comes of none, or of one that is gone or taken. */
export type NewMeasureRead = YouthMeasures & { readonly step: MeasurableStep | null }

/** The same for a new measure, with the step that it is to come of. */
export const readNewMeasure = (writer: Writer, subjectId: string, asked: AskedStep | null): Promise<Read<NewMeasureRead>> =>
  readAs(writer.pool, readLine<NewMeasureRead>(writer, 'measures.read', subjectId), async (tx) => {
    const seen = await seenBy(tx, writer, subjectId)
    if (!seen.granted) return seen
    const { personId } = seen.value
    const step = asked === null ? null : await findFreeStep(tx, await listSameRecords(tx, personId), asked)
    return grant({ ...(await loadMeasures(tx, seen.value, writer.today)), step })
  })

/** One measure with what it was before, and what the personnel group said of it. */
export type OneMeasure = YouthMeasures & {
  readonly measure: Measure
  readonly past: readonly PastMeasure[]
  readonly decisions: readonly ShownDecision[]
}

/** One measure of a youth, with the read line. */
export const readMeasure = (writer: Writer, subjectId: string, measureId: string): Promise<Read<OneMeasure>> =>
  readAs(writer.pool, readLine<OneMeasure>(writer, 'measures.readOne', subjectId), async (tx) => {
    const seen = await seenBy(tx, writer, subjectId)
    if (!seen.granted) return seen
    const all = await loadMeasures(tx, seen.value, writer.today)
    const measure = all.measures.find((one) => one.measureId === measureId)
    if (measure === undefined) return refuse('missing')
    return grant({ ...all, measure, past: await listPast(tx, measure.id), decisions: await listDecisionsOf(tx, measure.id) })
  })

/** Something that is wrong with what was typed, at its field. */
export type Fault = { readonly field: string; readonly problem: string }
/** `faults`: at their fields. `note-flags`: the writer is asked about words. `somebody-first`: changed meanwhile. `step-gone`: the step is gone or taken. */
export type WriteRefusal = 'missing' | 'sign-in-again' | 'faults' | 'note-flags' | 'somebody-first' | 'step-gone' | 'night-is-running'
export type Written = Decision<null, WriteRefusal> & { readonly faults: readonly Fault[]; readonly flags: readonly FieldFlag[] }

/** What a change is told of: the youth, the transaction, and where to put what is wrong. */
export type Writing = {
  readonly tx: Tx
  readonly writer: Writer
  readonly youth: SeenYouth
  readonly personIds: readonly number[]
  /** Refuses with what is wrong at the fields. */
  readonly fault: (...faults: readonly Fault[]) => { readonly granted: false; readonly reason: 'faults' }
  /** Looks through a free text; a refusal when its writer has not answered for something in it. */
  readonly look: (
    text: string,
    kept: Kept,
    before?: readonly string[],
  ) => Promise<{ readonly granted: false; readonly reason: 'note-flags' } | null>
}

/** What is changed: the name of the action, whose, and what the log is told. */
export type Change = {
  readonly action: string
  readonly subjectId: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly noteField?: string
}

/** What a change finds on its way, for its line and its answer. */
type Found = { faults: readonly Fault[]; check: NoteCheck }

const writingOf = (tx: Tx, writer: Writer, youth: SeenYouth, personIds: readonly number[], noteField: string, found: Found): Writing => ({
  tx,
  writer,
  youth,
  personIds,
  fault: (...faults) => {
    found.faults = faults
    return refuse('faults')
  },
  look: async (text, kept, before = []) => {
    found.check = heldBack([{ field: noteField, text }], kept, await readNoteAbout(tx, youth), before)
    return found.check.asked.length > 0 ? holdBack(found.check) : null
  },
})

/** A change of one youth's measures: seen first, her line held before anything of hers is, in one transaction with its line in the log. */
export async function write(
  writer: Writer,
  { action, subjectId, detail = {}, noteField = 'note' }: Change,
  work: (writing: Writing) => Promise<Decision<null, WriteRefusal>>,
): Promise<Written> {
  const found: Found = { faults: [], check: unchecked }
  const line = (decision: Decision<null, WriteRefusal>) => ({
    actor: writer.staffId,
    action,
    subjectId: decision.granted || decision.reason !== 'missing' ? subjectId : null,
    detail: {
      ...detail,
      ...(found.faults.length === 0 ? {} : { faults: found.faults.map(({ problem }) => problem) }),
      ...hygieneDetail(found.check),
    },
  })
  const decision = await changeSoon<null, WriteRefusal>(writer.pool, line, async (tx) => {
    const seen = await seenBy(tx, writer, subjectId)
    if (!seen.granted) return seen
    await holdLines(tx, [seen.value.personId])
    return work(writingOf(tx, writer, seen.value, await listSameRecords(tx, seen.value.personId), noteField, found))
  })
  const isAsked = !decision.granted && decision.reason === 'note-flags'
  return { ...decision, faults: found.faults, flags: isAsked ? found.check.flags : [] }
}

/** The youth's own measure held, from a version of it; `version` null: whichever stands now. */
export async function heldMeasure(
  { tx, personIds }: Writing,
  measureId: string,
  version: number | null,
): Promise<Decision<Measure, 'missing' | 'somebody-first'>> {
  const held = await holdMeasure(tx, measureId)
  if (held === null || !personIds.includes(held.personId)) return refuse('missing')
  return version === null || held.version === version ? grant(held) : refuse('somebody-first')
}
