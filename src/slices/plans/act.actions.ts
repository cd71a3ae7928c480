/** What is done with a plan besides writing it: ticking a step, noting that the youth said yes, following up, postponing, ending. */
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import type { Kept } from '../hygiene/index.ts'
import { mayPlan, mayPostpone, openFollowUp, type FollowUpRefusal, type PlanDayRefusal, type PostponeRefusal } from './follow-up.rules.ts'
import { acknowledgePlan } from './own.actions.ts'
import type { AcknowledgeRefusal } from './own.rules.ts'
import { changePlan, type Changing, type Flagged, type HeldPlan, type PlanActor, type Unseen } from './plan.actions.ts'
import {
  closeFollowUp,
  closePlan,
  dropFollowUps,
  insertFollowUps,
  insertVersion,
  postponeFollowUp,
  type NewVersion,
} from './plan-write.store.ts'
import type { AcknowledgedHow, FollowUpOutcome, PlanContent, PlanEndReason, PostponeReason } from './plans.types.ts'

/** Which plan of which youth. */
export type OnePlan = { readonly subjectId: string; readonly planId: string }

type Made = Pick<NewVersion, 'change'> & Partial<Pick<NewVersion, 'status' | 'endReason' | 'endNote'>>

const saveNext = ({ tx }: Changing, { id, plan }: HeldPlan, { staffId, name }: PlanActor, made: Made, content: PlanContent = plan) =>
  insertVersion(tx, id, { ...content, status: plan.status, endReason: null, endNote: '', ...made, by: { staffId, name } })

export type TickStepRefusal = Unseen | 'ended' | 'somebody-first'

/** Ticks a step of any column, or takes the tick away. A step that is no longer there: `somebody-first`. */
export const tickStep = (
  actor: PlanActor,
  { subjectId, planId, stepId, isDone }: OnePlan & { readonly stepId: string; readonly isDone: boolean },
): Promise<Decision<null, TickStepRefusal | 'note-flags'>> =>
  changePlan<null, TickStepRefusal>(actor, { action: 'plans.tick', subjectId, detail: { isDone } }, async (changing) => {
    const held = await changing.hold(planId)
    if (held === null) return refuse('missing')
    if (held.plan.status === 'ended') return refuse('ended')
    const step = held.plan.steps.find((one) => one.stepId === stepId)
    if (step === undefined) return refuse('somebody-first')
    if ((step.doneOn !== null) === isDone) return grant(null)
    const doneOn = isDone ? actor.today : null
    const steps = held.plan.steps.map((one) => (one === step ? { ...one, doneOn } : one))
    await saveNext(changing, held, actor, { change: 'ticked' }, { ...held.plan, steps })
    return grant(null)
  })

/** Notes that the youth has read the version and said yes, together or on paper. */
export const noteAcknowledged = (
  actor: PlanActor,
  { subjectId, planId, version, how }: OnePlan & { readonly version: number; readonly how: Exclude<AcknowledgedHow, 'link'> },
): Promise<Decision<null, Unseen | AcknowledgeRefusal | 'note-flags'>> =>
  changePlan<null, Unseen | AcknowledgeRefusal>(actor, { action: 'plans.acknowledge', subjectId, detail: { how } }, async ({ tx, hold }) =>
    (await hold(planId)) === null ? refuse('missing') : acknowledgePlan(tx, { planId, version, how, staffId: actor.staffId }),
  )

type OneFollowUp = OnePlan & { readonly followUpId: string; readonly note: string; readonly kept: Kept }

export type DoneRefusal = Unseen | FollowUpRefusal | PlanDayRefusal

/** Says how a follow-up went, and when the next one is, if there is to be one. */
export const sayFollowedUp = (
  actor: PlanActor,
  {
    subjectId,
    planId,
    followUpId,
    note,
    kept,
    outcome,
    nextOn,
  }: OneFollowUp & { readonly outcome: FollowUpOutcome; readonly nextOn: PlainDate | null },
): Promise<Flagged<null, DoneRefusal | 'note-flags'>> =>
  changePlan<null, DoneRefusal>(actor, { action: 'plans.followUp', subjectId, detail: { outcome } }, async (changing) => {
    const { tx, mustAsk } = changing
    const held = await changing.hold(planId)
    if (held === null) return refuse('missing')
    const found = openFollowUp(held.plan, followUpId)
    if (!found.granted) return found
    const next = nextOn === null ? grant(null) : mayPlan(held.plan, nextOn, { today: actor.today, leavingOut: followUpId })
    if (!next.granted) return next
    if (await mustAsk([{ field: 'note', text: note }], kept)) return refuse('note-flags')
    const closing = { on: actor.today, staffId: actor.staffId }
    await closeFollowUp(tx, followUpId, { ...closing, outcome, note })
    if (nextOn !== null) await insertFollowUps(tx, held.id, [nextOn], actor.today)
    await saveNext(changing, held, actor, { change: 'followedUp' })
    return grant(null)
  })

/** Moves a follow-up to a later day, and says why. */
export const postpone = (
  actor: PlanActor,
  { subjectId, planId, followUpId, note, kept, toOn, reason }: OneFollowUp & { readonly toOn: PlainDate; readonly reason: PostponeReason },
): Promise<Flagged<null, Unseen | PostponeRefusal | 'note-flags'>> =>
  changePlan<null, Unseen | PostponeRefusal>(actor, { action: 'plans.postpone', subjectId, detail: { reason } }, async (changing) => {
    const { tx, mustAsk } = changing
    const held = await changing.hold(planId)
    if (held === null) return refuse('missing')
    const allowed = mayPostpone(held.plan, followUpId, toOn, actor.today)
    if (!allowed.granted) return allowed
    if (await mustAsk([{ field: 'note', text: note }], kept)) return refuse('note-flags')
    await postponeFollowUp(tx, followUpId, { toOn, reason, note, on: actor.today, staffId: actor.staffId })
    await saveNext(changing, held, actor, { change: 'postponed' })
    return grant(null)
  })

export type EndRefusal = Unseen | 'ended' | 'somebody-first'

/** Ends the plan, with why, from the version that was seen. Follow-ups that waited are not to be held. */
export const endPlan = (
  actor: PlanActor,
  {
    subjectId,
    planId,
    version,
    reason,
    note,
    kept,
  }: OnePlan & { readonly version: number; readonly reason: PlanEndReason; readonly note: string; readonly kept: Kept },
): Promise<Flagged<null, EndRefusal | 'note-flags'>> =>
  changePlan<null, EndRefusal>(actor, { action: 'plans.end', subjectId, detail: { reason } }, async (changing) => {
    const { tx, mustAsk } = changing
    const held = await changing.hold(planId)
    if (held === null) return refuse('missing')
    if (held.plan.status === 'ended') return refuse('ended')
    if (held.plan.version !== version) return refuse('somebody-first')
    if (await mustAsk([{ field: 'note', text: note }], kept)) return refuse('note-flags')
    await dropFollowUps(tx, held.id, null, { on: actor.today, staffId: actor.staffId })
    await closePlan(tx, held.id, actor.today)
    await saveNext(changing, held, actor, { change: 'ended', status: 'ended', endReason: reason, endNote: note })
    return grant(null)
  })
