/** Writing a plan, alone and together: the same form, in two sizes. */
import { isRandomId } from '../../platform/random-id.ts'
import { goTo, missing, page, typedValue, type Answer, type Pages, type Typed, type Visit } from '../access/index.ts'
import { noteProblems, type FieldFlag } from '../hygiene/index.ts'
import { threeWay, withTheirAdditions, type Compared } from './diff.rules.ts'
import { emptyDraft, readDraft, typedFrom, withBlankRows } from './draft.rules.ts'
import type { TypedPlan } from './draft.types.ts'
import { plannedIn } from './follow-up.rules.ts'
import { planPath, underPlan } from './plan-links.ts'
import { actorOf, shapeProblems, unseen } from './plan-visit.ts'
import { readPlans } from './plan.actions.ts'
import { typedPlanFrom, writeForm, type WriteForm } from './plan.forms.ts'
import { planTexts } from './plans.texts.ts'
import type { Plan } from './plans.types.ts'
import { savePlan, type Conflict, type Saved } from './save.actions.ts'
import { comparedPlan } from './save.rules.ts'
import { wordingIn } from './step.views.tsx'
import { WritePage, type WriteDraft } from './write.views.tsx'
import { writeTexts } from './write.texts.ts'

type Way = 'skriv' | 'tillsammans'

/** Rows to write in, besides those that are written. */
const blankRows = { skriv: 2, tillsammans: 1, more: 4 } as const

const nothingWrong = { problems: [], flags: [], kept: '', isAcknowledged: false, conflict: null, isEnded: false } as const

/** What the form is written from: the version that was sent, or the one that stands now. */
type From = { readonly planId: string | null; readonly version: number }

const fromPlan = (plan: Plan | null): From => ({ planId: plan?.planId ?? null, version: plan?.version ?? 0 })

const draftOf = (plan: Plan | null, visit: Visit): WriteDraft => ({
  ...nothingWrong,
  typed:
    plan === null
      ? emptyDraft(visit.today)
      : typedFrom(
          plan,
          plannedIn(plan.followUps).map(({ on }) => on),
        ),
})

type Shown = { readonly way: Way; readonly draft: WriteDraft | null; readonly from: From | null; readonly blank?: number }

/** The page around a draft; null for the plan as it stands. */
async function show(visit: Visit, { way, draft, from, blank = blankRows[way] }: Shown, status: 200 | 409 | 422): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const read = await readPlans(actorOf(visit), { subjectId, planId: null })
  if (!read.granted) return unseen(read.reason)
  const { youth, plan } = read.value
  const shown = draft ?? draftOf(plan, visit)
  const { frame, today, newOnce } = visit
  const props = {
    ...(from ?? fromPlan(plan)),
    frame,
    subjectId,
    today,
    status: plan?.status ?? null,
    name: `${youth.givenName} ${youth.familyName}`.trim(),
    isTogether: way === 'tillsammans',
    acknowledgement: plan?.asksForAcknowledgement === false ? plan.acknowledgement : null,
    draft: { ...shown, typed: withBlankRows(shown.typed, blank) },
    once: newOnce(),
  }
  return page(<WritePage {...props} />, status)
}

const emptyPlan = (today: Visit['today']): Compared => ({
  goal: '',
  beginsOn: today,
  endsOn: null,
  noOtherActor: false,
  steps: [],
  followUpDays: [],
})

/** What I wrote as a version, as far as it can be read: to be compared. */
function readAs(typed: TypedPlan, base: Compared, theirs: Compared, visit: Visit): Compared {
  const steps = new Map([...base.steps, ...theirs.steps].map((step) => [step.stepId, step]))
  const { content, followUpDays } = readDraft(typed, { today: visit.today, steps, planned: [...base.followUpDays, ...theirs.followUpDays] })
  return { ...content, followUpDays }
}

function conflictDraft(visit: Visit, typed: TypedPlan, { base, theirs }: Conflict, sent: WriteDraft): WriteDraft {
  const [was, saved] = [base ?? emptyPlan(visit.today), comparedPlan(theirs)]
  const lines = threeWay(was, saved, readAs(typed, was, saved, visit), wordingIn(visit.lang))
  return {
    ...sent,
    typed: withTheirAdditions(typed, was, saved),
    conflict: { byName: theirs.savedBy, savedAt: theirs.savedAt, lines },
  }
}

