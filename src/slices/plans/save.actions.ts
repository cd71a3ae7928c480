/** Writing a plan: a new one, or a new version of the one that is open. Two who write at the same time are shown each other's, and lose nothing. */
import { randomUUID } from 'node:crypto'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { FieldFlag, Kept } from '../hygiene/index.ts'
import { isWrittenAnew, type Compared } from './diff.rules.ts'
import { readDraft, textsOf } from './draft.rules.ts'
import type { DraftFault, ReadDraft, TypedPlan } from './draft.types.ts'
import { plannedIn } from './follow-up.rules.ts'
import { changePlan, type Changing, type HeldPlan, type PlanActor, type Unseen } from './plan.actions.ts'
import { findVersion, listStepsEver, readOpenPlan } from './plan.store.ts'
import { dropFollowUps, holdOpening, insertAcknowledgement, insertFollowUps, insertPlan, insertVersion } from './plan-write.store.ts'
import { changeOf, comparedPlan, statusAfter, type SaveAs } from './save.rules.ts'
import type { Plan, PlanStep } from './plans.types.ts'

/** What is saved. `planId` null and `version` 0: a new plan. `isAcknowledged`: the youth sits beside, has read it and says yes. */
export type Saving = {
  readonly subjectId: string
  readonly planId: string | null
  readonly version: number
  readonly typed: TypedPlan
  readonly as: SaveAs
  readonly isAcknowledged: boolean
  readonly kept: Kept
}

/** What somebody else saved: `base` is what the writer began with, null when there was no plan then. */
export type Conflict = { readonly base: Compared | null; readonly theirs: Plan }

export type SaveRefusal = Unseen | 'ended' | 'faults' | 'note-flags' | 'somebody-first'

/** A refusal with what it was for: problems at their fields, words that are asked about, or what somebody else saved. */
export type Saved = Decision<{ readonly planId: string }, SaveRefusal> & {
  readonly faults: readonly DraftFault[]
  readonly flags: readonly FieldFlag[]
  readonly conflict: Conflict | null
}

/** What a refusal leaves behind it. */
type Told = { faults: readonly DraftFault[]; conflict: Conflict | null }

const withIds = (steps: readonly PlanStep[]): PlanStep[] =>
  steps.map((step) => (step.stepId === '' ? { ...step, stepId: randomUUID() } : step))

async function conflictOf({ tx, youth, records }: Changing, { planId, version }: Saving, held: HeldPlan | null): Promise<Conflict | null> {
  if (planId === null) {
    await holdOpening(tx, youth.personId)
    const theirs = await readOpenPlan(tx, records)
    return theirs === null ? null : { base: null, theirs }
  }
  if (held === null || held.plan.version === version) return null
  const base = await findVersion(tx, planId, version)
  return base !== null && !isWrittenAnew(base, comparedPlan(held.plan)) ? null : { base, theirs: held.plan }
}

async function readTyped({ tx }: Changing, { typed }: Saving, held: HeldPlan | null, today: PlainDate): Promise<ReadDraft> {
  const steps = held === null ? [] : await listStepsEver(tx, held.plan.planId)
  const planned = held === null ? [] : plannedIn(held.plan.followUps).map(({ on }) => on)
  return readDraft(typed, { today, steps: new Map(steps.map((step) => [step.stepId, step])), planned })
}

type Ready = { readonly held: HeldPlan | null; readonly draft: ReadDraft; readonly saving: Saving; readonly actor: PlanActor }

/** Saves what is ready; nothing new when nothing differs. The version that now stands. */
async function saveVersion(
  { tx, youth }: Changing,
  { held, draft, saving, actor }: Ready,
): Promise<{ id: number; planId: string; version: number }> {
  const { today, staffId, name } = actor
  const { id, planId } = held === null ? await insertPlan(tx, youth.personId, today) : { id: held.id, planId: held.plan.planId }
  const status = statusAfter(held?.plan.status ?? null, saving.as)
  const change = changeOf(held?.plan ?? null, { ...draft.content, followUpDays: draft.followUpDays }, status)
  if (change === null) return { id, planId, version: held?.plan.version ?? 0 }
  const planned = held === null ? [] : plannedIn(held.plan.followUps).map(({ on }) => on)
  const gone = planned.filter((day) => !draft.followUpDays.includes(day))
  if (gone.length > 0) await dropFollowUps(tx, id, gone, { on: today, staffId })
  const fresh = draft.followUpDays.filter((day) => !planned.includes(day))
  await insertFollowUps(tx, id, fresh, today)
  const content = { ...draft.content, steps: withIds(draft.content.steps) }
  const version = await insertVersion(tx, id, { ...content, change, status, endReason: null, endNote: '', by: { staffId, name } })
  return { id, planId, version }
}

async function save(changing: Changing, actor: PlanActor, saving: Saving, told: Told): Promise<Decision<{ planId: string }, SaveRefusal>> {
  const { tx, hold, mustAsk } = changing
  const held = saving.planId === null ? null : await hold(saving.planId)
  if (saving.planId !== null && held === null) return refuse('missing')
  if (held?.plan.status === 'ended') return refuse('ended')
  told.conflict = await conflictOf(changing, saving, held)
  if (told.conflict !== null) return refuse('somebody-first')
  const draft = await readTyped(changing, saving, held, actor.today)
  told.faults = draft.faults
  if (draft.faults.length > 0) return refuse('faults')
  const before = held === null ? [] : textsOf(held.plan).map(({ text }) => text)
  if (await mustAsk(textsOf(draft.content), saving.kept, before)) return refuse('note-flags')
  const { id, planId, version } = await saveVersion(changing, { held, draft, saving, actor })
  if (saving.isAcknowledged) await insertAcknowledgement(tx, id, { version, how: 'together', staffId: actor.staffId })
  return grant({ planId })
}

/** Saves what was typed, from the version that it was begun with. */
export async function savePlan(actor: PlanActor, saving: Saving): Promise<Saved> {
  const told: Told = { faults: [], conflict: null }
  const { subjectId, as, isAcknowledged } = saving
  const line = { action: 'plans.save', subjectId, detail: { as, isAcknowledged, steps: saving.typed.rows.length } }
  const decision = await changePlan(actor, line, (changing) => save(changing, actor, saving, told))
  return { ...decision, ...told }
}
