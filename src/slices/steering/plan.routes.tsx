/** /styrning/plan and /styrning/utkast: the action plan in the browser. */
import { z } from 'zod'
import { isRandomId } from '../../platform/random-id.ts'
import { pdfOf } from '../../platform/pdf.ts'
import {
  file,
  goTo,
  missing,
  page,
  problemText,
  typedValue,
  type Answer,
  type FieldProblem,
  type Pages,
  type Typed,
  type Visit,
} from '../access/index.ts'
import {
  addPart,
  adoptDraft,
  beginDraft,
  changePart,
  dropPart,
  readDraft,
  readVersion,
  type DraftRefusal,
  type ShownPlan,
} from './plan.actions.ts'
import { planMarkup } from './plan-page.ts'
import { planTexts } from './plan.texts.ts'
import { DraftPage, draftPath, PartPage, steeringPath, VersionPage, versionPath, type PlanDraft } from './plan.views.tsx'
import type { SteeringEditor } from './steering.actions.ts'
import {
  adoptForm,
  dropForm,
  newPartForm,
  partForm,
  type AdoptForm,
  type DropForm,
  type NewPartForm,
  type PartForm,
} from './steering.forms.ts'

export const editorOf = ({ place, actor, today }: Visit): SteeringEditor => ({
  pool: place.pool,
  staffId: actor.staffId,
  name: actor.name,
  today,
})

const wordsOf = (lang: Visit['lang'], problem: string): string => {
  const own: Readonly<Record<string, string>> = planTexts[lang].problems
  return own[problem] ?? problemText(lang, problem)
}

const typedDraft = ({ lang }: Visit, typed: Typed, problems: readonly FieldProblem[]): PlanDraft => ({
  value: (field) => typedValue(typed, field),
  problems: problems.map(({ field, problem }) => ({ field, text: wordsOf(lang, problem) })),
})

async function version(visit: Visit): Promise<Answer> {
  const nth = Number(visit.params['version'])
  const of = await readVersion(visit.place.pool, nth)
  return of === null || of.plan.adoption === null ? missing : page(<VersionPage frame={visit.frame} of={of} />)
}

const paper = ({ place, lang }: Visit, { plan }: ShownPlan, name: string): Answer =>
  file(name, 'application/pdf', new Uint8Array(pdfOf(planMarkup({ plan, place: place.name, lang }))))

async function versionFile(visit: Visit): Promise<Answer> {
  const of = await readVersion(visit.place.pool, Number(visit.params['version']))
  return of === null || of.plan.adoption === null ? missing : paper(visit, of, `handlingsplan-${of.plan.version}.pdf`)
}

async function draftFile(visit: Visit): Promise<Answer> {
  const of = await readDraft(visit.place.pool)
  return of === null ? missing : paper(visit, of, `handlingsplan-${of.plan.version}-utkast.pdf`)
}

async function showDraft(visit: Visit, draft: PlanDraft = null, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const { place, frame, today, newOnce } = visit
  const of = await readDraft(place.pool)
  return of === null ? goTo(steeringPath) : page(<DraftPage {...{ frame, today, of, draft, newOnce }} />, status)
}

async function showPart(visit: Visit, draft: PlanDraft = null, status: 200 | 409 | 422 = 200): Promise<Answer> {
  const { place, frame, params, newOnce } = visit
  const of = await readDraft(place.pool)
  const part = of?.plan.parts.find(({ partKey }) => partKey === params['part'])
  return of === null || part === undefined ? missing : page(<PartPage {...{ frame, of, part, draft, newOnce }} />, status)
}

async function begin(visit: Visit): Promise<Answer> {
  const decision = await beginDraft(editorOf(visit))
  const t = planTexts[visit.lang]
  return goTo(draftPath, decision.granted ? t.begun : t.problems.begun)
}

/** The form again with why, at the field it is about. */
function refused(visit: Visit, reason: Exclude<DraftRefusal, 'missing'>, typed: Typed, show: typeof showDraft): Promise<Answer> {
  const field = reason === 'personal' ? 'body' : 'heading'
  return show(visit, typedDraft(visit, typed, [{ field, problem: reason }]), reason === 'personal' || reason === 'too-many' ? 422 : 409)
}

async function add(visit: Visit, { draftNo, ...part }: NewPartForm, typed: Typed): Promise<Answer> {
  const decision = await addPart(editorOf(visit), draftNo, part)
  if (decision.granted) return goTo(draftPath, planTexts[visit.lang].saved)
  return decision.reason === 'missing' ? missing : refused(visit, decision.reason, typed, showDraft)
}

async function change(visit: Visit, { draftNo, place, ...part }: PartForm, typed: Typed): Promise<Answer> {
  const partKey = visit.params['part'] ?? ''
  if (!isRandomId(partKey)) return missing
  const decision = await changePart(editorOf(visit), { draftNo, partKey, place }, part)
  if (decision.granted) return goTo(draftPath, planTexts[visit.lang].saved)
  return decision.reason === 'missing' ? missing : refused(visit, decision.reason, typed, showPart)
}

async function drop(visit: Visit, { draftNo }: DropForm): Promise<Answer> {
  const partKey = visit.params['part'] ?? ''
  if (!isRandomId(partKey)) return missing
  const decision = await dropPart(editorOf(visit), draftNo, partKey)
  if (decision.granted) return goTo(draftPath, planTexts[visit.lang].saved)
  if (decision.reason === 'missing') return missing
  return goTo(draftPath, planTexts[visit.lang].problems[decision.reason])
}

async function adopt(visit: Visit, { draftNo, ...adoption }: AdoptForm, typed: Typed): Promise<Answer> {
  const adopted = await adoptDraft(editorOf(visit), draftNo, adoption)
  if (adopted.granted) return goTo(versionPath(adopted.value), planTexts[visit.lang].isAdopted)
  if (adopted.reason === 'missing') return missing
  if (adopted.reason === 'faults') return showDraft(visit, typedDraft(visit, typed, adopted.faults), 422)
  return showDraft(visit, typedDraft(visit, typed, [{ field: 'adoptedOn', problem: adopted.reason }]), 409)
}

/** Registers the pages. */
export function addPlanPages(pages: Pages): void {
  const edits = { permit: 'steering.edit', shows: 'nothing' } as const
  const part = `${draftPath}/:part{[0-9a-f-]{36}}`
  pages.get(`${steeringPath}/plan/:version{[0-9]{1,4}}`, { permit: 'steering.read', shows: 'nothing' }, version)
  pages.get(`${steeringPath}/plan/:version{[0-9]{1,4}}/pdf`, { permit: 'steering.read', shows: 'nothing' }, versionFile)
  pages.get(draftPath, edits, (visit) => showDraft(visit))
  pages.get(`${draftPath}/pdf`, edits, draftFile)
  pages.post(draftPath, edits, z.strictObject({}), begin)
  pages.post(`${draftPath}/del`, edits, newPartForm, add, (visit, problems, typed) =>
    showDraft(visit, typedDraft(visit, typed, problems), 422),
  )
  pages.post(`${draftPath}/besluta`, edits, adoptForm, adopt, (visit, problems, typed) =>
    showDraft(visit, typedDraft(visit, typed, problems), 422),
  )
  pages.get(part, edits, (visit) => showPart(visit))
  pages.post(part, edits, partForm, change, (visit, problems, typed) => showPart(visit, typedDraft(visit, typed, problems), 422))
  pages.post(`${part}/ta-bort`, edits, dropForm, drop)
}
