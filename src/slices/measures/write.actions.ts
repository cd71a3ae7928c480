/** Writing measures on a youth's page: new ones, other days, what was declined, what was wrong. */
import { grant, refuse } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'
import { findItem, listReasons } from './item.store.ts'
import { daysProblems, isFollowedOn, isValidOn, neverBegan } from './measure.rules.ts'
import { insertMeasure, listFollowed, updateMeasure, type MeasureContent } from './measure.store.ts'
import type { Item, Measure, MeasureProblem, NewMeasure } from './measures.types.ts'
import { insertOffer, strikeOffer } from './offer.store.ts'
import { judgeMeasure, knownOfDays, strikeMeasure } from './record.actions.ts'
import {
  findFreeStep,
  heldMeasure,
  listDepartments,
  write,
  type AskedStep,
  type Fault,
  type Writer,
  type Writing,
  type Written,
} from './youth.actions.ts'

const fieldOf: Readonly<Record<MeasureProblem, string>> = {
  'unknown-item': 'item',
  'item-not-valid': 'from',
  'outside-period': 'from',
  'start-too-far': 'from',
  'end-before-start': 'until',
  'end-too-far': 'until',
  overlaps: 'from',
  'note-too-long': 'note',
}
const faultOf = (problem: MeasureProblem): Fault => ({ field: fieldOf[problem], problem })

/** A department is one of the municipality's; one that is no longer chosen may stay where it stands. */
async function departmentFaults({ tx }: Writing, department: string | null, before: string | null): Promise<Fault[]> {
  if (department === null || department === before) return []
  const isKnown = (await listDepartments(tx)).some(({ key, active }) => active && key === department)
  return isKnown ? [] : [{ field: 'department', problem: 'unknown-choice' }]
}

/** What a form says of a measure. */
export type MeasureWish = MeasureContent & { readonly kept: Kept }
export type NewWish = MeasureWish & { readonly item: string }

/** Where a new measure comes from: a step of the plan, or nothing but the hand that writes it. */
const originOf = (asked: AskedStep | null): Pick<NewMeasure, 'origin' | 'originId'> =>
  asked === null ? { origin: 'hand', originId: null } : { origin: 'plan', originId: asked.stepId }

/** Records a measure, by hand or of a step of the plan; one that needs a placement decision is a proposal. */
export function addMeasure(
  writer: Writer,
  subjectId: string,
  { item: itemKey, kept, ...content }: NewWish,
  asked: AskedStep | null = null,
): Promise<Written> {
  const detail = { item: itemKey, ...(asked === null ? {} : { step: asked.stepId }) }
  return write(writer, { action: 'measures.add', subjectId, detail }, async (writing) => {
    const { tx, youth, personIds } = writing
    const who = { byName: writer.name, staffId: writer.staffId, ...originOf(asked) }
    const judged = await judgeMeasure(tx, { personId: youth.personId, itemKey, ...content, ...who }, writer.today)
    const faults = [
      ...judged.problems.map(faultOf),
      ...(await departmentFaults(writing, content.department, judged.item?.department ?? null)),
    ]
    if (asked !== null && (await findFreeStep(tx, personIds, asked)) === null) return refuse('step-gone')
    if (faults.length > 0 || judged.item === null) return writing.fault(...faults)
    const held = await writing.look(content.note, kept)
    if (held !== null) return held
    await insertMeasure(tx, judged.measure, judged.item, writer.today)
    return grant(null)
  })
}

/** The measure of a form, as it was when it was shown. */
export type Seen = { readonly subjectId: string; readonly measureId: string; readonly version: number }

/** The days are judged anew only where they changed: what was right then stands. */
async function changeProblems(writing: Writing, held: Measure, to: MeasureContent): Promise<MeasureProblem[]> {
  if (to.fromOn === held.fromOn && to.plannedUntilOn === held.plannedUntilOn) return []
  const { tx, writer } = writing
  const item: Item | null = await findItem(tx, held.itemKey)
  const known = await knownOfDays(tx, held.personId, held.recordedOn, writer.today)
  const others = known.others.filter(({ id }) => id !== held.id)
  const days = { fromOn: to.fromOn, plannedUntilOn: to.plannedUntilOn, endedOn: held.endedOn }
  const problems = item === null ? [] : daysProblems(days, { ...item, isExclusive: held.isExclusive }, { ...known, others })
  // What has not moved is not asked about again: an item may have ended since, and a period become another.
  return to.fromOn === held.fromOn ? problems.filter((one) => one !== 'item-not-valid' && one !== 'outside-period') : problems
}

