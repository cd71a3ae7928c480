/** The demo's plans: written, changed, followed up and ended as the stories tell, each through the product's own doors. */
import { inTransaction } from '../platform/db/tx.ts'
import type { PlainDate } from '../platform/plain-date.ts'
import { endMeasure } from '../slices/measures/index.ts'
import {
  acknowledgePlan,
  addOwnStep,
  endPlan,
  noteAcknowledged,
  postpone,
  readOpenPlan,
  savePlan,
  sayFollowedUp,
  tickOwnStep,
  tickStep,
  typedFrom,
  type Plan,
  type TypedPlan,
} from '../slices/plans/index.ts'
import { talked, type Case, type Cases } from './demo-cases.ts'
import { measured, writerOn } from './demo-measures.ts'
import { sendOwnLink } from './demo-own-page.ts'
import { asOf } from './demo-past.ts'
import { firstStories } from './demo-plan-stories.ts'
import { moreStories } from './demo-plan-more.ts'
import type { Event, Revised, Story, StoryStep, Written } from './demo-plan.types.ts'

type Telling = { readonly cases: Cases; readonly one: Case }

const rowOf = ({ at }: Cases, { column, text, actor, due }: StoryStep): TypedPlan['rows'][number] => {
  const dueOn = due === null ? '' : at(due)
  return { column, stepId: '', text, actor, beginsOn: '', dueOn }
}

const typed = (cases: Cases, on: number, { goal, ends, steps, followUps, noOther = false }: Written): TypedPlan => ({
  goal,
  beginsOn: cases.at(on),
  endsOn: ends === null ? '' : cases.at(ends),
  noOtherActor: noOther,
  followUps: followUps.map(cases.at),
  rows: steps.map((step) => rowOf(cases, step)),
})

/** The open plan as it stands. @throws when the story tells of a plan that is not there */
async function openPlan({ cases, one }: Telling): Promise<Plan> {
  const plan = await inTransaction(cases.place.pool, (tx) => readOpenPlan(tx, [one.id]))
  if (plan === null) throw new Error('a story of the demo has no plan')
  return plan
}

type Writing = { readonly on: number; readonly wish: TypedPlan; readonly isAgreed: boolean; readonly isAcknowledged: boolean }

async function save({ cases, one }: Telling, plan: Plan | null, { on, wish, isAgreed, isAcknowledged }: Writing): Promise<void> {
  const from = { planId: plan?.planId ?? null, version: plan?.version ?? 0 }
  const as = isAgreed ? 'agreed' : 'draft'
  const saving = { subjectId: one.subjectId, ...from, typed: wish, as, isAcknowledged, kept: [] } as const
  const saved = await savePlan(writerOn(cases.place, one, cases.at(on)), saving)
  if (!saved.granted) throw new Error(`a plan of the demo was not saved: ${saved.reason} ${saved.faults.map(({ field }) => field).join()}`)
}

const planned = ({ followUps }: Plan) => followUps.filter(({ state }) => state === 'planned').toSorted((a, b) => (a.on < b.on ? -1 : 1))

async function revise(telling: Telling, on: number, { goal, reworded = [], drops = [], adds = [], acknowledged }: Revised): Promise<void> {
  const plan = await openPlan(telling)
  const before = typedFrom(
    plan,
    planned(plan).map((one) => one.on),
  )
  const rows = before.rows
    .filter(({ text }) => !drops.includes(text))
    .map((row) => ({ ...row, text: reworded.find(([from]) => from === row.text)?.[1] ?? row.text }))
  const wish = { ...before, goal: goal ?? before.goal, rows: [...rows, ...adds.map((step) => rowOf(telling.cases, step))] }
  await save(telling, plan, { on, wish, isAgreed: true, isAcknowledged: acknowledged })
}

async function tick({ cases, one }: Telling, plan: Plan, { on, text, by }: Event & { does: 'ticked' }): Promise<void> {
  const stepId = plan.steps.find((step) => step.text === text)?.stepId ?? ''
  const { place, at } = cases
  if (by === 'staff') {
    await tickStep(writerOn(place, one, at(on)), { subjectId: one.subjectId, planId: plan.planId, stepId, isDone: true })
    return
  }
  const seen = { planId: plan.planId, version: plan.version, today: at(on) }
  await inTransaction(place.pool, (tx) => tickOwnStep(tx, { ...seen, stepId, isDone: true }))
}

async function add({ cases }: Telling, { planId }: Plan, { on, text }: Event & { does: 'added' }): Promise<void> {
  await inTransaction(cases.place.pool, (tx) => addOwnStep(tx, { planId, today: cases.at(on), text, dueOn: null }))
}

/** They meet, and agree to meet again on the day of the next follow-up. */
async function meet(telling: Telling, on: number): Promise<void> {
  const { cases, one } = telling
  const plan = await inTransaction(cases.place.pool, (tx) => readOpenPlan(tx, [one.id]))
  const nextOn = plan === null ? null : (planned(plan)[0]?.on ?? null)
  const occupation = plan === null ? null : 'none'
  await talked(
    cases.place,
    one,
    { on: cases.at(on), time: '08:40' },
    nextOn === null ? { occupation } : { occupation, nextStep: 'meet', nextOn },
  )
}

