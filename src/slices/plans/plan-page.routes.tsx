/** The page of a youth's plan, and what is done from it. */
import { isRandomId } from '../../platform/random-id.ts'
import type { z } from 'zod'
import { goTo, missing, page, typedValue, type Answer, type FieldProblem, type Pages, type Typed, type Visit } from '../access/index.ts'
import { noteProblems, type FieldFlag } from '../hygiene/index.ts'
import { endPlan, noteAcknowledged, postpone, sayFollowedUp, tickStep } from './act.actions.ts'
import { planPath } from './plan-links.ts'
import { prefixOf, type FormName, type SentForm } from './plan-page.ts'
import { PlanPage } from './plan-page.views.tsx'
import { actorOf, shapeProblems, unseen } from './plan-visit.ts'
import { readPlans } from './plan.actions.ts'
import { acknowledgeForm, endForm, followedUpForm, postponeForm, tickForm } from './plan.forms.ts'
import { planTexts } from './plans.texts.ts'

type Shown = { readonly planId?: string; readonly problem?: string; readonly sent?: SentForm }

/** The page: of the open plan, of the one in the address, or of the one that something was tried with. */
async function show(visit: Visit, { planId, problem, sent }: Shown, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  const asked = planId ?? visit.query.get('plan')
  if (!isRandomId(subjectId) || (asked !== null && !isRandomId(asked))) return missing
  const read = await readPlans(actorOf(visit), { subjectId, planId: asked })
  if (!read.granted) return unseen(read.reason)
  const { frame, today, newOnce, may } = visit
  const mayMeasure = may('measures.write')
  const props = { frame, subjectId, today, newOnce, mayMeasure, read: read.value, sent: sent ?? null, problem: problem ?? null }
  return page(<PlanPage {...props} />, status)
}

type Told = { readonly problems: SentForm['draft']['problems']; readonly flags?: readonly FieldFlag[] }

/** A form as it was sent, with what is wrong with it at the ids of its own fields. */
function sentForm(form: FormName, typed: Typed, { problems, flags = [] }: Told): SentForm {
  const of = form === 'end' ? '' : typedValue(typed, 'followUp')
  const prefix = prefixOf(form, of)
  const value = (field: string): string => typedValue(typed, field)
  return { form, of, draft: { value, flags, problems: problems.map(({ field, text }) => ({ field: `${prefix}${field}`, text })) } }
}

type Refusal = { readonly reason: string; readonly flags?: readonly FieldFlag[] }

/** The page again after a refusal. What somebody else did meanwhile is told above the plan as it is now; what is wrong stands at its field. */
function refused(
  visit: Visit,
  { reason, flags = [] }: Refusal,
  form: FormName | null,
  typed: Typed,
  dayField = '',
): Promise<Answer> | Answer {
  const t = planTexts[visit.lang]
  const planId = typedValue(typed, 'plan')
  const at = (problems: Told['problems']) => (form === null ? {} : { sent: sentForm(form, typed, { problems, flags }) })
  switch (reason) {
    case 'missing':
    case 'sign-in-again':
      return unseen(reason)
    case 'note-flags':
      return show(visit, { planId, ...at(noteProblems(flags, visit.lang)) }, 422)
    case 'ended':
    case 'not-agreed':
      return show(visit, { planId, problem: t.alreadyEnded }, 409)
    case 'over':
      return show(visit, { planId, problem: t.problems.over, ...at([]) }, 409)
    case 'changed':
      return show(visit, { planId, problem: t.acknowledgeChanged }, 409)
    case 'somebody-first':
      return show(visit, { planId, problem: form === null ? t.stepGone : t.somebodyFirst, ...at([]) }, 409)
    default:
      return show(visit, { planId, ...at([{ field: dayField, text: t.problems[reason as keyof typeof t.problems] }]) }, 422)
  }
}

const subjectOf = ({ params }: Visit): string => params['id'] ?? ''
const back = (visit: Visit, notice: string): Answer => goTo(planPath(subjectOf(visit)), notice)

async function tick(visit: Visit, { plan: planId, step: stepId, done }: z.infer<typeof tickForm>, typed: Typed): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const made = await tickStep(actorOf(visit), { subjectId, planId, stepId, isDone: done === 'ja' })
  return made.granted ? back(visit, planTexts[visit.lang].ticked) : refused(visit, made, null, typed)
}

async function acknowledge(visit: Visit, { plan: planId, ...form }: z.infer<typeof acknowledgeForm>, typed: Typed): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const made = await noteAcknowledged(actorOf(visit), { subjectId, planId, ...form })
  return made.granted ? back(visit, planTexts[visit.lang].acknowledgeDone) : refused(visit, made, null, typed)
}

async function followedUp(visit: Visit, form: z.infer<typeof followedUpForm>, typed: Typed): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const { plan: planId, followUp: followUpId, noteKept: kept, ...said } = form
  const made = await sayFollowedUp(actorOf(visit), { subjectId, planId, followUpId, kept, ...said })
  return made.granted ? back(visit, planTexts[visit.lang].said) : refused(visit, made, 'done', typed, 'nextOn')
}

async function move(visit: Visit, form: z.infer<typeof postponeForm>, typed: Typed): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const { plan: planId, followUp: followUpId, noteKept: kept, ...said } = form
  const made = await postpone(actorOf(visit), { subjectId, planId, followUpId, kept, ...said })
  return made.granted ? back(visit, planTexts[visit.lang].postponed) : refused(visit, made, 'postpone', typed, 'toOn')
}

async function end(visit: Visit, form: z.infer<typeof endForm>, typed: Typed): Promise<Answer> {
  const subjectId = subjectOf(visit)
  if (!isRandomId(subjectId)) return missing
  const { plan: planId, noteKept: kept, ...said } = form
  const made = await endPlan(actorOf(visit), { subjectId, planId, kept, ...said })
  if (!made.granted) return refused(visit, made, 'end', typed)
  return goTo(planPath(subjectId, planId), planTexts[visit.lang].endedDone)
}

const reshow = (form: FormName) => (visit: Visit, problems: readonly FieldProblem[], typed: Typed) => {
  const plan = typedValue(typed, 'plan')
  return show(
    visit,
    { ...(isRandomId(plan) ? { planId: plan } : {}), sent: sentForm(form, typed, { problems: shapeProblems(visit, problems) }) },
    422,
  )
}

/** Registers the page and its forms. */
export function addPlanPage(pages: Pages): void {
  const declared = { permit: 'plans.write', shows: 'person', outlet: 'plans.page' } as const
  const path = '/ungdomar/:id{[0-9a-f-]+}/plan'
  pages.get(path, declared, (visit) => show(visit, {}, 200))
  pages.post(`${path}/steg`, declared, tickForm, tick)
  pages.post(`${path}/kvittens`, declared, acknowledgeForm, acknowledge)
  pages.post(`${path}/uppfoljning`, declared, followedUpForm, followedUp, reshow('done'))
  pages.post(`${path}/uppfoljning/flytta`, declared, postponeForm, move, reshow('postpone'))
  pages.post(`${path}/avsluta`, declared, endForm, end, reshow('end'))
}