/** A start that is later than what has happened. */
const startFaults = (held: Measure, { fromOn }: MeasureContent): Fault[] => [
  ...(neverBegan(held) && fromOn !== held.fromOn ? [{ field: 'from', problem: 'never-began' }] : []),
  ...(held.endedOn !== null && fromOn > held.endedOn && !neverBegan(held) ? [{ field: 'from', problem: 'start-after-end' }] : []),
  ...(held.stages.some((stage) => stage.fromOn < fromOn) ? [{ field: 'from', problem: 'start-after-stage' }] : []),
  ...(held.decidedOn !== null && fromOn < held.decidedOn ? [{ field: 'from', problem: 'start-before-decision' }] : []),
]

/** Other days, responsible, department or note, from the version that was seen. */
export const changeMeasure = (writer: Writer, { subjectId, measureId, version }: Seen, { kept, ...to }: MeasureWish): Promise<Written> =>
  write(writer, { action: 'measures.change', subjectId, detail: { measure: measureId } }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const measure = held.value
    if (measure.struck !== null || measure.placement === 'refused') return refuse('somebody-first')
    const problems = await changeProblems(writing, measure, to)
    const faults = [
      ...problems.map(faultOf),
      ...startFaults(measure, to),
      ...(await departmentFaults(writing, to.department, measure.department)),
    ]
    if (faults.length > 0) return writing.fault(...faults)
    const asked = await writing.look(to.note, kept, [measure.note])
    if (asked !== null) return asked
    await updateMeasure(writing.tx, measure.id, to, writer.name)
    return grant(null)
  })

/** What was offered, and why it was declined. */
export type OfferWish = {
  readonly item: string
  readonly offeredOn: PlainDate
  readonly reason: string
  readonly note: string
  readonly kept: Kept
}

async function offerFaults({ tx, personIds, writer }: Writing, { item: key, offeredOn, reason }: OfferWish): Promise<Fault[]> {
  const item = await findItem(tx, key)
  const isReason = (await listReasons(tx)).some((one) => one.key === reason && one.uses.includes('decline'))
  return [
    ...(item === null ? [{ field: 'item', problem: 'unknown-item' }] : []),
    ...(item !== null && !isValidOn(item, offeredOn) ? [{ field: 'on', problem: 'item-not-valid' }] : []),
    ...(isReason ? [] : [{ field: 'reason', problem: 'unknown-choice' }]),
    ...(offeredOn > writer.today ? [{ field: 'on', problem: 'offer-ahead' }] : []),
    ...(isFollowedOn(await listFollowed(tx, personIds), offeredOn) ? [] : [{ field: 'on', problem: 'outside-period' }]),
  ]
}

/** Puts on record that something was offered and declined. It is no measure. */
export const declineOffer = (writer: Writer, subjectId: string, wish: OfferWish): Promise<Written> =>
  write(writer, { action: 'measures.decline', subjectId, detail: { item: wish.item, reason: wish.reason } }, async (writing) => {
    const faults = await offerFaults(writing, wish)
    if (faults.length > 0) return writing.fault(...faults)
    const asked = await writing.look(wish.note, wish.kept)
    if (asked !== null) return asked
    const { item: itemKey, offeredOn, reason, note } = wish
    const by = { byName: writer.name, staffId: writer.staffId }
    await insertOffer(writing.tx, { personId: writing.youth.personId, itemKey, offeredOn, reason, note, ...by }, writer.today)
    return grant(null)
  })

/** Why something is struck. */
export type StrikeWish = { readonly why: string; readonly kept: Kept }

/** Strikes a measure that was written by mistake. */
export const strikeWrong = (writer: Writer, { subjectId, measureId, version }: Seen, { why, kept }: StrikeWish): Promise<Written> =>
  write(writer, { action: 'measures.strike', subjectId, detail: { measure: measureId }, noteField: 'why' }, async (writing) => {
    const held = await heldMeasure(writing, measureId, version)
    if (!held.granted) return held
    const asked = await writing.look(why, kept)
    if (asked !== null) return asked
    const struck = await strikeMeasure(writing.tx, measureId, why, { staffId: writer.staffId, name: writer.name })
    return struck.granted ? struck : refuse('somebody-first')
  })

/** Strikes a declined offer that was written by mistake. */
export const strikeDeclined = (writer: Writer, subjectId: string, offerId: string, { why, kept }: StrikeWish): Promise<Written> =>
  write(writer, { action: 'measures.strikeOffer', subjectId, noteField: 'why' }, async (writing) => {
    const asked = await writing.look(why, kept)
    if (asked !== null) return asked
    return (await strikeOffer(writing.tx, writing.personIds, offerId, why, writer.name)) ? grant(null) : refuse('somebody-first')
  })
