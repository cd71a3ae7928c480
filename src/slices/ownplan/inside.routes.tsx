/** The own page once somebody is inside: the plan, and what is typed into it. Nothing typed is lost when it cannot be saved. */
import { isRandomId } from '../../platform/random-id.ts'
import type { Decision } from '../../platform/decision.ts'
import { goTo, page, typedValue, type OpenAnswer, type OpenVisit, type Typed } from '../access/index.ts'
import { dayText } from '../messaging/index.ts'
import type { Keys } from './live.actions.ts'
import { acknowledge, addStep, readOwnPage, tickStep, type Seen } from './own.actions.ts'
import type { OwnFrame } from './own-frame.views.tsx'
import { ownPlanOf, problemOf, stepText, type OwnDraft, type OwnProblem, type OwnSaved } from './own-plan.rules.ts'
import { PlanPage } from './own-plan.views.tsx'

/** Somebody inside: the visit, its secrets, and the frame of its pages. */
export type Inside = { readonly visit: OpenVisit; readonly keys: Keys; readonly frame: OwnFrame }

const nothingTyped: OwnDraft = { text: '', problem: null }
const isSaid = (text: string | null): text is OwnSaved['what'] => text === 'tick' || text === 'untick' || text === 'add' || text === 'yes'

/** What the address says was just done. */
function savedIn({ query }: OpenVisit): OwnSaved | null {
  const [what, step] = [query.get('klart'), query.get('steg') ?? '']
  return isSaid(what) ? { what, stepId: isRandomId(step) ? step : null } : null
}

type PageStatus = 200 | 409 | 422

/** What is wrong with what was typed is at its field; what happened to the plan meanwhile is a conflict. */
const statusOf = ({ problem }: OwnDraft): PageStatus =>
  problem === null ? 200 : problem === 'empty' || problem === 'tooLong' || problem === 'tooMany' ? 422 : 409

/** The plan, with what was typed and could not be saved. Whoever is out by now is asked for a code. */
export async function showPlan({ visit, keys, frame }: Inside, draft: OwnDraft = nothingTyped): Promise<OpenAnswer> {
  const own = await readOwnPage(visit.place.pool, keys)
  if (own === null) return goTo(`${frame.path}?sprak=${frame.lang}`)
  const plan = own.plan === null ? null : ownPlanOf(own.plan, visit.today, (day) => dayText(day, frame.lang))
  const saved = draft.problem === null ? savedIn(visit) : null
  return page(<PlanPage frame={frame} plan={plan} until={own.until} draft={draft} saved={saved} />, statusOf(draft))
}

/** The plan as it was when the form was shown; null for a form that is none of ours. */
function seenIn(typed: Typed, { today }: OpenVisit): Seen | null {
  const [planId, version] = [typedValue(typed, 'plan'), typedValue(typed, 'version')]
  return isRandomId(planId) && /^\d{1,9}$/.test(version) ? { planId, version: Number(version), today } : null
}

const doneHref = ({ path, lang }: OwnFrame, what: OwnSaved['what'], at: string, stepId = ''): string =>
  `${path}?klart=${what}${stepId === '' ? '' : `&steg=${stepId}`}&sprak=${lang}#${at}`

type Refusal = Parameters<typeof problemOf>[0]

type Done = {
  readonly decision: Decision<unknown, Refusal | 'outside'>
  readonly act: Parameters<typeof problemOf>[1]
  readonly text: string
  readonly href: string
}

/** On to the page with what was done, or the page as it is now with why it was not. */
async function answered(inside: Inside, { decision, act, text, href }: Done): Promise<OpenAnswer | 'outside'> {
  if (decision.granted) return goTo(href)
  return decision.reason === 'outside' ? 'outside' : showPlan(inside, { text, problem: problemOf(decision.reason, act) })
}

const notOurs = (inside: Inside, problem: OwnProblem, text = ''): Promise<OpenAnswer> => showPlan(inside, { text, problem })

/** Ticks a step, or takes the tick back. */
export async function tickTyped(inside: Inside, typed: Typed): Promise<OpenAnswer | 'outside'> {
  const { visit, keys, frame } = inside
  const [seen, stepId] = [seenIn(typed, visit), visit.params['step'] ?? '']
  if (seen === null) return notOurs(inside, 'planOver')
  if (!isRandomId(stepId)) return notOurs(inside, 'stepGone')
  const isDone = typedValue(typed, 'done') === 'ja'
  const decision = await tickStep(visit.place.pool, keys, seen, { stepId, isDone })
  return answered(inside, {
    decision,
    act: 'tick',
    text: '',
    href: doneHref(frame, isDone ? 'tick' : 'untick', `steg-${stepId}`, stepId),
  })
}

/** Adds a step of the youth's own. */
export async function addStepTyped(inside: Inside, typed: Typed): Promise<OpenAnswer | 'outside'> {
  const { visit, keys, frame } = inside
  const [seen, text] = [seenIn(typed, visit), stepText(typedValue(typed, 'text'))]
  if (seen === null) return notOurs(inside, 'planOver', text)
  const decision = await addStep(visit.place.pool, keys, seen, text)
  return answered(inside, { decision, act: 'add', text, href: doneHref(frame, 'add', 'eget') })
}

/** The youth says yes to the plan that was read. */
export async function sayYes(inside: Inside, typed: Typed): Promise<OpenAnswer | 'outside'> {
  const { visit, keys, frame } = inside
  const seen = seenIn(typed, visit)
  if (seen === null) return notOurs(inside, 'planOver')
  const decision = await acknowledge(visit.place.pool, keys, seen)
  return answered(inside, { decision, act: 'yes', text: '', href: doneHref(frame, 'yes', 'ja') })
}