const faultTexts = (visit: Visit, faults: Saved['faults']) =>
  faults.map(({ field, problem }) => ({ field, text: writeTexts[visit.lang].problems[problem] }))

const flaggedDraft = (visit: Visit, sent: WriteDraft, flags: readonly FieldFlag[]): WriteDraft => ({
  ...sent,
  flags,
  problems: noteProblems(flags, visit.lang),
})

type Sent = { readonly visit: Visit; readonly way: Way; readonly from: From; readonly draft: WriteDraft }

/** The page again after a refusal, with everything that was typed. */
function refused(
  { visit, way, from, draft }: Sent,
  { reason, faults, flags, conflict }: Saved & { granted: false },
): Promise<Answer> | Answer {
  switch (reason) {
    case 'missing':
    case 'sign-in-again':
      return unseen(reason)
    case 'ended':
      return show(visit, { way, from, draft: { ...draft, isEnded: true } }, 409)
    case 'faults':
      return show(visit, { way, from, draft: { ...draft, problems: faultTexts(visit, faults) } }, 422)
    case 'note-flags':
      return show(visit, { way, from, draft: flaggedDraft(visit, draft, flags) }, 422)
    case 'somebody-first': {
      if (conflict === null) return show(visit, { way, from: null, draft }, 409)
      return show(visit, { way, from: fromPlan(conflict.theirs), draft: conflictDraft(visit, draft.typed, conflict, draft) }, 409)
    }
  }
}

const sentDraft = (typed: Typed): WriteDraft => ({
  ...nothingWrong,
  typed: typedPlanFrom(typed),
  kept: typedValue(typed, 'noteKept'),
  isAcknowledged: typed['isAcknowledged'] !== undefined,
})

async function write(visit: Visit, way: Way, form: WriteForm, typed: Typed): Promise<Answer> {
  const subjectId = visit.params['id'] ?? ''
  if (!isRandomId(subjectId)) return missing
  const from = { planId: form.plan, version: form.version }
  const draft = sentDraft(typed)
  if (form.act === 'more' || form.act === 'preview') {
    return show(visit, { way, from, draft, blank: form.act === 'more' ? blankRows.more : blankRows[way] }, 200)
  }
  if (form.isAcknowledged && form.act === 'draft') {
    const problems = [{ field: 'isAcknowledged', text: writeTexts[visit.lang].acknowledgeDraft }]
    return show(visit, { way, from, draft: { ...draft, problems } }, 422)
  }
  const isAcknowledged = form.isAcknowledged && way === 'tillsammans'
  const saved = await savePlan(actorOf(visit), {
    subjectId,
    ...from,
    typed: draft.typed,
    as: form.act,
    isAcknowledged,
    kept: form.noteKept,
  })
  if (!saved.granted) return refused({ visit, way, from, draft }, saved)
  return goTo(way === 'tillsammans' ? underPlan(subjectId, way) : planPath(subjectId), planTexts[visit.lang].saved)
}

/** Registers the two pages. */
export function addWritePages(pages: Pages): void {
  const declared = { permit: 'plans.write', shows: 'person', outlet: 'plans.page' } as const
  for (const way of ['skriv', 'tillsammans'] as const) {
    const path = `/ungdomar/:id{[0-9a-f-]+}/plan/${way}`
    pages.get(path, declared, (visit) => show(visit, { way, draft: null, from: null }, 200))
    pages.post(
      path,
      declared,
      writeForm,
      (visit, form, typed) => write(visit, way, form, typed),
      (visit, problems, typed) => {
        const plan = typedValue(typed, 'plan')
        const from = { planId: isRandomId(plan) ? plan : null, version: Number(typedValue(typed, 'version')) || 0 }
        return show(visit, { way, from, draft: { ...sentDraft(typed), problems: shapeProblems(visit, problems) } }, 422)
      },
    )
  }
}