async function followUp(telling: Telling, plan: Plan, event: Event & { does: 'followedUp' | 'postponed' }): Promise<void> {
  const { cases, one } = telling
  const actor = writerOn(cases.place, one, cases.at(event.on))
  const of = { subjectId: one.subjectId, planId: plan.planId, followUpId: planned(plan)[0]?.followUpId ?? '', note: event.note, kept: [] }
  const done =
    event.does === 'postponed'
      ? await postpone(actor, { ...of, toOn: cases.at(event.to), reason: event.reason })
      : await sayFollowedUp(actor, { ...of, outcome: event.outcome, nextOn: event.next === null ? null : cases.at(event.next) })
  if (!done.granted) throw new Error(`a follow-up of the demo: ${done.reason}`)
  if (event.does === 'followedUp') await meet(telling, event.on)
}

/** What the youth says of the plan: on the own page, or on paper that a colleague notes. */
async function acknowledge({ cases, one }: Telling, { planId, version }: Plan, { on, does }: Event): Promise<void> {
  if (does === 'acknowledgedByLink') {
    await inTransaction(cases.place.pool, (tx) => acknowledgePlan(tx, { planId, version, how: 'link', staffId: null }))
    return
  }
  await noteAcknowledged(writerOn(cases.place, one, cases.at(on)), { subjectId: one.subjectId, planId, version, how: 'paper' })
}

async function end({ cases, one }: Telling, { planId, version }: Plan, { on, reason, note }: Event & { does: 'ended' }): Promise<void> {
  await endPlan(writerOn(cases.place, one, cases.at(on)), { subjectId: one.subjectId, planId, version, reason, note, kept: [] })
}

async function happen(telling: Telling, event: Event): Promise<void> {
  const { cases, one } = telling
  const { on } = event
  if (event.does === 'opened') {
    return save(telling, null, { on, wish: typed(cases, on, event), isAgreed: true, isAcknowledged: true })
  }
  const plan = await openPlan(telling)
  switch (event.does) {
    case 'ticked':
      return tick(telling, plan, event)
    case 'added':
      return add(telling, plan, event)
    case 'followedUp':
    case 'postponed':
      return followUp(telling, plan, event)
    case 'revised':
      return revise(telling, on, event)
    case 'acknowledgedByLink':
    case 'acknowledgedOnPaper':
      return acknowledge(telling, plan, event)
    case 'linked':
      return sendOwnLink(cases, one, event)
    case 'ended':
      return end(telling, plan, event)
  }
}

/** Things of one day happen one after the other. */
const timeOf = (nth: number): string => `${String(9 + (nth % 8)).padStart(2, '0')}:${String((nth * 17 + 12) % 60).padStart(2, '0')}`

/** As if it was done on that day; what is done today has its own time. */
const onThatDay = ({ place, today }: Cases, on: PlainDate, nth: number, act: () => Promise<void>): Promise<void> =>
  on < today ? asOf(place.pool, { on, time: timeOf(nth) }, act) : act()

async function addMeasureOf({ cases, one }: Telling, { on, measure }: Story): Promise<void> {
  if (measure === undefined) return
  const { place, at } = cases
  const { item, from, until, note = '', responsible = 'municipality', ended } = measure
  const fromOn = one.fromOn > at(from) ? one.fromOn : at(from)
  const id = await measured(place, one, { item, fromOn, untilOn: at(until), note, responsible }, at(on))
  if (id === null || ended === undefined) return
  const seen = { subjectId: one.subjectId, measureId: id, version: 1 }
  const wish = { endedOn: at(ended.on), reason: ended.reason, occupation: ended.after, source: 'youth' } as const
  await asOf(
    place.pool,
    { on: at(ended.on), time: '15:10' },
    async () => void (await endMeasure(writerOn(place, one, at(ended.on)), seen, wish)),
  )
}

async function tell(cases: Cases, story: Story): Promise<void> {
  const one = await cases.take({ of: story.of, since: cases.at(story.on - 5) })
  if (one === null) return
  const telling = { cases, one }
  const { on } = story
  await talked(
    cases.place,
    one,
    { on: cases.at(on - 4), time: '11:30' },
    { channel: 'phone', occupation: 'none', nextStep: 'meet', nextOn: cases.at(on) },
  )
  const first = { on, wish: typed(cases, on, story), isAgreed: story.agreed, isAcknowledged: story.acknowledged }
  await onThatDay(cases, cases.at(on), 0, () => save(telling, null, first))
  await meet(telling, on)
  await addMeasureOf(telling, story)
  for (const [nth, event] of story.later.entries()) await onThatDay(cases, cases.at(event.on), nth, () => happen(telling, event))
}

/** Writes all of them. */
export async function fillPlans(cases: Cases): Promise<void> {
  for (const story of [...firstStories, ...moreStories]) await tell(cases, story)
}
