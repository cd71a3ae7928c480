/** Reading the plans of one youth, each time with its line in the log; and the frame of every change of one. */
import type { Scope } from '../../kernel/actor.ts'
import { grant, refuse, type Decision } from '../../platform/decision.ts'
import type { Pool, Tx } from '../../platform/db/tx.ts'
import type { PlainDate } from '../../platform/plain-date.ts'
import { change, readAs, type AuditLine } from '../audit/index.ts'
import { heldBack, hygieneDetail, unchecked, type FieldFlag, type Kept, type NoteCheck, type NoteText } from '../hygiene/index.ts'
import { listMeasuresOf, type Measure } from '../measures/index.ts'
import { listSameRecords } from '../outreach/index.ts'
import { findSeenYouth, readNoteAbout, type SeenYouth } from '../worklist/index.ts'
import { findPlan, listPlansOf, listVersions } from './plan.store.ts'
import { holdPlan } from './plan-write.store.ts'
import { pointsOf, type PointAnswer } from './points.rules.ts'
import type { Plan, PlanVersion } from './plans.types.ts'

/** Who reads and writes. `isFresh`: signed in recently enough for a protected youth. */
export type PlanActor = {
  readonly pool: Pool
  readonly scope: Scope
  readonly staffId: string
  readonly name: string
  readonly isFresh: boolean
  readonly today: PlainDate
}

/** A youth, the plan that is looked at, and all others. `plan` null: none is open, and no other was asked for. */
export type PlansOnPage = {
  readonly youth: SeenYouth
  readonly plan: Plan | null
  readonly plans: readonly Plan[]
  readonly measures: readonly Measure[]
  readonly points: readonly PointAnswer[]
}

export type Unseen = 'missing' | 'sign-in-again'

async function seenBy(tx: Tx, { scope, isFresh }: PlanActor, subjectId: string): Promise<Decision<SeenYouth, Unseen>> {
  const youth = await findSeenYouth(tx, scope, subjectId)
  if (youth === null) return refuse('missing')
  return youth.isProtected && !isFresh ? refuse('sign-in-again') : grant(youth)
}

const readLine =
  ({ staffId }: PlanActor, action: string, subjectId: string) =>
  (read: { readonly granted: boolean; readonly reason?: string }): AuditLine => ({
    actor: staffId,
    action,
    outcome: read.granted ? 'done' : (read.reason ?? 'missing'),
    subjectId: read.reason === 'missing' ? null : subjectId,
  })

/** Which plan of which youth: null for the open one. */
export type PlanQuestion = { readonly subjectId: string; readonly planId: string | null }

async function load(tx: Tx, actor: PlanActor, { subjectId, planId }: PlanQuestion): Promise<Decision<PlansOnPage, Unseen>> {
  const seen = await seenBy(tx, actor, subjectId)
  if (!seen.granted) return seen
  const records = await listSameRecords(tx, seen.value.personId)
  const plans = await listPlansOf(tx, records)
  const plan = plans.find((one) => (planId === null ? one.endedOn === null : one.planId === planId)) ?? null
  if (plan === null && planId !== null) return refuse('missing')
  const measures = await listMeasuresOf(tx, records)
  return grant({ youth: seen.value, plan, plans, measures, points: pointsOf(plan, measures, actor.today) })
}

/** The plans of a youth, for the page or a print (`action` says which). */
export const readPlans = (actor: PlanActor, question: PlanQuestion, action = 'plans.read'): Promise<Decision<PlansOnPage, Unseen>> =>
  readAs(actor.pool, readLine(actor, action, question.subjectId), (tx) => load(tx, actor, question))

export type PlanHistory = PlansOnPage & { readonly plan: Plan; readonly versions: readonly PlanVersion[] }

/** A plan with every version that it has had. */
export const readHistory = (actor: PlanActor, question: PlanQuestion): Promise<Decision<PlanHistory, Unseen>> =>
  readAs(actor.pool, readLine(actor, 'plans.readVersions', question.subjectId), async (tx) => {
    const read = await load(tx, actor, question)
    if (!read.granted) return read
    const { plan } = read.value
    return plan === null ? refuse('missing') : grant({ ...read.value, plan, versions: await listVersions(tx, plan.planId) })
  })

/** A plan held for a change. */
export type HeldPlan = { readonly id: number; readonly plan: Plan }

/** What a change is handed. */
export type Changing = {
  readonly tx: Tx
  readonly youth: SeenYouth
  /** The youth's records that are one person. */
  readonly records: readonly number[]
  /** The plan by its id, held until the transaction ends; null when the youth has none such. */
  readonly hold: (planId: string) => Promise<HeldPlan | null>
  /** Looks through free texts: true when their writer is to be asked first. */
  readonly mustAsk: (texts: readonly NoteText[], kept: Kept, before?: readonly string[]) => Promise<boolean>
}

export type ChangeLine = {
  readonly action: string
  readonly subjectId: string
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

/** A refused change carries the words that its writer is asked about; none when it was refused for something else. */
export type Flagged<T, Reason extends string> = Decision<T, Reason> & { readonly flags: readonly FieldFlag[] }

async function hold(tx: Tx, records: readonly number[], planId: string): Promise<HeldPlan | null> {
  const id = await holdPlan(tx, planId)
  const plan = id === null ? null : await findPlan(tx, records, planId)
  return id === null || plan === null ? null : { id, plan }
}

/** What was looked through, for the line in the log and for a refusal. */
type Looked = { check: NoteCheck }

async function changingOf(tx: Tx, youth: SeenYouth, looked: Looked): Promise<Changing> {
  const records = await listSameRecords(tx, youth.personId)
  return {
    tx,
    youth,
    records,
    hold: (planId) => hold(tx, records, planId),
    mustAsk: async (texts, kept, before = []) => {
      looked.check = heldBack(texts, kept, await readNoteAbout(tx, youth), before)
      return looked.check.asked.length > 0
    },
  }
}

/** A change of one youth's plan: seen first, in one transaction with its line. */
export async function changePlan<T, Reason extends string>(
  actor: PlanActor,
  { action, subjectId, detail = {} }: ChangeLine,
  work: (changing: Changing) => Promise<Decision<T, Reason | 'note-flags'>>,
): Promise<Flagged<T, Reason | Unseen | 'note-flags'>> {
  const looked: Looked = { check: unchecked }
  const decision = await change<T, Reason | Unseen | 'note-flags'>(
    actor.pool,
    (made) => ({
      actor: actor.staffId,
      action,
      subjectId: made.granted || made.reason !== 'missing' ? subjectId : null,
      detail: { ...detail, ...hygieneDetail(looked.check) },
    }),
    async (tx) => {
      const seen = await seenBy(tx, actor, subjectId)
      return seen.granted ? work(await changingOf(tx, seen.value, looked)) : seen
    },
  )
  return { ...decision, flags: !decision.granted && decision.reason === 'note-flags' ? looked.check.flags : [] }
}
